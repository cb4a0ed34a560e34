import { sha256 } from './cms.ts';
import type { PdfFile } from './pdf-file.ts';
import { lastRevision, latestState, objectNumbers, type PdfState } from './pdf-state.ts';
import {
  asDict,
  asItems,
  type PdfDict,
  type PdfRef,
  type PdfValue,
  pdfArray,
  pdfDict,
  pdfRef,
  withEntries,
  writeValue,
} from './pdf-values.ts';

/** An incremental update that is being put together: new and replaced objects on top of a file that is left as it is. */
export interface PdfUpdate {
  readonly base: PdfState;
  readonly objects: Map<number, PendingObject>;
  nextNumber: number;
}

interface PendingObject {
  readonly value: PdfValue;
  readonly stream?: Buffer;
}

/** An update as written: the whole new file and where each object of the update lies in it. */
export interface WrittenUpdate {
  readonly bytes: Buffer;
  readonly offsets: ReadonlyMap<number, number>;
}

/** Starts an update of the file's newest state. */
export function startUpdate(file: PdfFile): PdfUpdate {
  const base = latestState(file);
  const size = Number(lastRevision(base).trailer.entries.get('Size') ?? 0);
  const nextNumber = objectNumbers(base).reduce((next, number) => Math.max(next, number + 1), size);
  return { base, objects: new Map(), nextNumber };
}

/** Adds an object under a new number; a stream's dictionary gets its length here. */
export function addObject(update: PdfUpdate, value: PdfValue, stream?: Buffer): PdfRef {
  const number = update.nextNumber++;
  putObject(update, number, value, stream);
  return pdfRef(number);
}

/** Puts an object into the update in place of the one that has the number now. */
export function putObject(update: PdfUpdate, number: number, value: PdfValue, stream?: Buffer): void {
  update.objects.set(number, stream ? { value: withLength(value, stream), stream } : { value });
}

function withLength(value: PdfValue, stream: Buffer): PdfDict {
  const dict = asDict(value);
  if (!dict) throw new TypeError('a stream needs a dictionary');
  return withEntries(dict, { Length: stream.length });
}

/**
 * Writes the update after the file's bytes (ISO 32000-1 §7.5.6). The second part of /ID comes from the content, so that
 * the same update of the same file gives the same bytes.
 */
export function writeUpdate(update: PdfUpdate): WrittenUpdate {
  const { bytes } = update.base.file;
  const chunks: Buffer[] = [bytes];
  let length = bytes.length;
  const append = (chunk: Buffer | string): void => {
    const octets = typeof chunk === 'string' ? Buffer.from(chunk, 'latin1') : chunk;
    chunks.push(octets);
    length += octets.length;
  };
  if (bytes.at(-1) !== 0x0a) append('\n');
  const offsets = new Map<number, number>();
  for (const [number, { value, stream }] of [...update.objects].sort(([a], [b]) => a - b)) {
    offsets.set(number, length);
    append(`${number} 0 obj\n${writeValue(value)}\n`);
    if (stream) {
      append('stream\n');
      append(stream);
      append('\nendstream\n');
    }
    append('endobj\n');
  }
  const table = length;
  const trailer = writeTrailer(update, sha256(Buffer.concat(chunks)).subarray(0, 16));
  append(`xref\n${writeTable(offsets)}trailer\n${trailer}\nstartxref\n${table}\n%%EOF\n`);
  return { bytes: Buffer.concat(chunks), offsets };
}

/** `offsets` is in ascending order; neighbours share a subsection. */
function writeTable(offsets: ReadonlyMap<number, number>): string {
  const lines: string[] = [];
  for (const [number, offset] of offsets) {
    if (!offsets.has(number - 1)) lines.push(`${number} ${runLength(offsets, number)}`);
    lines.push(`${String(offset).padStart(10, '0')} 00000 n `);
  }
  return `0 1\n0000000000 65535 f \n${lines.join('\n')}\n`;
}

function runLength(offsets: ReadonlyMap<number, number>, first: number): number {
  let next = first;
  while (offsets.has(next)) next++;
  return next - first;
}

function writeTrailer(update: PdfUpdate, secondId: Buffer): string {
  const revision = lastRevision(update.base);
  const [firstId] = asItems(revision.trailer.entries.get('ID')) ?? [];
  return writeValue(
    pdfDict({
      Size: update.nextNumber,
      Root: revision.trailer.entries.get('Root'),
      Info: revision.trailer.entries.get('Info'),
      ID: firstId && pdfArray([firstId, { kind: 'string', bytes: secondId }]),
      Prev: revision.table,
    }),
  );
}
