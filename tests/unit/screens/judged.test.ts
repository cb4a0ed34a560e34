import { describe, expect, test } from 'vitest';
import { evidenceFor, judgedDescriptors, nextToDo } from '../../../renderer/screens/judge/judged.ts';
import { standingSentence } from '../../../renderer/screens/judge/standing.ts';
import type { SessionView } from '../../../renderer/screens/session/session-view.ts';
import type { Judgement } from '../../../shared/domain/judgement.ts';
import { gradeMethod } from '../../../shared/domain/method-grade.ts';
import { obstaclesToSigning } from '../../../shared/domain/readiness-to-sign.ts';
import { aJudgement, aMethod, aNote } from '../domain/plans.ts';

const method = aMethod();
const keys = method.themes.flatMap(theme => theme.descriptors.map(({ key }) => key));

/** The parts of a session that judging looks at. */
function judging(
  judgements: readonly Judgement[],
): Pick<SessionView, 'method' | 'state' | 'judgements' | 'result' | 'obstaclesToSigning'> {
  const own = judgements.map(one => ({
    ...one,
    evidenceNoteIds: [...one.evidenceNoteIds],
    portfolioEvidenceIds: [...one.portfolioEvidenceIds],
  }));
  const result = gradeMethod(method, own);
  return {
    method,
    state: 'closed',
    judgements: own,
    result: { ...result, lines: [...result.lines] },
    obstaclesToSigning: [...obstaclesToSigning(method, own, [])],
  };
}

describe('what is still to do', () => {
  test('is the next undecided descriptor, going round, then one that lacks its rationale', () => {
    const [first = '', second = ''] = keys;
    const decided = keys.slice(1).map(key => aJudgement(key, 'met', { rationale: 'Shown.' }));
    expect(nextToDo(judgedDescriptors(judging(decided)), second)?.key).toBe(first);
    const unexplained = [aJudgement(first, 'notMet', { rationale: ' ' }), ...decided];
    expect(nextToDo(judgedDescriptors(judging(unexplained)), first)?.key).toBe(first);
    const done = [aJudgement(first, 'notMet', { rationale: 'Not shown.' }), ...decided];
    expect(nextToDo(judgedDescriptors(judging(done)), first)).toBeUndefined();
  });
});

describe('the standing in one sentence', () => {
  test('counts the decisions and rationales that are missing', () => {
    const [first = '', , ...others] = keys;
    const decided = others.map(key => aJudgement(key, 'met', { rationale: 'Shown.' }));
    expect(standingSentence(judging([aJudgement(first, 'notMet'), ...decided]))).toBe(
      'Before the report can be signed: 1 descriptor to decide and 1 rationale to give.',
    );
  });

  test('says when nothing stands in the way', () => {
    const all = keys.map(key => aJudgement(key, 'met', { rationale: 'Shown.', evidenceNoteIds: [] }));
    expect(standingSentence(judging(all))).toBe('Everything is decided and nothing stands in the way of signing.');
  });
});

describe('the evidence for a descriptor', () => {
  const descriptor = { key: 'a1', grade: 'pass' as const, text: 'Rings the lead.', ksbs: ['K1'] };
  const notes = [
    aNote('q', { kind: 'question', ksbs: ['K1'] }),
    aNote('a', { kind: 'answer', ksbs: [], followsId: 'q' }),
    aNote('p', { kind: 'portfolio', ksbs: ['K1'], followsId: 'a' }),
    aNote('s', { kind: 'seen', ksbs: ['S1'] }),
    aNote('r', { kind: 'remark', ksbs: ['K1'] }),
    aNote('x', { kind: 'seen', ksbs: ['K1'], struckReason: 'Wrong apprentice' }),
  ];
  const ids = (evidence: readonly { readonly id: string }[]) => evidence.map(({ id }) => id);

  test('is what shows its KSBs, an answer by its question, and never a remark or a struck note', () => {
    const { linked, fitting, others } = evidenceFor({ descriptor, evidenceNoteIds: [] }, notes);
    expect([ids(linked), ids(fitting), ids(others)]).toEqual([[], ['a', 'p'], ['s']]);
  });

  test('holds what is linked first, a question or a struck note too, so that it can be unlinked', () => {
    const { linked, fitting } = evidenceFor({ descriptor, evidenceNoteIds: ['x', 'a', 'q'] }, notes);
    expect([ids(linked), ids(fitting)]).toEqual([['q', 'a', 'x'], ['p']]);
  });

  test('stands with the question that it belongs to', () => {
    const { fitting } = evidenceFor({ descriptor, evidenceNoteIds: [] }, notes);
    expect(fitting.map(({ question }) => question?.id)).toEqual(['q', 'q']);
  });
});
