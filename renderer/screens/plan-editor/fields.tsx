import { type ReactNode, useState } from 'react';
import { capitalised } from '../../../shared/british.ts';
import type { PlanPlace } from '../../../shared/domain/plan-finding.ts';
import { SegmentedChoice } from '../../ui/choices.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { Place, usePlace } from './place.tsx';

interface AtProps {
  readonly place: PlanPlace;
  /** What the field is called here, where the name in the catalogue does not fit. */
  readonly label?: string;
  readonly description?: ReactNode;
  /** Left empty, it is not in the plan at all. */
  readonly isOptional?: boolean;
  readonly isLabelHidden?: boolean;
}

/** The words of a field, from the catalogue of names unless it says otherwise. */
function wordsOf({ label, description, isOptional, isLabelHidden }: AtProps, name: string, error: string | null) {
  return {
    label: label ?? name,
    error,
    ...(description === undefined ? {} : { description }),
    ...(isOptional === undefined ? {} : { isOptional }),
    ...(isLabelHidden === undefined ? {} : { isLabelHidden }),
  };
}

interface TextAtProps extends AtProps {
  readonly placeholder?: string;
  /** Several lines, this many to begin with. */
  readonly rows?: number;
}

/** A text of the plan. */
export function TextAt({ rows, placeholder, ...at }: TextAtProps) {
  const { value, name, error, isOpen, set } = usePlace(at.place);
  const props = {
    ...wordsOf(at, name, error),
    value: typeof value === 'string' ? value : '',
    onChange: (text: string) => set(at.isOptional && text === '' ? undefined : text, true),
    ...(placeholder ? { placeholder } : {}),
  };
  return (
    <Place place={at.place} isOpen={isOpen}>
      {rows === undefined ? <TextField {...props} /> : <TextArea {...props} rows={rows} />}
    </Place>
  );
}

/** A list of texts, one a line. What is being typed stays as it is; the plan gets the lines that say something. */
export function LinesAt({ rows = 2, placeholder, ...at }: TextAtProps) {
  const { value, name, error, isOpen, set } = usePlace(at.place);
  const lines = Array.isArray(value) ? (value as readonly string[]) : [];
  const [typed, setTyped] = useState<string>();
  const isCurrent = typed !== undefined && linesIn(typed).join('\n') === lines.join('\n');
  return (
    <Place place={at.place} isOpen={isOpen}>
      <TextArea
        {...wordsOf({ ...at, description: at.description ?? 'One a line.' }, name, error)}
        rows={rows}
        {...(placeholder ? { placeholder } : {})}
        value={isCurrent ? typed : lines.join('\n')}
        onChange={text => {
          setTyped(text);
          set(linesIn(text), true);
        }}
        onBlur={() => setTyped(undefined)}
      />
    </Place>
  );
}

const linesIn = (text: string): string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');

interface NumberAtProps extends AtProps {
  readonly unit?: string;
  readonly least?: number;
  readonly most?: number;
  readonly isDecimal?: boolean;
  /** Left empty, it is open: still to be filled in from the published plan. Else, and unless it is optional, it has to be there. */
  readonly mayBeOpen?: boolean;
}

/** A number of the plan. */
export function NumberAt({ unit, least, most, isDecimal, mayBeOpen = false, ...at }: NumberAtProps) {
  const { value, name, error, isOpen, set } = usePlace(at.place);
  return (
    <Place place={at.place} isOpen={isOpen}>
      <NumberField
        {...wordsOf(at, name, error)}
        {...(unit ? { unit } : {})}
        {...(least === undefined ? {} : { least })}
        {...(most === undefined ? {} : { most })}
        {...(isDecimal ? { isDecimal } : {})}
        isEmptyAllowed={mayBeOpen || Boolean(at.isOptional)}
        value={typeof value === 'number' ? value : null}
        onChange={number => set(number ?? (mayBeOpen ? null : undefined), true)}
      />
    </Place>
  );
}

interface ChoiceAtProps<T extends string> extends AtProps {
  /** The choices with their words. Up to four short ones stand side by side. */
  readonly choices: Readonly<Record<T, string>>;
  /** Draws a list to choose from, also for few choices. */
  readonly isList?: boolean;
  /** The words for having made no choice, where that is one. */
  readonly none?: string;
  /** What else follows from a choice; in place of putting it into the plan. */
  readonly onChoose?: (choice: T) => void;
}

const noChoice = 'none-of-these';

/** One of several words of the plan. */
export function ChoiceAt<T extends string>({ choices, isList, none, onChoose, ...at }: ChoiceAtProps<T>) {
  const { value, name, error, isOpen, set } = usePlace(at.place);
  const all = [...(none ? [[noChoice, none] as const] : []), ...(Object.entries(choices) as [T, string][])];
  const chosen = typeof value === 'string' ? value : none ? noChoice : null;
  const choose = (id: string): void => {
    if (id === noChoice) set(undefined);
    else if (onChoose) onChoose(id as T);
    else set(id);
  };
  const words = wordsOf(at, name, error);
  return (
    <Place place={at.place} isOpen={isOpen}>
      {isList || all.length > 4 ? (
        <Select {...words} choices={all.map(([id, title]) => ({ id, title }))} value={chosen} onChange={choose} />
      ) : (
        <SegmentedChoice
          {...words}
          segments={all.map(([id, word]) => ({ id, word }))}
          value={chosen}
          onChange={choose}
        />
      )}
    </Place>
  );
}

/** Yes or no. */
export function FlagAt(at: AtProps) {
  const { value, name, error, isOpen, set } = usePlace(at.place);
  return (
    <Place place={at.place} isOpen={isOpen}>
      <SegmentedChoice
        {...wordsOf(at, capitalised(name), error)}
        segments={[
          { id: 'yes', word: 'Yes' },
          { id: 'no', word: 'No' },
        ]}
        value={typeof value === 'boolean' ? (value ? 'yes' : 'no') : null}
        onChange={answer => set(answer === 'yes')}
      />
    </Place>
  );
}

/** A day. */
export function DateAt(at: AtProps) {
  const { value, name, error, isOpen, set } = usePlace(at.place);
  return (
    <Place place={at.place} isOpen={isOpen}>
      <DateField
        {...wordsOf(at, name, error)}
        value={typeof value === 'string' ? value : null}
        onChange={day => {
          if (day !== null || at.isOptional) set(day ?? undefined, true);
        }}
      />
    </Place>
  );
}
