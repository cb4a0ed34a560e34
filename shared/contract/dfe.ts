import { z } from 'zod';
import { answerLine } from '../domain/dfe/answers.ts';
import { dfeRules, findingLevels, fixPlaces } from '../domain/dfe/finding.ts';
import { gradeWords, passingGrades } from '../domain/dfe/grades.ts';
import { dfeForm, dfeKind, referenceKinds, serviceReference } from '../domain/dfe/kinds.ts';
import { postalContact } from '../domain/dfe/record.ts';
import { command, query, task } from './channel.ts';
import { id, instant, line, nothing } from './shapes.ts';

const day = z.iso.date();
const file = z.strictObject({ kind: dfeKind, form: dfeForm });

const finding = z.strictObject({
  rule: z.enum(dfeRules),
  level: z.enum(findingLevels),
  words: z.string(),
  fix: z.enum(fixPlaces).nullable(),
});

const learner = z.strictObject({
  assessmentId: id,
  apprenticeId: id,
  planId: z.string(),
  name: z.string(),
  uln: z.string(),
  employer: z.string(),
  standard: z.string(),
  /** The outcome or grade that the file would tell, in the service's words. */
  result: z.string(),
  level: z.enum(findingLevels),
  /** What is not a pass; the rules that hold are told by `dfe.check`. */
  problems: z.array(finding),
  /** When the learner was last written to a file of this kind; null while they were not. */
  writtenAt: instant.nullable(),
});
export type DfeLearner = Readonly<z.infer<typeof learner>>;

const details = z.strictObject({
  /** Null while nobody chose one: the apprentice's pathway then. */
  courseOption: z.string().trim().max(200).nullable(),
  learningStartedOn: day.nullable(),
  contact: postalContact,
  epaReference: serviceReference.nullable(),
  certificateReference: serviceReference.nullable(),
});
export type DfeDetails = Readonly<z.infer<typeof details>>;

const withdrawal = z.strictObject({ withdrawnOn: day, reason: z.string(), recordedAt: instant });

const planSettings = z.strictObject({
  planId: z.string().min(1).max(100),
  words: gradeWords,
  /** When the standard was published. */
  publishedOn: day.nullable(),
});

const writtenFile = z.strictObject({
  id,
  number: z.number().int(),
  kind: dfeKind,
  form: dfeForm,
  fileName: z.string(),
  sha256: z.string(),
  sizeBytes: z.number().int(),
  writtenAt: instant,
  /** How many learners it held; `dfe.writtenLearners` names them. */
  learners: z.number().int(),
});
export type DfeWrittenFile = Readonly<z.infer<typeof writtenFile>>;

export const dfeChannels = {
  /** Everybody whose result was ever released, with what keeps them out of a file of this kind. */
  'dfe.list': query(
    file,
    z.strictObject({
      learners: z.array(learner),
      /** How many overall reports are signed without any release of their assessment. */
      unreleased: z.number().int(),
    }),
  ),
  /** What every rule says of one learner, those that hold included. */
  'dfe.check': query(file.extend({ assessmentId: id }), z.array(finding)),
  /** What the service asks for beside the result. */
  'dfe.details': query(
    z.strictObject({ assessmentId: id }),
    z.strictObject({
      name: z.string(),
      details,
      /** The options of the standard's version; none where it has none. */
      options: z.array(z.string()),
      pathway: z.string().nullable(),
      withdrawal: withdrawal.nullable(),
      /** The contact last given for another apprentice of the same employer. */
      suggested: postalContact.nullable(),
    }),
  ),
  'dfe.setDetails': command(details.extend({ assessmentId: id }), nothing),
  /** Records that the learner withdrew: their result goes into no file from now on. */
  'learner.withdraw': command(z.strictObject({ assessmentId: id, withdrawnOn: day, reason: line }), nothing),
  'learner.undoWithdrawal': command(z.strictObject({ assessmentId: id, reason: line }), nothing),
  /** The organisation's UKPRN and, for each plan with live assessments, the service's words for its grades. */
  'dfe.settings': query(
    nothing,
    z.strictObject({
      ukprn: z.string(),
      plans: z.array(
        planSettings.extend({
          title: z.string(),
          version: z.string(),
          grades: z.array(z.enum(passingGrades)),
        }),
      ),
    }),
  ),
  'dfe.setSettings': command(
    z.strictObject({
      ukprn: z
        .string()
        .trim()
        .regex(/^(?:[1-9]\d{7})?$/, 'A UKPRN has eight digits and does not begin with 0.'),
      plans: z.array(planSettings).max(1000).readonly(),
    }),
    nothing,
  ),
  /** Checks the learners again, asks where, and writes them: one CSV, or as many JSON files as the service's limits ask for. Refused while one of them would be refused by the service. Null when the person changed their mind. */
  'dfe.write': task(
    file.extend({ assessmentIds: z.array(id).min(1, 'Choose at least one learner.').max(10_000).readonly() }),
    z.strictObject({ files: z.array(z.string()), learners: z.number().int() }).nullable(),
  ),
  /** Every file that was written, the latest first. */
  'dfe.files': query(nothing, z.array(writtenFile)),
  /** Who was in a written file, in its order. */
  'dfe.writtenLearners': query(
    z.strictObject({ fileId: id }),
    z.array(z.strictObject({ assessmentId: id, name: z.string(), requestId: z.string() })),
  ),
  /** Asks for an answer of the service (CSV or JSON) and says what it would change; nothing is written. Null when the person changed their mind. */
  'dfe.previewAnswer': task(
    nothing,
    z.strictObject({ fileName: z.string(), sha256: z.string(), lines: z.array(answerLine) }).nullable(),
  ),
  /** Records references of a previewed answer. */
  'dfe.recordAnswer': command(
    z.strictObject({
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      references: z
        .array(z.strictObject({ assessmentId: id, kind: z.enum(referenceKinds), reference: serviceReference }))
        .min(1)
        .max(20_000)
        .readonly(),
    }),
    z.strictObject({ recorded: z.number().int() }),
  ),
} as const;
