import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';

/** What every field says about itself. */
export interface FieldWords {
  readonly label: string;
  /** One sentence under the label: what belongs here and in which form. */
  readonly description?: ReactNode;
  /** What is wrong and what to do; shown and announced while it is there. */
  readonly error?: string | null | undefined;
  /** Says "optional" beside the label. Fields are required unless they say this. */
  readonly isOptional?: boolean;
  /** Keeps the label for screen readers alone, where the place says what the field is. */
  readonly isLabelHidden?: boolean;
}

/** Label, description, the control and its error in their order; every field is built with it. */
export function FieldFrame({ words, children }: { readonly words: FieldWords; readonly children: ReactNode }) {
  return (
    <>
      <Label className={words.isLabelHidden ? 'visually-hidden' : 'field-label'}>
        {words.label}
        {words.isOptional ? <span className="field-optional"> (optional)</span> : null}
      </Label>
      {words.description ? (
        <Text slot="description" className="field-description">
          {words.description}
        </Text>
      ) : null}
      {children}
      <FieldError className="field-error">
        {({ validationErrors }) => (
          <>
            <CircleAlert size={14} aria-hidden />
            <span>{words.error ?? validationErrors.join(' ')}</span>
          </>
        )}
      </FieldError>
    </>
  );
}

/** Splits a field's words from the properties of the react-aria field under it. */
export function splitWords<T extends FieldWords>(props: T): readonly [FieldWords, Omit<T, keyof FieldWords>] {
  const { label, description, error, isOptional, isLabelHidden, ...rest } = props;
  const words: FieldWords = {
    label,
    description,
    error,
    ...(isOptional === undefined ? {} : { isOptional }),
    ...(isLabelHidden === undefined ? {} : { isLabelHidden }),
  };
  return [words, rest];
}
