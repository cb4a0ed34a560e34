import { FileOutput, Settings } from 'lucide-react';
import { formatCount } from '../../shared/british.ts';
import { dfeKindName, dfeKinds } from '../../shared/domain/dfe/kinds.ts';
import { Button } from '../ui/button.tsx';
import { SegmentedChoice } from '../ui/choices.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorPanel } from '../ui/error-panel.tsx';
import { Loading } from '../ui/loading.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { RouteLink } from '../ui/route-link.tsx';
import { Select } from '../ui/select.tsx';
import { SplitPanes } from '../ui/split-panes.tsx';
import { DetailsDialog } from './dfe/details-dialog.tsx';
import { ImportAnswerButton } from './dfe/import-answer.tsx';
import { LearnerCheck } from './dfe/learner-check.tsx';
import { LearnerList } from './dfe/learner-list.tsx';
import { DfeSettingsDialog } from './dfe/settings-dialog.tsx';
import { type DfeDesk, type DfeScope, useDfeDesk } from './dfe/use-dfe-desk.ts';
import { useWriting, type Writing } from './dfe/use-writing.ts';
import { UndoWithdrawalDialog, WithdrawDialog } from './dfe/withdraw-dialog.tsx';

/** The files for DfE's assessment service: which kind, who goes into it, what stands in the way, and the way out. */
export function DfeScreen() {
  const desk = useDfeDesk();
  const { data, error } = desk;
  const facts = data
    ? [
        formatCount(data.learners.length, 'released result'),
        ...(data.unreleased > 0 ? [`${data.unreleased} signed and not released`] : []),
      ]
    : [];
  return (
    <div className="page-full dfe-page">
      <div className="page-full-head stack">
        <PageHeader title="DfE files" facts={facts} actions={<HeadActions desk={desk} />} />
        {data && data.learners.length > 0 ? <FileChoice desk={desk} /> : null}
      </div>
      {error ? <ErrorPanel title="The results could not be shown" error={error} /> : null}
      {data ? <Results desk={desk} /> : error ? null : <Loading what="the released results" lines={6} />}
      <Dialogs desk={desk} />
    </div>
  );
}

function HeadActions({ desk }: { readonly desk: DfeDesk }) {
  return (
    <>
      <RouteLink to={{ page: 'dfeWritten' }} look="quiet">
        Files written
      </RouteLink>
      <Button icon={Settings} onPress={() => desk.setDialog('settings')}>
        Settings…
      </Button>
      <ImportAnswerButton />
    </>
  );
}

const scopes: readonly { readonly id: DfeScope; readonly title: string }[] = [
  { id: 'unwritten', title: 'Not written yet' },
  { id: 'everybody', title: 'Everybody' },
  { id: 'refused', title: 'Those to put right' },
];

function FileChoice({ desk }: { readonly desk: DfeDesk }) {
  return (
    <div className="dfe-choice">
      <Select
        label="File"
        choices={dfeKinds.map(kind => ({ id: kind, title: dfeKindName(kind) }))}
        value={desk.kind}
        onChange={id => desk.setKind(dfeKinds.find(kind => kind === id) ?? desk.kind)}
      />
      <SegmentedChoice
        label="Written as"
        segments={[
          { id: 'csv', word: 'CSV' },
          { id: 'json', word: 'JSON' },
        ]}
        value={desk.form}
        onChange={desk.setForm}
      />
      <Select
        label="Show"
        choices={scopes}
        value={desk.scope}
        onChange={id => desk.setScope(scopes.find(scope => scope.id === id)?.id ?? desk.scope)}
      />
    </div>
  );
}

function Results({ desk }: { readonly desk: DfeDesk }) {
  const { data, selected } = desk;
  const writing = useWriting(desk);
  if (data?.learners.length === 0) {
    return (
      <div className="page">
        <EmptyState title="No result is released yet">
          Files for the assessment service are made of released results. Release one on its assessment’s page, once
          quality assurance has agreed.
        </EmptyState>
      </div>
    );
  }
  return (
    <SplitPanes
      label="Released results"
      panes={[
        {
          id: 'all',
          title: 'Who goes into the file',
          weight: 3,
          isFlush: true,
          content: <LearnerList desk={desk} onWrite={writing.run} />,
          foot: <WriteFoot desk={desk} writing={writing} />,
        },
        {
          id: 'check',
          title: selected ? `Check: ${selected.name}` : 'Check',
          weight: 2,
          content: selected ? <LearnerCheck key={selected.assessmentId} desk={desk} learner={selected} /> : null,
        },
      ]}
    />
  );
}

interface WriteFootProps {
  readonly desk: DfeDesk;
  readonly writing: Writing;
}

/** How many go into the file, and the way to write it. Whoever would be refused is left out by the person, never silently. */
function WriteFoot({ desk, writing }: WriteFootProps) {
  const { chosen, refused } = desk;
  const ids = refused.map(({ assessmentId }) => assessmentId);
  return (
    <div className="stack stack-tight">
      <div className="row row-apart">
        <span role="status">
          {`${formatCount(chosen.length, 'learner')} in the file`}
          {refused.length > 0 ? `, ${refused.length} of them would be refused` : ''}
        </span>
        <div className="row">
          {refused.length > 0 ? (
            <Button onPress={() => desk.leaveOut(ids, true)}>
              {refused.length === 1 ? 'Leave this one out' : `Leave these ${refused.length} out`}
            </Button>
          ) : null}
          <Button
            tone="primary"
            icon={FileOutput}
            keys="Mod+Enter"
            isDisabled={!writing.canWrite}
            isPending={writing.isPending}
            onPress={writing.run}
          >
            Write the file…
          </Button>
        </div>
      </div>
      {writing.error ? <ErrorPanel title="Nothing was written" error={writing.error} /> : null}
    </div>
  );
}

function Dialogs({ desk }: { readonly desk: DfeDesk }) {
  const { dialog, selected } = desk;
  const onClose = (): void => desk.setDialog(null);
  if (dialog === 'settings') return <DfeSettingsDialog onClose={onClose} />;
  if (dialog === null || selected === null) return null;
  const { assessmentId, name } = selected;
  switch (dialog) {
    case 'details':
      return <DetailsDialog assessmentId={assessmentId} onClose={onClose} />;
    case 'withdraw':
      return <WithdrawDialog assessmentId={assessmentId} name={name} onClose={onClose} />;
    case 'undoWithdrawal':
      return <UndoWithdrawalDialog assessmentId={assessmentId} name={name} onClose={onClose} />;
  }
}
