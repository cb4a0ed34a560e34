import { type FormEvent, useState } from 'react';
import type { Repair } from '../../../shared/domain/framework-import.ts';
import { Button } from '../../ui/button.tsx';
import { Table } from '../../ui/table.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface ReviewListProps {
  readonly repairs: readonly Repair[];
  readonly isPending: boolean;
  /** Settles the repair at this place of the list with this word. */
  readonly onWord: (repair: number, word: string) => void;
}

/** The repairs that are guesses: each is confirmed, or its word corrected. A word that was damaged in the same way elsewhere is settled with it. */
export function ReviewList({ repairs, isPending, onWord }: ReviewListProps) {
  const open = repairs.flatMap((repair, index) => (repair.certain ? [] : [{ repair, index }]));
  const first = open.filter(
    ({ repair }, place) =>
      open.findIndex(other => other.repair.before === repair.before && other.repair.place === repair.place) === place,
  );
  return (
    <ul className="review-list">
      {first.map(({ repair, index }) => (
        <li key={`${index} ${repair.after}`}>
          <ReviewRow repair={repair} isPending={isPending} onWord={word => onWord(index, word)} />
        </li>
      ))}
    </ul>
  );
}

interface ReviewRowProps {
  readonly repair: Repair;
  readonly isPending: boolean;
  readonly onWord: (word: string) => void;
}

function ReviewRow({ repair: { place, before, after }, isPending, onWord }: ReviewRowProps) {
  const [word, setWord] = useState(after);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (word.trim() !== '') onWord(word.trim());
  };
  return (
    <form className="review-row" onSubmit={send}>
      <p className="review-words">
        <span className="muted">{place}:</span> “{before}” is damaged, and was read as “{after}”
      </p>
      <TextField label={`The word for “${before}” in ${place}`} isLabelHidden value={word} onChange={setWord} />
      <Button type="submit" size="dense" isDisabled={word.trim() === '' || isPending}>
        {word.trim() === after ? 'It is right' : 'Correct it'}
      </Button>
    </form>
  );
}

/** What was mended, before and after, and whether that is certain. */
export function RepairTable({ repairs }: { readonly repairs: readonly Repair[] }) {
  return (
    <div className="repair-table">
      <Table
        label="Repairs"
        columns={[
          { id: 'place', title: 'Where', isRowHeader: true, cell: ({ place }) => place },
          { id: 'before', title: 'Before', cell: ({ before }) => before },
          { id: 'after', title: 'After', cell: ({ after }) => after },
          { id: 'certain', title: 'Certain', cell: ({ certain }) => (certain ? 'Yes' : 'To be checked') },
        ]}
        rows={repairs.map((repair, index) => ({ ...repair, id: String(index) }))}
      />
    </div>
  );
}
