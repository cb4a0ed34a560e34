import type { Output } from '../../../shared/contract.ts';
import { StatusTag } from '../../ui/status-tag.tsx';

interface PlanTagProps {
  readonly plan: Pick<Output<'plan.list'>[number], 'origin' | 'status'>;
}

/** Whether a plan may be relied on, by word and shape: fictional, template, draft, checked, confirmed, superseded. */
export function PlanTag({ plan: { origin, status } }: PlanTagProps) {
  if (origin === 'demonstration') return <StatusTag tone="practice" word="Fictional" />;
  if (origin === 'template') return <StatusTag tone="warning" word="Template, not confirmed" />;
  switch (status) {
    case 'draft':
      return <StatusTag tone="open" word="Draft" />;
    case 'checked':
      return <StatusTag tone="waiting" word="Checked, not confirmed" />;
    case 'confirmed':
      return <StatusTag tone="met" word="Confirmed" />;
    case 'superseded':
      return <StatusTag tone="locked" word="Superseded" />;
  }
}
