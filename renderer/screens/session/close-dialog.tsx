import { CircleDashed, TriangleAlert } from 'lucide-react';
import { type FormEvent, useEffect, useId, useState } from 'react';
import { refresh, useAction } from '../../api.ts';
import { flushDrafts } from '../../drafts.ts';
import { settleRecording } from '../../recording/recorder.ts';
import { navigate } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { type ClosingMatter, closingMatters, explanationsOf } from './closing-matters.ts';
import { sessionKeys } from './session-keys.ts';
import type { SessionView } from './session-view.ts';
import type { SessionDesk } from './use-session-desk.ts';

/** Ends the session: what the plan asks for and is missing is mended or explained first, and no outcome is shown. */
export function CloseDialog({ desk }: { readonly desk: SessionDesk }) {
  const formId = useId();
  const isOpen = desk.dialog?.kind === 'close';
  const close = useAction('session.close');
  const sessionId = desk.view.id;
  const { explain, mend, notice } = closingMatters(desk.view.obstaclesToClosing);
  useFreshObstacles(isOpen);
  return (
    <Dialog
      title="Close the session"
      size="wide"
      isOpen={isOpen}
      onClose={() => desk.setDialog(null)}
      actions={
        <>
          <Button onPress={() => desk.setDialog(null)}>Go on with the session</Button>
          <Button tone="primary" type="submit" form={formId} isDisabled={mend.length > 0} isPending={close.isPending}>
            Close the session
          </Button>
        </>
      }
    >
      <p>
        The clock stops and the notes are complete; judging comes next. Tell the apprentice nothing about the outcome
        today.
      </p>
      <p>
        Service users stand in the notes as initials or roles.{' '}
        <Button size="dense" keys={sessionKeys.names} onPress={() => desk.setDialog({ kind: 'names' })}>
          Look the words through for names…
        </Button>
      </p>
      <Messages title="To be mended first" messages={mend} isBlocking />
      <ClosingForm
        id={formId}
        view={desk.view}
        matters={explain}
        onExplained={explanations =>
          void settleRecording(sessionId).then(() =>
            close.start({ sessionId, explanations: [...explanations] }, () => navigate({ page: 'judge', sessionId })),
          )
        }
      />
      <Messages title="Worth a look; it may stay as it is" messages={notice} />
      {close.error ? <ErrorPanel title="The session was not closed" error={close.error} /> : null}
    </Dialog>
  );
}

/** What was typed last, and the minutes since the session was read, decide what is missing. */
function useFreshObstacles(isOpen: boolean): void {
  useEffect(() => {
    if (isOpen) void flushDrafts().then(refresh);
  }, [isOpen]);
}

interface ClosingFormProps {
  readonly id: string;
  readonly view: SessionView;
  readonly matters: readonly ClosingMatter[];
  readonly onExplained: (explanations: SessionView['explanations']) => void;
}

function ClosingForm({ id, view, matters, onExplained }: ClosingFormProps) {
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const [isChecked, setChecked] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setChecked(true);
    const explanations = explanationsOf(matters, reasons);
    if (explanations)
      onExplained([
        ...view.explanations.filter(one => !matters.some(matter => matter.covers(one.rule))),
        ...explanations,
      ]);
  };
  return (
    <form id={id} className="stack" onSubmit={submit}>
      {matters.map((matter, index) => (
        <div key={matter.key} className="closing-matter">
          <Messages title={matter.title} messages={matter.obstacles.map(({ message }) => message)} isBlocking />
          <TextArea
            label={matter.question}
            description="It stands in the report."
            autoFocus={index === 0}
            value={reasons[matter.key] ?? ''}
            onChange={reason => setReasons({ ...reasons, [matter.key]: reason })}
            error={isChecked && (reasons[matter.key] ?? '').trim() === '' ? 'Give the reason.' : null}
          />
        </div>
      ))}
    </form>
  );
}

interface MessagesProps {
  readonly title: string;
  readonly messages: readonly string[];
  readonly isBlocking?: boolean;
}

function Messages({ title, messages, isBlocking = false }: MessagesProps) {
  if (messages.length === 0) return null;
  const Icon = isBlocking ? TriangleAlert : CircleDashed;
  return (
    <section className="closing-messages" data-blocking={isBlocking || undefined}>
      <h3>{title}</h3>
      <ul>
        {messages.map(message => (
          <li key={message}>
            <Icon size={14} aria-hidden /> {message}
          </li>
        ))}
      </ul>
    </section>
  );
}
