import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react';
import { formatCount } from '../../../shared/british.ts';
import type { Plan } from '../../../shared/domain/plan.ts';
import type { PlanFinding } from '../../../shared/domain/plan-finding.ts';
import { List, ListRow } from '../../ui/list.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { sectionOfPlace, sectionsOf } from './sections.ts';

interface FindingsPanelProps {
  readonly plan: Plan;
  readonly findings: readonly PlanFinding[];
  readonly onOpen: (finding: PlanFinding) => void;
}

/** What the validator finds as the plan is typed in; Enter or a click leads to the place where it is mended. */
export function FindingsPanel({ plan, findings, onOpen }: FindingsPanelProps) {
  const titles = new Map(sectionsOf(plan).map(({ id, title }) => [id, title]));
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const rows = withIds(findings);
  if (findings.length === 0) {
    return (
      <p className="finding findings-none" data-severity="none" role="status">
        <CircleCheck size={16} aria-hidden />
        Nothing is missing or contradicts itself. A second person can check the plan now.
      </p>
    );
  }
  return (
    <div className="dense findings-panel">
      <p className="pane-count muted small" role="status">
        {errors === 0 ? 'Nothing keeps the plan from being checked.' : `${formatCount(errors, 'finding')} to put right`}
        {findings.length > errors ? `, ${formatCount(findings.length - errors, 'warning')}` : ''}
      </p>
      <List
        label="Findings"
        rows={rows}
        onOpen={id => {
          const finding = rows.find(row => row.id === id);
          if (finding) onOpen(finding);
        }}
        dependencies={[titles]}
      >
        {({ id, severity, message, place }) => (
          <ListRow
            id={id}
            weight="plain"
            text={message}
            title={message}
            detail={titles.get(sectionOfPlace(plan, place))}
            lead={
              <span className="finding-mark" data-severity={severity}>
                {severity === 'error' ? <CircleX size={14} aria-hidden /> : <TriangleAlert size={14} aria-hidden />}
                <VisuallyHidden>{severity === 'error' ? 'To put right' : 'Worth a look'}</VisuallyHidden>
              </span>
            }
          />
        )}
      </List>
    </div>
  );
}

/** The findings with ids that stay as others come and go, so that the focus stays on the row that it was on. */
function withIds(findings: readonly PlanFinding[]): readonly (PlanFinding & { readonly id: string })[] {
  const seen = new Map<string, number>();
  return findings.map(finding => {
    const words = [finding.rule, finding.place.join('.'), finding.message].join(' ');
    const before = seen.get(words) ?? 0;
    seen.set(words, before + 1);
    return { ...finding, id: before === 0 ? words : `${words} ${before}` };
  });
}
