import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import { Button, type ButtonTone } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel, type FaultWords } from '../../ui/error-panel.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface ReasonDialogProps {
  /** The question: "Strike this note?" */
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** What will happen and what stays. */
  readonly children: ReactNode;
  /** What the button does, and what leaving does, by name. */
  readonly action: string;
  readonly cancel: string;
  readonly tone?: ButtonTone;
  /** Where the reason will stand. */
  readonly description: string;
  /** Reasons that are given often; another may be typed. */
  readonly usual?: readonly string[];
  /** Rejects with the fault, which is then shown; the dialog closes when it has succeeded. */
  readonly onReason: (reason: string) => Promise<unknown>;
}

/** Asks for the reason of something that the record keeps with its reason; Enter does it. */
export function ReasonDialog({ title, isOpen, onClose, action, cancel, tone = 'primary', ...rest }: ReasonDialogProps) {
  const formId = useId();
  const [isPending, setPending] = useState(false);
  const doIt = async (reason: string): Promise<void> => {
    setPending(true);
    try {
      await rest.onReason(reason);
      onClose();
    } finally {
      setPending(false);
    }
  };
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{cancel}</Button>
          <Button tone={tone} isFilled={tone === 'danger'} type="submit" form={formId} isPending={isPending}>
            {action}
          </Button>
        </>
      }
    >
      {rest.children}
      <ReasonForm id={formId} description={rest.description} usual={rest.usual ?? []} onReason={doIt} />
    </Dialog>
  );
}

interface ReasonFormProps {
  readonly id: string;
  readonly description: string;
  readonly usual: readonly string[];
  readonly onReason: (reason: string) => Promise<void>;
}

function ReasonForm({ id, description, usual, onReason }: ReasonFormProps) {
  const field = useRef<HTMLInputElement>(null);
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const [fault, setFault] = useState<FaultWords | null>(null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setChecked(true);
    const given = reason.trim().slice(0, 200);
    if (given !== '') onReason(given).catch(setFault);
  };
  return (
    <form id={id} className="stack" onSubmit={submit}>
      <TextField
        label="Reason"
        description={description}
        error={isChecked && reason.trim() === '' ? 'Give a reason.' : null}
        autoFocus
        inputRef={field}
        value={reason}
        onChange={setReason}
        maxLength={200}
      />
      <UsualReasons
        reasons={usual}
        onChoose={one => {
          setReason(one);
          field.current?.focus();
        }}
      />
      {fault ? <ErrorPanel error={fault} /> : null}
    </form>
  );
}

interface UsualReasonsProps {
  readonly reasons: readonly string[];
  readonly onChoose: (reason: string) => void;
}

function UsualReasons({ reasons, onChoose }: UsualReasonsProps) {
  if (reasons.length === 0) return null;
  return (
    <fieldset className="row" aria-label="Usual reasons">
      {reasons.map(reason => (
        <Button key={reason} size="dense" onPress={() => onChoose(reason)}>
          {reason}
        </Button>
      ))}
    </fieldset>
  );
}
