import { useState } from 'react';
import { formatDate } from '../../shared/british.ts';
import type { Output } from '../../shared/contract.ts';
import { useActions } from '../actions.ts';
import { useAsk } from '../api.ts';
import { navigate } from '../routes.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorPanel } from '../ui/error-panel.tsx';
import { FactList } from '../ui/fact-list.tsx';
import { Loading } from '../ui/loading.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { RouteLink } from '../ui/route-link.tsx';
import { Section } from '../ui/section.tsx';
import { StatusTag } from '../ui/status-tag.tsx';
import { CorrectDetails } from './apprentices/correct-details.tsx';
import { UlnFact } from './apprentices/uln-fact.tsx';
import { AdjustmentsSection } from './assessment/adjustments-section.tsx';
import { AssessmentDialogs, assessmentActions, useAssessmentDesk } from './assessment/assessment-desk.tsx';
import { Assigned } from './assessment/assigned.tsx';
import { Completion } from './assessment/completion.tsx';
import { GatewaySection, hasGateway } from './assessment/gateway-section.tsx';
import { MethodStories } from './assessment/method-story.tsx';
import { OverallResult } from './assessment/overall-result.tsx';
import { VersionChoice } from './assessment/version-choice.tsx';
import { usePracticeWorkspace } from './common/practice-workspace.ts';
import { StageTag } from './common/stage-tag.tsx';
import { Withdrawal } from './dfe/withdrawal.tsx';
import { DocumentsSection } from './documents/documents-section.tsx';
import { routeOfNext } from './home/next-due.ts';
import { PortfolioSection } from './portfolio/portfolio-section.tsx';
import { QualityAssuranceSection } from './quality-assurance/quality-assurance-section.tsx';

export type Assessment = Output<'assessment.get'>;
type Method = Assessment['methods'][number];

const crumbs = [{ title: 'Apprentices', route: { page: 'apprentices' } }] as const;

/** One apprentice's story: who and by which plan, the methods with their sessions and reports, the overall grade. */
export function AssessmentScreen({ id }: { readonly id: string }) {
  const { data, error } = useAsk('assessment.get', { id });
  if (data) return <AssessmentPage assessment={data} />;
  return (
    <div className="page">
      <PageHeader title="Assessment" crumbs={crumbs} />
      {error ? <ErrorPanel title="The assessment could not be shown" error={error} /> : <Loading what="it" lines={8} />}
    </div>
  );
}

function AssessmentPage({ assessment }: { readonly assessment: Assessment }) {
  const { data: preparation, error } = useAsk('preparation.get', { assessmentId: assessment.id });
  const desk = useAssessmentDesk();
  const isPracticeWorkspace = usePracticeWorkspace();
  const step = nextStep(assessment, method =>
    desk.ask({ kind: method.isUsuallyRecorded ? 'record' : 'begin', method, further: null }),
  );
  useActions([
    ...(step
      ? [{ id: 'assessment.next', title: step.words, section: 'Assessment', keys: 'c', run: step.run } as const]
      : []),
    ...assessmentActions(assessment, preparation, desk),
  ]);
  return (
    <div className="page assessment-page">
      <AssessmentHead assessment={assessment} step={step} />
      {assessment.practice && !isPracticeWorkspace ? (
        <Banner kind="practice">Practice: nothing here counts as a result, and the reports say so.</Banner>
      ) : null}
      {assessment.assignment ? <Assigned assessmentId={assessment.id} assignment={assessment.assignment} /> : null}
      <div className="assessment-parts">
        <div className="assessment-story">
          {error ? <ErrorPanel title="What was prepared could not be shown" error={error} /> : null}
          {preparation && hasGateway(preparation.gateway) ? (
            <GatewaySection
              preparation={preparation}
              isStarted={assessment.methods.some(({ attempts }) => attempts.length > 0)}
              onRecord={requirement => desk.ask({ kind: 'requirement', requirement })}
              onConfirm={() => desk.ask({ kind: 'confirmGateway' })}
              onUnlock={() => desk.ask({ kind: 'unlockGateway' })}
            />
          ) : null}
          <Section title="Methods">
            <MethodStories
              assessmentId={assessment.id}
              methods={assessment.methods}
              bookings={preparation?.bookings ?? []}
              desk={desk}
            />
          </Section>
          <PortfolioSection assessmentId={assessment.id} />
          <Completion assessment={assessment} />
          <OverallResult assessment={assessment} />
          <QualityAssuranceSection assessmentId={assessment.id} />
          <DocumentsSection assessmentId={assessment.id} />
        </div>
        <div className="assessment-side">
          <Facts assessment={assessment} />
          <Withdrawal
            assessmentId={assessment.id}
            name={`${assessment.apprentice.givenNames} ${assessment.apprentice.familyName}`}
          />
          <VersionChoice assessment={assessment} />
          {preparation ? (
            <AdjustmentsSection
              adjustments={preparation.adjustments}
              methods={assessment.methods}
              onRecord={() => desk.ask({ kind: 'adjustment' })}
              onWithdraw={adjustment => desk.ask({ kind: 'withdraw', adjustment })}
            />
          ) : null}
        </div>
      </div>
      {preparation ? <AssessmentDialogs {...{ assessment, preparation, desk }} /> : null}
    </div>
  );
}

interface AssessmentHeadProps {
  readonly assessment: Assessment;
  readonly step: ReturnType<typeof nextStep>;
}

/** Who is assessed, by what, how far it has come, and the next step. */
function AssessmentHead({ assessment, step }: AssessmentHeadProps) {
  const { apprentice, plan, practice, stage } = assessment;
  return (
    <PageHeader
      title={`${apprentice.givenNames} ${apprentice.familyName}`}
      crumbs={crumbs}
      tags={
        <>
          <StageTag stage={stage} />
          {practice ? <StatusTag tone="practice" word="PRACTICE" /> : null}
        </>
      }
      facts={[
        <RouteLink key="standard" to={{ page: 'standard', id: assessment.frameworkId }}>
          {assessment.standard}
        </RouteLink>,
        <RouteLink key="plan" to={{ page: 'plan', id: plan.id }}>
          {plan.title}, version {plan.version}
        </RouteLink>,
        ...(assessment.pathway ? [assessment.pathway] : []),
      ]}
      actions={
        step ? (
          <Button tone="primary" keys="c" onPress={step.run}>
            {step.words}
          </Button>
        ) : null
      }
    />
  );
}

/** What the page's one primary button does; undefined when nothing is left to do. */
function nextStep(assessment: Assessment, begin: (method: Method) => void) {
  const { id, next, stage, methods, nextStep: words } = assessment;
  if (assessment.assignment) return undefined;
  const method = methods.find(({ key }) => key === next?.methodKey);
  if (next?.step === 'start' && method && !method.session) return { words, run: () => begin(method) };
  if (next?.step === 'start') return sessionBegun(method, words);
  if (!next && stage !== 'readyToSign') return undefined;
  const route = routeOfNext({ id, next, stage, sessionId: method?.session?.id ?? null });
  return { words, run: () => navigate(route) };
}

/** A session that was begun and whose clock has not started is gone on with. */
function sessionBegun(method: Method | undefined, words: string) {
  const id = method?.session?.id;
  return id === undefined ? undefined : { words, run: () => navigate({ page: 'session', id }) };
}

function Facts({ assessment }: { readonly assessment: Assessment }) {
  const [isCorrecting, setCorrecting] = useState(false);
  const { apprentice, plan, addedAt } = assessment;
  return (
    <Section title="Apprentice" aside={<Button onPress={() => setCorrecting(true)}>Correct the details</Button>}>
      <FactList
        facts={[
          { name: 'Given names', value: apprentice.givenNames },
          { name: 'Family name', value: apprentice.familyName },
          { name: 'ULN', value: <UlnFact uln={apprentice.uln} /> },
          { name: 'Employer', value: apprentice.employer },
          { name: 'Training provider', value: apprentice.trainingProvider },
          { name: 'Assessment added', value: formatDate(addedAt) },
          { name: 'Pinned to', value: `${assessment.standard}; plan version ${plan.version}` },
        ]}
      />
      <CorrectDetails apprentice={apprentice} isOpen={isCorrecting} onClose={() => setCorrecting(false)} />
    </Section>
  );
}
