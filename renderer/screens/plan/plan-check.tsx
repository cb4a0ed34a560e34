import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react';
import { formatCount } from '../../../shared/british.ts';
import type { PlanFinding } from '../../../shared/domain/plan-finding.ts';

/** What the check of a plan found: errors keep it from being confirmed, warnings do not. */
export function PlanCheck({ findings }: { readonly findings: readonly PlanFinding[] }) {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  if (findings.length === 0)
    return (
      <p className="finding" data-severity="none">
        <CircleCheck size={16} aria-hidden />
        Nothing is missing or contradicts itself: every KSB is assessed and every combination of grades is settled.
      </p>
    );
  return (
    <div className="stack stack-tight plan-part">
      <p className="muted">
        {errors === 0
          ? 'Nothing keeps this plan from being confirmed.'
          : `${formatCount(errors, 'finding')} must be put right before this plan can be confirmed.`}
      </p>
      <ul className="findings">
        {findings.map(({ rule, severity, message, place }) => (
          <li className="finding" data-severity={severity} key={`${rule} ${place.join('.')} ${message}`}>
            {severity === 'error' ? <CircleX size={16} aria-hidden /> : <TriangleAlert size={16} aria-hidden />}
            <span>
              <span className="visually-hidden">{severity === 'error' ? 'Must be put right: ' : 'Worth a look: '}</span>
              {message}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
