import type { BankQuestion } from '../../../shared/contract/question-banks.ts';
import { Button } from '../../ui/button.tsx';
import { ListRow } from '../../ui/list.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { Pointers } from './pointers.tsx';
import { type BankDeeds, bankKeys, possibleDeeds } from './question-deeds.ts';
import { factsOf } from './question-words.ts';

interface QuestionRowProps {
  readonly question: BankQuestion;
  readonly isSelected: boolean;
  readonly deeds: BankDeeds;
}

/** A question of the bank; the one that is selected shows what a good answer holds and what can be done with it. */
export function QuestionRow({ question, isSelected, deeds }: QuestionRowProps) {
  const { id, text, passPointers, distinctionPointers } = question;
  return (
    <ListRow
      id={id}
      text={text}
      weight="plain"
      title={<span className="bank-words">{text}</span>}
      detail={
        <>
          {factsOf(question)}
          {isSelected ? (
            <>
              <Pointers pass={passPointers} distinction={distinctionPointers} />
              <Deeds question={question} deeds={deeds} />
            </>
          ) : null}
        </>
      }
      trail={<StatusOf status={question.status} />}
    />
  );
}

function StatusOf({ status }: Pick<BankQuestion, 'status'>) {
  switch (status) {
    case 'draft':
      return <StatusTag tone="open" word="Draft" />;
    case 'approved':
      return <StatusTag tone="met" word="Approved" />;
    case 'retired':
      return <StatusTag tone="locked" word="Retired" />;
  }
}

const words = {
  approve: 'Approve…',
  change: 'Change…',
  retire: 'Retire',
  restore: 'Back to draft',
  history: 'Earlier wordings',
  discard: 'Discard…',
} as const;

function Deeds({ question, deeds }: Pick<QuestionRowProps, 'question' | 'deeds'>) {
  const possible = possibleDeeds(question);
  return (
    <div className="row">
      {(Object.keys(words) as (keyof typeof words)[])
        .filter(deed => possible[deed])
        .map(deed => (
          <Button key={deed} size="dense" tone="quiet" keys={bankKeys[deed]} onPress={() => deeds[deed](question)}>
            {words[deed]}
          </Button>
        ))}
    </div>
  );
}
