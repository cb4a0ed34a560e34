import { Check, CircleX, TriangleAlert } from 'lucide-react';
import { formatCount } from '../../../shared/british.ts';
import type { Plan } from '../../../shared/domain/plan.ts';
import type { PlanFinding } from '../../../shared/domain/plan-finding.ts';
import { List, ListRow } from '../../ui/list.tsx';
import { focusNextPane } from '../../ui/pane-order.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { countsOfSections, sectionsOf } from './sections.ts';

interface SectionListProps {
  readonly plan: Plan;
  readonly findings: readonly PlanFinding[];
  readonly selected: string;
  readonly onSelect: (section: string) => void;
}

/** The sections of the plan in the published order, each with how much is still to be put right there. */
export function SectionList({ plan, findings, selected, onSelect }: SectionListProps) {
  const counts = countsOfSections(plan, findings);
  return (
    <div className="dense section-list">
      <List
        label="Sections of the plan"
        rows={sectionsOf(plan)}
        selected={selected}
        onSelect={onSelect}
        onOpen={id => {
          onSelect(id);
          focusNextPane(1);
        }}
        dependencies={[counts]}
      >
        {({ id, title, method }) => (
          <ListRow
            id={id}
            title={<span className={method === undefined ? '' : 'section-of-method'}>{title}</span>}
            text={title}
            weight="plain"
            trail={<SectionMark count={counts.get(id)} />}
          />
        )}
      </List>
    </div>
  );
}

function SectionMark({
  count,
}: {
  readonly count: { readonly errors: number; readonly warnings: number } | undefined;
}) {
  if (count && count.errors > 0) {
    return (
      <span className="section-mark" data-severity="error">
        {count.errors}
        <CircleX size={14} aria-hidden />
        <VisuallyHidden>to put right</VisuallyHidden>
      </span>
    );
  }
  if (count && count.warnings > 0) {
    return (
      <span className="section-mark" data-severity="warning">
        {count.warnings}
        <TriangleAlert size={14} aria-hidden />
        <VisuallyHidden>{formatCount(count.warnings, 'warning')}</VisuallyHidden>
      </span>
    );
  }
  return (
    <span className="section-mark">
      <Check size={14} aria-hidden />
      <VisuallyHidden>nothing to put right</VisuallyHidden>
    </span>
  );
}
