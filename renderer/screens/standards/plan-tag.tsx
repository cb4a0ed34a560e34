import type { Output } from '../../../shared/contract.ts';
import { StatusTag } from '../../ui/status-tag.tsx';

interface PlanTagProps {
  readonly plan: Pick<Output<'plan.list'>[number], 'origin' | 'status'>;
}

/** Whether a plan may be relied on, by word and shape: fictional, not confirmed, confirmed. */
export function PlanTag({ plan }: PlanTagProps) {
  if (plan.origin === 'demonstration') return <StatusTag tone="practice" word="Fictional" />;
  return plan.status === 'confirmed' ? (
    <StatusTag tone="met" word="Confirmed" />
  ) : (
    <StatusTag tone="warning" word="Not confirmed" />
  );
}
