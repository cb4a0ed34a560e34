import type { DfeKind } from './kinds.ts';
import { achievedAt, type DfeRecord } from './record.ts';
import { csvDate, csvDateWithSeconds } from './service-dates.ts';

const learner = ['Uln', 'GivenNames', 'FamilyName', 'StandardCode', 'StandardReference'] as const;
const learning = ['Version', 'CourseOption'] as const;
const contact = ['ContactName', 'Organisation', 'AddressLine1', 'City', 'PostCode'] as const;

/** The columns of each file, letter for letter as in the service's samples. */
export const dfeColumns = {
  createEpa: ['RequestId', ...learner, ...learning, 'EpaOutcome', 'EpaDate'],
  updateEpa: ['RequestId', 'EpaReference', ...learner, ...learning, 'EpaOutcome', 'EpaDate'],
  createCertificate: ['RequestId', ...learner, ...learning, 'OverallGrade', 'AchievementDate', ...contact],
  updateCertificate: [
    'RequestId',
    'CertificateReference',
    ...learner,
    ...learning,
    'StandardName',
    'StandardLevel',
    'StandardPublicationDate',
    'OverallGrade',
    'AchievementDate',
    'LearningStartDate',
    ...contact,
  ],
  submitCertificate: ['RequestId', 'CertificateReference', ...learner],
} as const satisfies Readonly<Record<DfeKind, readonly string[]>>;

export type DfeColumn = (typeof dfeColumns)[DfeKind][number];

/** One learner's cells by column; a column that is missing stays empty. */
export type DfeRow = Readonly<Partial<Record<DfeColumn, string>>>;

/** The cells of one learner, those of every kind of file. Rule: a row holds one attempt, so that only a learner with one may be written as CSV. */
export function dfeRow(record: DfeRecord, kind: DfeKind, requestId: string): DfeRow {
  const { standard, contact: to, attempts } = record;
  const date = kind.startsWith('update') ? csvDateWithSeconds : csvDate;
  const optional = (iso: string | null | undefined): string => (iso ? date(iso) : '');
  return {
    RequestId: requestId,
    EpaReference: record.epaReference ?? '',
    CertificateReference: record.certificateReference ?? '',
    Uln: record.uln,
    GivenNames: record.givenNames,
    FamilyName: record.familyName,
    StandardCode: standard.code === null ? '' : String(standard.code),
    StandardReference: standard.reference,
    Version: standard.version,
    CourseOption: record.courseOption,
    StandardName: standard.name,
    StandardLevel: String(standard.level),
    StandardPublicationDate: optional(standard.publishedOn),
    EpaOutcome: attempts.at(-1)?.outcome ?? '',
    EpaDate: optional(attempts.at(-1)?.at),
    OverallGrade: record.overallGrade ?? '',
    AchievementDate: optional(achievedAt(record)),
    LearningStartDate: optional(record.learningStartedOn),
    ContactName: to.contactName,
    Organisation: to.organisation,
    AddressLine1: to.addressLine1,
    City: to.city,
    PostCode: to.postCode,
  };
}

/** A cell in quotation marks only where RFC 4180 asks for them, as in the samples. A cell that a spreadsheet would run stays as it is: the file is the service's. */
const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The file as text: the header, a line for each learner, line feeds between the lines and none at the end, as in the samples. Written as UTF-8 without a byte order mark. */
export function dfeCsv(kind: DfeKind, rows: readonly DfeRow[]): string {
  const columns: readonly DfeColumn[] = dfeColumns[kind];
  const lines = rows.map(row => columns.map(column => cell(row[column] ?? '')).join(','));
  return [columns.join(','), ...lines].join('\n');
}
