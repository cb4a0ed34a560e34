import { FileSignature } from 'lucide-react';
import { useState } from 'react';
import { useActions } from '../../actions.ts';
import { useAsk } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Loading } from '../../ui/loading.tsx';
import { SignReady } from './sign-ready.tsx';

/** Asked about while nothing is ready: never sent. */
const nowhere = { subject: { kind: 'overall', assessmentId: '' } } as const;

/** The way to sign all reports that only wait for the signature, with one confirmation that lists them. */
export function SignReports({ isOffered }: { readonly isOffered: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const open = (): void => setOpen(true);
  useActions([
    {
      id: 'report.signMany',
      title: 'Sign many reports…',
      section: 'Report',
      isAvailable: () => isOffered,
      run: open,
    },
  ]);
  if (!isOffered && !isOpen) return null;
  return (
    <>
      <Button icon={FileSignature} onPress={open}>
        Sign many reports…
      </Button>
      {isOpen ? <ReadyReports onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function ReadyReports({ onClose }: { readonly onClose: () => void }) {
  const ready = useAsk('report.ready', {});
  const [first] = ready.data?.[0]?.reports ?? [];
  const view = useAsk('report.get', first ? { subject: first.subject } : nowhere, { isEnabled: first !== undefined });
  const error = ready.error ?? view.error;
  const [shown, setShown] = useState<typeof ready.data>();
  const [signer, setSigner] = useState<typeof view.data>();
  // What was shown stays while it is signed: the list then empties report by report.
  if (!shown && ready.data && ready.data.length > 0) setShown(ready.data);
  if (!signer && view.data) setSigner(view.data);
  if (shown && signer) return <SignReady cases={shown} view={signer} onClose={onClose} />;
  return (
    <Dialog title="Sign many reports" isOpen onClose={onClose} actions={<Button onPress={onClose}>Close</Button>}>
      {error ? <ErrorPanel title="What is ready could not be shown" error={error} /> : null}
      {ready.data?.length === 0 ? (
        <EmptyState title="Nothing waits for your signature">
          A report can be signed once its session is closed and every descriptor is judged.
        </EmptyState>
      ) : error ? null : (
        <Loading what="what is ready" />
      )}
    </Dialog>
  );
}
