/** The characters that Windows-1252 has between 0x80 and 0x9F, in that order; five of the places are empty. */
const upperControls = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';
const byteOf = new Map(Array.from(upperControls, (character, index) => [character, 0x80 + index]));
const continuation = `[\\u00A0-\\u00BF${upperControls}]`;
const misread = new RegExp(
  `[\\u00C2-\\u00DF]${continuation}|[\\u00E0-\\u00EF]${continuation}{2}|[\\u00F0-\\u00F4]${continuation}{3}`,
  'g',
);
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Mends UTF-8 that was read as Windows-1252: `â€™` was an apostrophe. A lone Â at the beginning of a line or before a space was a no-break space. */
export function brokenEncodingMended(text: string): string {
  if (!/[\u00C2-\u00F4]/.test(text)) return text;
  return text.replace(misread, reread).replace(/Â(?=\s|$)/g, ' ');
}

function reread(characters: string): string {
  const bytes = Array.from(characters, character => byteOf.get(character) ?? character.charCodeAt(0));
  try {
    return utf8.decode(Uint8Array.from(bytes));
  } catch {
    return characters;
  }
}
