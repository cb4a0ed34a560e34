import path from 'node:path';
import { dfeCsv, dfeRow } from '../../shared/domain/dfe/csv.ts';
import { isRefused } from '../../shared/domain/dfe/finding.ts';
import { dfeItem, dfeJson } from '../../shared/domain/dfe/json.ts';
import { type DfeForm, type DfeKind, dfeKinds, needsReference } from '../../shared/domain/dfe/kinds.ts';
import { preCheck } from '../../shared/domain/dfe/pre-check.ts';
import { type DfeRecord, noContact } from '../../shared/domain/dfe/record.ts';
import type { QueryContext } from '../core/contexts.ts';
import { writeDurably } from '../db/files.ts';
import { listForDfe } from '../features/dfe-files.ts';
import { sha256 } from '../features/stored.ts';

/**
 * A demonstration holds practice assessments alone, and those go into no file. What a file looks like is therefore shown by learners who are in no
 * workspace and who say in every name that they are made up; their files say it in their own names and request ids.
 */
const passed: DfeRecord = {
  assessmentId: 'example',
  practice: false,
  planConfirmed: true,
  withdrawnOn: null,
  givenNames: 'EXAMPLE Ada',
  familyName: 'FICTIONAL',
  uln: '1000000019',
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
  attempts: [{ at: '2026-11-16T10:10:00.000Z', outcome: 'Pass', kind: 'first', released: true }],
  hasLater: false,
  grade: 'distinction',
  overallGrade: 'Distinction',
  learningStartedOn: '2025-01-06',
  contact: {
    ...noContact,
    contactName: 'EXAMPLE Contact',
    organisation: 'EXAMPLE Care, fictional',
    addressLine1: '1 Example Road',
    city: 'Exampletown',
    postCode: 'ZY9 9ZY',
  },
  epaReference: null,
  certificateReference: null,
};

/** Somebody who failed and passed a re-sit: a history that CSV has no place for. */
const resat: DfeRecord = {
  ...passed,
  givenNames: 'EXAMPLE Ben',
  uln: '1000000027',
  attempts: [
    { at: '2026-10-05T09:00:00.000Z', outcome: 'Fail', kind: 'first', released: true },
    { at: '2026-11-16T11:00:00.000Z', outcome: 'Pass', kind: 'resit', released: true },
  ],
  grade: 'pass',
  overallGrade: 'Pass',
};

/** A file of the demonstration, with its hash. */
export interface ExampleFile {
  readonly file: string;
  readonly sha256: string;
  readonly learners: number;
}

/** Writes `dfe/EXAMPLE-*`, a file of each kind in both forms, and `dfe/pre-check.json`: what the check says of the demonstration's own results, which it keeps out. */
export function writeDfeExamples(query: QueryContext, out: string): readonly ExampleFile[] {
  const examples = dfeKinds.flatMap(kind => [
    exampleFile(out, kind, 'csv', [passed]),
    exampleFile(out, kind, 'json', [passed, resat]),
  ]);
  const { learners } = listForDfe(query, { kind: 'createEpa', form: 'csv' });
  const checks = learners.map(({ name, level, problems }) => ({ name, level, problems }));
  writeDurably(path.join(out, 'dfe', 'pre-check.json'), Buffer.from(`${JSON.stringify(checks, null, 2)}\n`));
  return examples;
}

function exampleFile(out: string, kind: DfeKind, form: DfeForm, learners: readonly DfeRecord[]): ExampleFile {
  const records = learners.map((learner, index) => withReferences(learner, kind, index + 1));
  const by = { ukprn: '10000001', now: '2026-11-21T09:00:00.000Z' };
  if (records.some(record => isRefused(preCheck(record, { kind, form }, by)))) {
    throw new Error(`The example for ${kind} would be refused`);
  }
  const requestId = (index: number): string => `EXAMPLE-${index + 1}`;
  const text =
    form === 'csv'
      ? dfeCsv(
          kind,
          records.map((record, index) => dfeRow(record, kind, requestId(index))),
        )
      : dfeJson(records.map((record, index) => dfeItem(record, kind, requestId(index))));
  const file = path.join('dfe', `EXAMPLE-${kind}.${form}`);
  writeDurably(path.join(out, file), Buffer.from(text));
  return { file, sha256: sha256(text), learners: records.length };
}

function withReferences(record: DfeRecord, kind: DfeKind, number: number): DfeRecord {
  if (!needsReference(kind)) return record;
  const reference = String(number).padStart(8, '0');
  return { ...record, epaReference: reference, certificateReference: reference };
}
