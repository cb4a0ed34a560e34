import { TriangleAlert, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Heading, Modal, ModalOverlay, Dialog as RacDialog } from 'react-aria-components';
import { Button, IconButton } from './button.tsx';
import { ErrorPanel, type FaultWords } from './error-panel.tsx';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** The buttons at the foot, the one that does it last. */
  readonly actions?: ReactNode;
  readonly size?: 'regular' | 'wide' | 'full';
}

/** A task that must be finished or left before the page goes on; Escape and the cross leave it, focus returns to where it was. */
export function Dialog({ title, isOpen, onClose, children, actions, size = 'regular' }: DialogProps) {
  return (
    <ModalOverlay className="modal-overlay" isOpen={isOpen} onOpenChange={open => (open ? undefined : onClose())}>
      <Modal className="modal" data-size={size}>
        <RacDialog className="dialog">
          <div className="dialog-head">
            <Heading slot="title" className="dialog-title">
              {title}
            </Heading>
            <IconButton label="Close" icon={X} size="dense" onPress={onClose} />
          </div>
          <div className="dialog-body">{children}</div>
          {actions ? <div className="dialog-foot">{actions}</div> : null}
        </RacDialog>
      </Modal>
    </ModalOverlay>
  );
}

export interface AlertDialogProps {
  /** The question: "Strike this note?" */
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** What will happen and what stays, in a sentence or two; a field for the reason may follow. */
  readonly children: ReactNode;
  /** What the button does, by name: "Strike note", never "OK". */
  readonly action: string;
  readonly tone?: 'danger' | 'primary';
  /** What leaving does, by name where "Cancel" could be misread. */
  readonly cancel?: string;
  readonly isActionDisabled?: boolean;
  /** Runs the action, which may be a promise; the dialog closes when it has succeeded and shows the fault when it has not. */
  readonly onAction: () => unknown;
}

/** A question before something that cannot be taken back. */
export function AlertDialog(props: AlertDialogProps) {
  return (
    <ModalOverlay
      className="modal-overlay"
      isOpen={props.isOpen}
      onOpenChange={open => (open ? undefined : props.onClose())}
    >
      <Modal className="modal">
        <RacDialog className="dialog" role="alertdialog">
          <AlertBody {...props} />
        </RacDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Runs an action once at a time; closes after its success, keeps its fault. */
function useAttempt(onAction: () => unknown, onClose: () => void) {
  const [isPending, setPending] = useState(false);
  const [fault, setFault] = useState<FaultWords>();
  async function attempt(): Promise<void> {
    setPending(true);
    setFault(undefined);
    try {
      await onAction();
      onClose();
    } catch (error) {
      setFault(error as FaultWords);
    } finally {
      setPending(false);
    }
  }
  return { isPending, fault, attempt };
}

function AlertBody({ title, onClose, children, action, tone = 'danger', ...rest }: AlertDialogProps) {
  const { isPending, fault, attempt } = useAttempt(rest.onAction, onClose);
  return (
    <>
      <div className="dialog-head">
        <div className="alert-head">
          {tone === 'danger' ? <TriangleAlert className="alert-icon" size={20} aria-hidden /> : null}
          <Heading slot="title" className="dialog-title">
            {title}
          </Heading>
        </div>
      </div>
      <div className="dialog-body">
        {children}
        {fault ? <ErrorPanel error={fault} /> : null}
      </div>
      <div className="dialog-foot">
        <Button onPress={onClose} autoFocus={tone === 'danger'}>
          {rest.cancel ?? 'Cancel'}
        </Button>
        <Button
          tone={tone}
          isFilled={tone === 'danger'}
          isPending={isPending}
          isDisabled={rest.isActionDisabled ?? false}
          onPress={() => void attempt()}
        >
          {action}
        </Button>
      </div>
    </>
  );
}
