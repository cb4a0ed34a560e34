import { AppError } from '../../shared/errors.ts';
import { plainCharacters } from './clean-text.ts';
import { type Findings, noteRepair } from './findings.ts';
import { lost, repairLigatures, type Vocabulary, vocabularyOf } from './ligatures.ts';
import { withoutFurniture } from './page-furniture.ts';
import { isPage, pageText } from './page-text.ts';

/** A line of a text that is not blank. */
export interface Line {
  readonly text: string;
  /** Its number in the source, from 1. */
  readonly number: number;
  /** Its page, from 0, where the text has page breaks. */
  readonly page: number;
  readonly blankBefore: boolean;
}

/** A text made ready for reading: letters mended, page furniture dropped. */
export interface TextLines {
  readonly lines: readonly Line[];
  readonly vocabulary: Vocabulary;
  /** Whether the lines are printed lines, so that a sentence goes on in the next one; else each line is a paragraph. */
  readonly wrapped: boolean;
  /** Whether blank lines stand between all lines, so that they say nothing. */
  readonly doubleSpaced: boolean;
}

const longestText = 4_000_000;
/** A saved page is several times its text. */
const longestPage = 16_000_000;
const mostLost = 5_000;
const longestPrintedLine = 160;

/** Makes a text ready for reading; what was mended is noted under its line. Throws AppError `import.tooLong` over 4 million characters, `import.tooDamaged` with over 5,000 lost letters. */
export function readLines(source: string, findings: Findings): TextLines {
  refuseLength(source, longestPage);
  const pages = (isPage(source) ? pageText(source) : source).split('\f').map(plainCharacters);
  const text = pages.join('\n');
  refuseExtremes(text);
  const vocabulary = vocabularyOf(text);
  let count = 0;
  const mended = pages.map(page =>
    page.split('\n').map(line => {
      count += 1;
      return repairLigatures(line, vocabulary, findings, `line ${count}`).replace(/ {2,}/g, ' ').trim();
    }),
  );
  const lines = withoutFurniture(numbered(mended));
  const wrapped = lines.length > 3 && widthOf(lines) <= longestPrintedLine;
  const spaced = lines.filter(line => line.blankBefore).length;
  return { lines, vocabulary, wrapped, doubleSpaced: wrapped && spaced > lines.length * 0.8 };
}

function refuseLength(text: string, most: number): void {
  if (text.length <= most) return;
  throw new AppError(
    'import.tooLong',
    'This text is too long for a standard. Import the part that holds the standard.',
  );
}

function refuseExtremes(text: string): void {
  refuseLength(text, longestText);
  if (text.split(lost, mostLost + 2).length > mostLost + 1) {
    throw new AppError(
      'import.tooDamaged',
      'Over 5,000 letters were lost in this copy. Copy the text again from its source.',
    );
  }
}

/** The longest line in characters. */
const widthOf = (lines: readonly Line[]): number =>
  lines.reduce((longest, line) => Math.max(longest, line.text.length), 0);

function numbered(pages: readonly (readonly string[])[]): readonly Line[] {
  let number = 0;
  let blankBefore = true;
  return pages.flatMap((texts, page) =>
    texts.flatMap(text => {
      number += 1;
      const line = { text, number, page, blankBefore };
      blankBefore = text === '';
      return text === '' ? [] : [line];
    }),
  );
}

/** Joins the lines of one statement into its text: printed lines with a space, bullets on lines of their own, a word cut by a hyphen put together where the text has it whole. */
export function joinedLines(
  lines: readonly string[],
  { vocabulary }: TextLines,
  findings: Findings,
  place: string,
): string {
  const pieces: string[] = [];
  for (const line of lines) {
    const last = pieces.at(-1);
    const [half, start] = /(\p{L}+)-$/u.exec(last?.slice(-40) ?? '') ?? [];
    const [rest] = /^\p{L}+/u.exec(line.slice(0, 40)) ?? [];
    if (last === undefined) pieces.push(line);
    else if (/^•\s/.test(line)) pieces.push(`\n${line}`);
    else if (start !== undefined && rest !== undefined) {
      const whole = vocabulary.has((start + rest).toLowerCase());
      if (whole) noteRepair(findings, place, `${half} ${rest}`, start + rest);
      if (whole) pieces[pieces.length - 1] = last.slice(0, -1);
      pieces.push(line);
    } else pieces.push(` ${line}`);
  }
  return pieces
    .join('')
    .replace(/ +(?=[,;:.](?:\s|$))/g, '')
    .trim();
}

/** The paragraphs of running text: a blank line ends one, or where these say nothing, a short printed line that ends a sentence. */
export function paragraphsOf(lines: readonly Line[], source: TextLines, findings: Findings, place: string): string {
  const width = widthOf(lines);
  const paragraphs: string[][] = [];
  let previous: Line | undefined;
  for (const line of lines) {
    const last = paragraphs.at(-1);
    if (last && previous && !startsParagraph(previous, line, source, width)) last.push(line.text);
    else paragraphs.push([line.text]);
    previous = line;
  }
  return paragraphs.map(paragraph => joinedLines(paragraph, source, findings, place)).join('\n\n');
}

function startsParagraph(previous: Line, line: Line, source: TextLines, width: number): boolean {
  if (!source.wrapped || /^•\s/.test(line.text)) return true;
  if (line.blankBefore && !source.doubleSpaced) return true;
  return /[.!?:]$/.test(previous.text) && previous.text.length < width * 0.8;
}
