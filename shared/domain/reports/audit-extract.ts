import { z } from 'zod';
import { common, instant, sha256 } from './common.ts';

/** An event with everything that its hash was made of: whoever has the extract can make the hash again. */
const event = z.strictObject({
  sequence: z.number().int().positive(),
  at: instant,
  /** The actor's name, for people; the hash is made with `actorId`. */
  actor: z.string(),
  actorId: z.string(),
  type: z.string(),
  /** The event in a sentence, for people. */
  sentence: z.string(),
  subjectId: z.string(),
  /** The details as the log keeps them: JSON text, letter for letter. */
  detail: z.string(),
  previousHash: sha256,
  hash: sha256,
  /** Ed25519 over the 32 bytes of the hash, in Base64. */
  signature: z.base64(),
});

/** The events of one assessment, and whether the whole log that they stand in is unbroken. */
export const auditExtract = z
  .strictObject({
    ...common,
    kind: z.literal('audit'),
    events: z.array(event).min(1),
    log: z.strictObject({
      checkedAt: instant,
      eventCount: z.number().int().positive(),
      firstHash: sha256,
      lastHash: sha256,
      /** The number of the first event that does not fit, or null for an unbroken chain. */
      brokenAt: z.number().int().positive().nullable(),
      /** The workspace's public key: Ed25519 as SubjectPublicKeyInfo in Base64. */
      publicKey: z.base64(),
    }),
  })
  .refine(
    ({ events }) => events.every((one, index) => index === 0 || one.sequence > (events[index - 1]?.sequence ?? 0)),
    {
      path: ['events'],
      message: 'Events stand in the order of their numbers',
    },
  );
