import type { Action } from '../../actions.ts';
import { navigate } from '../../routes.ts';
import type { SessionView } from '../session/session-view.ts';
import { judgeKeys } from './judge-keys.ts';
import { scoreFieldId } from './score-line.tsx';
import type { JudgeDesk } from './use-judge-desk.ts';

const section = 'Judge';

/** What can be done with the score of a test. */
export function scoreActions({ method, state }: SessionView): readonly Action[] {
  if (method.gradeRule?.kind !== 'score' || state === 'signed') return [];
  const run = (): void => document.querySelector<HTMLElement>(`#${scoreFieldId} input`)?.focus();
  return [{ id: 'judge.score', title: 'Enter the score', section, keys: judgeKeys.score, run }];
}

/** Everything that can be done while judging, for keys, palette and key card. */
export function judgeActions(desk: JudgeDesk): readonly Action[] {
  const isAvailable = (): boolean => !desk.isLocked;
  const writing = [...decisions(desk), ...reasons(desk)].map(action => ({ ...action, section, isAvailable }));
  return [...writing, ...moves(desk).map(action => ({ ...action, section }))];
}

type Deed = Omit<Action, 'section' | 'isAvailable'>;

function decisions({ panel }: JudgeDesk): readonly Deed[] {
  const decide = (decision: 'met' | 'notMet' | null) => (): void => panel.current?.decide(decision);
  return [
    {
      id: 'judge.notMet',
      title: 'Not met',
      keys: judgeKeys.notMet,
      otherKeys: judgeKeys.notMetToo,
      run: decide('notMet'),
    },
    { id: 'judge.met', title: 'Met', keys: judgeKeys.met, otherKeys: judgeKeys.metToo, run: decide('met') },
    { id: 'judge.open', title: 'Leave the decision open', keys: judgeKeys.open, run: decide(null) },
  ];
}

function reasons({ panel, evidenceInView }: JudgeDesk): readonly Deed[] {
  const link = (): void => {
    const inView = evidenceInView.current;
    if (inView) panel.current?.link(inView.id, inView.side);
  };
  return [
    {
      id: 'judge.rationale',
      title: 'Write the rationale',
      keys: judgeKeys.rationale,
      run: () => panel.current?.focusRationale(),
    },
    {
      id: 'judge.save',
      title: 'Save the rationale and leave it',
      keys: judgeKeys.save,
      run: () => panel.current?.saveRationale(),
    },
    { id: 'judge.link', title: 'Link or unlink the evidence', keys: judgeKeys.link, run: link },
  ];
}

function moves(desk: JudgeDesk): readonly Deed[] {
  const report = { page: 'report', subject: { kind: 'method', sessionId: desk.view.id } } as const;
  return [
    { id: 'judge.next', title: 'Next descriptor', keys: judgeKeys.next, run: () => desk.step(1) },
    { id: 'judge.previous', title: 'Descriptor before', keys: judgeKeys.previous, run: () => desk.step(-1) },
    { id: 'judge.toDo', title: 'Next to do', keys: judgeKeys.toDo, run: desk.goToNextToDo },
    { id: 'judge.evidence', title: 'Go to the evidence', keys: judgeKeys.evidence, run: focusEvidence },
    {
      id: 'judge.derivation',
      title: 'How the grade comes about',
      keys: judgeKeys.derivation,
      run: () => desk.showDerivation(!desk.isDerivationShown),
    },
    {
      id: 'judge.report',
      title: 'Preview and sign the report',
      keys: judgeKeys.report,
      run: () => navigate(report),
    },
  ];
}

function focusEvidence(): void {
  document.querySelector<HTMLElement>('.evidence-line')?.focus();
}
