import { useState } from 'react';
import { formatDate } from '../../../shared/british.ts';
import type { Output } from '../../../shared/contract.ts';
import { useAction, useAsk } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { AlertDialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Section } from '../../ui/section.tsx';
import { notify } from '../../ui/toast.tsx';
import { CertificateList, commonName, Fingerprint } from './certificate-facts.tsx';

type Trust = Output<'trust.list'>;
type Root = Trust['roots'][number];

/** A certificate that was read, and for what it is to be trusted. */
type Asked = NonNullable<Output<'trust.read'>> & { readonly purpose: Root['purpose'] };

/** Whose certificates are trusted when a report is checked. */
export function TrustSection() {
  const { data, error } = useAsk('trust.list', {});
  const [asked, setAsked] = useState<Asked | null>(null);
  const [removed, setRemoved] = useState<Root | null>(null);
  return (
    <Section title="Trusted organisations">
      <p className="prose muted">
        A report signed under one of these is shown as trusted. Compare the fingerprint with the organisation before you
        rely on it: by telephone, or with what it has published.
      </p>
      <AddTrust onRead={setAsked} />
      {error ? <ErrorPanel title="The list could not be shown" error={error} /> : null}
      {data ? <Roots roots={data.roots} onRemove={setRemoved} /> : null}
      {data ? <RevocationLists lists={data.revocationLists} /> : null}
      {asked ? <Compare asked={asked} onClose={() => setAsked(null)} /> : null}
      {removed ? <RemoveTrust root={removed} onClose={() => setRemoved(null)} /> : null}
    </Section>
  );
}

function AddTrust({ onRead }: { readonly onRead: (asked: Asked) => void }) {
  const read = useAction('trust.read');
  const list = useAction('trust.addRevocationList');
  const choose = (purpose: Root['purpose']): void => read.start({}, found => found && onRead({ purpose, ...found }));
  const error = read.error ?? list.error;
  return (
    <>
      <div className="row">
        <Button isPending={read.isPending} onPress={() => choose('signing')}>
          Trust an organisation…
        </Button>
        <Button isPending={read.isPending} onPress={() => choose('timestamps')}>
          Trust a time stamp authority…
        </Button>
        <Button
          isPending={list.isPending}
          onPress={() =>
            list.start(
              {},
              done =>
                done && notify({ words: `The revocation list of ${commonName(done.issuer)} counts from now on.` }),
            )
          }
        >
          Take in a revocation list…
        </Button>
      </div>
      {error ? <ErrorPanel title="The file was not taken in" error={error} /> : null}
    </>
  );
}

interface RootsProps {
  readonly roots: readonly Root[];
  readonly onRemove: (root: Root) => void;
}

function Roots({ roots, onRemove }: RootsProps) {
  if (roots.length === 0) return <p className="muted">Nobody outside this workspace is trusted yet.</p>;
  return (
    <ul aria-label="Trusted certificates">
      {roots.map(root => (
        <li key={root.id} className="settings-line">
          <div className="reviewed-words">
            <p className="strong">{commonName(root.subject)}</p>
            <p className="small muted">
              {root.purpose === 'signing' ? 'For signatures' : 'For time stamps'}; trusted since{' '}
              {formatDate(root.addedAt)}, valid until {formatDate(root.notAfter)}
            </p>
            <p>
              <Fingerprint hex={root.fingerprint} />
            </p>
          </div>
          <Button size="dense" aria-label={`Stop trusting ${commonName(root.subject)}`} onPress={() => onRemove(root)}>
            Stop trusting…
          </Button>
        </li>
      ))}
    </ul>
  );
}

function RevocationLists({ lists }: { readonly lists: Trust['revocationLists'] }) {
  if (lists.length === 0) return null;
  return (
    <ul aria-label="Revocation lists">
      {lists.map(({ id, issuer, listedAt, nextUpdate }) => (
        <li key={id} className="settings-line">
          <p className="reviewed-words">
            <span className="strong">Revocation list of {commonName(issuer)}</span>
            <span className="muted small">
              {' '}
              of {formatDate(listedAt)}
              {nextUpdate === null ? '' : `; the next is due on ${formatDate(nextUpdate)}`}
            </span>
          </p>
        </li>
      ))}
    </ul>
  );
}

interface CompareProps {
  readonly asked: Asked;
  readonly onClose: () => void;
}

/** Before it is trusted: whose certificate it is, how long it is valid, and the fingerprint to compare. */
function Compare({ asked: { purpose, facts, der }, onClose }: CompareProps) {
  const { run } = useAction('trust.add');
  return (
    <AlertDialog
      title={`Trust ${commonName(facts.subject)}?`}
      isOpen
      onClose={onClose}
      tone="primary"
      action="The fingerprint is the same: trust it"
      cancel="Do not trust it"
      onAction={() => run({ purpose, der })}
    >
      <p className="prose">
        Is this the fingerprint that the organisation gives? If it is not, do not trust it: somebody else may have made
        the file.
      </p>
      <CertificateList certificate={facts} />
    </AlertDialog>
  );
}

interface RootDialogProps {
  readonly root: Root;
  readonly onClose: () => void;
}

function RemoveTrust({ root, onClose }: RootDialogProps) {
  const { run } = useAction('trust.remove');
  return (
    <AlertDialog
      title={`Stop trusting ${commonName(root.subject)}?`}
      isOpen
      onClose={onClose}
      action="Stop trusting it"
      cancel="Go on trusting it"
      onAction={() => run({ id: root.id })}
    >
      <p className="prose">
        Reports signed under it are then shown as signed by somebody unknown. The signatures themselves stay as they
        are, and the certificate can be taken in again.
      </p>
    </AlertDialog>
  );
}
