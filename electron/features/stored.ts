import { createHash } from 'node:crypto';
import { z } from 'zod';

/** A JSON column read as the given shape. */
export const stored = <T extends z.ZodType>(shape: T) => z.string().transform(text => shape.parse(JSON.parse(text)));

/** SHA-256 of a text or of bytes, in hex: what the audit log keeps of words that somebody typed. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
