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

const findings = [
  { id: 'met', word: 'Met', tone: 'met' },
  { id: 'notMet', word: 'Not met', tone: 'not-met' },
] as const;
const notApplicable = { id: 'notApplicable', word: 'Does not apply' } as const;

/** How the requirement was found as it is typed, and what is wrong with it. */
function useRequirementForm(record: Requirement['record']) {
  const [form, setForm] = useState<Form>({
    state: record?.state ?? null,
    evidence: record?.evidence ?? '',
    confirmedBy: record?.confirmedBy ?? '',
    confirmedOn: record?.confirmedOn ?? localToday(),
  });
  const [isChecked, setChecked] = useState(false);
  const { state, evidence, confirmedBy, confirmedOn } = form;
  const problems = {
    state: state === null ? 'Say how it was found.' : null,
    evidence: state === 'notApplicable' && evidence.trim() === '' ? 'Say why it does not apply.' : null,
    confirmedBy: confirmedBy.trim() === '' ? 'Say who confirmed it.' : null,
    confirmedOn: confirmedOn === null ? 'Give the day.' : confirmedOn > localToday() ? 'This day is to come.' : null,
  };
  const isRight = Object.values(problems).every(problem => problem === null);
  return {
    form,
    change: (part: Partial<Form>): void => setForm(before => ({ ...before, ...part })),
    /** What is wrong with a field, once the form was sent. */
    wrong: (field: keyof Form): string | null => (isChecked ? problems[field] : null),
    check: () => setChecked(true),
    /** What can be recorded; null while something is wrong. */
    found: isRight && state !== null && confirmedOn !== null ? { ...form, state, confirmedOn } : null,
  };
}

interface Form {
  readonly state: RequirementState | null;
  readonly evidence: string;
  readonly confirmedBy: string;
  readonly confirmedOn: string | null;
}

interface RequirementDialogProps extends AboutAssessment {
  readonly requirement: Requirement;
}

/** Records how a requirement of the gateway was found: its state, the evidence, who confirmed it and when. */
export function RequirementDialog({ assessmentId, requirement, onClose }: RequirementDialogProps) {
  const { start, isPending, error } = useAction('gateway.record');
  const { key, title, appliesIf, evidenceWanted, mayNotApply } = requirement;
  const { form, change, wrong, check, found } = useRequirementForm(requirement.record);
  const isReason = form.state === 'notApplicable';
  const submit = (): boolean => {
    check();
    if (found) start({ assessmentId, requirementKey: key, ...found }, onClose);
    return found !== null;
  };
  return (
    <FormDialog title={title} action="Record it" {...{ onClose, isPending }} fault={error} onSubmit={submit}>
      {appliesIf ? <p className="prose muted">{appliesIf}</p> : null}
      <SegmentedChoice
        label="Found"
        segments={mayNotApply ? [...findings, notApplicable] : findings}
        value={form.state}
        onChange={state => change({ state })}
        error={wrong('state')}
      />
      <TextArea
        label={isReason ? 'Why it does not apply' : 'Evidence'}
        isOptional={!isReason}
        description={isReason ? undefined : (evidenceWanted ?? undefined)}
        value={form.evidence}
        onChange={evidence => change({ evidence })}
        maxLength={500}
        error={wrong('evidence')}
      />
      <div className="row row-fields">
        <TextField
          label="Confirmed by"
          value={form.confirmedBy}
          onChange={confirmedBy => change({ confirmedBy })}
          maxLength={200}
          error={wrong('confirmedBy')}
        />
        <DateField
          label="On"
          value={form.confirmedOn}
          onChange={confirmedOn => change({ confirmedOn })}
          error={wrong('confirmedOn')}
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
