import { type Framework, ksbsOf } from './framework.ts';

/** Prefixes of KSB codes in the order of the published standards: knowledge, skills, behaviours; then those of foundation apprenticeships. */
const prefixes = ['K', 'S', 'B', 'TK', 'TS', 'ESB'];
const tag = /#(ESB|TK|TS|K|S|B)0*([1-9]\d{0,2})(?![a-z0-9_])/gi;
const tagWithSpaceBefore = /(?<![^\S\n])[^\S\n]*#(ESB|TK|TS|K|S|B)0*([1-9]\d{0,2})(?![a-z0-9_])/gi;

/** The KSB codes tagged in a text while typing (`#K5`, `#s12`, `#ESB3`): upper case, in the order of the text, each once. */
export function ksbCodesIn(text: string): readonly string[] {
  return [...new Set(Array.from(text.matchAll(tag), match => codeOf(match[1], match[2])))];
}

/** The text without its KSB tags and the white space before each. What is left holds no tag; given codes, none of those alone. */
export function withoutKsbTags(text: string, codes?: readonly string[]): string {
  const without = (whole: string, prefix: string, number: string): string =>
    codes && !codes.includes(codeOf(prefix, number)) ? whole : '';
  return text.replace(tagWithSpaceBefore, without).trim();
}

const codeOf = (prefix = '', number = ''): string => `${prefix.toUpperCase()}${number}`;

/** Those of the codes that are no KSB of the framework, in the order given. A duty is no KSB. */
export function unknownKsbCodes(codes: readonly string[], framework: Framework): readonly string[] {
  const known = new Set(ksbsOf(framework).map(ksb => ksb.code));
  return codes.filter(code => !known.has(code));
}

/** The natural order of codes: K2 before K10; K, S, B, TK, TS, ESB; then other frameworks' codes by prefix and number, and codes without a number last. */
export function compareKsbCodes(a: string, b: string): number {
  const [first, second] = [placeOf(a), placeOf(b)];
  return (
    first.rank - second.rank ||
    compareTexts(first.prefix, second.prefix) ||
    first.number - second.number ||
    compareTexts(a, b)
  );
}

function placeOf(code: string): { readonly rank: number; readonly prefix: string; readonly number: number } {
  const [, prefix = '', digits] = /^([A-Za-z]+)(\d{1,9})$/.exec(code) ?? [];
  if (digits === undefined) return { rank: prefixes.length + 1, prefix: '', number: 0 };
  const rank = prefixes.indexOf(prefix);
  return { rank: rank < 0 ? prefixes.length : rank, prefix, number: Number(digits) };
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
