import { type DfeRecord, noContact } from '../../../shared/domain/dfe/record.ts';

/** The present of the tests, ISO 8601 in UTC. */
export const now = '2026-11-22T09:00:00.000Z';

/** A learner whom every kind of file takes, but for the references that updates need. */
export const goodRecord: DfeRecord = {
  assessmentId: '0190a000-0000-7000-8000-000000000001',
  practice: false,
  planConfirmed: true,
  withdrawnOn: null,
  givenNames: 'Zoë',
  familyName: 'Nguyễn-Example',
  uln: '9276308686',
  standard: {
    code: 786,
    reference: 'ST1030',
    version: '1.0',
    name: 'Safeguarding support officer',
    level: 3,
    publishedOn: null,
  },
  held: { code: 786, version: '1.0', options: [] },
  courseOption: '',
  attempts: [{ at: '2026-10-01T08:38:12.000Z', outcome: 'Pass', kind: 'first', released: true }],
  hasLater: false,
  grade: 'pass',
  overallGrade: 'Pass',
  learningStartedOn: '2025-01-06',
  contact: {
    ...noContact,
    contactName: 'Shreya Fictional',
    organisation: 'Example Care, Leeds',
    addressLine1: '123 Test Road',
    city: 'Townsville',
    postCode: 'ZY9 9ZY',
  },
  epaReference: null,
  certificateReference: null,
};

/** A further attempt that was failed before. */
export const resat: DfeRecord = {
  ...goodRecord,
  attempts: [
    { at: '2026-09-01T09:00:00.000Z', outcome: 'Fail', kind: 'first', released: true },
    { at: '2026-10-01T08:38:12.000Z', outcome: 'Pass', kind: 'resit', released: true },
  ],
};
