/** How well a text fits what was typed, and which of its letters did. */
export interface Fit {
  readonly score: number;
  readonly at: readonly number[];
}

const isWordEnd = (text: string, index: number): boolean => !/[\p{L}\d]/u.test(text[index + 1] ?? '');
const isWordStart = (text: string, index: number): boolean => index === 0 || /[\s/(.·–-]/.test(text[index - 1] ?? '');

function fitFrom(text: string, query: string, start: number): Fit | undefined {
  const at: number[] = [];
  let score = 0;
  let from = start;
  for (const letter of query) {
    const index = text.indexOf(letter, from);
    if (index < 0) return undefined;
    const follows = at.at(-1) === index - 1;
    score += index === 0 ? 12 : follows ? 8 : isWordStart(text, index) ? 6 : 1;
    score -= at.length === 0 ? 0 : Math.min(index - from, 12) * 0.25;
    at.push(index);
    from = index + 1;
  }
  return { score: score + (isWordEnd(text, from - 1) ? 2 : 0), at };
}

/** Fits the letters of `query`, spaces left out, in their order into `text`; starts and ends of words and runs count most, shorter texts win. Undefined where they do not fit. */
export function fuzzyFit(query: string, text: string): Fit | undefined {
  const letters = query.toLowerCase().replaceAll(/\s+/g, '');
  const lower = text.toLowerCase();
  if (letters === '') return { score: 0, at: [] };
  let best: Fit | undefined;
  for (let start = lower.indexOf(letters[0] ?? ''); start >= 0; start = lower.indexOf(letters[0] ?? '', start + 1)) {
    const fit = fitFrom(lower, letters, start);
    if (fit && (!best || fit.score > best.score)) best = fit;
  }
  return best && { score: best.score - lower.length * 0.02, at: best.at };
}
