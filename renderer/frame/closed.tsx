import type { WorkspaceStatus } from '../../shared/contract/workspace.ts';
import { UnlockScreen } from '../screens/unlock.tsx';
import { WelcomeScreen } from '../screens/welcome.tsx';
import { FaultBoundary } from './fault-boundary.tsx';

interface ClosedProps {
  readonly known: Extract<WorkspaceStatus, { readonly state: 'closed' }>['known'];
  /** The welcome page was asked for although workspaces are known. */
  readonly isWelcome: boolean;
  readonly setWelcome: (isWelcome: boolean) => void;
  /** The folder of the workspace that was open in this window before. */
  readonly lockedFolder: string | undefined;
}

/** What is shown while no workspace is open: the way into a known one, or the first start. */
export function Closed({ known, isWelcome, setWelcome, lockedFolder }: ClosedProps) {
  return (
    <main className="closed">
      <FaultBoundary>
        {known.length === 0 ? (
          <WelcomeScreen />
        ) : isWelcome ? (
          <WelcomeScreen onBack={() => setWelcome(false)} />
        ) : (
          <UnlockScreen known={known} onNew={() => setWelcome(true)} lockedFolder={lockedFolder} />
        )}
      </FaultBoundary>
    </main>
  );
}
