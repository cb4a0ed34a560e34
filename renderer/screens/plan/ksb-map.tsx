import { Check } from 'lucide-react';
import { formatCount } from '../../../shared/british.ts';
import type { FrameworkItem } from '../../../shared/domain/framework.ts';
import type { Plan } from '../../../shared/domain/plan.ts';
import { KsbChip } from '../../ui/ksb-chip.tsx';
import { Table, type TableColumn } from '../../ui/table.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';

interface KsbMapProps {
  readonly plan: Plan;
  readonly ksbs: readonly FrameworkItem[];
}

interface KsbRow extends FrameworkItem {
  readonly id: string;
}

/** Which KSB is assessed by which method. */
export function KsbMap({ plan, ksbs }: KsbMapProps) {
  const columns: readonly TableColumn<KsbRow>[] = [
    { id: 'code', title: 'KSB', cell: row => <KsbChip code={row.code} />, isRowHeader: true },
    { id: 'text', title: 'Statement', cell: row => <span className="map-text">{row.text}</span> },
    ...plan.methods.map(method => ({
      id: method.key,
      title: method.name,
      cell: (row: KsbRow) =>
        method.ksbs.includes(row.code) ? (
          <span className="map-tick">
            <Check size={16} strokeWidth={2.5} aria-hidden />
            <VisuallyHidden>Assessed</VisuallyHidden>
          </span>
        ) : (
          <VisuallyHidden>Not assessed</VisuallyHidden>
        ),
    })),
  ];
  return (
    <div className="stack stack-tight ksb-map dense">
      <p className="muted">{summaryOf(plan, ksbs)}</p>
      <Table label="KSBs and methods" columns={columns} rows={ksbs.map(ksb => ({ ...ksb, id: ksb.code }))} />
    </div>
  );
}

function summaryOf(plan: Plan, ksbs: readonly FrameworkItem[]): string {
  const methodsOf = (code: string): number => plan.methods.filter(method => method.ksbs.includes(code)).length;
  const none = ksbs.filter(({ code }) => methodsOf(code) === 0);
  const several = ksbs.filter(({ code }) => methodsOf(code) > 1).length;
  const missing =
    none.length === 0 ? 'None is left out.' : `Not assessed by any: ${none.map(({ code }) => code).join(', ')}.`;
  return `${formatCount(ksbs.length - none.length, 'KSB')} of ${ksbs.length} assessed, ${several} of them by more than one method. ${missing}`;
}
