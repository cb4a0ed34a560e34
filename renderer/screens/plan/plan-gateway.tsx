import { formatCount } from '../../../shared/british.ts';
import type { GatewayRequirement, Plan } from '../../../shared/domain/plan.ts';
import { type Fact, FactList } from '../../ui/fact-list.tsx';
import { Section } from '../../ui/section.tsx';
import { leftOpen, periodWords } from './plan-words.ts';

/** What must be there before the assessment, how long it may take, and what holds for results, appeals and assessors. */
export function PlanGateway({ plan }: { readonly plan: Plan }) {
  return (
    <div className="stack plan-part">
      <Section title="Gateway" note={formatCount(plan.gateway.length, 'requirement')}>
        <ul className="requirements">
          {plan.gateway.map(requirement => (
            <Requirement key={requirement.key} requirement={requirement} />
          ))}
        </ul>
      </Section>
      <Section title="Times">
        <Times plan={plan} />
      </Section>
      <Section title="Appeals">
        <Appeals appeals={plan.appeals} />
      </Section>
      <Section title="Independent assessor">
        {plan.assessor ? (
          <FactList layout="rows" facts={assessorFacts(plan.assessor)} />
        ) : (
          <p className="muted">{leftOpen}.</p>
        )}
      </Section>
    </div>
  );
}

function Times({ plan: { programme, results } }: { readonly plan: Plan }) {
  return (
    <FactList
      facts={[
        { name: 'Typical months to gateway', value: programme.typicalMonthsToGateway ?? leftOpen },
        { name: 'Least months on programme', value: programme.minimumMonths ?? leftOpen },
        { name: 'Months for the assessment', value: programme.epaPeriodMonths ?? leftOpen },
        {
          name: 'Results',
          value: periodWords('Within', results && { value: results.releaseWithinWorkingDays, unit: 'workingDays' }),
        },
      ]}
    />
  );
}

function Appeals({ appeals }: Pick<Plan, 'appeals'>) {
  if (appeals.length === 0) return <p className="muted">{leftOpen}.</p>;
  return (
    <FactList
      layout="rows"
      facts={appeals.map(({ stage, within, decidedBy }) => ({
        name: stage,
        value: `${periodWords('Within', within)}. Decided by: ${decidedBy}.`,
      }))}
    />
  );
}

function Requirement({ requirement }: { readonly requirement: GatewayRequirement }) {
  const { title, mandatory, appliesIf, evidence } = requirement;
  return (
    <li>
      <p>
        <span className="strong">{title}</span>
        {mandatory ? null : <span className="muted"> (where it applies)</span>}
      </p>
      {evidence ? <p className="muted">Evidence: {evidence}</p> : null}
      {appliesIf ? <p className="muted small prose">{appliesIf}</p> : null}
    </li>
  );
}

function assessorFacts(assessor: NonNullable<Plan['assessor']>): readonly Fact[] {
  const { independence, occupationalExperienceYears: years, cpd, standardisation } = assessor;
  return [
    { name: 'Independence', value: independence },
    ...(years === undefined
      ? []
      : [{ name: 'Experience', value: `At least ${formatCount(years, 'year')} in the occupation` }]),
    ...(cpd ? [{ name: 'Development', value: cpd }] : []),
    ...(standardisation ? [{ name: 'Standardisation', value: standardisation }] : []),
  ];
}
