import { describe, expect, it } from 'vitest';
import { coverageOf, ksbsOfNote } from '../../../shared/domain/coverage.ts';
import { aMethod, aNote } from './plans.ts';

describe('the coverage of a method', () => {
  it('starts with nothing seen and nothing asked', () => {
    expect(coverageOf(aMethod(), [])).toMatchObject({
      seen: 0,
      total: 3,
      notSeen: ['K1', 'K2', 'S1'],
      questions: 0,
      minimumQuestions: 3,
    });
  });

  it('counts evidence for each KSB and theme', () => {
    const notes = [
      aNote('1', { kind: 'seen', ksbs: ['K1', 'S1'] }),
      aNote('2', { kind: 'answer', ksbs: ['K1'] }),
      aNote('3', { kind: 'portfolio', ksbs: ['S1'] }),
    ];
    const { ksbs, themes, seen, notSeen } = coverageOf(aMethod(), notes);
    expect(ksbs.map(({ code, evidence }) => `${code} ${evidence}`)).toEqual(['K1 2', 'K2 0', 'S1 2']);
    expect({ seen, notSeen }).toEqual({ seen: 2, notSeen: ['K2'] });
    expect(themes.map(({ label, title, seen: themeSeen, total }) => [label, title, themeSeen, total])).toEqual([
      ['Theme A', 'Title of a', 2, 2],
      ['Theme B', 'Title of b', 0, 1],
    ]);
  });

  it('does not take a question or a follow-up for evidence', () => {
    const notes = [aNote('1', { kind: 'question', ksbs: ['K1'] }), aNote('2', { kind: 'followUp', ksbs: ['K1'] })];
    expect(coverageOf(aMethod(), notes).ksbs[0]).toEqual({ code: 'K1', evidence: 0, questions: 1 });
  });

  it('leaves out remarks and struck notes', () => {
    const notes = [
      aNote('1', { kind: 'remark', ksbs: ['K1'] }),
      aNote('2', { ksbs: ['K1'], struckReason: 'Wrong apprentice' }),
      aNote('3', { kind: 'question', ksbs: ['K1'], struckReason: 'Not asked' }),
    ];
    expect(coverageOf(aMethod(), notes)).toMatchObject({ seen: 0, questions: 0 });
  });

  it('counts questions in total and by theme, follow-ups not counted', () => {
    const notes = [
      aNote('1', { kind: 'question', ksbs: ['K1', 'K2'] }),
      aNote('2', { kind: 'question', ksbs: ['S1'] }),
      aNote('3', { kind: 'question' }),
      aNote('4', { kind: 'question' }),
      aNote('5', { kind: 'followUp', ksbs: ['K1'], followsId: '1' }),
    ];
    const { questions, themes } = coverageOf(aMethod(), notes);
    expect(questions).toBe(4);
    expect(themes.map(theme => [theme.questions, theme.minimumQuestions])).toEqual([
      [2, 1],
      [1, 1],
    ]);
  });

  it('has no minimum of questions where the plan leaves it open', () => {
    expect(coverageOf(aMethod({ questions: null }), []).minimumQuestions).toBeNull();
  });
});

describe('the KSBs that a note speaks of', () => {
  const question = aNote('q', { kind: 'question', ksbs: ['K1'] });
  const followUp = aNote('f', { kind: 'followUp', followsId: 'q' });
  const answer = aNote('a', { followsId: 'f' });

  it('are those of its question when it has none', () => {
    const other = aNote('o', { ksbs: ['S1'] });
    expect(ksbsOfNote(answer, [other, question, followUp, answer])).toEqual(['K1']);
    expect(coverageOf(aMethod(), [question, followUp, answer]).ksbs[0]?.evidence).toBe(1);
  });

  it('are its own when it has any', () => {
    const tagged = aNote('t', { followsId: 'q', ksbs: ['S1'] });
    expect(ksbsOfNote(tagged, [question, tagged])).toEqual(['S1']);
  });

  it('are none when what it follows is not there or goes in a circle', () => {
    expect(ksbsOfNote(answer, [answer])).toEqual([]);
    const circle = [aNote('1', { followsId: '2' }), aNote('2', { followsId: '1' })] as const;
    expect(ksbsOfNote(circle[0], circle)).toEqual([]);
  });
});
