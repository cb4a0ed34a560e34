import { z } from 'zod';
import { itemKinds } from '../domain/framework.ts';
import { query } from './channel.ts';

const range = z.strictObject({ start: z.number().int(), end: z.number().int() });

export const searchChannels = {
  /** The statements of every framework that hold words beginning as typed, the best first; an exact code comes before all others. */
  'framework.search': query(
    z.strictObject({ text: z.string().max(200), limit: z.number().int().min(1).max(100) }),
    z.array(
      z.strictObject({
        frameworkId: z.string(),
        reference: z.string(),
        code: z.string(),
        kind: z.enum(itemKinds),
        text: z.string(),
        /** Where the words that were typed stand in the text. */
        highlights: z.array(range),
      }),
    ),
  ),
} as const;
