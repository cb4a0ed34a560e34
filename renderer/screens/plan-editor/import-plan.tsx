import { Upload } from 'lucide-react';
import { useState } from 'react';
import { formatCount, formatDate } from '../../../shared/british.ts';
import type { PlanImportPreview } from '../../../shared/contract/plans.ts';
import { isError } from '../../../shared/domain/plan-findings.ts';
import { useAction } from '../../api.ts';
import { navigate } from '../../routes.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { notify } from '../../ui/toast.tsx';
import { PlanCheck } from '../plan/plan-check.tsx';
import { DifferencesTable } from './differences-dialog.tsx';

/** Reads a plan's file, shows what it holds, and takes it over only when that was seen. */
export function ImportPlanButton() {
  const [preview, setPreview] = useState<PlanImportPreview | null>(null);
  const choose = useAction('plan.previewImport');
  return (
    <>
      <Button icon={Upload} isPending={choose.isPending} onPress={() => choose.start({}, setPreview)}>
        Import a plan
      </Button>
      {choose.error ? (
        <Dialog
          title="The plan was not read"
          isOpen
          onClose={choose.reset}
          actions={<Button onPress={choose.reset}>Close</Button>}
        >
          <ErrorPanel error={choose.error} />
        </Dialog>
      ) : null}
      {preview ? <PreviewDialog preview={preview} onClose={() => setPreview(null)} /> : null}
    </>
  );
}

function PreviewDialog({ preview, onClose }: { readonly preview: PlanImportPreview; readonly onClose: () => void }) {
  const { plan, standing, frameworkId, notAsConfirmed, questions } = preview;
  const isHere = standing === 'same' && questions.fresh > 0;
  const take = useAction('plan.import');
  const isTakable = frameworkId !== null && (standing !== 'same' || isHere);
  const run = (asConfirmed: boolean): void =>
    take.start({ plan, asConfirmed, questionBank: questions.bank }, ({ id }) => {
      onClose();
      navigate({ page: 'plan', id });
      notify({ words: takenWords(preview, asConfirmed) });
    });
  return (
    <Dialog
      title="Import this plan?"
      isOpen
      onClose={onClose}
      size="wide"
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            tone={notAsConfirmed === null ? 'standard' : 'primary'}
            isDisabled={!isTakable}
            isPending={take.isPending}
            onPress={() => run(false)}
          >
            {isHere ? 'Import the questions as drafts' : 'Import as a draft'}
          </Button>
          {notAsConfirmed === null ? (
            <Button tone="primary" isDisabled={!isTakable} isPending={take.isPending} onPress={() => run(true)}>
              {isHere ? 'Import the questions' : 'Import as confirmed'}
            </Button>
          ) : null}
        </>
      }
    >
      <PreviewOf preview={preview} />
      {take.error ? <ErrorPanel title="The plan was not imported" error={take.error} /> : null}
    </Dialog>
  );
}

function PreviewOf({ preview }: { readonly preview: PlanImportPreview }) {
  const { plan, standing, frameworkId, findings, differences, comparedWith, notAsConfirmed, fileName } = preview;
  const { reference, version, title } = plan.standard;
  return (
    <div className="stack">
      {standing === 'same' ? (
        <Banner kind="info" title="This plan is in the workspace already, word for word">
          {preview.questions.fresh > 0
            ? 'Questions came with it that are not here yet: they alone are taken over.'
            : 'There is nothing to import.'}
        </Banner>
      ) : null}
      {standing === 'other' ? (
        <Banner kind="info" title="A plan with this identity is here and says something else">
          Nothing is overwritten: the file’s plan will stand beside it as a version of its own.
        </Banner>
      ) : null}
      {frameworkId === null ? (
        <Banner kind="warning" title={`The standard ${reference} version ${version} is not in this workspace`}>
          Import the standard first: the plan cannot be checked without it.
        </Banner>
      ) : null}
      <FactList
        facts={[
          { name: 'Plan', value: plan.title },
          { name: 'Version', value: plan.version },
          { name: 'Standard', value: `${reference} ${title}, version ${version}` },
          { name: 'File', value: fileName },
          { name: 'Questions', value: questionWords(preview) },
          ...transcriptionFacts(preview),
          { name: 'SHA-256', value: <code className="hash">{preview.sha256}</code> },
        ]}
      />
      {notAsConfirmed ? <p className="muted">Only as a draft: {notAsConfirmed}</p> : null}
      {preview.questions.strange.length > 0 ? (
        <Disclosure title="Questions that fit no theme of the plan" note={String(preview.questions.strange.length)}>
          <ul className="plain-lines prose">
            {preview.questions.strange.map(text => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
      {frameworkId === null ? null : (
        <Disclosure title="Check" note={String(findings.length)} isOpenAtFirst={findings.some(isError)}>
          <PlanCheck findings={findings} />
        </Disclosure>
      )}
      {comparedWith && standing !== 'same' ? (
        <Disclosure
          title={`Against ${comparedWith.title}, version ${comparedWith.version}`}
          note={String(differences.length)}
        >
          <DifferencesTable differences={differences} />
        </Disclosure>
      ) : null}
    </div>
  );
}

function takenWords({ standing, questions }: PlanImportPreview, asConfirmed: boolean): string {
  const taken = questions.fresh > 0 ? formatCount(questions.fresh, 'question') : '';
  if (standing === 'same') return `${taken} taken over.`;
  const plan = asConfirmed ? 'The plan was taken over as confirmed' : 'The plan was taken over as a draft';
  return taken === '' ? `${plan}.` : `${plan}, with ${taken}.`;
}

/** What of the bank that travels with the plan would be taken over. */
function questionWords({ questions, notAsConfirmed }: PlanImportPreview): string {
  const { bank, fresh, approved, held, strange } = questions;
  if (bank.length === 0) return 'None came with it';
  return [
    `${fresh} new`,
    ...(fresh > 0 && notAsConfirmed === null ? [`${approved} of them approved`] : []),
    ...(held > 0 ? [`${held} here already`] : []),
    ...(strange.length > 0 ? [`${strange.length} left out`] : []),
  ].join(', ');
}

function transcriptionFacts({ transcription }: PlanImportPreview) {
  if (!transcription) return [];
  const { typedBy, checkedBy, checkedAt, confirmedBy, confirmedAt, sourceDocument, sourceVersion } = transcription;
  return [
    { name: 'Typed in by', value: typedBy },
    { name: 'Checked by', value: `${checkedBy}, ${formatDate(checkedAt)}` },
    { name: 'Confirmed by', value: `${confirmedBy}, ${formatDate(confirmedAt)}` },
    { name: 'From', value: `${sourceDocument}, version ${sourceVersion}` },
  ];
}
