import { useState } from 'react';
import { formatDate } from '../../../shared/british.ts';
import type { Output } from '../../../shared/contract.ts';
import { useAction } from '../../api.ts';
import { localToday } from '../../ui/british-date.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { KsbChip, KsbList } from '../../ui/ksb-chip.tsx';
import { Section } from '../../ui/section.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { notify } from '../../ui/toast.tsx';

type Assessment = Output<'assessment.get'>;
type Requirement = Assessment['completion'][number];

/** What the plan asks for before completion beside the grades, and who verified it; nothing where the plan asks for nothing. */
export function Completion({ assessment }: { readonly assessment: Assessment }) {
  const { id, completion, overallReport } = assessment;
  const [recording, setRecording] = useState<Requirement>();
  if (completion.length === 0) return null;
  return (
    <Section title="Gateway to completion">
      <ul className="requirements">
        {completion.map(requirement => (
          <li key={requirement.key}>
            <RequirementLine
              requirement={requirement}
              onRecord={overallReport ? undefined : () => setRecording(requirement)}
            />
          </li>
        ))}
      </ul>
      {recording ? (
        <RecordDialog assessmentId={id} requirement={recording} onClose={() => setRecording(undefined)} />
      ) : null}
    </Section>
  );
}

interface RequirementLineProps {
  readonly requirement: Requirement;
  readonly onRecord: (() => void) | undefined;
}

function RequirementLine({ requirement, onRecord }: RequirementLineProps) {
  const { title, mandatory, ksbs, verified } = requirement;
  return (
    <div className="stack stack-tight">
      <div className="row row-apart">
        <span>
          <span className="strong">{title}</span>
          {mandatory ? null : <span className="muted"> (where it applies)</span>}
        </span>
        <span className="row">
          <StatusTag
            tone={verified ? 'met' : mandatory ? 'open' : 'neutral'}
            word={verified ? `${formatDate(verified.on)}, ${verified.by}` : 'Not recorded'}
          />
          {onRecord ? (
            <Button size="dense" onPress={onRecord}>
              {verified ? 'Correct' : 'Record'}
            </Button>
          ) : null}
        </span>
      </div>
      {ksbs.length > 0 ? (
        <KsbList>
          {ksbs.map(code => (
            <KsbChip key={code} code={code} />
          ))}
        </KsbList>
      ) : null}
    </div>
  );
}

interface RecordDialogProps {
  readonly assessmentId: string;
  readonly requirement: Requirement;
  readonly onClose: () => void;
}

function RecordDialog({ assessmentId, requirement, onClose }: RecordDialogProps) {
  const { key, title, verified } = requirement;
  const [verifiedBy, setVerifiedBy] = useState(verified?.by ?? '');
  const [verifiedOn, setVerifiedOn] = useState<string | null>(verified?.on ?? localToday());
  const record = useAction('completion.record');
  const run = (): void => {
    if (verifiedOn === null) return;
    record.start({ assessmentId, requirementKey: key, verifiedBy, verifiedOn }, () => {
      onClose();
      notify({ words: `Recorded: ${title}.` });
    });
  };
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            tone="primary"
            isDisabled={verifiedBy.trim() === '' || verifiedOn === null}
            isPending={record.isPending}
            onPress={run}
          >
            Record
          </Button>
        </>
      }
    >
      <div className="stack">
        <TextField
          label="Verified by"
          description="Name and role, at the employer or wherever it was verified."
          value={verifiedBy}
          onChange={setVerifiedBy}
          autoFocus
        />
        <DateField label="On" value={verifiedOn} onChange={setVerifiedOn} />
        {record.error ? <ErrorPanel title="It was not recorded" error={record.error} /> : null}
      </div>
    </Dialog>
  );
}
