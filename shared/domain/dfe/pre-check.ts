import { type DfeFinding, dfeRules } from './finding.ts';
import { type DfeForm, type DfeKind, isEpaKind, needsReference } from './kinds.ts';
import type { DfeRecord } from './record.ts';
import { contactVerdicts, organisationVerdict } from './rules-contact.ts';
import {
  courseOptionVerdict,
  namesVerdict,
  standardVerdict,
  standingVerdicts,
  ukprnVerdict,
  ulnVerdict,
  type Verdicts,
  versionVerdict,
} from './rules-learner.ts';
import {
  achievementVerdict,
  attemptDatesVerdict,
  attemptsVerdict,
  learningStartVerdict,
  overallGradeVerdict,
  referenceVerdict,
} from './rules-result.ts';

/** For which file a learner is checked. */
export interface DfeFile {
  readonly kind: DfeKind;
  readonly form: DfeForm;
}

/** What the check needs beside the learner: the organisation's UKPRN, empty while it is not set, and the present, ISO 8601 in UTC. */
export interface CheckedBy {
  readonly ukprn: string;
  readonly now: string;
}

/**
 * What every rule says of one learner in one kind of file, in the order of `dfeRules`; rules that are not about this file are left out.
 * Source: the rules of DfE's Apprenticeship assessment service.
 */
export function preCheck(record: DfeRecord, file: DfeFile, by: CheckedBy): readonly DfeFinding[] {
  const verdicts = {
    ...standingVerdicts(record),
    ukprn: ukprnVerdict(by.ukprn),
    uln: ulnVerdict(record.uln),
    names: namesVerdict(record),
    standard: standardVerdict(record),
    ...(isEpaKind(file.kind) ? epaVerdicts(record, file, by) : certificateVerdicts(record, file, by)),
  };
  return dfeRules.flatMap(rule => {
    const verdict = verdicts[rule];
    return verdict ? [{ rule, ...verdict }] : [];
  });
}

const learningVerdicts = (record: DfeRecord): Verdicts => ({
  version: versionVerdict(record),
  courseOption: courseOptionVerdict(record),
});

const epaVerdicts = (record: DfeRecord, { kind, form }: DfeFile, { now }: CheckedBy): Verdicts => ({
  ...learningVerdicts(record),
  attempts: attemptsVerdict(record, form),
  attemptDates: attemptDatesVerdict(record, now),
  epaReference: referenceVerdict(record.epaReference, 'epa', needsReference(kind)),
});

const certificateVerdicts = (record: DfeRecord, file: DfeFile, { now }: CheckedBy): Verdicts => ({
  certificateReference: referenceVerdict(record.certificateReference, 'certificate', needsReference(file.kind)),
  overallGrade: overallGradeVerdict(record),
  achievementDate: achievementVerdict(record, now),
  ...(file.kind === 'submitCertificate' ? submittedVerdicts(record) : draftedVerdicts(record, file)),
});

const draftedVerdicts = (record: DfeRecord, { kind, form }: DfeFile): Verdicts => ({
  ...learningVerdicts(record),
  ...contactVerdicts(record.contact, form),
  ...(kind === 'updateCertificate' && form === 'csv' ? { learningStart: learningStartVerdict(record) } : {}),
});

/** The address went with the draft; what the service asks for again is the organisation. */
const submittedVerdicts = ({ contact }: DfeRecord): Verdicts => ({
  contactOrganisation: organisationVerdict(contact.organisation),
});
