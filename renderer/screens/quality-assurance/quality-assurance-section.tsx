import { formatDateTime } from '../../../shared/british.ts';
import type { ReviewCase } from '../../../shared/contract/quality-assurance.ts';
import { useActions } from '../../actions.ts';
import { useAsk } from '../../api.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { RouteLink } from '../../ui/route-link.tsx';
import { Section } from '../../ui/section.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { type ReviewDesk, ReviewDialogs, reviewActions, useReviewDesk } from './review-desk.tsx';
import { reviewable } from './review-form.ts';
import { ReviewHistory } from './review-history.tsx';
import { nextWords, stateMarks } from './review-words.ts';
import { ReviewedReportLine } from './reviewed-report-line.tsx';

/** Quality assurance of one assessment: why it is sampled, what was decided, the countersignatures, and the release. Nothing before a report was signed. */
export function QualityAssuranceSection({ assessmentId }: { readonly assessmentId: string }) {
  const { data, error } = useAsk('review.get', { assessmentId });
  if (error) return <ErrorPanel title="Quality assurance could not be shown" error={error} />;
  if (!data || data.reports.length + data.reviews.length === 0) return null;
  return <Quality review={data} />;
}

function Quality({ review }: { readonly review: ReviewCase }) {
  const desk = useReviewDesk();
  useActions(reviewActions(review, desk));
  const next = nextWords(review);
  return (
    <Section title="Quality assurance" aside={<StatusTag {...stateMarks[review.state]} />}>
      <Why review={review} />
      <Revising review={review} />
      <ul className="reviewed">
        {review.reports.map(report => (
          <ReviewedReportLine key={report.id} report={report} desk={desk} />
        ))}
      </ul>
      <ReviewHistory review={review} />
      {next === '' ? null : (
        <p className="prose">
          <span className="strong">Next: </span>
          {next}
        </p>
      )}
      <Steps review={review} desk={desk} />
      <ReviewDialogs review={review} desk={desk} />
    </Section>
  );
}

function Why({ review: { because } }: { readonly review: ReviewCase }) {
  if (because.length === 0) return null;
  return (
    <p className="prose">
      <span className="muted">It has to be looked at: </span>
      {because.map(({ words }, index) => `${index === 0 ? words : words.toLowerCase()}`).join('; ')}.
    </p>
  );
}

/** What is being put right after a return. */
function Revising({ review: { revising } }: { readonly review: ReviewCase }) {
  return revising.map(({ sessionId, methodName, reason }) => (
    <Banner
      key={sessionId}
      kind="warning"
      title={`${methodName} is being put right`}
      actions={
        <>
          <RouteLink to={{ page: 'judge', sessionId }} look="button">
            Judge
          </RouteLink>
          <RouteLink to={{ page: 'report', subject: { kind: 'method', sessionId } }} look="button">
            Sign the new version
          </RouteLink>
        </>
      }
    >
      {reason}
    </Banner>
  ));
}

function Steps({ review, desk }: { readonly review: ReviewCase; readonly desk: ReviewDesk }) {
  const { released, releaseBlocked, state, practice } = review;
  if (released) {
    return (
      <p>
        Released by {released.by} on {formatDateTime(released.at)}.
        {practice ? null : (
          <>
            {' '}
            <RouteLink to={{ page: 'dfe' }}>Files for DfE’s service</RouteLink>
          </>
        )}
      </p>
    );
  }
  return (
    <>
      <div className="row">
        {reviewable(review).length === 0 ? null : (
          <Button tone={state === 'waiting' ? 'primary' : 'standard'} onPress={() => desk.ask({ kind: 'record' })}>
            Record a review…
          </Button>
        )}
        {releaseBlocked === null ? (
          <Button tone="primary" onPress={() => desk.ask({ kind: 'release' })}>
            Release the result…
          </Button>
        ) : null}
      </div>
      {releaseBlocked === null ? null : (
        <p className="muted prose">
          <span className="strong">Not released yet. </span>
          {releaseBlocked}
        </p>
      )}
    </>
  );
}
