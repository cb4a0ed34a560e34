import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answersInJson, answersInRows } from '../../../shared/domain/dfe/answer-json.ts';
import { type AnsweredLearner, answerLines } from '../../../shared/domain/dfe/answers.ts';

const zoe: AnsweredLearner = {
  assessmentId: 'zoe',
  name: 'Zoë Nguyễn',
  familyName: 'Nguyễn',
  uln: '9276308686',
  standards: ['786', 'ST1030'],
  requestIds: ['1-1'],
  references: { epa: null, certificate: '00013003' },
};
const ben: AnsweredLearner = { ...zoe, assessmentId: 'ben', name: 'Ben Sample', familyName: 'Sample', requestIds: [] };
const learners = [zoe, ben];

const fromJson = (value: unknown) =>
  answerLines(answersInJson(value) ?? [], learners).map(({ place: _, name: __, ...line }) => line);

describe('an answer of the service', () => {
  test('to created EPA records gives each learner a reference by the request id', () => {
    expect(fromJson([{ requestId: '1-1', epaReference: '00013002', validationErrors: [] }])).toEqual([
      { assessmentId: 'zoe', standing: 'new', kind: 'epa', reference: '00013002', words: '' },
    ]);
  });

  test('to created certificates is read where the certificate holds its reference', () => {
    const certificate = {
      certificateData: {
        certificateReference: '00013003',
        learner: { uln: 9276308686, familyName: 'nguyễn' },
        standard: { standardCode: 786, standardReference: 'ST1030' },
      },
    };
    expect(fromJson([{ requestId: null, certificate, validationErrors: [] }])).toMatchObject([
      { assessmentId: 'zoe', standing: 'held', kind: 'certificate' },
    ]);
  });

  test('about a learner, with .NET’s capitals, gives both references', () => {
    const answer = {
      LearnerData: { Learner: { Uln: 9276308686, FamilyName: 'Sample' }, Standard: { StandardReference: 'ST1030' } },
      EpaDetails: { EpaReference: '00000007' },
      Certificate: { CertificateData: { CertificateReference: '00000008' } },
    };
    expect(fromJson(answer)).toMatchObject([
      { assessmentId: 'ben', kind: 'epa', reference: '00000007', standing: 'new' },
      { assessmentId: 'ben', kind: 'certificate', reference: '00000008', standing: 'differs' },
    ]);
  });

  test('shows what the service refused, in its own words', () => {
    const validationErrors = ['EPA already provided for the learner'];
    expect(fromJson([{ requestId: '1-1', epaReference: null, validationErrors }])).toMatchObject([
      { assessmentId: 'zoe', standing: 'refused', words: 'EPA already provided for the learner' },
    ]);
  });

  test('is not taken where it belongs to nobody, or names somebody else than was asked about', () => {
    expect(fromJson([{ requestId: '9-9', epaReference: '00013002' }])).toMatchObject([{ standing: 'unmatched' }]);
    const foreign = { requestId: '1-1', uln: 1000000000, epaReference: '00013002' };
    expect(fromJson([foreign])).toMatchObject([{ standing: 'unmatched', assessmentId: null }]);
    const otherStandard = {
      uln: 9276308686,
      familyName: 'Nguyễn',
      standardReference: 'ST0127',
      epaReference: '00013002',
    };
    expect(fromJson([otherStandard])).toMatchObject([{ standing: 'unmatched' }]);
  });

  test('does not lose leading zeros: a number is pointed out, never filled up', () => {
    expect(fromJson([{ requestId: '1-1', epaReference: 13002 }])).toMatchObject([
      { standing: 'differs', words: expect.stringContaining('leading zeros') },
    ]);
  });

  test('in a table is read by the names of its columns', () => {
    const rows = [
      ['Uln', 'family name', 'Standard', 'CertificateReference', 'Validation errors'],
      ['9276308686', 'Sample', 'ST1030', '00013003', ''],
      ['9276308686', 'Nguyễn', '786', '', 'Invalid date'],
    ];
    expect(answerLines(answersInRows(rows) ?? [], learners)).toMatchObject([
      { place: 'Row 2', assessmentId: 'ben', standing: 'held' },
      { place: 'Row 3', assessmentId: 'zoe', standing: 'refused', words: 'Invalid date' },
    ]);
  });

  test('is told from something else', () => {
    expect(answersInJson({ schema: 'epa-plan/1' })).toBeNull();
    expect(answersInJson('words')).toBeNull();
    expect(answersInRows([['Theme', 'Question']])).toBeNull();
    expect(answersInRows([])).toBeNull();
  });

  test('never throws, whatever a file holds, and gives nobody a reference that is not eight digits', () => {
    const told = (answers: ReturnType<typeof answersInJson>) =>
      answerLines(answers ?? [], learners).filter(({ standing }) => standing === 'new');
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.string(), (value, reference) => {
        expect(told(answersInJson(value))).toEqual([]);
        const isReference = /^\d{8}$/.test(reference.trim());
        expect(told(answersInJson([{ requestId: '1-1', epaReference: reference }]))).toHaveLength(isReference ? 1 : 0);
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(fc.string())), rows => {
        expect(told(answersInRows(rows))).toEqual([]);
      }),
    );
  });
});
