import { useEffect, useRef } from 'react';
import type { ReportSubject } from '../../shared/contract/shapes.ts';
import { type Action, useActions } from '../actions.ts';
import { useAsk } from '../api.ts';
import { navigate } from '../routes.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorPanel } from '../ui/error-panel.tsx';
import { Loading } from '../ui/loading.tsx';
import { usePage } from '../ui/page.ts';
import { PageHeading } from '../ui/page-header.tsx';
import { SplitPanes } from '../ui/split-panes.tsx';
import { StatusTag } from '../ui/status-tag.tsx';
import { EarlierVersions } from './report/earlier-versions.tsx';
import { Obstacles } from './report/obstacles.tsx';
import { PdfView } from './report/pdf-view.tsx';
import { SignedPanel } from './report/signed-panel.tsx';
import { type ReportView, SigningPanel } from './report/signing-panel.tsx';
import { useSaving } from './report/use-saving.ts';

/** A report as it will be, what blocks its signing, and the signing. */
export function ReportScreen({ subject }: { readonly subject: ReportSubject }) {
  const { data, error } = useAsk('report.get', { subject });
  if (data) return <Report view={data} subject={subject} />;
  return (
    <div className="page">
      {error ? <ErrorPanel title="This report cannot be made" error={error} /> : <Loading what="the report" />}
    </div>
  );
}

interface ReportProps {
  readonly view: ReportView;
  readonly subject: ReportSubject;
}

function Report({ view, subject }: ReportProps) {
  const wasSigned = useRef(view.signed !== null);
  // What was seen on an earlier visit may still say signed although a new version was opened since.
  useEffect(() => {
    if (view.signed === null) wasSigned.current = false;
  }, [view.signed]);
  const save = useSaving(view.signed);
  useActions(reportActions(view, subject, save.start));
  return (
    <div className="page-full">
      <ReportHead view={view} subject={subject} />
      <SplitPanes
        label="Show"
        first={view.signed ? 'report' : 'signing'}
        panes={[
          {
            id: 'report',
            title: view.signed ? 'The report as signed' : 'The report as it will be',
            weight: 2,
            content: <Preview view={view} subject={subject} />,
          },
          {
            id: 'signing',
            title: 'Signing',
            weight: 1.1,
            content: view.signed ? (
              <SignedPanel
                signed={view.signed}
                earlier={view.earlier}
                assessmentId={view.assessmentId}
                isNew={!wasSigned.current}
                save={save}
              />
            ) : (
              <Unsigned view={view} subject={subject} />
            ),
          },
        ]}
      />
    </div>
  );
}

function Unsigned({ view, subject }: ReportProps) {
  const isBlocked = view.obstacles.some(({ severity }) => severity === 'blocks');
  return (
    <div className="stack">
      <Obstacles view={view} subject={subject} />
      {isBlocked ? null : <SigningPanel view={view} subject={subject} />}
      <EarlierVersions versions={view.earlier} />
    </div>
  );
}

function ReportHead({ view, subject }: ReportProps) {
  const judge =
    subject.kind === 'method'
      ? [{ title: 'Judge', route: { page: 'judge', sessionId: subject.sessionId } } as const]
      : [];
  usePage(view.title, [
    { title: 'Apprentices', route: { page: 'apprentices' } },
    { title: 'Assessment', route: { page: 'assessment', id: view.assessmentId } },
    ...judge,
  ]);
  return (
    <div className="session-top">
      <div className="session-head">
        <PageHeading>{view.title}</PageHeading>
        {view.practice ? <StatusTag tone="practice" word="PRACTICE" /> : null}
        {view.signed ? <StatusTag tone="locked" word="Signed" /> : null}
      </div>
    </div>
  );
}

function Preview({ view, subject }: ReportProps) {
  const { data, error } = useAsk('report.preview', { subject });
  if (data) return <PdfView bytes={data.pdf} title={view.title} />;
  if (!error) return <Loading what="the report" lines={6} />;
  if (error.code === 'report.notReady') return <EmptyState title="There is no preview yet">{error.message}</EmptyState>;
  return <ErrorPanel title="The preview cannot be made" error={error} />;
}

function reportActions(view: ReportView, subject: ReportSubject, save: () => void): readonly Action[] {
  const section = 'Report';
  return [
    {
      id: 'report.save',
      title: 'Save the PDF…',
      section,
      keys: 'Mod+S',
      isAvailable: () => view.signed !== null,
      run: save,
    },
    {
      id: 'report.judge',
      title: 'Back to judging',
      section,
      isAvailable: () => subject.kind === 'method',
      run: () => {
        if (subject.kind === 'method') navigate({ page: 'judge', sessionId: subject.sessionId });
      },
    },
    {
      id: 'report.assessment',
      title: 'Go to the assessment',
      section,
      run: () => navigate({ page: 'assessment', id: view.assessmentId }),
    },
  ];
}
