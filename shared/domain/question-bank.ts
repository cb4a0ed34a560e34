import { z } from 'zod';
import type { Method, Plan, Theme } from './plan.ts';

/** What a question of a bank is for: to open a theme, to go on from an answer, or to ask about a case that is told. */
export const questionKinds = ['opening', 'followUp', 'scenario'] as const;
/** A draft is not asked yet; an approved question is offered in sessions; a retired one no longer is, and stays in the record. */
export const questionStatuses = ['draft', 'approved', 'retired'] as const;
export const questionKind = z.enum(questionKinds);
export type QuestionKind = z.infer<typeof questionKind>;
export type QuestionStatus = (typeof questionStatuses)[number];

/** The names of the kinds, as lists and files have them. */
export const questionKindNames: Readonly<Record<QuestionKind, string>> = {
  opening: 'Opening',
  followUp: 'Follow-up',
  scenario: 'Scenario',
};

const pointer = z.string().trim().min(1).max(500);
const pointers = z.array(pointer).max(20).readonly();

/** The words of a question: what is asked, for which KSBs, and what a good answer holds at each grade. */
export const questionWording = z.strictObject({
  kind: questionKind,
  text: z.string().trim().min(1, 'Type the question.').max(2000),
  ksbs: z
    .array(z.string().regex(/^[A-Z]{1,3}\d{1,3}$/))
    .min(1, 'Name at least one KSB that the question is for.')
    .max(60)
    .readonly(),
  passPointers: pointers,
  distinctionPointers: pointers,
});
export type QuestionWording = Readonly<z.infer<typeof questionWording>>;

/** The theme that a question belongs to. Keys of themes are unique within their method only. */
export const questionPlace = z.strictObject({ methodKey: z.string().min(1), themeKey: z.string().min(1) });
export type QuestionPlace = Readonly<z.infer<typeof questionPlace>>;

/** A bank of questions that comes with the workbench, as its file has it. */
export const questionBankFile = z.strictObject({
  schema: z.literal('epa-question-bank/1'),
  planId: z.string(),
  author: z.string(),
  source: z.string(),
  questions: z.array(z.strictObject({ ...questionPlace.shape, ...questionWording.shape })),
});
export type QuestionBankFile = Readonly<z.infer<typeof questionBankFile>>;

/** The theme at a place of the plan with its method, or undefined. */
export function themeAt(
  plan: Plan,
  { methodKey, themeKey }: QuestionPlace,
): { readonly method: Method; readonly theme: Theme } | undefined {
  const method = plan.methods.find(({ key }) => key === methodKey);
  const theme = method?.themes.find(({ key }) => key === themeKey);
  return method && theme && { method, theme };
}

/** The codes that the theme does not hold, in the order given: a question is asked for KSBs of its own theme. */
export const outsideTheme = (codes: readonly string[], theme: Theme): readonly string[] =>
  codes.filter(code => !theme.ksbs.includes(code));

/** What two questions of a theme have in common when they ask the same, whatever their capitals, spaces and marks. */
export const sameQuestion = ({ methodKey, themeKey }: QuestionPlace, text: string): string =>
  JSON.stringify([methodKey, themeKey, ...(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [text])]);

/** A question as a session may offer it. */
export interface Offer {
  /** The note in which it was asked in this session; null while it was not. */
  readonly askedIn: string | null;
  /** When it was asked in an earlier attempt with this apprentice; null where it was not. */
  readonly askedBefore: string | null;
  /** Its place among those picked for this session, from 1; null where it was not picked. */
  readonly picked: number | null;
}

/**
 * Questions in the order in which they are offered: those not asked in this session first, of these those picked for it in their order; those asked last. Where the plan wants other questions
 * on a re-sit, those asked in an earlier attempt come after the new ones.
 */
export function inOrderOfOffer<T extends Offer>(questions: readonly T[], differentOnResit: boolean): readonly T[] {
  const rank = ({ askedIn, askedBefore }: Offer): number =>
    askedIn !== null ? 2 : askedBefore !== null && differentOnResit ? 1 : 0;
  const place = ({ picked }: Offer): number => picked ?? Number.MAX_SAFE_INTEGER;
  return questions.toSorted((a, b) => rank(a) - rank(b) || place(a) - place(b));
}
