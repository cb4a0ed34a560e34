import { Download } from 'lucide-react';
import { useState } from 'react';
import { formatCount } from '../../../shared/british.ts';
import type { ReviewCase } from '../../../shared/contract/quality-assurance.ts';
import type { Output } from '../../../shared/contract.ts';
import { useActions } from '../../actions.ts';
import { useAction, useAsk } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choices.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Loading } from '../../ui/loading.tsx';
import { WorkUnderWay } from '../entrance/work-under-way.tsx';

type Saved = NonNullable<Output<'report.saveAll'>>;

/** The way to save the signed reports of many assessments at once; nothing while there is none. */
export function SaveReports({ isOffered }: { readonly isOffered: boolean }) {
  const [isOpen, setOpen] = useState(false);
  useActions([
    {
      id: 'report.saveMany',
      title: 'Save many reports…',
      section: 'Report',
      isAvailable: () => isOffered,
      run: () => setOpen(true),
    },
  ]);
  if (!isOffered) return null;
  return (
    <>
      <Button icon={Download} onPress={() => setOpen(true)}>
        Save many reports…
      </Button>
      {isOpen ? <SignedReports onClose={() => setOpen(false)} /> : null}
    </>
  );
}

/** Asked only now: it looks through every report of the workspace. */
function SignedReports({ onClose }: { readonly onClose: () => void }) {
  const { data, error } = useAsk('review.list', {});
  const signed = data?.filter(({ reports }) => reports.length > 0);
  if (signed) return <SaveReportsDialog cases={signed} onClose={onClose} />;
  return (
    <Dialog title="Save many reports" isOpen onClose={onClose} actions={<Button onPress={onClose}>Close</Button>}>
      {error ? <ErrorPanel title="The signed reports could not be shown" error={error} /> : <Loading what="them" />}
    </Dialog>
  );
}

interface SaveReportsDialogProps {
  readonly cases: readonly ReviewCase[];
  readonly onClose: () => void;
}

function SaveReportsDialog({ cases, onClose }: SaveReportsDialogProps) {
  const save = useAction('report.saveAll');
  const cancel = useAction('task.cancel');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [result, setResult] = useState<Saved | null>(null);
  const chosen = cases.filter(({ assessmentId }) => !left.has(assessmentId));
  const count = chosen.reduce((sum, { reports }) => sum + reports.length, 0);
  const start = (): void =>
    save.start({ assessmentIds: chosen.map(({ assessmentId }) => assessmentId) }, saved => saved && setResult(saved));
  const stop = (): void => cancel.start({});
  return (
    <Dialog
      title="Save many reports"
      isOpen
      onClose={() => {
        if (save.isPending) stop();
        onClose();
      }}
      actions={
        save.isPending ? (
          <Button onPress={stop}>Stop after this report</Button>
        ) : (
          <>
            <Button onPress={onClose}>{result ? 'Close' : 'Not now'}</Button>
            <Button tone="primary" isDisabled={count === 0} onPress={start}>
              {result && result.remaining > 0 ? 'Go on…' : `Save ${formatCount(count, 'report')}…`}
            </Button>
          </>
        )
      }
    >
      <p className="prose muted">
        Every signed report becomes a PDF under its document number in the folder that you choose. What is there already
        is left, so a batch that was stopped goes on where it was.
      </p>
      <fieldset className="stack stack-tight" disabled={save.isPending}>
        <legend className="field-label">Whose reports</legend>
        {cases.map(one => (
          <Checkbox
            key={one.assessmentId}
            isSelected={!left.has(one.assessmentId)}
            isDisabled={save.isPending}
            onChange={isIn => setLeft(before => withOrWithout(before, one.assessmentId, !isIn))}
            detail={`${one.standard}, ${formatCount(one.reports.length, 'report')}`}
          >
            {one.apprenticeName}
          </Checkbox>
        ))}
      </fieldset>
      {save.isPending ? <WorkUnderWay label="Saving" /> : null}
      <p role="status">{result && !save.isPending ? resultWords(result) : ''}</p>
      {save.error ? <ErrorPanel title="Not everything was saved" error={save.error} /> : null}
    </Dialog>
  );
}

function withOrWithout(ids: ReadonlySet<string>, id: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(ids);
  if (isIn) next.add(id);
  else next.delete(id);
  return next;
}

function resultWords({ folder, saved, skipped, remaining }: Saved): string {
  return [
    `${formatCount(saved, 'report')} saved in ${folder}.`,
    ...(skipped > 0 ? [`${formatCount(skipped, 'report')} stood there already.`] : []),
    ...(remaining > 0 ? [`Stopped; ${formatCount(remaining, 'report')} to go.`] : []),
  ].join(' ');
}
