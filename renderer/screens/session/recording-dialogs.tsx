import { type FormEvent, useId, useState } from 'react';
import type { RecordingConsent } from '../../../shared/domain/recording.ts';
import { useAction } from '../../api.ts';
import { endRecording, settleRecording } from '../../recording/recorder.ts';
import { Button } from '../../ui/button.tsx';
import { RadioList } from '../../ui/choices.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel, type FaultWords } from '../../ui/error-panel.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import type { SessionDesk } from './use-session-desk.ts';

const usual = [
  'A service user came in',
  'Confidential matter',
  'Asked for by the apprentice',
  'Not part of the assessment',
];

/** Asks why the recording pauses while the session goes on. */
export function PauseRecordingDialog({ desk }: { readonly desk: SessionDesk }) {
  return (
    <ReasonDialog
      title="Pause the recording"
      isOpen={desk.dialog?.kind === 'pauseRecording'}
      onClose={() => desk.setDialog(null)}
      action="Pause the recording"
      cancel="Go on recording"
      description="It stands in the report beside the length of the recording."
      usual={usual}
      onReason={reason => endRecording('paused', reason)}
    >
      <p>The clock and the notes go on; the recording goes on when you say so.</p>
    </ReasonDialog>
  );
}

const usualEnds = ['The time that it had to be kept has passed', 'Consent was withdrawn'];

/** Destroys the recording for good, once it need not be kept any longer. */
export function DestroyRecordingDialog({ desk }: { readonly desk: SessionDesk }) {
  const { run } = useAction('recording.destroy');
  return (
    <ReasonDialog
      title="Destroy the recording?"
      isOpen={desk.dialog?.kind === 'destroyRecording'}
      onClose={() => desk.setDialog(null)}
      action="Destroy the recording"
      cancel="Keep it"
      tone="danger"
      description="It stands in the record in place of the recording."
      usual={usualEnds}
      onReason={async reason => {
        desk.listening.close();
        await run({ sessionId: desk.view.id, reason });
      }}
    >
      <p className="prose">
        Its keys and files are destroyed and cannot be brought back. The notes and judgements stay, and so do the
        length, the pauses and the hashes.
      </p>
    </ReasonDialog>
  );
}

type Answer = Exclude<RecordingConsent, 'notAsked'>;

/** What the apprentice says to being recorded, when it is asked or changes after the opening checklist. */
export function ConsentDialog({ desk }: { readonly desk: SessionDesk }) {
  const formId = useId();
  const consent = useAction('recording.consent');
  const close = (): void => desk.setDialog(null);
  return (
    <Dialog
      title="Consent to recording"
      isOpen={desk.dialog?.kind === 'consent'}
      onClose={close}
      actions={
        <>
          <Button onPress={close}>Leave it as it is</Button>
          <Button tone="primary" type="submit" form={formId} isPending={consent.isPending}>
            Record the answer
          </Button>
        </>
      }
    >
      <ConsentForm
        id={formId}
        before={desk.view.checklist.recordingConsent}
        onAnswer={async answer => {
          if (answer === 'refused') await settleRecording(desk.view.id);
          await consent.run({ sessionId: desk.view.id, consent: answer });
          close();
        }}
      />
    </Dialog>
  );
}

interface ConsentFormProps {
  readonly id: string;
  readonly before: RecordingConsent;
  readonly onAnswer: (answer: Answer) => Promise<void>;
}

function ConsentForm({ id, before, onAnswer }: ConsentFormProps) {
  const [answer, setAnswer] = useState<Answer | null>(before === 'notAsked' ? null : before);
  const [isChecked, setChecked] = useState(false);
  const [fault, setFault] = useState<FaultWords | null>(null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setChecked(true);
    if (answer) onAnswer(answer).catch(setFault);
  };
  return (
    <form id={id} className="stack" onSubmit={submit}>
      <RadioList
        label="What the apprentice says"
        description="Without consent nothing is recorded; what was recorded before stays in the record."
        choices={answers}
        value={answer}
        onChange={setAnswer}
        error={isChecked && answer === null ? 'Choose the answer.' : null}
      />
      {fault ? <ErrorPanel error={fault} /> : null}
    </form>
  );
}

const answers = [
  { id: 'given', title: 'The apprentice consents' },
  { id: 'refused', title: 'The apprentice does not consent' },
] as const;
