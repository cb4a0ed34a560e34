import { z } from 'zod';
import { coverageStandings } from '../domain/statement-coverage.ts';
import { command, query, task } from './channel.ts';
import { id, instant, ksbCode, line, nothing } from './shapes.ts';

const planId = z.string().min(1).max(100);
const day = z.iso.date();
const count = z.number().int();

const version = z.strictObject({
  id,
  label: z.string(),
  statements: z.array(z.string()),
  addedAt: instant,
  /** Why no assessment may choose it any more; null while it may. */
  withdrawnReason: z.string().nullable(),
  /** In how many sessions that count it was used. */
  sessions: count,
});
export type AssessmentVersion = Readonly<z.infer<typeof version>>;

const covered = z.strictObject({
  code: z.string(),
  text: z.string(),
  methodKey: z.string(),
  themeKey: z.string(),
  outcome: z.string(),
  isMandatory: z.boolean(),
  times: count,
  leftOut: count,
  lastOn: day.nullable(),
  dueBy: day.nullable(),
  standing: z.enum(coverageStandings),
});

const samplingLog = z.strictObject({
  /** Whether the sessions in it are practice ones, as all of a demonstration's are. */
  practice: z.boolean(),
  coveredWithinMonths: count.nullable(),
  versions: z.array(version),
  /** Every statement of the plan's outcomes, with how often and when it was assessed. */
  coverage: z.array(covered),
  /** The sessions that count, the latest first; one without a version assessed every statement. */
  log: z.array(
    z.strictObject({
      sessionId: id,
      assessmentId: id,
      apprentice: z.string(),
      methodKey: z.string(),
      method: z.string(),
      on: day,
      version: z.string().nullable(),
      statements: z.array(z.string()),
    }),
  ),
});
export type SamplingLog = Readonly<z.infer<typeof samplingLog>>;

export const assessmentVersionChannels = {
  /** The versions of a plan that samples, the log of what was assessed with them, and the coverage over time. */
  'assessmentVersion.log': query(z.strictObject({ planId }), samplingLog),
  /** Adds a version: the statements that assessments with it are about, every mandatory one among them. It never changes afterwards. */
  'assessmentVersion.add': command(
    z.strictObject({ planId, label: line, statements: z.array(ksbCode).max(500).readonly() }),
    z.strictObject({ id }),
  ),
  'assessmentVersion.withdraw': command(z.strictObject({ id, reason: line }), nothing),
  /** The version that the next sessions of an assessment are held with; null: every statement is assessed. */
  'assessmentVersion.choose': command(z.strictObject({ assessmentId: id, versionId: id.nullable() }), nothing),
  /** Asks where, and writes the coverage report or the log there as CSV. Null when the person changed their mind. */
  'assessmentVersion.export': task(
    z.strictObject({ planId, what: z.enum(['coverage', 'log']) }),
    z.strictObject({ file: z.string() }).nullable(),
  ),
} as const;
