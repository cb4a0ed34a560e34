import { describe, expect, it } from 'vitest';
import type { Judgement } from '../../../shared/domain/judgement.ts';
import { type ClosingFacts, obstaclesToClosing } from '../../../shared/domain/readiness-to-close.ts';
import { needsRationale, obstaclesToSigning } from '../../../shared/domain/readiness-to-sign.ts';
import { aJudgement, aMethod, aNote, aStretch } from './plans.ts';

const rulesOf = (obstacles: readonly { readonly rule: string; readonly severity: string }[]) =>
  obstacles.map(obstacle => `${obstacle.rule} ${obstacle.severity}`);

describe('closing a session', () => {
  const facts: ClosingFacts = {
    ledger: [aStretch()],
    nowIso: '2026-11-21T15:00:00.000Z',
    adjustmentPercent: 0,
    reasons: { questions: '', overrun: '' },
  };
  const enough = ['K1', 'S1', 'K2'].flatMap((ksb, index) => [
    aNote(`q${index}`, { kind: 'question', ksbs: [ksb] }),
    aNote(`a${index}`, { followsId: `q${index}` }),
  ]);
  const twoHours = [aStretch({ endedAt: '2026-11-21T16:00:00.000Z' })];

  it('has nothing in its way when questions, time and coverage are complete', () => {
    expect(obstaclesToClosing(aMethod(), enough, facts)).toEqual([]);
  });

  it('needs a reason for too few questions, in total and by theme', () => {
    const obstacles = obstaclesToClosing(aMethod(), enough.slice(0, 4), facts);
    expect(rulesOf(obstacles)).toEqual([
      'questionsBelowMinimum blocks',
      'themeQuestionsBelowMinimum blocks',
      'ksbNotSeen hint',
    ]);
    expect(obstacles[0]?.message).toBe('2 questions asked; the plan sets at least 3. Ask 1 more or say why not.');
    expect(obstacles[0]?.fact).toBe('2 questions asked; the plan sets at least 3.');
    expect(obstacles[1]).toMatchObject({
      themeKey: 'b',
      fact: expect.stringMatching(/asked; the plan sets at least 1\.$/),
    });
    const explained = { ...facts, reasons: { questions: 'Stopped: the apprentice fell ill.', overrun: '' } };
    expect(rulesOf(obstaclesToClosing(aMethod(), enough.slice(0, 4), explained))).toEqual(['ksbNotSeen hint']);
  });

  it('asks for no questions in a theme for which the plan sets none', () => {
    const themes = aMethod().themes.map(({ minimumQuestions: _, ...theme }) => theme);
    const questions = enough.filter(note => note.id !== 'q2').concat(aNote('q3', { kind: 'question', ksbs: ['K1'] }));
    const rules = rulesOf(obstaclesToClosing(aMethod({ themes }), questions, facts));
    expect(rules).not.toContain('themeQuestionsBelowMinimum blocks');
  });

  it('does not take white space for a reason', () => {
    const blank = { ...facts, ledger: twoHours, reasons: { questions: ' ', overrun: ' \n' } };
    expect(rulesOf(obstaclesToClosing(aMethod(), [], blank))).toEqual([
      'overrunWithoutReason blocks',
      'questionsBelowMinimum blocks',
      'themeQuestionsBelowMinimum blocks',
      'themeQuestionsBelowMinimum blocks',
      'ksbNotSeen hint',
    ]);
  });

  it('needs a reason for an overrun of the method', () => {
    const over = { ...facts, ledger: twoHours };
    expect(obstaclesToClosing(aMethod(), enough, over)).toEqual([
      {
        rule: 'overrunWithoutReason',
        severity: 'blocks',
        message: 'Professional discussion ran 54 min over the time allowed. Say why.',
        fact: 'Professional discussion ran 54 min over the time allowed.',
      },
    ]);
    const explained = { ...over, reasons: { questions: '', overrun: 'The lift was stuck.' } };
    expect(obstaclesToClosing(aMethod(), enough, explained)).toEqual([]);
    expect(obstaclesToClosing(aMethod(), enough, { ...over, adjustmentPercent: 100 })).toEqual([]);
  });

  it('needs a reason for an overrun of one part where the tolerance stays with its part', () => {
    const method = aMethod({
      parts: [
        { key: 'watch', name: 'Observation', minutes: 60 },
        { key: 'ask', name: 'Questions', minutes: 60 },
      ],
      tolerance: { minusPercent: 100, plusPercent: 10, scope: 'part', allocation: 'perPart' },
    });
    const ledger = [
      aStretch({ partKey: 'watch', measuredSeconds: 70 * 60 }),
      aStretch({ partKey: 'ask', measuredSeconds: 30 * 60 }),
    ];
    expect(obstaclesToClosing(method, enough, { ...facts, ledger }).map(obstacle => obstacle.message)).toEqual([
      'Observation ran 4 min over the time allowed. Say why.',
    ]);
  });

  it('hints at a part that was not held and a session cut short', () => {
    expect(rulesOf(obstaclesToClosing(aMethod(), enough, { ...facts, ledger: [] }))).toEqual([
      'partNotHeld hint',
      'belowLowestTime hint',
    ]);
  });

  it('hints at the KSBs that have no evidence', () => {
    const obstacles = obstaclesToClosing(aMethod(), enough.slice(0, 5), facts);
    expect(obstacles.at(-1)?.message).toBe('No evidence noted yet for 1 KSB: K2.');
  });
});

describe('signing a report', () => {
  const notes = [aNote('good'), aNote('struck', { struckReason: 'Misheard' }), aNote('remark', { kind: 'remark' })];
  const reasoned = { rationale: 'Shown twice.', evidenceNoteIds: ['good'] };
  const keys = ['a1', 'a2', 'a3', 'b1', 'b2'];
  const ready: readonly Judgement[] = keys.map(key => aJudgement(key, 'met', reasoned));
  const changed = (key: string, changes: Partial<Judgement>) =>
    obstaclesToSigning(
      aMethod(),
      ready.map(judgement => (judgement.descriptorKey === key ? { ...judgement, ...changes } : judgement)),
      notes,
    );

  it('has nothing in its way when everything is judged and reasoned', () => {
    expect(obstaclesToSigning(aMethod(), ready, notes)).toEqual([]);
  });

  it('names each descriptor that is not decided', () => {
    expect(changed('a2', { decision: null })).toEqual([
      {
        rule: 'undecided',
        severity: 'blocks',
        message: 'Theme A, pass descriptor A2 is not decided yet. Decide whether it is met.',
        descriptorKey: 'a2',
        themeKey: 'a',
      },
    ]);
    expect(obstaclesToSigning(aMethod(), [], notes)).toHaveLength(5);
  });

  it.each<[key: string, decision: 'met' | 'notMet', required: boolean]>([
    ['a1', 'met', false],
    ['a1', 'notMet', true],
    ['a3', 'met', true],
    ['a3', 'notMet', true],
  ])('%s judged %s: a rationale required is %s', (key, decision, required) => {
    expect(rulesOf(changed(key, { decision, rationale: ' ' }))).toEqual(required ? ['rationaleMissing blocks'] : []);
  });

  it('asks for no rationale before there is a decision', () => {
    const [descriptor] = aMethod().themes.flatMap(theme => theme.descriptors);
    expect(descriptor && needsRationale(descriptor, null)).toBe(false);
  });

  it('hints at a descriptor met without linked evidence, and lets one not met be without', () => {
    expect(rulesOf(changed('a1', { evidenceNoteIds: [] }))).toEqual(['noEvidence hint']);
    expect(rulesOf(changed('a1', { decision: 'notMet', evidenceNoteIds: [] }))).toEqual([]);
  });

  it.each([
    ['struck', 'linkedNoteStruck blocks'],
    ['remark', 'linkedRemark blocks'],
    ['gone', 'linkedNoteMissing blocks'],
  ])('does not rest on the note «%s»', (id, rule) => {
    expect(rulesOf(changed('a1', { evidenceNoteIds: ['good', id] }))).toEqual([rule]);
  });

  it('does not ask for distinction descriptors once a pass descriptor is not met', () => {
    const judgements = ready
      .filter(judgement => !['a3', 'b2'].includes(judgement.descriptorKey))
      .map(judgement => (judgement.descriptorKey === 'b1' ? { ...judgement, decision: 'notMet' as const } : judgement));
    expect(obstaclesToSigning(aMethod(), judgements, notes)).toEqual([]);
  });

  it('asks for the score of a test', () => {
    const boundaries = [{ grade: 'pass' as const, atLeast: 5 }];
    const test = aMethod({ themes: [], grades: ['fail', 'pass'], gradeRule: { kind: 'score', outOf: 9, boundaries } });
    expect(rulesOf(obstaclesToSigning(test, [], []))).toEqual(['scoreMissing blocks']);
    expect(obstaclesToSigning(test, [], [], 7)).toEqual([]);
  });

  it('is not possible where the plan leaves the grading open', () => {
    expect(rulesOf(obstaclesToSigning(aMethod({ gradeRule: null }), ready, notes))).toEqual(['noGrade blocks']);
  });
});
