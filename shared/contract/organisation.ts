import { z } from 'zod';
import { boardStages } from '../domain/packs/board-stage.ts';
import { grade } from '../domain/plan.ts';
import { command, query, task } from './channel.ts';
import { apprenticeDetails, id, instant, nothing } from './shapes.ts';

const boardLine = z.strictObject({
  id,
  apprenticeName: z.string(),
  uln: z.string(),
  employer: z.string(),
  standard: z.string(),
  practice: z.boolean(),
  stage: z.enum(boardStages),
  /** Since when it is at this stage. */
  since: instant,
  /** Whether the assessor still has to be told what was decided. */
  isAnswerDue: z.boolean(),
  /** To whom it was given; null where it is kept here. */
  assessor: z.string().nullable(),
  /** The assessor's workspace, once something came from it. */
  workspaceId: id.nullable(),
  hasResult: z.boolean(),
  /** Whether every report is signed. */
  isSigned: z.boolean(),
  grade: grade.nullable(),
});
export type BoardLine = Readonly<z.infer<typeof boardLine>>;

const previewedApprentice = z.strictObject({
  line: z.number().int(),
  givenNames: z.string(),
  familyName: z.string(),
  uln: z.string(),
  employer: z.string(),
  trainingProvider: z.string(),
  /** Why this row cannot be taken in; null where it can. */
  problem: z.string().nullable(),
  warnings: z.array(z.string()),
});
export type PreviewedApprentice = Readonly<z.infer<typeof previewedApprentice>>;

const apprenticeList = z.strictObject({
  fileName: z.string(),
  sha256: z.string(),
  rows: z.array(previewedApprentice),
});
export type ApprenticeList = Readonly<z.infer<typeof apprenticeList>>;

export const organisationChannels = {
  /** Every assessment with where it is and since when. */
  'board.list': query(nothing, z.array(boardLine)),
  /** Asks for a list of apprentices as CSV and tells what of it can be taken in. Null when the person changed their mind. */
  'apprentice.previewImport': task(nothing, apprenticeList.nullable()),
  /** Adds apprentices from a list, each with an assessment where a plan is named. */
  'apprentice.import': command(
    z.strictObject({
      apprentices: z.array(apprenticeDetails).min(1, 'Choose at least one apprentice.').max(5000),
      planId: z.string().nullable(),
      pathway: z.string().optional(),
      practice: z.boolean(),
      /** Of the file that the list came from. */
      sha256: z.string(),
    }),
    z.strictObject({ added: z.number().int() }),
  ),
} as const;
