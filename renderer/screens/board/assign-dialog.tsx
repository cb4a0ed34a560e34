import { useState } from 'react';
import { formatCount } from '../../../shared/british.ts';
import type { BoardLine } from '../../../shared/contract/organisation.ts';
import { useAction, useAsk } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choices.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { notify } from '../../ui/toast.tsx';
import { WorkUnderWay } from '../entrance/work-under-way.tsx';
import { savedWords } from '../packs/send-results.tsx';

interface AssignDialogProps {
  readonly lines: readonly BoardLine[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const somebodyElse = 'other';

/** Gives assessments to an assessor: the pack is saved, and the record is theirs until a result comes back. */
export function AssignDialog({ lines, onClose, onDone }: AssignDialogProps) {
  const people = usePeople();
  const assign = useAction('pack.assign');
  const [choice, setChoice] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [isEncrypted, setEncrypted] = useState(true);
  const person = people.find(({ id }) => id === choice);
  const assessor = (person?.title ?? name).trim();
  const workspaceId = person?.workspaceId ?? null;
  const start = (): void =>
    assign.start(
      { assessmentIds: lines.map(({ id }) => id), assessor, workspaceId, encrypt: isEncrypted && workspaceId !== null },
      written => {
        if (!written) return;
        notify({
          words: `${formatCount(lines.length, 'assessment')} assigned to ${assessor}. ${savedWords(written)}`,
          tone: 'met',
        });
        onDone();
      },
    );
  return (
    <Dialog
      title={`Assign ${formatCount(lines.length, 'assessment')}`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Not now</Button>
          <Button tone="primary" isDisabled={assessor === ''} isPending={assign.isPending} onPress={start}>
            Save the assignment…
          </Button>
        </>
      }
    >
      <p className="prose muted">
        The pack holds the apprentices with their bookings, the standards, plans and question banks, and your
        certificate. From then on the assessor keeps the record; here it is changed by what comes back.
      </p>
      <Select
        label="Assessor"
        choices={[...people, { id: somebodyElse, title: 'Somebody else…' }]}
        value={choice}
        onChange={setChoice}
      />
      {choice === somebodyElse ? (
        <TextField
          label="The assessor’s name"
          description="As it stands in their certificate: results are taken in from this person."
          value={name}
          onChange={setName}
        />
      ) : null}
      <Checkbox
        isSelected={isEncrypted && workspaceId !== null}
        isDisabled={workspaceId === null}
        onChange={setEncrypted}
        detail={
          workspaceId === null
            ? 'The assessor’s key comes with their first pack.'
            : 'Only this assessor’s workspace can open it.'
        }
      >
        Encrypt it
      </Checkbox>
      <ul className="muted stack stack-tight">
        {lines.slice(0, 8).map(line => (
          <li key={line.id}>{`${line.apprenticeName}, ${line.standard}`}</li>
        ))}
        {lines.length > 8 ? <li>{`and ${lines.length - 8} more`}</li> : null}
      </ul>
      {assign.isPending ? <WorkUnderWay label="Writing the pack" /> : null}
      {assign.error ? <ErrorPanel title="Nothing was assigned" error={assign.error} /> : null}
    </Dialog>
  );
}

/** The assessors who are known: by a workspace that packs came from, by a certificate that was issued, or as people here. */
function usePeople() {
  const packs = useAsk('pack.list', {});
  const authority = useAsk('authority.get', {});
  const known = (packs.data?.correspondents ?? [])
    .filter(({ role }) => role === 'assessor')
    .map(({ workspaceId, name }) => ({ id: workspaceId, title: name, workspaceId: workspaceId as string | null }));
  const certified = (authority.data?.issued ?? [])
    .filter(({ role, revoked }) => role === 'assessor' && revoked === null)
    .map(({ holder }) => ({ id: `certificate:${holder}`, title: holder, workspaceId: null }));
  const names = new Set(known.map(({ title }) => title));
  const unique = certified.filter(
    ({ title }, index) => !names.has(title) && certified.findIndex(other => other.title === title) === index,
  );
  return [...known, ...unique];
}
