import { useState } from 'react';
import type { Review, ReviewCase } from '../../../shared/contract/quality-assurance.ts';
import type { SamplingReason } from '../../../shared/domain/sampling.ts';

/** A review as it is being filled in. */
export interface ReviewForm {
  readonly reportIds: readonly string[];
  readonly reviewerId: string | null;
  readonly sampledBecause: readonly SamplingReason[];
  readonly decision: Review['decision'] | null;
  readonly reasons: string;
}

/** A review that is complete. */
export type CompleteReview = ReviewForm & {
  readonly reviewerId: string;
  readonly decision: Review['decision'];
};

/** Whether a review can be recorded: somebody looked at something for a reason, and says why where they did not agree. */
export function isComplete(form: ReviewForm): form is CompleteReview {
  const { reportIds, reviewerId, sampledBecause, decision } = form;
  const isNamed = reportIds.length > 0 && reviewerId !== null && sampledBecause.length > 0;
  return isNamed && decision !== null && !lacksReasons(form);
}

/** Whether the decision needs reasons that are not there. */
export const lacksReasons = ({ decision, reasons }: ReviewForm): boolean =>
  decision !== null && decision !== 'agreed' && reasons.trim() === '';

/** The reports that can still be reviewed: a countersigned one was agreed for good. */
export const reviewable = ({ reports }: ReviewCase): ReviewCase['reports'] =>
  reports.filter(({ countersigned }) => countersigned === null);

/** The form of a review: every current report, for the reasons of the sampling rule. */
export function useReviewForm(review: ReviewCase, reviewerId: string | null) {
  const [form, setForm] = useState<ReviewForm>({
    reportIds: reviewable(review).map(({ id }) => id),
    reviewerId,
    sampledBecause: review.because.map(({ reason }) => reason),
    decision: null,
    reasons: '',
  });
  const change = (part: Partial<ReviewForm>): void => setForm(before => ({ ...before, ...part }));
  return { form, change };
}

/** The list with this one in it or out of it. */
export function toggled<T>(list: readonly T[], one: T, isIn: boolean): readonly T[] {
  return isIn ? [...list.filter(each => each !== one), one] : list.filter(each => each !== one);
}
