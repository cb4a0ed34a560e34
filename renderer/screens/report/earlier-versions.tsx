import { Download } from 'lucide-react';
import { formatDateTime } from '../../../shared/british.ts';
import type { SignedReport } from '../../../shared/contract/shapes.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { useSaving } from './use-saving.ts';

/** The versions of a report that a later one took the place of: they are kept, and saved as they were signed. */
export function EarlierVersions({ versions }: { readonly versions: readonly SignedReport[] }) {
  if (versions.length === 0) return null;
  return (
    <Disclosure title="Earlier versions" note={versions.length} level={4}>
      <ul aria-label="Earlier versions">
        {versions.map(version => (
          <Version key={version.id} version={version} />
        ))}
      </ul>
    </Disclosure>
  );
}

function Version({ version }: { readonly version: SignedReport }) {
  const save = useSaving(version);
  const { version: number, signedAt, signedBy, countersigned, documentId } = version;
  return (
    <li className="settings-line">
      <div className="reviewed-words">
        <p>
          Version {number}, signed by {signedBy} on {formatDateTime(signedAt)}
        </p>
        <p className="small muted figures">
          {documentId}
          {countersigned ? ` · countersigned by ${countersigned.by}` : ''}
        </p>
        {save.file === null ? null : <p role="status">Saved as {save.file}.</p>}
        {save.error ? <ErrorPanel title="The PDF was not saved" error={save.error} /> : null}
      </div>
      <Button
        size="dense"
        icon={Download}
        isPending={save.isPending}
        onPress={save.start}
        aria-label={`Save the PDF: version ${number}`}
      >
        Save the PDF…
      </Button>
    </li>
  );
}
