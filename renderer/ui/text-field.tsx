import type { CSSProperties, Ref } from 'react';
import {
  Input,
  TextArea as RacTextArea,
  TextField as RacTextField,
  type TextFieldProps as RacTextFieldProps,
} from 'react-aria-components';
import { FieldFrame, type FieldWords, splitWords } from './field.tsx';

type Base = Omit<RacTextFieldProps, 'children' | 'className' | 'style' | 'isInvalid'> & FieldWords;

export interface TextFieldProps extends Base {
  readonly placeholder?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const [words, { placeholder, inputRef, ...rest }] = splitWords(props);
  return (
    <RacTextField {...rest} className="field" isInvalid={Boolean(words.error)}>
      <FieldFrame words={words}>
        <Input className="control" {...(placeholder ? { placeholder } : {})} {...(inputRef ? { ref: inputRef } : {})} />
      </FieldFrame>
    </RacTextField>
  );
}

export interface TextAreaProps extends Base {
  readonly placeholder?: string;
  /** Lines shown when empty (2) and at most before it scrolls (16). */
  readonly rows?: number;
  readonly mostRows?: number;
  readonly areaRef?: Ref<HTMLTextAreaElement>;
}

/** Several lines of text; the box grows with what is typed. */
export function TextArea(props: TextAreaProps) {
  const [words, { placeholder, rows = 2, mostRows = 16, areaRef, ...rest }] = splitWords(props);
  return (
    <RacTextField {...rest} className="field" isInvalid={Boolean(words.error)}>
      <FieldFrame words={words}>
        <RacTextArea
          className="control"
          rows={rows}
          style={{ '--rows': rows, '--most-rows': mostRows } as CSSProperties}
          {...(placeholder ? { placeholder } : {})}
          {...(areaRef ? { ref: areaRef } : {})}
        />
      </FieldFrame>
    </RacTextField>
  );
}
