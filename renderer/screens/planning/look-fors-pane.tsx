import { Trash2 } from 'lucide-react';
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react';
import { formatList } from '../../../shared/british.ts';
import { ksbCodesIn } from '../../../shared/domain/ksb-codes.ts';
import type { LookFor } from '../../../shared/domain/planning.ts';
import { useActions } from '../../actions.ts';
import { useFlush } from '../../drafts.ts';
import { IconButton } from '../../ui/button.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import type { PlanningDesk } from './use-planning.ts';

/** What is looked for, each with its KSBs as tags; a line that is always ready adds another. */
export function LookForsPane({ desk }: { readonly desk: PlanningDesk }) {
  const { planning, isOpen, change } = desk;
  return (
    <div className="look-fors stack">
      <p className="muted small">
        In your words, with KSBs as tags: “Greets by name #K2 #S2”. During the session a tick makes a note of it.
      </p>
      {planning.lookFors.length > 0 ? (
        <ul className="stack stack-tight">
          {planning.lookFors.map((lookFor, index) => (
            <li key={lookFor.id} className="look-for">
              <LookForField
                lookFor={lookFor}
                number={index + 1}
                isOpen={isOpen}
                onChange={words =>
                  change({ lookFors: planning.lookFors.map(one => (one.id === lookFor.id ? { ...one, words } : one)) })
                }
              />
              {isOpen ? (
                <IconButton
                  label={`Remove: ${lookFor.words}`}
                  icon={Trash2}
                  size="dense"
                  tone="danger"
                  onPress={() => change({ lookFors: planning.lookFors.filter(({ id }) => id !== lookFor.id) })}
                />
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {isOpen ? <NewLookFor desk={desk} /> : null}
    </div>
  );
}

interface LookForFieldProps {
  readonly lookFor: LookFor;
  readonly number: number;
  readonly isOpen: boolean;
  readonly onChange: (words: string) => void;
}

/** How long typing pauses before the words are kept, in milliseconds. */
const keepWithin = 500;

function LookForField({ lookFor, number, isOpen, onChange }: LookForFieldProps) {
  const [words, setWords] = useState(lookFor.words);
  const kept = useRef(lookFor.words);
  const keep = async (): Promise<void> => {
    const next = words.trim();
    if (next === '' || next === kept.current) return;
    kept.current = next;
    onChange(next);
  };
  const latest = useRef(keep);
  useEffect(() => {
    latest.current = keep;
    const timer = setTimeout(() => void latest.current(), keepWithin);
    return () => clearTimeout(timer);
  });
  useFlush(useCallback(() => latest.current(), []));
  return (
    <TextArea
      label={`Look for ${number}`}
      isLabelHidden
      rows={1}
      mostRows={5}
      value={words}
      onChange={setWords}
      onBlur={() => (words.trim() === '' ? setWords(kept.current) : void keep())}
      maxLength={500}
      isReadOnly={!isOpen}
    />
  );
}

function NewLookFor({ desk }: { readonly desk: PlanningDesk }) {
  const [words, setWords] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const known = new Set(desk.view.statements.map(({ code }) => code));
  const outside = ksbCodesIn(words).filter(code => !known.has(code));
  useActions([
    {
      id: 'planning.lookFor',
      title: 'Add something to look for',
      section: 'Planning',
      keys: 'n',
      run: () => field.current?.focus(),
    },
  ]);
  const add = (event: FormEvent): void => {
    event.preventDefault();
    if (words.trim() === '') return;
    desk.change({ lookFors: [...desk.planning.lookFors, { id: crypto.randomUUID(), words: words.trim() }] });
    setWords('');
  };
  return (
    <form onSubmit={add}>
      <TextField
        label="Something to look for"
        description={
          outside.length > 0
            ? `This method does not assess ${formatList(outside)}; it may be noted all the same.`
            : 'Enter adds it.'
        }
        placeholder="Greets by name #K2 #S2"
        value={words}
        onChange={setWords}
        maxLength={500}
        inputRef={field}
      />
    </form>
  );
}
