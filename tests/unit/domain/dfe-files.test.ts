import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type DfeRow, dfeColumns, dfeCsv, dfeRow } from '../../../shared/domain/dfe/csv.ts';
import { overallGradeFor, overallGradeWords } from '../../../shared/domain/dfe/grades.ts';
import { dfeItem, dfeJson, inBatches, mostBytes, mostItems } from '../../../shared/domain/dfe/json.ts';
import { type DfeKind, dfeKinds } from '../../../shared/domain/dfe/kinds.ts';
import type { DfeRecord } from '../../../shared/domain/dfe/record.ts';
import { csvDate, jsonDate } from '../../../shared/domain/dfe/service-dates.ts';
import { grades } from '../../../shared/domain/plan.ts';
import { goodRecord, resat } from './dfe-records.ts';

const samples: Readonly<Record<DfeKind, string>> = {
  createEpa: 'createEpaRecords.csv',
  updateEpa: 'updateEpaRecords.csv',
  createCertificate: 'createCertificates.csv',
  updateCertificate: 'updateCertificates.csv',
  submitCertificate: 'submitCertificates.csv',
};
const sampleOf = (kind: DfeKind): Buffer =>
  readFileSync(path.join(import.meta.dirname, '../../fixtures/dfe', samples[kind]));

/** A date of the samples, which are in British summer time, as an instant or a day. */
function isoOf(text: string): string {
  const [day, month, year, hour, minute] = text.split(/[/ :]/);
  if (hour === '00') return `${year}-${month}-${day}`;
  return new Date(Date.parse(`${year}-${month}-${day}T${hour}:${minute}:00+01:00`)).toISOString();
}

/** A row of a sample as the workbench's own record of the learner. */
function recordOf(cells: Readonly<Record<string, string>>): DfeRecord {
  const cell = (name: string): string => cells[name] ?? '';
  const at = cell('EpaDate') || cell('AchievementDate');
  const attempt = { outcome: cell('EpaOutcome') as 'Pass' | 'Fail', kind: 'first' as const, released: true };
  return {
    ...goodRecord,
    uln: cell('Uln'),
    givenNames: cell('GivenNames'),
    familyName: cell('FamilyName'),
    standard: {
      code: cell('StandardCode') === '' ? null : Number(cell('StandardCode')),
      reference: cell('StandardReference'),
      version: cell('Version'),
      name: cell('StandardName'),
      level: Number(cell('StandardLevel')),
      publishedOn: cell('StandardPublicationDate') === '' ? null : isoOf(cell('StandardPublicationDate')),
    },
    courseOption: cell('CourseOption'),
    attempts: at === '' ? [] : [{ ...attempt, at: isoOf(at) }],
    overallGrade: overallGradeWords.find(word => word === cells['OverallGrade']) ?? null,
    learningStartedOn: cell('LearningStartDate') === '' ? null : isoOf(cell('LearningStartDate')),
    contact: {
      ...goodRecord.contact,
      contactName: cell('ContactName'),
      organisation: cell('Organisation'),
      addressLine1: cell('AddressLine1'),
      city: cell('City'),
      postCode: cell('PostCode'),
    },
    epaReference: cells['EpaReference'] ?? null,
    certificateReference: cells['CertificateReference'] ?? null,
  };
}

describe('the service’s own sample', () => {
  it.each(dfeKinds)('to %s is read into records and written again byte for byte', kind => {
    const sample = sampleOf(kind);
    const rows: readonly Record<string, string>[] = parse(sample, { columns: true });
    expect(rows).toHaveLength(2);
    const again = dfeCsv(
      kind,
      rows.map(cells => dfeRow(recordOf(cells), kind, cells['RequestId'] ?? '')),
    );
    expect(Buffer.from(again)).toEqual(sample);
  });

  it.each(dfeKinds)('to %s has the columns that are written', kind => {
    expect(sampleOf(kind).toString().split('\n')[0]).toBe(dfeColumns[kind].join(','));
  });
});

describe('a CSV', () => {
  test('has no byte order mark, line feeds alone, and none at the end', () => {
    const text = dfeCsv('submitCertificate', [dfeRow(goodRecord, 'submitCertificate', '1-1')]);
    expect(Buffer.from(text).subarray(0, 9).toString()).toBe('RequestId');
    expect(text).not.toContain('\r');
    expect(text.split('\n')).toHaveLength(2);
  });

  test('quotes a comma, keeps a formula as it is, and keeps leading zeros', () => {
    const record = { ...goodRecord, familyName: '=Sum(A1)', epaReference: '00000042' };
    const text = dfeCsv('updateEpa', [dfeRow(record, 'updateEpa', '1-1')]);
    expect(text.split('\n')[1]).toBe('1-1,00000042,9276308686,Zoë,=Sum(A1),786,ST1030,1.0,,Pass,01/10/2026 09:38:00');
    expect(dfeCsv('createCertificate', [dfeRow(goodRecord, 'createCertificate', '1')])).toContain(
      ',"Example Care, Leeds",',
    );
  });

  test('gives any cells back to a reader of RFC 4180', () => {
    const cells = fc.string({ unit: 'grapheme', maxLength: 20 });
    const rows = fc.array(
      fc.record({ RequestId: fc.stringMatching(/^\d-\d$/), FamilyName: cells, GivenNames: cells }),
      {
        minLength: 1,
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(rows, (written: readonly DfeRow[]) => {
        const read: readonly Record<string, string>[] = parse(dfeCsv('createEpa', written), {
          columns: true,
          record_delimiter: '\n',
        });
        const names = read.map(({ RequestId, FamilyName, GivenNames }) => ({ RequestId, FamilyName, GivenNames }));
        expect(names).toEqual(written);
      }),
    );
  });
});

test('dates are the ones in London', () => {
  expect(csvDate('2018-09-10T08:38:00.000Z')).toBe('10/09/2018 09:38');
  expect(csvDate('2018-12-10T09:38:59.000Z')).toBe('10/12/2018 09:38');
  expect(csvDate('2015-08-09')).toBe('09/08/2015 00:00');
  expect(jsonDate('2018-09-10T23:30:00.000Z')).toBe('2018-09-11');
});

describe('an overall grade', () => {
  test('is the plan’s word for it, else its own name, and never a fail', () => {
    expect(grades.map(grade => overallGradeFor(grade, {}))).toEqual([null, 'Pass', 'Credit', 'Merit', 'Distinction']);
    expect(overallGradeFor('distinction', { distinction: 'Outstanding' })).toBe('Outstanding');
    expect(overallGradeWords).not.toContain('Fail');
  });
});

describe('a call as JSON', () => {
  test('has the whole list of attempts, with re-sits named', () => {
    expect(dfeItem(resat, 'createEpa', '7-1')).toEqual({
      requestId: '7-1',
      standard: { standardCode: 786, standardReference: 'ST1030' },
      learner: { uln: 9276308686, familyName: 'Nguyễn-Example' },
      learningDetails: { version: '1.0' },
      epaDetails: {
        epas: [
          { epaDate: '2026-09-01', epaOutcome: 'Fail' },
          { epaDate: '2026-10-01', epaOutcome: 'Pass', resit: true },
        ],
      },
    });
  });

  test('has a certificate’s grade, date and contact, and its reference as text', () => {
    const record = { ...goodRecord, certificateReference: '00013002', courseOption: 'French' };
    const { contactName, organisation, addressLine1, city, postCode } = goodRecord.contact;
    expect(dfeItem(record, 'updateCertificate', '7-1')).toEqual({
      requestId: '7-1',
      certificateReference: '00013002',
      standard: { standardCode: 786, standardReference: 'ST1030' },
      learner: { uln: 9276308686, familyName: 'Nguyễn-Example' },
      learningDetails: { version: '1.0', courseOption: 'French', overallGrade: 'Pass', achievementDate: '2026-10-01' },
      postalContact: { contactName, organisation, addressLine1, city, postCode },
    });
    expect(dfeItem(record, 'submitCertificate', '7-1')).toEqual({
      requestId: '7-1',
      certificateReference: '00013002',
      uln: 9276308686,
      familyName: 'Nguyễn-Example',
      standardCode: 786,
      standardReference: 'ST1030',
    });
  });

  test('is divided so that no part has more than 25 learners or 32 kB, in order, with nobody lost', () => {
    const items = fc.array(
      fc.record({
        requestId: fc.stringMatching(/^\d{1,4}$/),
        familyName: fc.string({ unit: 'grapheme', maxLength: 900 }),
      }),
      { maxLength: 120, size: 'max' },
    );
    fc.assert(
      fc.property(items, all => {
        const batches = inBatches(all, one => one);
        expect(batches.flat()).toEqual(all);
        for (const batch of batches) {
          expect(batch.length).toBeLessThanOrEqual(mostItems);
          expect(Buffer.byteLength(dfeJson(batch))).toBeLessThanOrEqual(mostBytes);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('is as full as either limit lets it be', () => {
    const small = Array.from({ length: 60 }, (_, index) => ({ index }));
    expect(inBatches(small, one => one).map(batch => batch.length)).toEqual([25, 25, 10]);
    const large = Array.from({ length: 5 }, () => ({ text: 'é'.repeat(7_000) }));
    expect(inBatches(large, one => one).map(batch => batch.length)).toEqual([2, 2, 1]);
    expect(() => inBatches([{ text: 'x'.repeat(mostBytes) }], one => one)).toThrow(RangeError);
  });
});
