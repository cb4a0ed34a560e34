import { formatCount, formatList } from '../../../shared/british.ts';
import type { SessionView } from '../session/session-view.ts';

/** What still stands between the judgements and a grade that can be signed, in one sentence. */
export function standingSentence(view: Pick<SessionView, 'result' | 'obstaclesToSigning' | 'state'>): string {
  if (view.state === 'signed') return 'The report is signed; the judgements are locked.';
  const blocking = view.obstaclesToSigning.filter(({ severity }) => severity === 'blocks');
  const count = (rule: string): number => blocking.filter(obstacle => obstacle.rule === rule).length;
  const counted = [
    { rule: 'undecided', words: (n: number) => formatCount(n, 'descriptor to decide', 'descriptors to decide') },
    { rule: 'rationaleMissing', words: (n: number) => formatCount(n, 'rationale to give', 'rationales to give') },
    { rule: 'rationaleNotSaved', words: (n: number) => formatCount(n, 'rationale to save', 'rationales to save') },
    { rule: 'notClosed', words: () => 'the session to close' },
  ];
  const left = counted.flatMap(({ rule, words }) => (count(rule) > 0 ? [words(count(rule))] : []));
  const rest = blocking.filter(({ rule }) => !counted.some(one => one.rule === rule));
  if (left.length > 0) return `Before the report can be signed: ${formatList(left)}${restWords(rest.length)}.`;
  if (rest[0]) return rest[0].message;
  return view.result.grade
    ? 'Everything is decided and nothing stands in the way of signing.'
    : 'There is no grade yet.';
}

function restWords(count: number): string {
  return count > 0 ? `; ${formatCount(count, 'other matter')}` : '';
}
