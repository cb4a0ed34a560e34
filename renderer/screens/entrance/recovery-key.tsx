import { Banner } from '../../ui/banner.tsx';
import { usePage } from '../../ui/page.ts';
import { PageHeading } from '../../ui/page-header.tsx';
import { RecoverySheet } from './recovery-sheet.tsx';

interface RecoveryKeyProps {
  /** Groups of characters joined by hyphens. */
  readonly recoveryKey: string;
  readonly onKept: () => void;
}

/** The recovery key of a new workspace, shown once. */
export function RecoveryKey({ recoveryKey, onKept }: RecoveryKeyProps) {
  usePage('Keep the recovery key');
  return (
    <div className="entrance" data-width="form">
      <PageHeading>Keep the recovery key</PageHeading>
      <p className="prose">
        Your workspace is made. This key opens it if you forget the passphrase. It is shown this once and is kept
        nowhere on this computer: print it or write it down, and put it where you keep important papers.
      </p>
      <RecoverySheet
        recoveryKey={recoveryKey}
        action="I have kept it: open the workspace"
        onKept={onKept}
        warning={
          <Banner kind="warning" title="If both are lost, so is the workspace">
            Without the passphrase and without this key nobody can open it: not you, not your organisation, not the
            makers of this software.
          </Banner>
        }
      />
    </div>
  );
}
