import { useState } from 'react';
import { Input, TextField as RacTextField } from 'react-aria-components';
import { FieldFrame, type FieldWords, splitWords } from './field.tsx';

export interface NumberFieldProps extends FieldWords {
  /** Null while there is none. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  /** What is counted, after the figures: "minutes", "%". */
  readonly unit?: string;
  readonly least?: number;
  readonly most?: number;
  /** Whether parts of one are allowed. */
  readonly isDecimal?: boolean;
  /** Whether it may be left empty. */
  readonly isEmptyAllowed?: boolean;
}

/** A figure as it is being typed; it counts only as long as the value that it was typed over does. */
interface Typed {
  readonly text: string;
  readonly over: number | null;
}

/** A number typed as figures. What is no such number stays in the field and is told, and the value stays as it was. */
export function NumberField(props: NumberFieldProps) {
  const [words, { value, onChange, unit, ...bounds }] = splitWords(props);
  const [typed, setTyped] = useState<Typed>();
  const [isLeft, setLeft] = useState(true);
  const current = typed && typed.over === value ? typed.text : undefined;
  const read = current === undefined ? value : numberIn(current, bounds);
  const fault = read === undefined && isLeft ? faultOf(bounds, value) : null;
  const type = (text: string): void => {
    const next = numberIn(text, bounds);
    setTyped({ text, over: next === undefined ? value : next });
    setLeft(false);
    if (next !== undefined && next !== value) onChange(next);
  };
  const leave = (): void => {
    setLeft(true);
    if (read !== undefined) setTyped(undefined);
  };
  const error = words.error ?? fault;
  return (
    <RacTextField
      className="field number-field"
      value={current ?? (value === null ? '' : String(value))}
      onChange={type}
      onBlur={leave}
      isInvalid={Boolean(error)}
    >
      <FieldFrame words={{ ...words, error }}>
        <span className="number-control">
          <Input className="control" inputMode={bounds.isDecimal ? 'decimal' : 'numeric'} autoComplete="off" />
          {unit ? <span className="number-unit">{unit}</span> : null}
        </span>
      </FieldFrame>
    </RacTextField>
  );
}

type Bounds = Pick<NumberFieldProps, 'least' | 'most' | 'isDecimal' | 'isEmptyAllowed'>;

/** The number that a text means; null for none where that is allowed, undefined where it means no number that fits. */
function numberIn(
  text: string,
  { least = 0, most = 10_000, isDecimal, isEmptyAllowed }: Bounds,
): number | null | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return isEmptyAllowed ? null : undefined;
  if (!(isDecimal ? /^\d{1,6}(\.\d{1,4})?$/ : /^\d{1,6}$/).test(trimmed)) return undefined;
  const number = Number(trimmed);
  return number >= least && number <= most ? number : undefined;
}

function faultOf({ least = 0, most = 10_000, isDecimal }: Bounds, value: number | null): string {
  const kept = value === null ? '' : ` It still counts as ${value}.`;
  return `Type a ${isDecimal ? '' : 'whole '}number from ${least} to ${most}.${kept}`;
}
