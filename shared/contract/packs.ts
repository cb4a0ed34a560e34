import { z } from 'zod';
import { packKind, workspaceRole } from '../domain/packs/pack-kinds.ts';
import { attachmentChoices } from '../domain/packs/record-shapes.ts';
import { itemStandings } from '../domain/packs/standing.ts';
import { command, query, task } from './channel.ts';
import { id, instant, line, nothing } from './shapes.ts';

/** A file that the person chose or dropped. */
const file = z.string().min(1).max(4096);

const packItem = z.strictObject({
  kind: z.enum(['standard', 'plan', 'questions', 'apprentice', 'assessment', 'review', 'receipt']),
  id: z.string(),
  title: z.string(),
  note: z.string(),
  standing: z.enum(itemStandings),
  why: z.string().nullable(),
});
export type PackItem = Readonly<z.infer<typeof packItem>>;

const packPreview = z.strictObject({
  file,
  fileName: z.string(),
  kind: packKind,
  id: z.string(),
  madeAt: instant,
  practice: z.boolean(),
  encrypted: z.boolean(),
  sizeBytes: z.number(),
  organisation: z.string(),
  sender: z.string(),
  signer: z.strictObject({
    name: z.string(),
    trusted: z.boolean(),
    trustWords: z.string(),
    fingerprint: z.string(),
    remarks: z.array(z.string()),
  }),
  /** What the signature covers: two packs with the same are the same. */
  tagManifestSha256: z.string(),
  /** The organisation's root certificate in an assignment that is not trusted here yet; it is trusted by taking the pack in. */
  offeredRoot: z.strictObject({ subject: z.string(), fingerprint: z.string() }).nullable(),
  /** Why nothing of it can be taken in; null where it can. */
  refusal: z.string().nullable(),
  /** When it was taken in before; null where it was not. */
  takenInAt: instant.nullable(),
  items: z.array(packItem),
});
export type PackPreview = Readonly<z.infer<typeof packPreview>>;

const takenIn = z.strictObject({
  kind: packKind,
  sender: z.string(),
  /** How many things are new or changed here now, and how many were left as they were. */
  taken: z.number().int(),
  same: z.number().int(),
  left: z.array(packItem),
});
export type TakenIn = Readonly<z.infer<typeof takenIn>>;

const written = z.strictObject({ file: z.string(), sha256: z.string(), sizeBytes: z.number(), files: z.number() });

const packLine = z.strictObject({
  id,
  kind: packKind,
  direction: z.enum(['sent', 'received']),
  counterpart: z.string(),
  signedBy: z.string(),
  madeAt: instant,
  handledAt: instant,
  assessments: z.number().int(),
});
export type PackLine = Readonly<z.infer<typeof packLine>>;

const correspondent = z.strictObject({
  workspaceId: id,
  role: workspaceRole,
  name: z.string(),
  fingerprint: z.string(),
  metAt: instant,
  /** Up to which event of its log everything arrived here, and up to which of this one's it confirmed. */
  receivedSequence: z.number().int(),
  acknowledgedSequence: z.number().int(),
});
export type PackCorrespondent = Readonly<z.infer<typeof correspondent>>;

export const packChannels = {
  'workspace.setRole': command(z.strictObject({ role: workspaceRole }), nothing),
  /** The packs that were sent and received, the latest first, and the other workspaces. */
  'pack.list': query(nothing, z.strictObject({ packs: z.array(packLine), correspondents: z.array(correspondent) })),
  /** Asks for packs. Empty when the person changed their mind. */
  'pack.choose': task(nothing, z.array(file)),
  /** Names the packs that were opened from outside (a double click, a second start with a file) since this was last asked. */
  'pack.opened': task(nothing, z.array(file)),
  /** Asks for a folder and names the packs in it. */
  'pack.chooseFolder': task(nothing, z.array(file)),
  /** Checks a pack and tells what is in it and how that stands to this workspace; nothing is written. */
  'pack.preview': task(z.strictObject({ file }), packPreview),
  /** Takes in what is new or changed, in one transaction. The pack has to be the one that was looked through. */
  'pack.takeIn': task(z.strictObject({ file, tagManifestSha256: z.string() }), takenIn),
  /** Sends signed assessments to the organisation. Null when the person changed their mind. */
  'pack.sendResults': task(
    z.strictObject({
      assessmentIds: z.array(id).min(1, 'Choose at least one signed assessment.').readonly(),
      choices: z.array(z.enum(attachmentChoices)).readonly(),
      /** To whom: a correspondent's workspace; null while none is known. */
      workspaceId: id.nullable(),
      encrypt: z.boolean(),
    }),
    written.nullable(),
  ),
  /** Gives assessments to an assessor: writes the assignment pack and records the assignment. */
  'pack.assign': task(
    z.strictObject({
      assessmentIds: z.array(id).min(1, 'Choose at least one assessment.').readonly(),
      assessor: line,
      /** The assessor's workspace, where packs came from it before; only to such a one can a pack be encrypted. */
      workspaceId: id.nullable(),
      encrypt: z.boolean(),
    }),
    written.nullable(),
  ),
  /** Takes an assignment back, as long as no result arrived. */
  'assignment.recall': command(z.strictObject({ assessmentId: id, reason: line }), nothing),
  /** Sends what quality assurance decided back to the assessor. */
  'pack.sendReviews': task(
    z.strictObject({ workspaceId: id, assessmentIds: z.array(id).min(1).readonly(), encrypt: z.boolean() }),
    written.nullable(),
  ),
  /** Confirms to an assessor what arrived. */
  'pack.sendReceipt': task(z.strictObject({ workspaceId: id }), written.nullable()),
} as const;
