import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { FurtherAttempt } from '../../shared/contract/sessions.ts';
import type { OpeningChecklist } from '../../shared/contract/shapes.ts';
import { presenceWords } from '../../shared/domain/opening.ts';
import { useAction } from '../api.ts';
import { navigate } from '../routes.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/choices.tsx';
import { ComboBox } from '../ui/combo-box.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorPanel } from '../ui/error-panel.tsx';
import { TextArea, TextField } from '../ui/text-field.tsx';
import { RecordingConsentField } from './begin-session/recording-consent.tsx';
import { RefuseToAssess } from './begin-session/refuse-to-assess.tsx';
import { AdjustmentsInForce, RemoteChecks } from './begin-session/remote-checks.tsx';
import { checkedOpening, type OpeningForm, type OpeningProblems, problemsAfter } from './begin-session-form.ts';
import { focusFirstInvalid } from './common/focus-first-invalid.ts';

export interface BeginSessionProps {
  readonly assessmentId: string;
  readonly method: { readonly key: string; readonly name: string };
  /** How a further attempt came about; null for the first one. */
  readonly further: FurtherAttempt | null;
  /** What is filled in already from what was prepared. */
  readonly opening: OpeningForm;
  /** What an unconfirmed gateway means for this session. */
  readonly bar: { readonly severity: 'blocks' | 'hint'; readonly message: string } | null;
  readonly onClose: () => void;
}

/** The opening checklist of a method's session: what the plan wants seen to before the clock may start. Leads to the session when it has begun. */
export function BeginSession({ assessmentId, method, further, opening, bar, onClose }: BeginSessionProps) {
  const formId = useId();
  const begin = useAction('session.begin');
  const [isRefusing, setRefusing] = useState(false);
  if (isRefusing) {
    return <RefuseToAssess {...{ assessmentId, method, onClose }} onBack={() => setRefusing(false)} />;
  }
  return (
    <Dialog
      title={`Before you begin: ${method.name}`}
      size="wide"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button tone="quiet" onPress={() => setRefusing(true)}>
            I cannot assess this…
          </Button>
          <Button onPress={onClose}>Not now</Button>
          <Button
            tone="primary"
            type="submit"
            form={formId}
            isPending={begin.isPending}
            isDisabled={bar?.severity === 'blocks'}
          >
            Begin the session
          </Button>
        </>
      }
    >
      {bar ? <Banner kind={bar.severity === 'blocks' ? 'warning' : 'info'}>{bar.message}</Banner> : null}
      <Checklist
        id={formId}
        opening={opening}
        onChecked={checklist =>
          begin.start({ assessmentId, methodKey: method.key, checklist, ...(further ? { further } : {}) }, ({ id }) => {
            onClose();
            navigate({ page: 'session', id });
          })
        }
      />
      {begin.error ? <ErrorPanel title="The session did not begin" error={begin.error} /> : null}
    </Dialog>
  );
}

const documents = [
  'Passport',
  'Photocard driving licence',
  'Biometric residence permit',
  'Employer’s photo identity card',
  'Proof-of-age card (PASS)',
].map(title => ({ id: title, title }));

interface ChecklistProps {
  readonly id: string;
  readonly opening: OpeningForm;
  readonly onChecked: (checklist: OpeningChecklist) => void;
}

function Checklist({ id, opening, onChecked }: ChecklistProps) {
  const [form, setForm] = useState<OpeningForm>(opening);
  const [problems, setProblems] = useState<OpeningProblems>({});
  const change = (part: Partial<OpeningForm>): void => {
    setForm(before => ({ ...before, ...part }));
    setProblems(before => problemsAfter(before, part));
  };

  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const { checklist, problems: found } = checkedOpening(form);
    setProblems(found);
    if (checklist) onChecked(checklist);
    else focusFirstInvalid(event.currentTarget);
  };
  return (
    <form id={id} className="opening" onSubmit={submit} noValidate>
      <WhoAndWhere form={form} problems={problems} change={change} />
      <RemoteChecks form={form} problems={problems} change={change} />
      <Adjustments form={form} problems={problems} change={change} />
      <AdjustmentsInForce form={form} problems={problems} change={change} />
      <RecordingConsentField
        question={form.consentToRecording}
        value={form.recordingConsent}
        onChange={recordingConsent => change({ recordingConsent })}
        error={problems.recordingConsent}
      />
      <Declarations form={form} problems={problems} change={change} />
    </form>
  );
}

interface PartProps {
  readonly form: OpeningForm;
  readonly problems: OpeningProblems;
  readonly change: (part: Partial<OpeningForm>) => void;
}

function WhoAndWhere({ form, problems, change }: PartProps) {
  return (
    <div className="row row-fields">
      <TextField
        label="Place"
        description="Where the session is held, or how when it is remote."
        autoFocus
        value={form.place}
        onChange={place => change({ place })}
        error={problems.place}
      />
      <ComboBox
        label="Identity document seen"
        description="The type of document only, never its number or a copy."
        choices={documents}
        value={null}
        onChange={title => (title === null ? undefined : change({ identityDocument: title }))}
        allowsOtherText
        text={form.identityDocument}
        onTextChange={identityDocument => change({ identityDocument })}
        error={problems.identityDocument}
      />
      <TextField
        label="Others present"
        isOptional
        description={`Names or roles of everybody else in the room. ${(form.rules && presenceWords(form.rules)) ?? ''}`.trim()}
        value={form.present}
        onChange={present => change({ present })}
        error={problems.present}
      />
    </div>
  );
}

function Adjustments({ form, problems, change }: PartProps) {
  return (
    <div className="opening-adjustments">
      <TextField
        label="Extra time, %"
        description="Agreed as a reasonable adjustment; 0 if none."
        inputMode="numeric"
        value={form.adjustmentPercent}
        onChange={adjustmentPercent => change({ adjustmentPercent })}
        error={problems.adjustmentPercent}
      />
      <TextArea
        label="Reasonable adjustments"
        isOptional
        rows={1}
        mostRows={4}
        description="How the session is run differently: a reader, an interpreter, rest breaks."
        value={form.adjustments}
        onChange={adjustments => change({ adjustments })}
        error={problems.adjustments}
      />
    </div>
  );
}

function Declarations({ form, problems, change }: PartProps) {
  return (
    <div className="stack stack-tight">
      <Checkbox
        isSelected={form.independenceDeclared}
        onChange={independenceDeclared => change({ independenceDeclared })}
        isInvalid={Boolean(problems.independenceDeclared)}
        detail={
          <Statement problem={problems.independenceDeclared}>
            I took no part in the training of this apprentice and have no interest in the outcome. Otherwise another
            assessor has to take this assessment.
          </Statement>
        }
      >
        I am independent of the apprentice, the employer and the training provider
      </Checkbox>
      <Checkbox
        isSelected={form.briefingGiven}
        onChange={briefingGiven => change({ briefingGiven })}
        isInvalid={Boolean(problems.briefingGiven)}
        detail={
          <Statement problem={problems.briefingGiven}>
            What happens and for how long, that notes are taken, and that no outcome is told today.
          </Statement>
        }
      >
        The apprentice was briefed
      </Checkbox>
    </div>
  );
}

/** What is declared in full, which stays readable when something is wrong with it. */
function Statement({ problem, children }: { readonly problem: string | undefined; readonly children: ReactNode }) {
  return (
    <>
      {children}
      {problem ? <span className="opening-problem">{problem}</span> : null}
    </>
  );
}
