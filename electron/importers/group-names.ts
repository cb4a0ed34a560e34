const key = '(?:[A-Z]|\\d{1,2})';
const range = new RegExp(`\\bgroups?\\s+(${key})\\s*(?:to|[-–]|and|,)\\s*(${key})(?![\\w])`, 'i');
const single = new RegExp(`\\bgroup\\s+(${key})(?![\\w])`);

/** The groups that a sentence names: "groups A to D" are A, B, C and D. */
export function groupsIn(sentence: string): readonly string[] {
  const [, first, last] = range.exec(sentence) ?? [];
  if (first !== undefined && last !== undefined) return between(first.toUpperCase(), last.toUpperCase());
  const [, only] = single.exec(sentence) ?? [];
  return only === undefined ? [] : [only];
}

/** The longest range of groups that a text names. */
export function namedGroups(lines: readonly string[]): readonly string[] {
  return lines
    .map(line => groupsIn(line.slice(0, 2_000)))
    .reduce((most, groups) => (groups.length > most.length ? groups : most), []);
}

/** Whether this sentence says that what other groups have holds here too: "As set out in groups A to D." */
export const saysInherits = (sentence: string): boolean =>
  sentence.length < 300 && /\b(?:as|set out) (?:set out )?(?:in|for) (?:the )?groups?\b/i.test(sentence);

function between(first: string, last: string): readonly string[] {
  const numeric = /^\d+$/.test(first) && /^\d+$/.test(last);
  if (!numeric && (/\d/.test(first) || /\d/.test(last))) return [first, last];
  const [from, to] = numeric ? [Number(first), Number(last)] : [first.charCodeAt(0), last.charCodeAt(0)];
  if (to < from) return [first, last];
  return Array.from({ length: to - from + 1 }, (_, index) =>
    numeric ? String(from + index) : String.fromCharCode(from + index),
  );
}
