import { Download, Plus } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { formatCount } from '../../../shared/british.ts';
import type { BankQuestion } from '../../../shared/contract/question-banks.ts';
import type { Plan } from '../../../shared/domain/plan.ts';
import { useActions } from '../../actions.ts';
import { useAction, useAsk } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { AlertDialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { List } from '../../ui/list.tsx';
import { Loading } from '../../ui/loading.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Section } from '../../ui/section.tsx';
import { notify } from '../../ui/toast.tsx';
import { ApproveQuestions } from './approve-questions.tsx';
import { ImportQuestionsButton } from './import-questions.tsx';
import { type BankDeeds, bankActions, bankKeys } from './question-deeds.ts';
import { QuestionDialog } from './question-dialog.tsx';
import { QuestionHistory } from './question-history.tsx';
import { QuestionRow } from './question-row.tsx';
import { placeId, questionsThatFit, themeBanks } from './question-words.ts';

type Open =
  | { readonly kind: 'form' | 'discard' | 'history'; readonly question: BankQuestion }
  | { readonly kind: 'approve'; readonly questions: readonly BankQuestion[] }
  | { readonly kind: 'new' };

/** The bank of a plan by theme: questions are added, changed, approved and retired, by keys as well. */
export function PlanQuestions({ plan }: { readonly plan: Plan }) {
  const { data, error } = useAsk('question.list', { planId: plan.id });
  if (error) return <ErrorPanel title="The questions could not be shown" error={error} />;
  if (!data) return <Loading what="the questions" lines={6} />;
  if (plan.methods.every(method => method.themes.length === 0)) {
    return (
      <EmptyState title="This plan has no theme yet">
        Questions are kept by theme. Type the plan’s themes in first.
      </EmptyState>
    );
  }
  return <Bank plan={plan} bank={data} />;
}

function Bank({ plan, bank }: { readonly plan: Plan; readonly bank: readonly BankQuestion[] }) {
  const [query, setQuery] = useState('');
  const [selected, setSelected] = useState<string | null>(null);
  const [open, setOpen] = useState<Open | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const moves = useMoves();
  const question = bank.find(({ id }) => id === selected);
  const deeds: BankDeeds = {
    add: () => setOpen({ kind: 'new' }),
    search: () => search.current?.focus(),
    change: one => setOpen({ kind: 'form', question: one }),
    discard: one => setOpen({ kind: 'discard', question: one }),
    history: one => setOpen({ kind: 'history', question: one }),
    approve: one => setOpen({ kind: 'approve', questions: [one] }),
    ...moves.deeds,
  };
  useActions(bankActions(question, deeds));
  const drafts = bank.filter(({ status }) => status === 'draft');
  const themes = themeBanks(plan, bank);
  const left = bank.filter(one => !themes.some(({ questions }) => questions.includes(one)));
  const list = (title: string, questions: readonly BankQuestion[], empty: string) => (
    <List
      label={title}
      rows={questionsThatFit(questions, query)}
      selected={selected}
      onSelect={setSelected}
      onOpen={id => {
        const one = bank.find(held => held.id === id);
        if (one && one.status !== 'retired') deeds.change(one);
      }}
      empty={query.trim() === '' ? empty : 'Nothing fits what you typed.'}
      dependencies={[selected, bank]}
    >
      {one => <QuestionRow question={one} isSelected={one.id === selected} deeds={deeds} />}
    </List>
  );
  return (
    <div className="stack plan-part">
      <BankTools
        planId={plan.id}
        hasAny={bank.length > 0}
        drafts={drafts.length}
        onAdd={deeds.add}
        onApproveAll={() => setOpen({ kind: 'approve', questions: drafts })}
      >
        <SearchField label="Filter the questions" value={query} onChange={setQuery} inputRef={search} />
      </BankTools>
      {moves.error ? <ErrorPanel title="The question stays as it was" error={moves.error} /> : null}
      {themes.map(({ id, name, questions }) => (
        <Section key={id} title={name} note={countOf(questions)}>
          {list(name, questions, 'No question yet.')}
        </Section>
      ))}
      {left.length > 0 ? (
        <Section title="Themes that the plan no longer has" note={countOf(left)}>
          {list('Themes that the plan no longer has', left, '')}
        </Section>
      ) : null}
      <Opened plan={plan} bank={bank} open={open} near={question} onClose={() => setOpen(null)} />
    </div>
  );
}

const countOf = (questions: readonly BankQuestion[]): string =>
  `${questions.filter(({ status }) => status === 'approved').length} of ${formatCount(questions.length, 'question')} approved`;

/** Moving a question on to another status, at once. */
function useMoves() {
  const retire = useAction('question.retire');
  const restore = useAction('question.restore');
  return {
    deeds: {
      retire: ({ id }: BankQuestion) => retire.start({ id }),
      restore: ({ id }: BankQuestion) => restore.start({ id }),
    },
    error: retire.error ?? restore.error,
  };
}

interface BankToolsProps {
  readonly planId: string;
  readonly hasAny: boolean;
  readonly drafts: number;
  readonly onAdd: () => void;
  readonly onApproveAll: () => void;
  readonly children: ReactNode;
}

function BankTools({ planId, hasAny, drafts, onAdd, onApproveAll, children }: BankToolsProps) {
  const save = useAction('question.export');
  const exportAll = (): void =>
    save.start({ planId }, saved => (saved ? notify({ words: `Saved as ${saved.file}` }) : undefined));
  return (
    <>
      <div className="bank-tools">
        {children}
        <Button tone="primary" icon={Plus} keys={bankKeys.add} onPress={onAdd}>
          Add a question
        </Button>
        {drafts > 1 ? <Button onPress={onApproveAll}>Approve all {drafts} drafts…</Button> : null}
        <ImportQuestionsButton planId={planId} />
        <Button icon={Download} isDisabled={!hasAny} isPending={save.isPending} onPress={exportAll}>
          Export…
        </Button>
      </div>
      {save.error ? <ErrorPanel title="The questions were not exported" error={save.error} /> : null}
    </>
  );
}

interface OpenedProps {
  readonly plan: Plan;
  readonly bank: readonly BankQuestion[];
  readonly open: Open | null;
  /** The question that is selected: a new one is for its theme at first. */
  readonly near: BankQuestion | undefined;
  readonly onClose: () => void;
}

function Opened({ plan, bank, open, near, onClose }: OpenedProps) {
  const discard = useAction('question.discard');
  if (open === null) return null;
  if (open.kind === 'approve') return <ApproveQuestions questions={open.questions} onClose={onClose} />;
  if (open.kind === 'history') return <QuestionHistory question={open.question} onClose={onClose} />;
  if (open.kind === 'discard') {
    return (
      <AlertDialog
        title="Discard this question?"
        isOpen
        onClose={onClose}
        action="Discard question"
        onAction={() => discard.run({ id: open.question.id })}
      >
        <p className="quoted">{open.question.text}</p>
        <p>It was never asked in a session, so nothing of the record is lost.</p>
      </AlertDialog>
    );
  }
  const themes = themeBanks(plan, bank);
  const question = open.kind === 'form' ? open.question : null;
  const at = question ?? near;
  const themeId = themes.find(({ id }) => at && id === placeId(at.methodKey, at.themeKey))?.id;
  return (
    <QuestionDialog
      planId={plan.id}
      themes={themes}
      themeId={themeId ?? (question ? null : (themes[0]?.id ?? null))}
      question={question}
      onClose={onClose}
    />
  );
}
