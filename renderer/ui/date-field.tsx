import { type KeyboardEvent, useState } from 'react';
import { Input, TextField as RacTextField } from 'react-aria-components';
import { formatDate } from '../../shared/british.ts';
import { addDays, britishDay, localToday, parseBritishDate } from './british-date.ts';
import { FieldFrame, type FieldWords, splitWords } from './field.tsx';

export interface DateFieldProps extends FieldWords {
  /** `yyyy-mm-dd`; null while there is none. */
  readonly value: string | null;
  readonly onChange: (iso: string | null) => void;
  readonly isDisabled?: boolean;
}

const notUnderstood = 'That is no date that can be read. Type it like 21/11/2026 or 21 November 2026.';

const keySteps: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 7, PageDown: -7 };

/** What was typed and not settled yet, beside the date that it means. What cannot be read on leaving is no date, so that an earlier one is not saved by mistake. */
function useTypedDate({ value, onChange }: Pick<DateFieldProps, 'value' | 'onChange'>) {
  const [typed, setTyped] = useState<string | undefined>();
  const [isUnread, setUnread] = useState(false);
  const read = (text: string): string | null | undefined =>
    text.trim() === '' ? null : parseBritishDate(text, localToday());

  function type(text: string): void {
    setTyped(text);
    setUnread(false);
    const date = read(text);
    if (date !== undefined) onChange(date);
  }
  function settle(): void {
    const isRead = typed === undefined || read(typed) !== undefined;
    setUnread(!isRead);
    if (isRead) setTyped(undefined);
    else onChange(null);
  }
  function step(event: KeyboardEvent): void {
    const days = keySteps[event.key];
    if (days === undefined) return;
    event.preventDefault();
    onChange(value === null ? localToday() : addDays(value, days));
    setTyped(undefined);
    setUnread(false);
  }
  return { text: typed ?? (value === null ? '' : formatDate(value)), isUnread, type, settle, step };
}

/** A date typed as one is used to (21/11/26, 21 Nov, today, +7) and told back in full; arrow keys move by a day, Page Up and Page Down by a week. */
export function DateField(props: DateFieldProps) {
  const [words, { value, onChange, isDisabled = false }] = splitWords(props);
  const date = useTypedDate({ value, onChange });
  const error = words.error ?? (date.isUnread ? notUnderstood : null);
  return (
    <RacTextField
      className="field date-field"
      value={date.text}
      onChange={date.type}
      onBlur={date.settle}
      isDisabled={isDisabled}
      isInvalid={Boolean(error)}
    >
      <FieldFrame words={{ ...words, error }}>
        <Input className="control date-control" onKeyDown={date.step} placeholder="dd/mm/yyyy" autoComplete="off" />
        <span className="date-echo" aria-live="polite">
          {value === null ? '' : britishDay(value)}
        </span>
      </FieldFrame>
    </RacTextField>
  );
}
