import type { Action } from '../../actions.ts';
import { navigate } from '../../routes.ts';
import { judgeKeys } from './judge-keys.ts';
import type { JudgeDesk } from './use-judge-desk.ts';

/** Everything that can be done while judging, for keys, palette and key card. */
export function judgeActions(desk: JudgeDesk): readonly Action[] {
  const { panel, view } = desk;
  const isFree = (): boolean => !desk.isLocked;
  const decide = (decision: 'met' | 'notMet' | null) => (): void => panel.current?.decide(decision);
  const deciding: readonly Action[] = [
    { id: 'judge.notMet', title: 'Not met', section: 'Judge', keys: judgeKeys.notMet, run: decide('notMet') },
    { id: 'judge.met', title: 'Met', section: 'Judge', keys: judgeKeys.met, run: decide('met') },
    { id: 'judge.open', title: 'Leave the decision open', section: 'Judge', keys: judgeKeys.open, run: decide(null) },
    {
      id: 'judge.rationale',
      title: 'Write the rationale',
      section: 'Judge',
      keys: judgeKeys.rationale,
      run: () => panel.current?.focusRationale(),
    },
    {
      id: 'judge.save',
      title: 'Save the rationale',
      section: 'Judge',
      keys: judgeKeys.save,
      run: () => panel.current?.saveRationale(),
    },
    {
      id: 'judge.link',
      title: 'Link or unlink the note',
      section: 'Judge',
      keys: judgeKeys.link,
      run: () => {
        if (desk.evidenceId.current) panel.current?.link(desk.evidenceId.current);
      },
    },
  ];
  return [
    ...deciding.map(action => ({ ...action, isAvailable: isFree })),
    { id: 'judge.next', title: 'Next descriptor', section: 'Judge', keys: judgeKeys.next, run: () => desk.step(1) },
    {
      id: 'judge.previous',
      title: 'Descriptor before',
      section: 'Judge',
      keys: judgeKeys.previous,
      run: () => desk.step(-1),
    },
    { id: 'judge.toDo', title: 'Next to do', section: 'Judge', keys: judgeKeys.toDo, run: desk.goToNextToDo },
    {
      id: 'judge.evidence',
      title: 'Go to the evidence',
      section: 'Judge',
      keys: judgeKeys.evidence,
      run: focusEvidence,
    },
    {
      id: 'judge.derivation',
      title: 'How the grade comes about',
      section: 'Judge',
      keys: judgeKeys.derivation,
      run: () => desk.showDerivation(!desk.isDerivationShown),
    },
    {
      id: 'judge.report',
      title: 'Preview and sign the report',
      section: 'Judge',
      keys: judgeKeys.report,
      run: () => navigate({ page: 'report', subject: { kind: 'method', sessionId: view.id } }),
    },
  ];
}

function focusEvidence(): void {
  document.querySelector<HTMLElement>('.evidence-line')?.focus();
}
