import type { BankQuestion } from '../../../shared/contract/question-banks.ts';
import type { Action } from '../../actions.ts';

/** What can be done with the bank of a plan. */
export interface BankDeeds {
  readonly add: () => void;
  readonly search: () => void;
  readonly change: (question: BankQuestion) => void;
  readonly approve: (question: BankQuestion) => void;
  readonly retire: (question: BankQuestion) => void;
  readonly restore: (question: BankQuestion) => void;
  readonly discard: (question: BankQuestion) => void;
  readonly history: (question: BankQuestion) => void;
}

/** The keys of the bank's actions, shown on their buttons too. */
export const bankKeys = {
  add: 'n',
  search: '/',
  change: 'e',
  approve: 'a',
  retire: 'r',
  restore: 'u',
  discard: 'Delete',
  history: 'h',
} as const;

/** What may be done with a question as it stands. */
export function possibleDeeds({ status, wasUsed, version }: BankQuestion) {
  return {
    change: status !== 'retired',
    approve: status === 'draft',
    retire: status !== 'retired',
    restore: status === 'retired',
    discard: !wasUsed,
    history: version > 1,
  } as const;
}

/** The bank's actions for keys, palette and key card. */
export function bankActions(selected: BankQuestion | undefined, deeds: BankDeeds): readonly Action[] {
  const section = 'Questions';
  const always: readonly Action[] = [
    { id: 'question.add', title: 'Add a question', section, keys: bankKeys.add, run: deeds.add },
    { id: 'question.search', title: 'Filter the questions', section, keys: bankKeys.search, run: deeds.search },
  ];
  if (!selected) return always;
  const possible = possibleDeeds(selected);
  const own = (deed: keyof typeof possible, title: string): Action => ({
    id: `question.${deed}`,
    title,
    section,
    keys: bankKeys[deed],
    isAvailable: () => possible[deed],
    run: () => deeds[deed](selected),
  });
  return [
    ...always,
    own('change', 'Change the question'),
    own('approve', 'Approve the question'),
    own('retire', 'Retire the question'),
    own('restore', 'Make the retired question a draft again'),
    own('discard', 'Discard the question, which was never used'),
    own('history', 'Earlier wordings of the question'),
  ];
}
