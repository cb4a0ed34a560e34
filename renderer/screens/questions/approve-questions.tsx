import { useState } from 'react';
import { formatCount, formatList } from '../../../shared/british.ts';
import type { Person } from '../../../shared/contract/quality-assurance.ts';
import type { BankQuestion } from '../../../shared/contract/question-banks.ts';
import { isSamePerson } from '../../../shared/domain/plan-standing.ts';
import { useAction, useAsk } from '../../api.ts';
import { Banner } from '../../ui/banner.tsx';
import { RouteLink } from '../../ui/route-link.tsx';
import { Select } from '../../ui/select.tsx';
import { notify } from '../../ui/toast.tsx';
import { FormDialog } from '../assessment/form-dialog.tsx';

interface ApproveQuestionsProps {
  readonly questions: readonly BankQuestion[];
  readonly onClose: () => void;
}

/** Who approved last, so that the next question needs no choice; forgotten with the window. */
let lastApprover: string | null = null;

/** The questions of these that the person did not write. */
const byOthers = (questions: readonly BankQuestion[], { name }: Person): readonly BankQuestion[] =>
  questions.filter(({ author }) => !isSamePerson(author, name));

/** Approves drafts in the name of somebody who wrote none of them; of several, those by the approver's own hand stay drafts. */
export function ApproveQuestions({ questions, onClose }: ApproveQuestionsProps) {
  const { data: people = [], isSuccess } = useAsk('person.list', {});
  const [chosen, setChosen] = useState(lastApprover);
  const [isChecked, setChecked] = useState(false);
  const approve = useAction('question.approve');
  const approvers = people.filter(person => byOthers(questions, person).length > 0);
  const approver = approvers.find(({ id }) => id === chosen) ?? (approvers.length === 1 ? approvers[0] : undefined);
  const taken = approver ? byOthers(questions, approver) : [];
  const run = (): boolean => {
    setChecked(true);
    if (!approver) return false;
    lastApprover = approver.id;
    approve.start({ ids: taken.map(({ id }) => id), approverId: approver.id }, () => {
      onClose();
      notify({ words: `${formatCount(taken.length, 'question')} approved by ${approver.name}.` });
    });
    return true;
  };
  return (
    <FormDialog
      title={questions.length === 1 ? 'Approve this question' : `Approve ${questions.length} drafts`}
      action={questions.length === 1 ? 'Approve the question' : `Approve ${taken.length || questions.length}`}
      isPending={approve.isPending}
      fault={approve.error}
      onClose={onClose}
      onSubmit={run}
    >
      <p className="prose">
        A question is asked in sessions once somebody other than its author has read and approved it: that it fits its
        KSBs, asks one thing, and does not lead to the answer.
      </p>
      {questions.length === 1 ? <p className="quoted">{questions[0]?.text}</p> : null}
      {isSuccess && approvers.length === 0 ? <NobodyElse questions={questions} /> : null}
      {approvers.length > 0 ? (
        <Select
          label="Approved by"
          description={authorsOf(questions)}
          choices={approvers.map(({ id, name }) => ({ id, title: name }))}
          value={approver?.id ?? null}
          onChange={setChosen}
          error={isChecked && !approver ? 'Choose who approves.' : null}
        />
      ) : null}
      {approver && taken.length < questions.length ? (
        <p className="muted">
          {formatCount(questions.length - taken.length, 'draft')} by {approver.name} stay as they are.
        </p>
      ) : null}
    </FormDialog>
  );
}

const authorsOf = (questions: readonly BankQuestion[]): string =>
  `Written by ${formatList([...new Set(questions.map(({ author }) => author))])}.`;

function NobodyElse({ questions }: Pick<ApproveQuestionsProps, 'questions'>) {
  return (
    <Banner
      kind="info"
      title="It takes a second person"
      actions={
        <RouteLink to={{ page: 'settings', section: 'people' }} look="button">
          Add somebody in Settings
        </RouteLink>
      }
    >
      {authorsOf(questions)} Nobody else works in this workspace yet.
    </Banner>
  );
}
