import { useMemo } from 'react';
import { type WordRun, wordDifferences } from '../../../shared/domain/word-differences.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';

/** A statement in two wordings: what was removed is struck and marked with a minus, what was added is underlined and marked with a plus. */
export function ChangedWords({ before, after }: { readonly before: string; readonly after: string }) {
  const runs = useMemo(() => wordDifferences(before, after), [before, after]);
  return (
    <>
      {runs.map((run, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the runs of two texts keep their order
        <Run key={index} run={run} />
      ))}
    </>
  );
}

function Run({ run: { kind, text } }: { readonly run: WordRun }) {
  if (kind === 'same') return text;
  const Mark = kind === 'added' ? 'ins' : 'del';
  return (
    <Mark className="word-mark" data-kind={kind}>
      <VisuallyHidden>{kind === 'added' ? ' added: ' : ' removed: '}</VisuallyHidden>
      {text}
      <VisuallyHidden> (end) </VisuallyHidden>
    </Mark>
  );
}
