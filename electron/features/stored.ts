import { createHash } from 'node:crypto';
import { z } from 'zod';

/** A JSON column read as the given shape. */
export const stored = <T extends z.ZodType>(shape: T) => z.string().transform(text => shape.parse(JSON.parse(text)));

/** As many parsed documents as are kept; a workspace uses a handful at a time. */
const mostKept = 100;

/** A JSON column that holds a whole document, which is parsed and checked once for each text and shared, frozen, from then on. */
export function storedDocument<T extends z.ZodType>(shape: T) {
  const kept = new Map<string, z.output<T>>();
  return z.string().transform(text => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const document = deepFrozen(shape.parse(JSON.parse(text)));
    if (kept.size >= mostKept) kept.clear();
    kept.set(text, document);
    return document;
  });
}

function deepFrozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) for (const member of Object.values(value)) deepFrozen(member);
  return Object.freeze(value);
}

/** SHA-256 of a text or of bytes, in hex: what the audit log keeps of words that somebody typed. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
