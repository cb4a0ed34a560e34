import { Button } from '../../ui/button.tsx';
import { GradeMark } from '../../ui/grade-mark.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import type { Assessment } from '../assessment.tsx';
import { attemptDates, attemptName, attemptRecord, furtherWords } from './attempt-words.ts';

type MethodLine = Assessment['methods'][number];

interface AttemptTimelineProps {
  readonly method: MethodLine;
  readonly onVoid: () => void;
}

/** The attempts at a method from the first to the latest, each with its dates and what was recorded of it, and its grade where there are several. */
export function AttemptTimeline({ method, onVoid }: AttemptTimelineProps) {
  const { attempts, session, further, name } = method;
  if (attempts.length === 0) return null;
  return (
    <div className="attempt-story">
      <ol className="attempts" aria-label={`${name}: attempts`}>
        {attempts.map(attempt => (
          <li className="attempt" key={attempt.sessionId} data-void={attempt.voidReason !== null || undefined}>
            <div className="attempt-words">
              <p>
                <span className="strong">{attemptName(attempt)}</span>
                <span className="muted figures"> · {attemptDates(attempt)}</span>
              </p>
              {attemptRecord(attempt).map(words => (
                <p className="prose small" key={words}>
                  {words}
                </p>
              ))}
            </div>
            <div className="attempt-mark">
              {attempt.voidReason !== null ? <StatusTag tone="neutral" word="Void" /> : null}
              {attempt.grade !== null && attempts.length > 1 ? <GradeMark grade={attempt.grade} /> : null}
            </div>
            <div className="attempt-step">
              {attempt.sessionId === session?.id ? (
                <Button tone="quiet" size="dense" onPress={onVoid}>
                  Declare void…
                </Button>
              ) : null}
            </div>
          </li>
        ))}
      </ol>
      {further.allowed ? (
        <p className="prose muted">{['It can be taken again.', ...furtherWords(further)].join(' ')}</p>
      ) : null}
    </div>
  );
}
