/** The signature fields of the documents; they are made empty with the document, since a field added later counts as a change. */
export const REPORT_FIELDS = {
  assessor: 'AssessorSignature',
  qualityAssurer: 'QualityAssurerSignature',
  organisation: 'OrganisationSignature',
  timestamp: 'DocumentTimestamp',
} as const;

const ROLES: ReadonlyMap<string, string> = new Map([
  [REPORT_FIELDS.assessor, 'independent assessor'],
  [REPORT_FIELDS.qualityAssurer, 'internal quality assurer'],
  [REPORT_FIELDS.organisation, 'assessment organisation'],
  [REPORT_FIELDS.timestamp, 'time stamp'],
]);

/** As what somebody signs who signs in the field; a field that is not a report's is called by its name. */
export const roleOfField = (field: string): string => ROLES.get(field) ?? `signer in the field “${field}”`;

/** Whether the words are one of the roles in which reports are signed. */
export const isRole = (words: string): boolean => [...ROLES.values()].includes(words);
