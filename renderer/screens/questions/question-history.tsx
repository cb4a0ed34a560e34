import { formatDate } from '../../../shared/british.ts';
import type { BankQuestion } from '../../../shared/contract/question-banks.ts';
import { useAsk } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Pointers } from './pointers.tsx';

interface QuestionHistoryProps {
  readonly question: BankQuestion;
  readonly onClose: () => void;
}

/** The wordings that a question had before, the latest first. */
export function QuestionHistory({ question, onClose }: QuestionHistoryProps) {
  const { data, error } = useAsk('question.history', { id: question.id });
  return (
    <Dialog title="Earlier wordings" isOpen onClose={onClose} actions={<Button onPress={onClose}>Close</Button>}>
      {error ? <ErrorPanel error={error} /> : data ? null : <Loading what="the wordings" />}
      <ol className="wordings">
        {(data ?? []).map(({ version, text, ksbs, author, until, passPointers, distinctionPointers }) => (
          <li key={version}>
            <p className="muted small">
              Wording {version} by {author}, until {formatDate(until)} · {ksbs.join(' ')}
            </p>
            <p className="quoted">{text}</p>
            <Pointers pass={passPointers} distinction={distinctionPointers} />
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
