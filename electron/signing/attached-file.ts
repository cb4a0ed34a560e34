import { inflateSync } from 'node:zlib';
import { AppError } from '../../shared/errors.ts';
import { openPdf } from './pdf-file.ts';
import { catalogOf, entryOf, latestState, objectOf, resolve } from './pdf-state.ts';
import { asDict, asItems, asName, asRef } from './pdf-values.ts';

const MOST_BYTES = 64 * 1024 * 1024;

/** The content of the first file that is attached to a PDF; undefined where there is none or it cannot be read. Takes 64 MB at most. */
export function attachedFile(bytes: Uint8Array): Uint8Array | undefined {
  try {
    const state = latestState(openPdf(bytes));
    const [first] = asItems(entryOf(state, catalogOf(state).dict, 'AF')) ?? [];
    const embedded = asDict(entryOf(state, asDict(resolve(state, first)), 'EF'))?.entries.get('F');
    const object = objectOf(state, asRef(embedded)?.number ?? -1);
    const filter = asDict(object?.value)?.entries.get('Filter');
    if (!object?.stream || (filter !== undefined && asName(filter) !== 'FlateDecode')) return undefined;
    return filter === undefined ? object.stream : inflateSync(object.stream, { maxOutputLength: MOST_BYTES });
  } catch (error) {
    if (error instanceof AppError || (error instanceof Error && 'code' in error)) return undefined;
    throw error;
  }
}
