import { type FormEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel, type FaultWords } from '../../ui/error-panel.tsx';
import { focusFirstInvalid } from '../common/focus-first-invalid.ts';

interface FormDialogProps {
  readonly title: string;
  readonly onClose: () => void;
  /** What the button does, by name. */
  readonly action: string;
  readonly isPending?: boolean;
  readonly fault?: FaultWords | null;
  readonly size?: 'regular' | 'wide';
  /** Does it when everything is filled in; gives false when something is wrong, which the fields then say. */
  readonly onSubmit: () => boolean;
  readonly children: ReactNode;
}

/** A few fields to fill in on the way; shown as long as it is mounted, Enter does it, what is wrong gets the focus. */
export function FormDialog({ title, onClose, action, isPending, fault, size, onSubmit, children }: FormDialogProps) {
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => firstField(form.current)?.focus(), []);
  useEffect(() => {
    if (!isPending && form.current) focusFirstInvalid(form.current); // what the main process found wrong with a field
  }, [isPending]);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (!onSubmit()) focusFirstInvalid(event.currentTarget);
  };
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      {...(size ? { size } : {})}
      actions={
        <>
          <Button onPress={onClose}>Not now</Button>
          <Button tone="primary" type="submit" form={formId} isPending={isPending ?? false}>
            {action}
          </Button>
        </>
      }
    >
      <form id={formId} ref={form} className="stack" onSubmit={submit} noValidate>
        {children}
      </form>
      {fault ? <ErrorPanel error={fault} /> : null}
    </Dialog>
  );
}

/** The first field; of a group of answers the one that is chosen, else the first. */
function firstField(form: HTMLElement | null): HTMLElement | null | undefined {
  const field = form?.querySelector<HTMLInputElement>('input, textarea');
  return field?.type === 'radio' ? (form?.querySelector<HTMLElement>('[type="radio"]:checked') ?? field) : field;
}
