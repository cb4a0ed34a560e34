import { Copy, Printer } from 'lucide-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { notify } from '../../ui/toast.tsx';
import { copyText } from '../common/copy-text.ts';
import { focusFirstInvalid } from '../common/focus-first-invalid.ts';

interface RecoverySheetProps {
  /** Groups of characters joined by hyphens. */
  readonly recoveryKey: string;
  /** Said between the key and the proof that it is kept. */
  readonly warning?: ReactNode;
  /** What the button does once the key is proved to be kept. */
  readonly action: string;
  readonly onKept: () => void;
}

/** A recovery key to be printed, copied or written down, and proved to be kept by typing its last group. */
export function RecoverySheet({ recoveryKey, warning, action, onKept }: RecoverySheetProps) {
  return (
    <>
      <KeyGroups recoveryKey={recoveryKey} />
      <div className="row">
        <Button icon={Printer} onPress={() => print()}>
          Print
        </Button>
        <Button
          icon={Copy}
          onPress={() =>
            notify(
              copyText(recoveryKey)
                ? { words: 'Copied. Paste it into your password manager, then copy something else.' }
                : { words: 'It could not be copied. Print it or write it down.', tone: 'not-met' },
            )
          }
        >
          Copy
        </Button>
      </div>
      {warning}
      <ConfirmKept lastGroup={recoveryKey.split('-').at(-1) ?? ''} action={action} onKept={onKept} />
    </>
  );
}

function KeyGroups({ recoveryKey }: { readonly recoveryKey: string }) {
  return (
    <figure className="recovery-sheet">
      <figcaption className="recovery-caption">EPA Workbench: recovery key of a workspace</figcaption>
      <p className="recovery-key" data-testid="recovery-key">
        {recoveryKey.split('-').map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two groups may be alike, and they never move
          <span key={index}>{group}</span>
        ))}
      </p>
      <p className="recovery-hint">Letters and figures only: there is no I, L, O or U in it.</p>
    </figure>
  );
}

interface ConfirmKeptProps {
  readonly lastGroup: string;
  readonly action: string;
  readonly onKept: () => void;
}

function ConfirmKept({ lastGroup, action, onKept }: ConfirmKeptProps) {
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const isRight = typed.trim().toUpperCase() === lastGroup;
    setWrong(!isRight);
    if (isRight) onKept();
    else focusFirstInvalid(event.currentTarget);
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
      <TextField
        label="Type its last group of four to go on"
        description="Read it from your printed or written copy, so that you know it can be read."
        autoComplete="off"
        spellCheck="false"
        value={typed}
        onChange={value => {
          setTyped(value);
          setWrong(false);
        }}
        error={isWrong ? 'That is not the last group. Compare your copy with the key above.' : null}
      />
      <div className="row">
        <Button type="submit" tone="primary">
          {action}
        </Button>
      </div>
    </form>
  );
}
