import { useState } from 'react';
import { formatCount } from '../../../shared/british.ts';
import type { BoardLine } from '../../../shared/contract/organisation.ts';
import { boardStageNames } from '../../../shared/domain/packs/board-stage.ts';
import { useAction } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choices.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { notify } from '../../ui/toast.tsx';
import { savedWords } from '../packs/send-results.tsx';

interface AnswerDialogProps {
  readonly lines: readonly BoardLine[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Tells an assessor what quality assurance decided: one pack for each assessor. */
export function AnswerDialog({ lines, onClose, onDone }: AnswerDialogProps) {
  const send = useAction('pack.sendReviews');
  const [isEncrypted, setEncrypted] = useState(true);
  const [first] = lines;
  const workspaces = new Set(lines.map(({ workspaceId }) => workspaceId));
  const isOne = workspaces.size === 1 && first?.workspaceId !== null;
  const start = (): void => {
    if (!first?.workspaceId) return;
    const assessmentIds = lines.map(({ id }) => id);
    send.start({ workspaceId: first.workspaceId, assessmentIds, encrypt: isEncrypted }, written => {
      if (!written) return;
      notify({ words: `Reviews for ${first.assessor}. ${savedWords(written)}`, tone: 'met' });
      onDone();
    });
  };
  return (
    <Dialog
      title="Send reviews"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Not now</Button>
          <Button tone="primary" isDisabled={!isOne} isPending={send.isPending} onPress={start}>
            Save the reviews…
          </Button>
        </>
      }
    >
      <p className="prose muted">
        {isOne
          ? `The pack tells ${first?.assessor} what was decided on ${formatCount(lines.length, 'assessment')}, with the reasons and the countersigned reports.`
          : 'These assessments came from more than one assessor. Tick those of one assessor only.'}
      </p>
      <ul className="stack stack-tight">
        {lines.map(({ id, apprenticeName, stage }) => (
          <li key={id}>{`${apprenticeName}: ${boardStageNames[stage].toLowerCase()}`}</li>
        ))}
      </ul>
      <Checkbox isSelected={isEncrypted} onChange={setEncrypted} detail="Only this assessor’s workspace can open it.">
        Encrypt it
      </Checkbox>
      {send.error ? <ErrorPanel title="No pack was written" error={send.error} /> : null}
    </Dialog>
  );
}
