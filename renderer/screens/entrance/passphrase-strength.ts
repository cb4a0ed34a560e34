import type { Strength } from '../../ui/passphrase-field.tsx';

/** The fewest characters that a workspace takes; the contract asks for the same. */
export const leastCharacters = 12;

const commonWords = [
  'passphrase',
  'password',
  'safeguarding',
  'assessment',
  'assessor',
  'workspace',
  'workbench',
  'qwerty',
  'letmein',
  'welcome',
];
const kindsOfCharacter = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u];

/** A character counts when it does not merely repeat the one before it or go one step on from it, up or down. */
function surprising(text: string): number {
  const codes = [...text].map(character => character.codePointAt(0) ?? 0);
  return codes.filter((code, index) => index === 0 || Math.abs(code - (codes[index - 1] ?? 0)) > 1).length;
}

/** Each run of text that others could know or guess at once counts as two characters, whatever its length. */
function withoutKnown(text: string, known: readonly string[]): string {
  const guessable = [...commonWords, ...known.flatMap(words => words.toLowerCase().split(/[^\p{L}\p{N}]+/u))];
  return guessable
    .filter(word => word.length > 3)
    .reduce((rest, word) => rest.replaceAll(word, '~_'), text.toLowerCase());
}

const points = (text: string, known: readonly string[]): number => {
  const counted = withoutKnown(text, known);
  const kinds = kindsOfCharacter.filter(kind => kind.test(text)).length;
  return Math.min(surprising(counted), new Set(counted).size * 2) + (kinds - 1) * 1.5;
};

/** An honest, rough estimate of how hard a passphrase is to guess, from its length and variety; words in `known` (the names typed beside it) count for little. Rule: ours. */
export function passphraseStrength(passphrase: string, known: readonly string[]): Strength {
  const missing = leastCharacters - [...passphrase].length;
  if (missing > 0) return { steps: 0, words: `${missing} more ${missing === 1 ? 'character' : 'characters'} needed.` };
  const reached = points(passphrase, known);
  if (reached < 13)
    return { steps: 1, words: 'Weak: easy to guess. Make it longer, with words that have nothing to do with you.' };
  if (reached < 18) return { steps: 2, words: 'Fair. One or two more unrelated words make it much harder to guess.' };
  if (reached < 24) return { steps: 3, words: 'Good: hard to guess.' };
  return { steps: 4, words: 'Very good: very hard to guess.' };
}
