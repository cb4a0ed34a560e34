/** The rules of the pre-check, in the order in which a person reads them. */
export const dfeRules = [
  'practice',
  'plan',
  'withdrawn',
  'released',
  'ukprn',
  'uln',
  'names',
  'standard',
  'version',
  'courseOption',
  'attempts',
  'attemptDates',
  'epaReference',
  'certificateReference',
  'overallGrade',
  'achievementDate',
  'learningStart',
  'contactName',
  'contactOrganisation',
  'contactAddress',
  'contactCity',
  'contactPostcode',
  'contactLines',
] as const;
export type DfeRule = (typeof dfeRules)[number];

/** A failure keeps the learner out of the file; a warning is for a person to look at. */
export const findingLevels = ['pass', 'warning', 'failure'] as const;
export type FindingLevel = (typeof findingLevels)[number];

/** Where something can be put right. */
export const fixPlaces = ['apprentice', 'details', 'settings', 'plan', 'assessment'] as const;
export type FixPlace = (typeof fixPlaces)[number];

/** What one rule says of one learner. */
export interface DfeFinding {
  readonly rule: DfeRule;
  readonly level: FindingLevel;
  /** What was found and, unless it is a pass, what to do. */
  readonly words: string;
  /** Where to put it right; null where nothing has to be or can be. */
  readonly fix: FixPlace | null;
}

const titles: Readonly<Record<DfeRule, string>> = {
  practice: 'Live assessment',
  plan: 'Confirmed plan',
  withdrawn: 'Not withdrawn',
  released: 'Released result',
  ukprn: 'UKPRN of the organisation',
  uln: 'Unique learner number',
  names: 'Names',
  standard: 'Standard',
  version: 'Version of the standard',
  courseOption: 'Course option',
  attempts: 'Attempts',
  attemptDates: 'Dates of the attempts',
  epaReference: 'Reference of the EPA record',
  certificateReference: 'Reference of the certificate',
  overallGrade: 'Overall grade',
  achievementDate: 'Date of achievement',
  learningStart: 'Start of learning',
  contactName: 'Contact',
  contactOrganisation: 'Organisation of the contact',
  contactAddress: 'Address',
  contactCity: 'City or town',
  contactPostcode: 'Postcode',
  contactLines: 'Whole address in the file',
};

/** The rule as screens name it. */
export const ruleTitle = (rule: DfeRule): string => titles[rule];

/** Whether anything keeps the learner out of the file. */
export const isRefused = (findings: readonly DfeFinding[]): boolean =>
  findings.some(({ level }) => level === 'failure');

/** The worst that was found. */
export function worstLevel(findings: readonly DfeFinding[]): FindingLevel {
  if (isRefused(findings)) return 'failure';
  return findings.some(({ level }) => level === 'warning') ? 'warning' : 'pass';
}
