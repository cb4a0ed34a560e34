import type { ItemKind } from '../../shared/domain/framework.ts';

/** The letters that codes begin with, and the kind of statement that they mean. */
export const prefixOfKind: Readonly<Record<ItemKind, string>> = {
  duty: 'D',
  knowledge: 'K',
  skill: 'S',
  behaviour: 'B',
  technicalKnowledge: 'TK',
  technicalSkill: 'TS',
  employabilityBehaviour: 'ESB',
  performanceCriterion: 'P',
  competency: 'C',
  indicator: 'I',
};
const kindOfPrefix = new Map(Object.entries(prefixOfKind).map(([kind, prefix]) => [prefix, kind as ItemKind]));

const code = '(?:ESB|TK|TS|K|S|B)\\d{1,3}';
const codeAlone = new RegExp(`^${code}$`, 'i');
const codeAtHead = new RegExp(`^(?:[•–-]\\s+)?(${code})(?:\\s*[:.)–-]+\\s*|\\s+)(?=\\S)`, 'i');
const dutyAtHead = /^(?:[•–-]\s+)?Duty\s+(\d{1,3})(?!\d)\s*[:.)–-]?\s*/i;

/** The kind that a code's letters mean, or undefined: K5 is knowledge, D2 a duty, P3 a performance criterion. */
export function kindOfCode(text: string): ItemKind | undefined {
  const [, letters] = /^([A-Z]{1,3})\d{1,4}$/i.exec(text) ?? [];
  return letters === undefined ? undefined : kindOfPrefix.get(letters.toUpperCase());
}

/** A code as it is compared: capitals, and no zeros before the number. */
export const plainCode = (text: string): string => text.toUpperCase().replace(/(?<=\D)0+(?=\d)/, '');

/** The head of a statement, "Duty 3" or "K5:", and what follows it on its line; null for a line that is none. A code without a colon counts only where statements are expected, and codes alone never. */
export function headOfStatement(
  line: string,
  expected: boolean,
): { readonly code: string; readonly rest: string } | null {
  const duty = dutyAtHead.exec(line);
  if (duty?.[1] !== undefined) return { code: `D${Number(duty[1])}`, rest: line.slice(duty[0].length) };
  const head = codeAtHead.exec(line);
  if (head?.[1] === undefined || codesAtEnd(line).rest === '') return null;
  const marked = /[:.)–-]/.test(head[0].replace(/^[•–-]\s+/, ''));
  return marked || expected ? { code: plainCode(head[1]), rest: line.slice(head[0].length) } : null;
}

/** The KSB codes that end a line, and what stands before them. One code alone counts only after a full stop or on a line of its own, because a sentence may end in one. */
export function codesAtEnd(line: string): { readonly rest: string; readonly codes: readonly string[] } {
  const words = line.split(/[\s,;]+/).filter(word => word !== '');
  let first = words.length;
  while (first > 0 && codeAlone.test(words[first - 1] ?? '')) first -= 1;
  const codes = words.slice(first).map(plainCode);
  if (codes.length === 0) return { rest: line, codes };
  const rest = line.slice(0, startOf(line, codes.length)).trim().replace(/[,;]$/, '');
  const apart = rest === '' || codes.length > 1 || /[.:]$/.test(rest);
  return apart ? { rest: rest.replace(/\s*\bKSBs?:?$/i, ''), codes } : { rest: line, codes: [] };
}

/** Where the last words of a line begin. */
function startOf(line: string, count: number): number {
  let left = count;
  let index = line.length;
  while (left > 0) {
    while (index > 0 && /[\s,;]/.test(line.charAt(index - 1))) index -= 1;
    while (index > 0 && !/[\s,;]/.test(line.charAt(index - 1))) index -= 1;
    left -= 1;
  }
  return index;
}
