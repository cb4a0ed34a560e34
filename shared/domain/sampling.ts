import type { Grade } from './plan.ts';

/** Why internal quality assurance looks at an assessment. Source: the usual sampling of end-point assessment organisations. */
export const samplingReasons = [
  'newAssessor',
  'newPlan',
  'fail',
  'distinction',
  'borderline',
  'adjustment',
  'complaint',
  'random',
] as const;
export type SamplingReason = (typeof samplingReasons)[number];

/** How much is sampled beside what always is: the first assessments of an assessor and of a plan, and a share by lot, in percent. */
export interface SamplingRule {
  readonly firstOfAssessor: number;
  readonly firstOfPlan: number;
  readonly percent: number;
}

/** The rule of a new workspace. Rule: ours, after common practice. */
export const usualSampling: SamplingRule = { firstOfAssessor: 3, firstOfPlan: 3, percent: 10 };

/** What is known of an assessment when its sampling is decided. */
export interface SamplingFacts {
  /** Which signed assessment of this assessor it is, counted from 1. */
  readonly ofAssessor: number;
  /** Which signed assessment by this plan it is, counted from 1. */
  readonly ofPlan: number;
  readonly overall: Grade;
  readonly methods: readonly { readonly grade: Grade; readonly descriptors: readonly SampledDescriptor[] }[];
  readonly adjusted: boolean;
  readonly complaint: boolean;
  /** The assessment's lot, from 0 to 99. */
  readonly lot: number;
}

/** A descriptor as it was judged. */
export interface SampledDescriptor {
  readonly grade: 'pass' | 'distinction';
  readonly decision: 'met' | 'notMet' | null;
}

/** Why this assessment has to be sampled, in the order of `samplingReasons`; none when it need not be. */
export function reasonsToSample(facts: SamplingFacts, rule: SamplingRule): readonly SamplingReason[] {
  const grades = [facts.overall, ...facts.methods.map(({ grade }) => grade)];
  const holds: Readonly<Record<SamplingReason, boolean>> = {
    newAssessor: facts.ofAssessor <= rule.firstOfAssessor,
    newPlan: facts.ofPlan <= rule.firstOfPlan,
    fail: grades.includes('fail'),
    distinction: grades.includes('distinction'),
    borderline: facts.methods.some(isBorderline),
    adjustment: facts.adjusted,
    complaint: facts.complaint,
    random: facts.lot < rule.percent,
  };
  return samplingReasons.filter(reason => holds[reason]);
}

/** Whether a single judgement keeps the method from a better grade: one pass descriptor from a pass, or one distinction descriptor from a distinction. */
function isBorderline({ grade, descriptors }: SamplingFacts['methods'][number]): boolean {
  const notMet = (level: SampledDescriptor['grade']) =>
    descriptors.filter(one => one.grade === level && one.decision !== 'met').length;
  if (grade === 'fail') return notMet('pass') === 1;
  return grade !== 'distinction' && notMet('pass') === 0 && notMet('distinction') === 1;
}

/** The lot of an assessment, from 0 to 99: it follows from the random end of its id, so that nobody draws twice. */
export function lotOf(assessmentId: string): number {
  return Number.parseInt(assessmentId.replaceAll('-', '').slice(-8), 16) % 100;
}

const words: Readonly<Record<SamplingReason, string>> = {
  newAssessor: 'One of the assessor’s first assessments',
  newPlan: 'One of the first assessments by this plan',
  fail: 'A fail',
  distinction: 'A distinction',
  borderline: 'One judgement away from a better grade',
  adjustment: 'A reasonable adjustment or special consideration',
  complaint: 'A complaint',
  random: 'Drawn by lot',
};

/** The reason as a report and a screen say it. */
export const samplingReasonInWords = (reason: SamplingReason): string => words[reason];
