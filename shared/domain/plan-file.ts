import { z } from 'zod';
import { plan } from './plan.ts';
import { questionPlace, questionWording } from './question-bank.ts';

const name = z.string().trim().min(1).max(200);

/** A question of a plan's bank as it travels with the plan: who wrote it, and who approved it, if anybody has. */
export const travellingQuestion = z.strictObject({
  ...questionPlace.shape,
  ...questionWording.shape,
  author: name,
  approved: z.strictObject({ by: name, at: z.iso.datetime() }).optional(),
});
export type TravellingQuestion = Readonly<z.infer<typeof travellingQuestion>>;

/** A bank that travels with its plan. */
export const travellingBank = z.array(travellingQuestion).max(2000);

/** A plan as a file: the document, and its questions where it has any. What is retired stays behind. */
export const planFile = plan.extend({ questionBank: travellingBank.optional() });
export type PlanFile = Readonly<z.infer<typeof planFile>>;
