import { useId, useState } from 'react';
import { formatCount } from '../../../shared/british.ts';
import type { ReadyCase, SignedMany } from '../../../shared/contract/reports.ts';
import { useAction } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choices.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { WorkUnderWay } from '../entrance/work-under-way.tsx';
import { SignatureForm } from '../report/signature-form.tsx';
import type { ReportView } from '../report/signing-panel.tsx';
import { TimestampChoice, useTimestampChoice } from '../report/timestamp-choice.tsx';
import { ReadyCases } from './ready-cases.tsx';
import { SignedManyResult } from './signed-many-result.tsx';

interface SignReadyProps {
  readonly cases: readonly ReadyCase[];
  /** Of one of the reports: who signs, and what the signature declares. */
  readonly view: ReportView;
  readonly onClose: () => void;
}

/** Every report that only waits for its signature, apprentice by apprentice; what is signed is chosen and confirmed once. */
export function SignReady({ cases, view, onClose }: SignReadyProps) {
  const formId = useId();
  const stamp = useTimestampChoice();
  const { sign, stop, result, ...choice } = useSigningMany(cases);
  const { isPending } = sign;
  const isDone = result?.remaining === 0;
  return (
    <Dialog
      title="Sign many reports"
      size="wide"
      isOpen
      onClose={() => {
        if (isPending) stop();
        onClose();
      }}
      actions={
        isPending ? (
          <Button onPress={stop}>Stop after this report</Button>
        ) : isDone ? (
          <Button tone="primary" onPress={onClose}>
            Close
          </Button>
        ) : (
          <>
            <Button onPress={onClose}>Not now</Button>
            <Button tone="primary" type="submit" form={formId} isDisabled={choice.count === 0}>
              {result ? 'Go on with the rest' : `Sign ${formatCount(choice.count, 'report')}`}
            </Button>
          </>
        )
      }
    >
      <p className="prose muted">
        These reports are closed, judged and without obstacles. Look through each one before you sign it: its page shows
        it as it will be. What you leave out stays as it is.
      </p>
      <ReadyCases cases={cases} left={choice.left} onChoose={choice.choose} isDisabled={isPending || isDone} />
      {isDone ? null : (
        <>
          <p className="signing-declaration">{view.declaration}</p>
          <fieldset className="stack stack-tight" disabled={isPending}>
            <SignatureForm id={formId} signer={view.signer.name} onSigned={mark => choice.start(mark, stamp.choice)} />
            <Checkbox
              isSelected={choice.saves}
              onChange={choice.setSaves}
              detail="You are asked for the folder first. Each report is saved as it is signed."
            >
              Save them to a folder as well
            </Checkbox>
            <TimestampChoice stamp={stamp} />
          </fieldset>
        </>
      )}
      {isPending ? <WorkUnderWay label="Signing" /> : null}
      <div role="status">{result && !isPending ? <SignedManyResult result={result} cases={cases} /> : null}</div>
      {sign.error ? <ErrorPanel title="Not everything was signed" error={sign.error} /> : null}
    </Dialog>
  );
}

/** Which of the reports are chosen, and their signing. */
function useSigningMany(cases: readonly ReadyCase[]) {
  const sign = useAction('report.signMany');
  const cancel = useAction('task.cancel');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [saves, setSaves] = useState(false);
  const [result, setResult] = useState<SignedMany | null>(null);
  const chosen = cases.filter(({ assessmentId }) => !left.has(assessmentId)).flatMap(({ reports }) => reports);
  const choose = (assessmentId: string, isIn: boolean): void =>
    setLeft(before => new Set([...before].filter(id => id !== assessmentId).concat(isIn ? [] : [assessmentId])));
  const start = (mark: Parameters<typeof sign.start>[0]['mark'], timestamp: 'use' | 'without' | undefined): void => {
    const reports = chosen.map(({ subject, grade }) => ({ subject, grade }));
    sign.start({ reports, mark, save: saves, ...(timestamp ? { timestamp } : {}) }, done => done && setResult(done));
  };
  return { sign, stop: () => cancel.start({}), result, left, choose, count: chosen.length, saves, setSaves, start };
}
