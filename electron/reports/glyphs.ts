import { createRequire } from 'node:module';
import { fontFamilies, readFont } from './fonts.ts';

type HasGlyph = (codePoint: number) => boolean;

const known = new Map<string, HasGlyph>();

/**
 * Whether the family's upright regular face has a glyph; the other faces have the same characters (a test holds that).
 * Asked outside a document's layout: it reads the font alone, with the reader that pdfkit has, at the first question.
 */
export function hasGlyphOf(family: string): HasGlyph {
  const asked = known.get(family);
  if (asked) return asked;
  const font = fontkit().create(Buffer.from(readFont(fontFamilies[family]?.normal ?? '')));
  const hasGlyph: HasGlyph = codePoint => font.hasGlyphForCodePoint(codePoint);
  known.set(family, hasGlyph);
  return hasGlyph;
}

interface Fontkit {
  create(bytes: Buffer): { hasGlyphForCodePoint(codePoint: number): boolean };
}

/** The fontkit of the pdfkit that pdfmake stands on. */
function fontkit(): Fontkit {
  const pdfmake = createRequire(createRequire(import.meta.url).resolve('pdfmake'));
  return createRequire(pdfmake.resolve('pdfkit'))('fontkit') as Fontkit;
}
