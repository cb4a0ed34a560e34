import { useState } from 'react';
import { formatDate } from '../../../shared/british.ts';
import type { RequirementState } from '../../../shared/domain/gateway.ts';
import { useAction } from '../../api.ts';
import { localToday } from '../../ui/british-date.ts';
import { SegmentedChoice } from '../../ui/choices.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { ReasonDialog } from '../session/reason-dialog.tsx';
import { FormDialog } from './form-dialog.tsx';
import type { Requirement } from './gateway-section.tsx';

interface AboutAssessment {
  readonly assessmentId: string;
  readonly onClose: () => void;
}

const found = [
  { id: 'met', word: 'Met', tone: 'met' },
  { id: 'notMet', word: 'Not met', tone: 'not-met' },
] as const;
const notApplicable = { id: 'notApplicable', word: 'Does not apply' } as const;

/** Records how a requirement of the gateway was found: its state, the evidence, who confirmed it and when. */
export function RequirementDialog({
  assessmentId,
  requirement,
  onClose,
}: AboutAssessment & { readonly requirement: Requirement }) {
  const { start, isPending, error } = useAction('gateway.record');
  const { key, title, appliesIf, evidenceWanted, mayNotApply, record } = requirement;
  const [state, setState] = useState<RequirementState | null>(record?.state ?? null);
  const [evidence, setEvidence] = useState(record?.evidence ?? '');
  const [confirmedBy, setConfirmedBy] = useState(record?.confirmedBy ?? '');
  const [confirmedOn, setConfirmedOn] = useState<string | null>(record?.confirmedOn ?? localToday());
  const [isChecked, setChecked] = useState(false);
  const isReason = state === 'notApplicable';
  const problems = {
    state: state === null ? 'Say how it was found.' : null,
    evidence: isReason && evidence.trim() === '' ? 'Say why it does not apply.' : null,
    confirmedBy: confirmedBy.trim() === '' ? 'Say who confirmed it.' : null,
    confirmedOn: confirmedOn === null ? 'Give the day.' : confirmedOn > localToday() ? 'This day is to come.' : null,
  };
  const submit = (): boolean => {
    setChecked(true);
    const isWrong = Object.values(problems).some(problem => problem !== null);
    if (isWrong || state === null || confirmedOn === null) return false;
    start({ assessmentId, requirementKey: key, state, evidence, confirmedBy, confirmedOn }, onClose);
    return true;
  };
  return (
    <FormDialog title={title} action="Record it" {...{ onClose, isPending }} fault={error} onSubmit={submit}>
      {appliesIf ? <p className="prose muted">{appliesIf}</p> : null}
      <SegmentedChoice
        label="Found"
        segments={mayNotApply ? [...found, notApplicable] : found}
        value={state}
        onChange={setState}
        error={isChecked ? problems.state : null}
      />
      <TextArea
        label={isReason ? 'Why it does not apply' : 'Evidence'}
        isOptional={!isReason}
        description={isReason ? undefined : (evidenceWanted ?? undefined)}
        value={evidence}
        onChange={setEvidence}
        maxLength={500}
        error={isChecked ? problems.evidence : null}
      />
      <div className="row row-fields">
        <TextField
          label="Confirmed by"
          value={confirmedBy}
          onChange={setConfirmedBy}
          maxLength={200}
          error={isChecked ? problems.confirmedBy : null}
        />
        <DateField
          label="On"
          value={confirmedOn}
          onChange={setConfirmedOn}
          error={isChecked ? problems.confirmedOn : null}
        />
      </div>
    </FormDialog>
  );
}

/** Confirms the gateway with the day on which it was passed; from then on it is locked. */
export function ConfirmGatewayDialog({ assessmentId, onClose }: AboutAssessment) {
  const { start, isPending, error } = useAction('gateway.confirm');
  const [passedOn, setPassedOn] = useState<string | null>(localToday());
  const problem =
    passedOn === null
      ? 'Give the day of the gateway.'
      : passedOn > localToday()
        ? `${formatDate(passedOn)} is still to come.`
        : null;
  const submit = (): boolean => {
    if (passedOn === null || problem !== null) return false;
    start({ assessmentId, passedOn }, onClose);
    return true;
  };
  return (
    <FormDialog
      title="Confirm the gateway"
      action="Confirm the gateway"
      {...{ onClose, isPending }}
      fault={error}
      onSubmit={submit}
    >
      <p className="prose">
        The requirements are locked with your name and the time. The assessment period counts from the day of the
        gateway. Unlocking needs a reason.
      </p>
      <DateField label="Day of the gateway" value={passedOn} onChange={setPassedOn} error={problem} />
    </FormDialog>
  );
}

/** Unlocks a confirmed gateway with its reason. */
export function UnlockGatewayDialog({ assessmentId, onClose }: AboutAssessment) {
  const { run } = useAction('gateway.unlock');
  return (
    <ReasonDialog
      title="Unlock the gateway?"
      isOpen
      onClose={onClose}
      action="Unlock it"
      cancel="Leave it locked"
      description="It stands in the record beside the earlier confirmation."
      onReason={reason => run({ assessmentId, reason })}
    >
      <p className="prose">Its requirements can be changed then. No live session begins until it is confirmed again.</p>
    </ReasonDialog>
  );
}
