import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A word on a page as poppler finds it: its box in points from the page's upper left corner. */
export interface PlacedWord {
  readonly text: string;
  readonly page: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Runs a command on a PDF that is written to a folder of its own; gives what the command says. Throws when it fails. */
export function runOn(pdf: Uint8Array, command: string, argumentsFor: (file: string) => readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'report-'));
  try {
    const file = join(folder, 'report.pdf');
    writeFileSync(file, pdf);
    return execFileSync(command, argumentsFor(file), { encoding: 'utf8', maxBuffer: 1e9 });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The first of the texts that poppler does not say as a whole after the one before it, or null when all are in order. */
export function outOfOrder(spoken: string, texts: readonly string[]): string | null {
  let place = -1;
  for (const text of texts) {
    place = spoken.indexOf(`"${text}"`, place + 1);
    if (place < 0) return text;
  }
  return null;
}

/** Every word of a PDF with its place. */
export function wordsOf(pdf: Uint8Array): PlacedWord[] {
  const pages = runOn(pdf, 'pdftotext', file => ['-bbox', file, '-'])
    .split('<page ')
    .slice(1);
  const word = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</g;
  return pages.flatMap((page, index) =>
    Array.from(page.matchAll(word), ([, left, top, right, bottom, text = '']) => ({
      text,
      page: index + 1,
      left: Number(left),
      top: Number(top),
      right: Number(right),
      bottom: Number(bottom),
    })),
  );
}

/** Pairs of words of a page that cover a third of each other's box or more. */
export function overlaps(words: readonly PlacedWord[]): string[] {
  const found: string[] = [];
  const sorted = words.toSorted((a, b) => a.page - b.page || a.top - b.top);
  for (const [index, one] of sorted.entries()) {
    for (let next = index + 1; next < sorted.length; next += 1) {
      const other = sorted[next];
      if (!other || other.page !== one.page || other.top > one.bottom) break;
      if (shareCovered(one, other) > 1 / 3) found.push(`page ${one.page}: ${one.text} and ${other.text}`);
    }
  }
  return found;
}

function shareCovered(one: PlacedWord, other: PlacedWord): number {
  const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  const area = (word: PlacedWord) => (word.right - word.left) * (word.bottom - word.top);
  return width <= 0 || height <= 0 ? 0 : (width * height) / Math.max(0.01, Math.min(area(one), area(other)));
}
