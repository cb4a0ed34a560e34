import type { OpeningChecklist } from '../../shared/contract/shapes.ts';
import type { Output } from '../../shared/contract.ts';
import { type OpeningRules, openingProblemsOf } from '../../shared/domain/opening.ts';
import type { ConsentQuestion, RecordingConsent } from '../../shared/domain/recording.ts';

type Preparation = Pick<Output<'preparation.get'>, 'bookings' | 'adjustments'>;

/** The opening checklist as it stands in its fields. */
export interface OpeningForm {
  readonly place: string;
  readonly identityDocument: string;
  readonly present: string;
  /** Percent, as typed. */
  readonly adjustmentPercent: string;
  readonly adjustments: string;
  readonly independenceDeclared: boolean;
  readonly briefingGiven: boolean;
  readonly remote: boolean;
  readonly remoteChecked: boolean;
  readonly adjustmentsConfirmed: boolean;
  /** What the plan says of opening a session; null where an outcome is recorded that was held elsewhere. */
  readonly rules: OpeningRules | null;
  readonly consentToRecording: ConsentQuestion;
  readonly recordingConsent: RecordingConsent;
}

/** What is wrong with a field, in words. */
export type OpeningProblems = { readonly [Field in keyof OpeningForm]?: string };

/** A checklist on which nothing was filled in yet. */
export const emptyOpening: OpeningForm = {
  place: '',
  identityDocument: '',
  present: '',
  adjustmentPercent: '0',
  adjustments: '',
  independenceDeclared: false,
  briefingGiven: false,
  remote: false,
  remoteChecked: false,
  adjustmentsConfirmed: false,
  rules: null,
  consentToRecording: 'none',
  recordingConsent: 'notAsked',
};

/** The checklist of a method with what was prepared for it: the place that is booked, and the reasonable adjustments that were agreed, with the most extra time of them. */
export function openingFor(
  { bookings, adjustments }: Preparation,
  methodKey: string,
  consentToRecording: ConsentQuestion = 'none',
  rules: OpeningRules | null = null,
): OpeningForm {
  const agreed = adjustments
    .filter(({ kind, withdrawnReason }) => kind === 'reasonableAdjustment' && withdrawnReason === null)
    .filter(adjustment => adjustment.methodKey === null || adjustment.methodKey === methodKey);
  const percent = Math.max(0, ...agreed.map(({ extraTimePercent }) => extraTimePercent));
  return {
    ...emptyOpening,
    consentToRecording,
    rules,
    place: bookings.find(booking => booking.methodKey === methodKey && booking.state === 'booked')?.place ?? '',
    adjustmentPercent: String(percent),
    adjustments: agreed.map(({ what }) => what).join('; '),
  };
}

/** The checklist as `session.begin` takes it, or null and what is wrong. The limits are those of the contract. */
export function checkedOpening(form: OpeningForm): {
  readonly checklist: OpeningChecklist | null;
  readonly problems: OpeningProblems;
} {
  const { adjustments, present, ...rest } = trimmed(form);
  const problems = openingProblems(form);
  if (Object.keys(problems).length > 0) return { checklist: null, problems };
  return {
    problems,
    checklist: {
      place: rest.place,
      identityDocument: rest.identityDocument,
      present,
      adjustments,
      adjustmentPercent: percentOf(form.adjustmentPercent) ?? 0,
      independenceDeclared: true,
      briefingGiven: true,
      recordingConsent: form.recordingConsent,
      remote: form.remote,
      remoteChecked: form.remoteChecked,
      adjustmentsConfirmed: form.adjustmentsConfirmed,
    },
  };
}

/** The problems that still stand once fields were changed: what was corrected is not told as wrong until it is checked again. */
export function problemsAfter(problems: OpeningProblems, changed: Partial<OpeningForm>): OpeningProblems {
  const { adjustmentPercent } = changed;
  // The adjustment is asked for because of the extra time.
  const isAdjusted = adjustmentPercent !== undefined || changed.adjustments !== undefined;
  const fields = new Set([...Object.keys(changed), ...(isAdjusted ? ['adjustments', 'adjustmentsConfirmed'] : [])]);
  return Object.fromEntries(Object.entries(problems).filter(([field]) => !fields.has(field)));
}

function openingProblems(form: OpeningForm): OpeningProblems {
  const { place, identityDocument, present, adjustments } = trimmed(form);
  const percent = percentOf(form.adjustmentPercent);
  return {
    ...problem('place', place === '', 'Say where the session is held.'),
    ...problem('place', place.length > 200, 'Keep the place to 200 characters.'),
    ...problem('identityDocument', identityDocument === '', 'Say which document you saw.'),
    ...problem(
      'identityDocument',
      /\d{5,}/.test(identityDocument),
      'Leave the number out: the type of document is enough.',
    ),
    ...problem('identityDocument', identityDocument.length > 200, 'Keep this to 200 characters.'),
    ...problem('present', present.length > 500, 'Keep this to 500 characters.'),
    ...problem('adjustments', adjustments.length > 500, 'Keep this to 500 characters.'),
    ...problem('adjustmentPercent', percent === undefined, 'Give a whole number of percent from 0 to 200.'),
    ...problem(
      'adjustments',
      percent !== undefined && percent > 0 && adjustments === '',
      'Say which adjustment gives the extra time.',
    ),
    ...problem(
      'independenceDeclared',
      !form.independenceDeclared,
      'Declare your independence, or do not begin: another assessor has to take this assessment.',
    ),
    ...problem('briefingGiven', !form.briefingGiven, 'Brief the apprentice before the clock starts.'),
    ...(form.rules === null ? {} : openingProblemsOf(form.rules, { ...form, adjustmentPercent: percent ?? 0 })),
    ...problem(
      'recordingConsent',
      form.consentToRecording === 'required' && form.recordingConsent === 'notAsked',
      'Ask the apprentice, and say what the answer was.',
    ),
  };
}

function problem(field: keyof OpeningForm, isWrong: boolean, words: string): OpeningProblems {
  return isWrong ? { [field]: words } : {};
}

function trimmed(form: OpeningForm) {
  return {
    place: form.place.trim(),
    identityDocument: form.identityDocument.trim(),
    present: form.present.trim(),
    adjustments: form.adjustments.trim(),
  };
}

function percentOf(typed: string): number | undefined {
  const text = typed.trim().replace(/\s*%$/, '');
  if (text === '') return 0;
  return /^\d{1,3}$/.test(text) && Number(text) <= 200 ? Number(text) : undefined;
}
