import { formatDate } from '../../../shared/british.ts';
import { GradeMark } from '../../ui/grade-mark.tsx';
import { RouteLink } from '../../ui/route-link.tsx';
import { Section } from '../../ui/section.tsx';
import type { Assessment } from '../assessment.tsx';
import { countingWords } from './attempt-words.ts';
import { DerivationList } from './derivation-list.tsx';
import { SignedReportLine } from './signed-report-line.tsx';

/** The overall grade with its derivation, and the overall report. */
export function OverallResult({ assessment }: { readonly assessment: Assessment }) {
  const { id, overall, overallReport, passedBy, methods } = assessment;
  const counted = methods.map(countingWords).filter(words => words !== null);
  const subject = { kind: 'overall', assessmentId: id } as const;
  return (
    <Section title="Overall grade">
      <div className="overall">
        <GradeMark grade={overall.grade} size="large" />
        <DerivationList lines={overall.lines} />
      </div>
      {counted.length > 0 ? <p className="prose">{counted.join(' ')}</p> : null}
      {passedBy !== null && (overall.grade === null || overall.grade === 'fail') ? (
        <p className="prose">
          Every method has to be passed by {formatDate(passedBy)}; after that, all of them are taken again.
        </p>
      ) : null}
      {overallReport ? (
        <SignedReportLine report={overallReport} subject={subject} />
      ) : (
        <div className="row">
          <RouteLink to={{ page: 'report', subject }} look="button">
            Overall report
          </RouteLink>
          {overall.grade === null ? (
            <span className="muted">It can be signed when every method has a grade.</span>
          ) : null}
        </div>
      )}
    </Section>
  );
}
