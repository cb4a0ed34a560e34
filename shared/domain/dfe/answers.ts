import { z } from 'zod';
import { type ReferenceKind, serviceReference } from './kinds.ts';

/** What the service said of one learner, as it was read. Null stands for what the answer does not hold. */
export interface ServiceAnswer {
  /** Where it stands: `Row 2`, `Answer 2`. */
  readonly place: string;
  readonly requestId: string | null;
  readonly uln: string | null;
  readonly familyName: string | null;
  /** LARS numbers and references of the standard, whichever were given. */
  readonly standards: readonly string[];
  readonly references: Readonly<Partial<Record<ReferenceKind, string>>>;
  /** The service's own words on what it refused. */
  readonly errors: readonly string[];
}

/** A learner to whom an answer may belong. */
export interface AnsweredLearner {
  readonly assessmentId: string;
  readonly name: string;
  readonly familyName: string;
  readonly uln: string;
  readonly standards: readonly string[];
  /** The request ids under which the learner was written. */
  readonly requestIds: readonly string[];
  readonly references: Readonly<Record<ReferenceKind, string | null>>;
}

/** What becomes of a line of an answer. Only `new` is taken over. */
export const answerStandings = ['new', 'held', 'differs', 'refused', 'unmatched', 'empty'] as const;
const answerStanding = z.enum(answerStandings);

/** A line of the preview of an answer. */
export const answerLine = z.strictObject({
  place: z.string(),
  standing: answerStanding,
  /** The learner it belongs to; null where nobody was found. */
  assessmentId: z.string().nullable(),
  name: z.string(),
  kind: z.enum(['epa', 'certificate']).nullable(),
  reference: z.string().nullable(),
  words: z.string(),
});
export type AnswerLine = Readonly<z.infer<typeof answerLine>>;

/**
 * What an answer of the service would change: a line for each reference, and for each learner without one. A learner is found by the request id
 * that a written file gave them, else by ULN, family name and standard together; where the answer holds both, they have to agree.
 */
export const answerLines = (
  answers: readonly ServiceAnswer[],
  learners: readonly AnsweredLearner[],
): readonly AnswerLine[] => {
  const byRequest = new Map(learners.flatMap(one => one.requestIds.map(id => [id, one] as const)));
  const byUln = grouped(learners);
  return answers.flatMap(answer => linesOf(answer, learnerOf(answer, byRequest, byUln)));
};

function grouped(learners: readonly AnsweredLearner[]): Map<string, AnsweredLearner[]> {
  const groups = new Map<string, AnsweredLearner[]>();
  for (const learner of learners) {
    const group = groups.get(learner.uln);
    if (group) group.push(learner);
    else groups.set(learner.uln, [learner]);
  }
  return groups;
}

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();
const fits = ({ uln, familyName, standards }: ServiceAnswer, learner: AnsweredLearner): boolean =>
  (uln === null || uln === learner.uln) &&
  (familyName === null || same(familyName, learner.familyName)) &&
  standards.every(standard => learner.standards.some(own => same(own, standard)));

function learnerOf(
  answer: ServiceAnswer,
  byRequest: ReadonlyMap<string, AnsweredLearner>,
  byUln: ReadonlyMap<string, readonly AnsweredLearner[]>,
): AnsweredLearner | null {
  const requested = answer.requestId === null ? undefined : byRequest.get(answer.requestId);
  if (requested) return fits(answer, requested) ? requested : null;
  if (answer.uln === null || answer.familyName === null || answer.standards.length === 0) return null;
  const found = (byUln.get(answer.uln) ?? []).filter(learner => fits(answer, learner));
  return found.length === 1 ? (found[0] ?? null) : null;
}

function linesOf(answer: ServiceAnswer, learner: AnsweredLearner | null): readonly AnswerLine[] {
  const { place, errors } = answer;
  const base = { place, assessmentId: learner?.assessmentId ?? null, name: learner?.name ?? answer.familyName ?? '' };
  const none = { ...base, kind: null, reference: null };
  const refused = errors.length === 0 ? [] : [{ ...none, standing: 'refused' as const, words: errors.join(' ') }];
  if (!learner) {
    const words = 'Nobody in this workspace has this request id, or this ULN, family name and standard together.';
    return refused.length > 0 ? refused : [{ ...none, standing: 'unmatched', words }];
  }
  const lines = (['epa', 'certificate'] as const).flatMap(kind => {
    const reference = answer.references[kind];
    return reference === undefined ? [] : [{ ...base, kind, reference, ...standingOf(reference, learner, kind) }];
  });
  if (lines.length + refused.length > 0) return [...refused, ...lines];
  return [{ ...none, standing: 'empty', words: 'The answer holds no reference for this learner.' }];
}

function standingOf(
  reference: string,
  { references }: AnsweredLearner,
  kind: ReferenceKind,
): Pick<AnswerLine, 'standing' | 'words'> {
  if (!serviceReference.safeParse(reference).success) {
    const words = `“${reference}” is not eight digits: a spreadsheet may have taken its leading zeros. Import the answer as the service sent it.`;
    return { standing: 'differs', words };
  }
  const held = references[kind];
  if (held === null) return { standing: 'new', words: '' };
  if (held === reference) return { standing: 'held', words: 'Recorded already.' };
  return {
    standing: 'differs',
    words: `${held} is recorded. If the new one is right, correct it in the learner’s details.`,
  };
}
