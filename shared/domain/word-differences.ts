/** A run of words that both texts have, or only one of them. */
export interface WordRun {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** The most pairs of words that are compared; longer texts are shown as replaced between what they begin and end with alike. */
const mostPairs = 4_000_000;

/** Compares two texts word by word: the runs in reading order, what was removed before what stands in its place. The runs but the added ones make up `before`, those but the removed ones `after`. */
export function wordDifferences(before: string, after: string): readonly WordRun[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  const middle = compared(old.slice(head, old.length - tail), now.slice(head, now.length - tail));
  const same = (words: readonly string[]): readonly WordRun[] => words.map(text => ({ kind: 'same', text }));
  return joined([...same(old.slice(0, head)), ...middle, ...same(old.slice(old.length - tail))]);
}

/** Words and what stands between them. */
const wordsOf = (text: string): readonly string[] =>
  text.match(/[\p{L}\p{M}\p{N}’'-]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? [];

function compared(old: readonly string[], now: readonly string[]): readonly WordRun[] {
  const removed = (words: readonly string[]): readonly WordRun[] => words.map(text => ({ kind: 'removed', text }));
  const added = (words: readonly string[]): readonly WordRun[] => words.map(text => ({ kind: 'added', text }));
  if (old.length * now.length > mostPairs) return [...removed(old), ...added(now)];
  const common = commonLengths(old, now);
  const runs: WordRun[] = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < now.length) {
    if (old[i] === now[j]) {
      runs.push(...old.slice(i, i + 1).map(text => ({ kind: 'same' as const, text })));
      [i, j] = [i + 1, j + 1];
    } else if (common(i + 1, j) >= common(i, j + 1)) {
      runs.push(...removed(old.slice(i, i + 1)));
      i += 1;
    } else {
      runs.push(...added(now.slice(j, j + 1)));
      j += 1;
    }
  }
  return [...runs, ...removed(old.slice(i)), ...added(now.slice(j))];
}

/** The length of the longest common subsequence of the two rests that begin at these words. */
function commonLengths(old: readonly string[], now: readonly string[]): (i: number, j: number) => number {
  const width = now.length + 1;
  const lengths = new Uint32Array((old.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  return at;
}

/** Neighbouring runs of one kind as one; within a change, what was removed comes before what was added. */
function joined(runs: readonly WordRun[]): readonly WordRun[] {
  const result: WordRun[] = [];
  let change = { removed: '', added: '' };
  const closeChange = (): void => {
    if (change.removed !== '') result.push({ kind: 'removed', text: change.removed });
    if (change.added !== '') result.push({ kind: 'added', text: change.added });
    change = { removed: '', added: '' };
  };
  for (const { kind, text } of runs) {
    if (kind !== 'same') change[kind] += text;
    else {
      closeChange();
      const last = result.at(-1);
      if (last?.kind === 'same') result[result.length - 1] = { kind, text: last.text + text };
      else result.push({ kind, text });
    }
  }
  closeChange();
  return result;
}
