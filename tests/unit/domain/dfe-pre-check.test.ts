import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type DfeRule, dfeRules, isRefused, worstLevel } from '../../../shared/domain/dfe/finding.ts';
import { type DfeForm, type DfeKind, dfeForms, dfeKinds } from '../../../shared/domain/dfe/kinds.ts';
import { isPostcode } from '../../../shared/domain/dfe/postcode.ts';
import { preCheck } from '../../../shared/domain/dfe/pre-check.ts';
import type { DfeRecord } from '../../../shared/domain/dfe/record.ts';
import { goodRecord, now, resat } from './dfe-records.ts';

const by = { ukprn: '10000001', now };

function level(rule: DfeRule, change: Partial<DfeRecord>, kind: DfeKind = 'createCertificate', form: DfeForm = 'csv') {
  return preCheck({ ...goodRecord, ...change }, { kind, form }, by).find(one => one.rule === rule)?.level;
}

const withReferences = { epaReference: '00013002', certificateReference: '00013003' };
const contact = (change: Partial<DfeRecord['contact']>) => ({ contact: { ...goodRecord.contact, ...change } });
const standard = (change: Partial<DfeRecord['standard']>) => ({ standard: { ...goodRecord.standard, ...change } });
const held = (change: Partial<DfeRecord['held']>) => ({ held: { ...goodRecord.held, ...change } });
const at = (when: string) => ({ attempts: [{ ...goodRecord.attempts[0], at: when } as DfeRecord['attempts'][number]] });
const options = held({ options: ['French', 'German'] });

describe('a learner about whom all is well', () => {
  it.each(dfeKinds)('may be in a file to %s', kind => {
    const record = kind.startsWith('create') ? goodRecord : { ...goodRecord, ...withReferences };
    for (const form of dfeForms) {
      const findings = preCheck(record, { kind, form }, by);
      expect(findings.filter(one => one.level !== 'pass')).toEqual([]);
      expect(findings.map(({ rule }) => dfeRules.indexOf(rule))).toEqual(
        findings.map(({ rule }) => dfeRules.indexOf(rule)).toSorted((a, b) => a - b),
      );
    }
  });
});

describe('the rule on', () => {
  it.each<[DfeRule, string, Partial<DfeRecord>, 'pass' | 'warning' | 'failure']>([
    ['practice', 'a practice assessment', { practice: true }, 'failure'],
    ['plan', 'an unconfirmed plan', { planConfirmed: false }, 'failure'],
    ['withdrawn', 'a withdrawn learner', { withdrawnOn: '2026-10-02' }, 'failure'],
    ['released', 'nothing released', { attempts: [], grade: null, overallGrade: null }, 'failure'],
    ['released', 'a later attempt that waits', { hasLater: true }, 'warning'],
    ['uln', 'the lowest number', { uln: '1000000000' }, 'pass'],
    ['uln', 'a wrong check digit, as in the service’s samples', { uln: '1234567890' }, 'warning'],
    ['uln', 'the temporary number', { uln: '9999999999' }, 'failure'],
    ['uln', 'nine digits', { uln: '999999999' }, 'failure'],
    ['uln', 'a leading zero', { uln: '0999999999' }, 'failure'],
    ['names', 'an empty name', { familyName: ' ' }, 'failure'],
    ['names', 'a formula', { givenNames: '=cmd|calc' }, 'warning'],
    ['names', 'an at sign first', { familyName: '@Sum' }, 'warning'],
    ['names', 'a hyphen within', { familyName: 'Smith-Jones' }, 'pass'],
    ['names', 'a line break', { familyName: 'Smith\nJones' }, 'failure'],
    ['standard', 'another kind of reference', standard({ reference: 'CFA123' }), 'failure'],
    ['standard', 'a foundation apprenticeship', standard({ reference: 'FA0001' }), 'pass'],
    ['standard', 'codes that disagree', held({ code: 787 }), 'failure'],
    ['standard', 'no LARS code', standard({ code: null }), 'pass'],
    ['version', 'none', standard({ version: '' }), 'warning'],
    ['version', 'another than the standard’s', standard({ version: '1.1' }), 'failure'],
    ['version', 'words', standard({ version: 'AP02' }), 'failure'],
    ['courseOption', 'none where there are none', {}, 'pass'],
    ['courseOption', 'one where there are none', { courseOption: 'French' }, 'failure'],
    ['courseOption', 'none where there are some', options, 'failure'],
    ['courseOption', 'one of them, capitals aside', { ...options, courseOption: 'FRENCH' }, 'pass'],
    ['courseOption', 'another', { ...options, courseOption: 'Frenc' }, 'failure'],
    ['overallGrade', 'a fail', { grade: 'fail', overallGrade: null }, 'failure'],
    ['overallGrade', 'words of the service’s own', { overallGrade: 'Pass with excellence' }, 'pass'],
    ['achievementDate', 'the first day, in London', at('2017-01-01T00:00:00.000Z'), 'pass'],
    ['achievementDate', 'the day before', at('2016-12-31T23:59:59.000Z'), 'failure'],
    ['achievementDate', 'this moment', at(now), 'pass'],
    ['achievementDate', 'the future', at('2026-11-22T09:00:00.001Z'), 'failure'],
    ['contactName', 'nobody', contact({ contactName: '' }), 'failure'],
    ['contactName', 'a formula', contact({ contactName: '+44 20' }), 'warning'],
    ['contactOrganisation', 'none, though the service asks only later', contact({ organisation: '' }), 'failure'],
    ['contactAddress', 'none', contact({ addressLine1: ' ' }), 'failure'],
    ['contactCity', 'none', contact({ city: '' }), 'failure'],
    ['contactPostcode', 'none', contact({ postCode: '' }), 'failure'],
    ['contactPostcode', 'no UK one', contact({ postCode: '75001' }), 'failure'],
    ['contactLines', 'what CSV has no column for', contact({ department: 'Training' }), 'warning'],
    ['certificateReference', 'a certificate that is there already', withReferences, 'failure'],
  ])('%s: %s', (rule, _, change, expected) => {
    expect(level(rule, change)).toBe(expected);
  });

  test('references asks an update and a submission for eight digits', () => {
    for (const kind of ['updateCertificate', 'submitCertificate'] as const) {
      expect(level('certificateReference', {}, kind)).toBe('failure');
      expect(level('certificateReference', { certificateReference: '13002' }, kind)).toBe('failure');
      expect(level('certificateReference', { certificateReference: '00013002' }, kind)).toBe('pass');
    }
    expect(level('epaReference', {}, 'updateEpa')).toBe('failure');
    expect(level('epaReference', withReferences, 'updateEpa')).toBe('pass');
    expect(level('epaReference', withReferences, 'createEpa')).toBe('failure');
  });

  test('attempts keeps a history of re-sits out of CSV and lets it into JSON', () => {
    expect(level('attempts', resat, 'createEpa', 'csv')).toBe('failure');
    expect(level('attempts', resat, 'createEpa', 'json')).toBe('pass');
    expect(level('attemptDates', resat, 'createEpa', 'json')).toBe('pass');
    expect(level('attemptDates', { attempts: resat.attempts.toReversed() }, 'createEpa', 'json')).toBe('failure');
  });

  test('the start of learning is about the file that has a column for it', () => {
    const references = { certificateReference: '00013002' };
    expect(level('learningStart', references, 'updateCertificate')).toBe('pass');
    expect(level('learningStart', { ...references, learningStartedOn: null }, 'updateCertificate')).toBe('warning');
    expect(level('learningStart', { ...references, learningStartedOn: '2026-10-02' }, 'updateCertificate')).toBe(
      'failure',
    );
    expect(level('learningStart', references, 'updateCertificate', 'json')).toBeUndefined();
  });

  it.each([
    ['', 'warning'],
    ['10000001', 'pass'],
    ['01000001', 'failure'],
    ['1000000', 'failure'],
  ])('the UKPRN «%s»: %s', (ukprn, expected) => {
    const findings = preCheck(goodRecord, { kind: 'createEpa', form: 'csv' }, { ...by, ukprn });
    expect(findings.find(({ rule }) => rule === 'ukprn')?.level).toBe(expected);
  });
});

describe('a postcode', () => {
  it.each([
    'SW1A 1AA',
    'LE11AA',
    'GIR 0AA',
    'ZY9 9ZY',
    'cv1   2wt',
    'M1 1AE',
    'B33 8TH',
    'W1A 0AX',
    'EC1A 1BB',
    'DN55 1PT',
  ])('%s is one', text => expect(isPostcode(text)).toBe(true));
  it.each([
    'QV1 1AA',
    'V1 1AA',
    'X1 1AA',
    'AI1 1AA',
    'SW1A 1CA',
    'SW1A 1AO',
    'SW1A',
    '1AA',
    'SW1A-1AA',
    ' M1 1AE',
    'M1 1AE\n',
  ])('«%s» is none', text => expect(isPostcode(text)).toBe(false));

  it('never ends in a letter that inward codes do not have', () => {
    fc.assert(
      fc.property(fc.constantFrom(...'CIKMOV'), fc.boolean(), (letter, first) => {
        expect(isPostcode(`SW1A 1${first ? `${letter}A` : `A${letter}`}`)).toBe(false);
      }),
    );
  });
});

test('whoever is not live, confirmed, released and still learning is refused by every kind of file', () => {
  const spoilt = fc.constantFrom<Partial<DfeRecord>>(
    { practice: true },
    { planConfirmed: false },
    { withdrawnOn: '2026-01-01' },
    { attempts: [] },
  );
  fc.assert(
    fc.property(spoilt, fc.constantFrom(...dfeKinds), fc.constantFrom(...dfeForms), (change, kind, form) => {
      const findings = preCheck({ ...goodRecord, ...withReferences, ...change }, { kind, form }, by);
      expect(isRefused(findings)).toBe(true);
      expect(worstLevel(findings)).toBe('failure');
    }),
  );
});

test('whatever is not a pass says what to do in a sentence', () => {
  const cells = fc.string({ maxLength: 12 });
  const records = fc.record({ familyName: cells, uln: cells, courseOption: cells, postCode: cells, reference: cells });
  fc.assert(
    fc.property(records, fc.constantFrom(...dfeKinds), ({ postCode, reference, ...change }, kind) => {
      const record = { ...goodRecord, ...change, ...contact({ postCode }), ...standard({ reference }) };
      for (const { level: found, words } of preCheck(record, { kind, form: 'csv' }, by)) {
        expect(words).not.toBe('');
        if (found !== 'pass') expect(words).toMatch(/\.$/);
      }
    }),
  );
});
