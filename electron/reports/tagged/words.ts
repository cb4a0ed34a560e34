import { fallbackFamily } from '../fonts.ts';
import { type FontRun, fontRuns, graphemesOf, type HasGlyph, runsRightToLeft } from './font-runs.ts';
import { type Inline, type LineBase, type MeasuredText, type PdfDocumentBase, TextInlines } from './internals.ts';

/** Longer words may be broken anywhere, in pieces of so many characters; shorter ones break only where a column is too narrow. */
const longestWholeWord = 60;
const pieceLength = 10;

/** What a word has before it is measured that is not style. */
const placement = new Set(['text', 'lineEnd', 'noNewLine']);

/** Measures words in the fonts that have their letters, and looks a style up once for all words that share it. */
export class ReportWords extends TextInlines {
  readonly #main: HasGlyph;
  readonly #fallback: HasGlyph;

  constructor(document: PdfDocumentBase, main: HasGlyph, fallback: HasGlyph) {
    super(document);
    this.#main = main;
    this.#fallback = fallback;
  }

  /** No word makes its column wider than it was given: one that does not fit is broken. */
  override buildInlines(text: unknown, styles: unknown): MeasuredText {
    return { ...super.buildInlines(text, styles), minWidth: 0 };
  }

  override measure(words: Inline[], styles: unknown): Inline[] {
    const measured: Inline[] = [];
    let styled: { source: Inline; result: Inline } | null = null;
    for (const word of words) {
      for (const piece of this.#piecesOf(word)) {
        if (styled && sameStyle(styled.source, piece)) {
          measured.push(this.#inStyleOf(styled.result, piece));
        } else {
          const source = { ...piece };
          const [result] = super.measure([piece], styles);
          if (!result) continue;
          styled = { source, result };
          measured.push(result);
        }
      }
    }
    return measured;
  }

  #inStyleOf(measured: Inline, piece: Inline): Inline {
    const inline: Inline = { ...measured, text: piece.text, lineEnd: false, noNewLine: false };
    if (piece.lineEnd) inline.lineEnd = true;
    if (piece.noNewLine) inline.noNewLine = true;
    inline.width = this.widthOfText(inline.text, inline);
    inline.leadingCut = this.#widthOfSpaces(/^\s+/, inline);
    inline.trailingCut = this.#widthOfSpaces(/\s+$/, inline);
    return inline;
  }

  #widthOfSpaces(where: RegExp, inline: Inline): number {
    const spaces = where.exec(inline.text);
    return spaces ? this.widthOfText(spaces[0], inline) : 0;
  }

  /** A no-break space has done its work when the words are apart; as a plain space it is also copied and searched as one. */
  #piecesOf(word: Inline): Inline[] {
    const text = word.text.replaceAll('\u00a0', ' ');
    const runs = fontRuns(text, this.#main, this.#fallback);
    const pieces = runs.flatMap(run => splitLong(run, text.length > longestWholeWord));
    return pieces.map((piece, index) => {
      const last = index === pieces.length - 1;
      const { lineEnd, noNewLine, ...rest } = word;
      return {
        ...rest,
        text: piece.text,
        ...(piece.font === 'fallback' && { font: fallbackFamily }),
        ...(last && lineEnd && { lineEnd }),
        ...((last ? noNewLine : !piece.breakAfter) && { noNewLine: true }),
      } as Inline;
    });
  }
}

interface Piece extends FontRun {
  readonly breakAfter: boolean;
}

function splitLong(run: FontRun, long: boolean): Piece[] {
  if (!long || run.text.length <= pieceLength) return [{ ...run, breakAfter: long }];
  const characters = graphemesOf(run.text);
  const pieces: Piece[] = [];
  for (let start = 0; start < characters.length; start += pieceLength) {
    pieces.push({ text: characters.slice(start, start + pieceLength).join(''), font: run.font, breakAfter: true });
  }
  return pieces;
}

function sameStyle(one: Inline, other: Inline): boolean {
  const styleOf = (word: Inline) => Object.keys(word).filter(key => !placement.has(key));
  const keys = styleOf(one);
  return keys.length === styleOf(other).length && keys.every(key => one[key] === other[key]);
}

const appearance = ['fontSize', 'color', 'decoration', 'background', 'linkToDestination', 'characterSpacing'] as const;

function sameAppearance(one: Inline, other: Inline): boolean {
  return one.font === other.font && !runsRightToLeft(other.text) && appearance.every(key => one[key] === other[key]);
}

/** Sets neighbouring words of a line that look alike as one run: smaller pages, and text that is copied in whole sentences. */
export function joinWords(line: LineBase): void {
  const joined: Inline[] = [];
  for (const inline of joinRightToLeft(line.inlines)) {
    const last = joined.at(-1);
    if (last && sameAppearance(last, inline) && !runsRightToLeft(last.text)) {
      last.text += inline.text;
      last.width += inline.width;
      last.trailingCut = inline.trailingCut;
    } else joined.push(inline);
  }
  let x = -(joined[0]?.leadingCut ?? 0);
  for (const inline of joined) {
    inline.x = x;
    x += inline.width;
  }
  line.inlines = joined;
}

/** Words that run from right to left are shaped together, so that the first of them stands rightmost. */
function joinRightToLeft(inlines: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const [index, inline] of inlines.entries()) {
    const last = result.at(-1);
    const next = inlines[index + 1];
    const space = inline.text.trim() === '' && next !== undefined && runsRightToLeft(next.text);
    if (last && runsRightToLeft(last.text) && (space || runsRightToLeft(inline.text))) addRightToLeft(last, inline);
    else result.push(inline);
  }
  return result;
}

function addRightToLeft(to: Inline, inline: Inline): void {
  to.text += inline.text;
  // With a list of features, even an empty one, pdfkit shapes the whole text at once and not word by word.
  to.fontFeatures = [];
  if (typeof to.font !== 'string') to.width = to.font.widthOfString(to.text, to.fontSize, to.fontFeatures);
}
