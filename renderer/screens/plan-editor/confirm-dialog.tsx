import { useState } from 'react';
import { formatDate } from '../../../shared/british.ts';
import type { Output } from '../../../shared/contract.ts';
import { isName } from '../../../shared/domain/plan-standing.ts';
import { useAction } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { notify } from '../../ui/toast.tsx';

type StoredPlan = Output<'plan.get'>;

/** Confirms a checked plan: from then on live assessments can be added on it, and it never changes. */
export function ConfirmPlanButton({ stored }: { readonly stored: StoredPlan }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button tone="primary" onPress={() => setOpen(true)}>
        Confirm the plan
      </Button>
      {isOpen ? <ConfirmDialog stored={stored} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function ConfirmDialog({ stored, onClose }: { readonly stored: StoredPlan; readonly onClose: () => void }) {
  const { plan, record, supersedes } = stored;
  const [confirmedBy, setConfirmedBy] = useState('');
  const [sourceDocument, setSourceDocument] = useState(plan.source.slice(0, 200));
  const [sourceVersion, setSourceVersion] = useState(plan.sourceVersion ?? plan.version);
  const confirm = useAction('plan.confirm');
  const isReady = isName(confirmedBy) && sourceDocument.trim() !== '' && sourceVersion.trim() !== '';
  const run = (): void =>
    confirm.start({ id: plan.id, confirmedBy, sourceDocument, sourceVersion }, () => {
      onClose();
      notify({ words: 'The plan is confirmed. Live assessments can be added on it.' });
    });
  return (
    <Dialog
      title="Confirm the plan"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button tone="primary" isDisabled={!isReady} isPending={confirm.isPending} onPress={run}>
            Confirm the plan
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="prose">
          Typed in by {record.typedBy}, checked by {record.checkedBy}
          {record.checkedAt ? ` on ${formatDate(record.checkedAt)}` : ''}. A confirmed plan never changes: a change
          makes a new version.
          {supersedes?.status === 'confirmed' ? ` Version ${supersedes.version} is superseded by it.` : ''}
        </p>
        <TextField label="Confirmed by" value={confirmedBy} onChange={setConfirmedBy} autoFocus />
        <TextField
          label="Source document"
          description="The published plan that it was typed in from."
          value={sourceDocument}
          onChange={setSourceDocument}
        />
        <TextField label="Version of the source document" value={sourceVersion} onChange={setSourceVersion} />
        {confirm.error ? <ErrorPanel title="The plan was not confirmed" error={confirm.error} /> : null}
      </div>
    </Dialog>
  );
}
