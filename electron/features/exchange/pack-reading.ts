import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import type { OpenPack } from '../../packs/open-pack.ts';
import { isBounded } from './json-bounds.ts';

/** The largest file with records that is read whole, in bytes; a long assessment has a seventh of it. */
const largestRecord = 12 * 2 ** 20;

/** What a pack holds is not what its kind is to hold; `detail` is a clause. */
export const wrongContent = (detail: string, cause?: unknown): AppError =>
  new AppError(
    'pack.content',
    `The pack is whole and signed, but ${detail}. Nothing was taken in. Ask the sender which version of the workbench made it.`,
    cause === undefined ? undefined : { cause },
  );

/** Reads a file of JSON in a pack as the given shape. Throws AppError `pack.content`. */
export async function readJsonFile<T extends z.ZodType>(pack: OpenPack, path: string, shape: T): Promise<z.output<T>> {
  return parsed(path, await pack.read(path, largestRecord), shape);
}

function parsed<T extends z.ZodType>(path: string, bytes: Uint8Array, shape: T): z.output<T> {
  if (!isBounded(bytes)) throw wrongContent(`${path} holds far more than it should`);
  try {
    return shape.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch (cause) {
    throw wrongContent(`${path} does not hold what it should`, cause);
  }
}

/** Something that was read and checked, kept packed until it is needed: a thousand assessments fit where ten would. */
export interface Spooled<T> {
  get(): T;
}

/** So much is kept of one kind of thing in a pack: the records of some thousands of assessments, in bytes. */
const mostKept = 64 * 2 ** 20;

/** Keeps things packed in memory, up to a limit. Throws AppError `pack.tooLarge` beyond it. */
export function spooling(): <T>(value: T) => Spooled<T> {
  let kept = 0;
  return <T>(value: T): Spooled<T> => {
    const packed = deflateRawSync(JSON.stringify(value), { level: 1 });
    kept += packed.length;
    if (kept > mostKept) {
      throw new AppError(
        'pack.tooLarge',
        'The pack holds more assessments than can be looked through at once. Nothing was taken in. Ask the sender for several smaller packs.',
      );
    }
    return { get: () => JSON.parse(inflateRawSync(packed).toString()) as T };
  };
}
