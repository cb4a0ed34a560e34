import { createRequire } from 'node:module';
import { join } from 'node:path';
import type PDFDocument from 'pdfkit';
import type { SignatureMark } from '../../shared/contract/reports.ts';
import { AppError } from '../../shared/errors.ts';

type Doc = InstanceType<typeof PDFDocument>;

/** What a signature shows inside its field, whose frame the report draws. `lines` are ready to print, the name first; sizes are points. */
export interface AppearanceRequest {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
  readonly mark: SignatureMark;
  /** The folder with the fonts that ship with the workbench. */
  readonly fontsFolder: string;
}

type DrawnMark = Extract<SignatureMark, { readonly kind: 'drawn' }>;
type Point = readonly [x: number, y: number];

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Each face in the reports' family, and the one for letters that it lacks. */
const FACES = {
  regular: ['SourceSans3-Regular.ttf', 'DejaVuSans.ttf'],
  semibold: ['SourceSans3-Semibold.ttf', 'DejaVuSans-Bold.ttf'],
  italic: ['SourceSans3-It.ttf', 'DejaVuSans.ttf'],
} as const;

const MOST_POINTS = 20_000;
const SMALLEST_SIZE = 5;
/** Sizes of a typed name: the largest, and the one below which more lines are better. */
const LARGEST_NAME = 22;
const LEGIBLE_NAME = 11;
const MARGIN = 5;
const INK = '#14213d';
const TEXT = '#222222';

// pdfkit comes with pdfmake; a second copy of another version must not slip in.
const fromPdfmake = createRequire(createRequire(import.meta.url).resolve('pdfmake'));

/**
 * Draws the appearance as a PDF of one page with embedded fonts; the same request gives the same bytes. Throws AppError
 * for strokes that are not a signature.
 */
export async function drawAppearance(request: AppearanceRequest): Promise<Uint8Array> {
  const { width, height, lines, mark, fontsFolder } = request;
  const doc = openDocument(width, height);
  const finished = collect(doc);
  const markWidth = Math.round(width * 0.44);
  const markBox = { x: MARGIN, y: MARGIN, width: markWidth - MARGIN, height: height - 2 * MARGIN };
  const textBox = { x: markWidth + MARGIN, y: MARGIN, width: width - markWidth - 2 * MARGIN, height: markBox.height };
  if (mark.kind === 'drawn') drawStrokes(doc, markBox, mark);
  else setName(doc, fontsFolder, markBox, mark.name);
  setLines(doc, fontsFolder, textBox, lines);
  doc.end();
  return finished;
}

/** Everything that pdfkit takes from the clock is fixed here. */
function openDocument(width: number, height: number): Doc {
  const PdfKit: typeof PDFDocument = fromPdfmake('pdfkit');
  const options = { size: [width, height], margin: 0, font: null, info: { CreationDate: new Date(0) } };
  return new PdfKit(options as unknown as PDFKit.PDFDocumentOptions);
}

function collect(doc: Doc): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    doc.on('error', reject);
  });
}

/** Draws the strokes in the pad's proportion, as large as the box allows. */
function drawStrokes(doc: Doc, box: Box, { strokes, aspect }: DrawnMark): void {
  const points = strokes.flat();
  const isOnPad = points.every(({ x, y }) => x >= 0 && x <= 1 && y >= 0 && y <= 1);
  if (points.length === 0 || points.length > MOST_POINTS || !isOnPad || !(aspect > 0)) {
    throw new AppError('signature.drawing', 'The drawn signature is empty or cannot be used. Draw it again.');
  }
  const width = Math.min(box.width, box.height * aspect);
  const height = width / aspect;
  const left = box.x + (box.width - width) / 2;
  const top = box.y + (box.height - height) / 2;
  doc.lineWidth(1.1).lineCap('round').lineJoin('round').strokeColor(INK);
  for (const stroke of strokes) {
    drawStroke(
      doc,
      stroke.map(({ x, y }) => [left + x * width, top + y * height]),
    );
  }
}

/** Curves through the middles between the points, which smooths what the pad measured; a lone point becomes a dot. */
function drawStroke(doc: Doc, points: readonly Point[]): void {
  const [first, ...rest] = points;
  const last = rest.at(-1) ?? first;
  if (!first || !last) return;
  doc.moveTo(...first);
  rest.slice(0, -1).forEach(([x, y], index) => {
    const [nextX, nextY] = rest[index + 1] ?? last;
    doc.quadraticCurveTo(x, y, (x + nextX) / 2, (y + nextY) / 2);
  });
  doc.lineTo(...last).stroke();
}

/** A typed name: in one line where it is legible so, else in two or three of about one length. */
function setName(doc: Doc, fontsFolder: string, box: Box, name: string): void {
  const words = name.trim().split(/\s+/);
  const sizeOf = (lines: readonly string[]): number => {
    chooseFont(doc, fontsFolder, 'italic', name);
    const widest = Math.max(1, ...lines.map(line => doc.fontSize(LARGEST_NAME).widthOfString(line)));
    return Math.min(LARGEST_NAME, (LARGEST_NAME * box.width) / widest, (box.height * 0.75) / lines.length);
  };
  const ways = [1, 2, 3].map(count => inLines(words, count)).map(lines => ({ lines, size: sizeOf(lines) }));
  const [inOne] = ways;
  const best = inOne && inOne.size >= LEGIBLE_NAME ? inOne : ways.reduce((a, b) => (b.size > a.size + 0.5 ? b : a));
  const height = best.size * 1.25;
  const top = box.y + (box.height - height * best.lines.length) / 2;
  best.lines.forEach((text, index) => {
    const line = { x: box.x, y: top + index * height, width: box.width, height };
    setLine(doc, fontsFolder, { box: line, face: 'italic', size: best.size, text, colour: INK });
  });
}

/** Words in so many lines of about one length; fewer where there are fewer words. */
function inLines(words: readonly string[], count: number): readonly string[] {
  const length = words.join(' ').length / count;
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    const isFull = last === undefined || (lines.length < count && last.length + word.length / 2 > length);
    if (isFull) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

/** The name in semibold, the other lines below it, the whole set in the middle of the height. */
function setLines(doc: Doc, fontsFolder: string, box: Box, lines: readonly string[]): void {
  const lineHeight = Math.min(12, box.height / Math.max(1, lines.length));
  const top = box.y + (box.height - lineHeight * lines.length) / 2;
  lines.forEach((text, index) => {
    const line = { x: box.x, y: top + index * lineHeight, width: box.width, height: lineHeight };
    const style = index === 0 ? { face: 'semibold' as const, size: 9 } : { face: 'regular' as const, size: 7.5 };
    setLine(doc, fontsFolder, { box: line, text, colour: index === 0 ? INK : TEXT, ...style });
  });
}

interface Line {
  readonly box: Box;
  readonly face: keyof typeof FACES;
  /** Largest size, in points; a long text is set smaller. */
  readonly size: number;
  readonly text: string;
  readonly colour: string;
}

/** Sets one line in the middle of its box's height, smaller if it is too wide, and cut short with an ellipsis at the smallest size. */
function setLine(doc: Doc, fontsFolder: string, line: Line): void {
  const { box, colour } = line;
  let text = chooseFont(doc, fontsFolder, line.face, line.text);
  const natural = doc.fontSize(line.size).widthOfString(text);
  const size = Math.max(SMALLEST_SIZE, Math.min(line.size, box.height * 0.9, (line.size * box.width) / natural));
  doc.fontSize(size);
  if (doc.widthOfString(text) > box.width + 0.01) {
    const characters = [...text];
    while (characters.length > 1 && doc.widthOfString(`${characters.join('')}…`) > box.width) characters.pop();
    text = `${characters.join('')}…`;
  }
  const y = box.y + (box.height - doc.currentLineHeight(true)) / 2;
  doc.fillColor(colour).text(text, box.x, y, { lineBreak: false });
}

/**
 * Chooses the first family that has every character, and returns the text as it can be set: characters that no family has
 * become question marks, since a character without a glyph would break PDF/A.
 */
function chooseFont(doc: Doc, fontsFolder: string, face: keyof typeof FACES, text: string): string {
  const characters = [...text.normalize('NFC').replace(/\s+/g, ' ').trim()];
  const candidates: { readonly file: string; readonly shown: string; readonly missing: number }[] = [];
  for (const file of FACES[face]) {
    doc.font(join(fontsFolder, file));
    const shown = characters.map(character => (hasGlyph(doc, character) ? character : '?'));
    const missing = shown.filter((character, index) => character !== characters[index]).length;
    candidates.push({ file, shown: shown.join(''), missing });
    if (missing === 0) break;
  }
  const [best] = candidates.sort((a, b) => a.missing - b.missing);
  doc.font(join(fontsFolder, best?.file ?? FACES[face][0]));
  return best?.shown || '?';
}

function hasGlyph(doc: Doc, character: string): boolean {
  const { _font } = doc as unknown as { _font: { font: { hasGlyphForCodePoint(codePoint: number): boolean } } };
  return _font.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
}
