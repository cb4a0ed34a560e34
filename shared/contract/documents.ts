import { z } from 'zod';
import { logoLimits } from '../organisation-style.ts';
import { command, query, task } from './channel.ts';
import { signatureMark } from './reports.ts';
import { id, instant, line, nothing } from './shapes.ts';

/** The documents that are made from the record beside the reports that an assessor signs. */
export const documentKinds = ['outcome', 'feedback', 'resitLetter', 'qualityAssurance', 'audit'] as const;
export const documentKind = z.enum(documentKinds);
export type DocumentKind = z.infer<typeof documentKind>;

/** What a person adds to one document beside the record; each counts for the kind that it is named under. */
const documentWords = z.strictObject({
  /** Feedback: words to open with, for the apprentice. */
  opening: z.string().trim().max(4000).exactOptional(),
  /** Re-sit letter: whom to write to with questions, as one line. */
  contact: z.string().trim().max(200).exactOptional(),
  /** Quality assurance report: a remark on a method as a whole. */
  remarks: z
    .array(z.strictObject({ methodKey: z.string(), remark: z.string().trim().max(4000) }))
    .max(20)
    .exactOptional(),
  /** Quality assurance report: what is to be done, by whom and until when. */
  actions: z
    .array(z.strictObject({ text: line, by: line, until: z.iso.date().nullable() }))
    .max(20)
    .exactOptional(),
});
export type DocumentWords = Readonly<z.infer<typeof documentWords>>;

const madeDocument = z.strictObject({
  id,
  kind: documentKind,
  title: z.string(),
  documentId: z.string(),
  version: z.number().int(),
  madeAt: instant,
  /** Signed with the organisation's seal, or for the quality assurance report by the reviewer. */
  signed: z.boolean(),
  sha256: z.string(),
  sizeBytes: z.number().int(),
});
export type MadeDocument = Readonly<z.infer<typeof madeDocument>>;

const style = z.strictObject({
  organisation: z.string().trim().max(200),
  accentColour: z.string().regex(/^#[0-9a-f]{6}$/i, 'A colour is # and six hexadecimal digits.'),
  logo: z
    .strictObject({
      bytes: z.instanceof(Uint8Array).refine(({ length }) => length <= logoLimits.bytes, 'The logo is too large.'),
      mediaType: z.enum(['image/png', 'image/jpeg']),
      alt: line,
    })
    .nullable(),
});
export type DocumentStyle = Readonly<z.infer<typeof style>>;

export const documentChannels = {
  /** What can be made of an assessment now, each with what is in the way, and what was made, the latest first. */
  'document.list': query(
    z.strictObject({ assessmentId: id }),
    z.strictObject({
      possible: z.array(
        z.strictObject({
          kind: documentKind,
          title: z.string(),
          blocked: z.string().nullable(),
          /** Who signs it: the organisation by its seal, the reviewer where a mark is given, or nobody. */
          signer: z.enum(['organisation', 'reviewer', 'nobody']),
        }),
      ),
      made: z.array(madeDocument),
    }),
  ),
  /** Makes the document from the record as it stands, and stores it; a later one is a new version. `mark`: how the reviewer signs a quality assurance report; without it that stays unsigned. */
  'document.make': task(
    z.strictObject({
      assessmentId: id,
      kind: documentKind,
      mark: signatureMark.exactOptional(),
      words: documentWords.exactOptional(),
    }),
    madeDocument,
  ),
  'document.preview': task(z.strictObject({ id }), z.strictObject({ pdf: z.instanceof(Uint8Array) })),
  /** Asks where, and writes the PDF there. Null when the person changed their mind. */
  'document.save': task(z.strictObject({ id }), z.strictObject({ file: z.string() }).nullable()),
  /** How the workspace's documents look. */
  'style.get': query(nothing, style),
  'style.set': command(style, nothing),
  /** Asks for a folder and saves every signed report of the assessments there; what is there already with the same content is left. Null when the person changed their mind. Progress is told by event; `task.cancel` ends it after the file that is being written. */
  'report.saveAll': task(
    z.strictObject({ assessmentIds: z.array(id).min(1).max(10_000).readonly() }),
    z
      .strictObject({
        folder: z.string(),
        saved: z.number().int(),
        skipped: z.number().int(),
        remaining: z.number().int(),
      })
      .nullable(),
  ),
  /** Ends the batch that is going on, if there is one; what it wrote stays. */
  'task.cancel': task(nothing, z.strictObject({ cancelled: z.boolean() })),
} as const;
