import { Copy, Printer } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { usePage } from '../../ui/page.ts';
import { PageHeading } from '../../ui/page-header.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { notify } from '../../ui/toast.tsx';
import { copyText } from '../common/copy-text.ts';
import { focusFirstInvalid } from '../common/focus-first-invalid.ts';

interface RecoveryKeyProps {
  /** Groups of characters joined by hyphens. */
  readonly recoveryKey: string;
  readonly onKept: () => void;
}

/** The recovery key, shown once: to be printed, copied or written down, and proved to be kept by typing its last group. */
export function RecoveryKey({ recoveryKey, onKept }: RecoveryKeyProps) {
  usePage('Keep the recovery key');
  return (
    <div className="entrance" data-width="form">
      <PageHeading>Keep the recovery key</PageHeading>
      <p className="prose">
        Your workspace is made. This key opens it if you forget the passphrase. It is shown this once and is kept
        nowhere on this computer: print it or write it down, and put it where you keep important papers.
      </p>
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
      <Banner kind="warning" title="If both are lost, so is the workspace">
        Without the passphrase and without this key nobody can open it: not you, not your organisation, not the makers
        of this software.
      </Banner>
      <ConfirmKept lastGroup={recoveryKey.split('-').at(-1) ?? ''} onKept={onKept} />
    </div>
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

function ConfirmKept({ lastGroup, onKept }: { readonly lastGroup: string; readonly onKept: () => void }) {
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
          I have kept it: open the workspace
        </Button>
      </div>
    </form>
  );
}
