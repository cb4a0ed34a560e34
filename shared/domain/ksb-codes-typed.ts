/** KSB codes as somebody typed them: the codes in their order, each once, and the words that are none. */
export interface TypedCodes {
  readonly codes: readonly string[];
  readonly notUnderstood: readonly string[];
}

/** The most codes that one range may stand for: more is a slip of the hand. */
const widest = 100;
const one = /^([A-Z]{1,3})0*([1-9]\d{0,2})(?:-([A-Z]{1,3})?0*([1-9]\d{0,2}))?$/;

/** Reads codes as plans print them and people type them: `K1, K2 and S4`, `k1 k2`, `K3–K6`, `K3 to 6`. */
export function typedKsbCodes(text: string): TypedCodes {
  const words = text
    .toUpperCase()
    .replace(/\s*(?:[-‐-―]|\bTO\b)\s*/g, '-')
    .split(/[\s,;&/+#]+|\bAND\b/)
    .filter(word => word !== '');
  const read = words.map(word => codesOf(word) ?? word);
  return {
    codes: [...new Set(read.flatMap(codes => (typeof codes === 'string' ? [] : codes)))],
    notUnderstood: read.filter(codes => typeof codes === 'string'),
  };
}

function codesOf(word: string): readonly string[] | undefined {
  const [, prefix = '', first, otherPrefix = prefix, last = first] = one.exec(word) ?? [];
  if (first === undefined || otherPrefix !== prefix) return undefined;
  const [from, to] = [Number(first), Number(last)];
  if (to < from || to - from >= widest) return undefined;
  return Array.from({ length: to - from + 1 }, (_, index) => `${prefix}${from + index}`);
}

/** A descriptor as it is pasted from a plan, `Explains the route of a referral. (K6, S7)`, with its codes taken out of the words. */
export function withoutTrailingCodes(text: string): { readonly text: string; readonly codes: readonly string[] } {
  const [whole, inside] = /\s*[([]([^()[\]]*)[)\]]\s*\.?\s*$/.exec(text) ?? [];
  if (whole === undefined || inside === undefined) return { text, codes: [] };
  const { codes, notUnderstood } = typedKsbCodes(inside);
  if (codes.length === 0 || notUnderstood.length > 0) return { text, codes: [] };
  const words = text.slice(0, text.length - whole.length);
  return { text: whole.trimEnd().endsWith('.') && !words.endsWith('.') ? `${words}.` : words, codes };
}
