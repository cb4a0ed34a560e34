import { Check } from 'lucide-react';
import { useState } from 'react';
import { formatCount, formatList } from '../../../shared/british.ts';
import type { FrameworkItem } from '../../../shared/domain/framework.ts';
import { isBehaviour } from '../../../shared/domain/ksb-kinds.ts';
import type { Plan } from '../../../shared/domain/plan.ts';
import { withAt, withKsb } from '../../../shared/domain/plan-edits.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { KsbChip } from '../../ui/ksb-chip.tsx';
import { CellGrid, type GridPosition } from './cell-grid.tsx';
import { Place } from './place.tsx';
import { usePlanDesk } from './plan-desk.ts';

/** Which method assesses which KSB, as a matrix that is filled by keys. The statement of the row stands above it in full. */
export function KsbMatrix() {
  const { plan, ksbs, change } = usePlanDesk();
  const [row, setRow] = useState(0);
  const { methods } = plan;
  if (methods.length === 0) return <EmptyState title="The plan has no method yet">Add its methods first.</EmptyState>;
  const current = ksbs[row] ?? ksbs[0];
  const order = ksbs.map(({ code }) => code);
  const toggle = ({ row: at, column }: GridPosition): void => {
    const code = ksbs[at]?.code;
    if (code === undefined) return;
    change(['methods', column, 'ksbs'], before => {
      const method = before.methods[column];
      if (!method) return before;
      return withAt(before, ['methods', column], withKsb(method, code, !method.ksbs.includes(code), order));
    });
  };
  return (
    <Place place={['methods']}>
      <p className="matrix-statement" aria-live="polite">
        {current ? (
          <>
            <strong>{current.code}</strong> {current.text}
          </>
        ) : null}
      </p>
      <p className="muted small">
        Arrows move, Space sets or clears, typing a code such as K12 goes to it. {summaryOf(plan, ksbs)}
      </p>
      <CellGrid
        label="KSBs and the methods that assess them"
        leadHeads={['KSB', 'Statement']}
        columns={methods.map(method => ({
          id: method.key,
          head: (
            <>
              {method.name || method.key}
              <span className="cell-grid-count">{method.ksbs.length}</span>
            </>
          ),
        }))}
        rows={ksbs.map(({ code, text }) => ({
          id: code,
          heads: [
            <KsbChip key="code" code={code} />,
            <span key="text" className="matrix-text">
              {text}
            </span>,
          ],
        }))}
        cell={(at, column) => cellOf(ksbs[at], methods[column])}
        onAct={toggle}
        onMove={({ row: at }) => setRow(at)}
        className="ksb-matrix"
      />
    </Place>
  );
}

function cellOf(ksb: FrameworkItem | undefined, method: Plan['methods'][number] | undefined) {
  const isOn = ksb !== undefined && (method?.ksbs.includes(ksb.code) ?? false);
  return {
    isOn,
    content: isOn ? <Check size={16} strokeWidth={2.5} aria-hidden /> : null,
    label: `${ksb?.code}, ${method?.name}: ${isOn ? 'assessed' : 'not assessed'}`,
  };
}

function summaryOf({ methods, planModel }: Plan, ksbs: readonly FrameworkItem[]): string {
  const wanted = planModel === 'aap' ? ksbs.filter(({ kind }) => !isBehaviour(kind)) : ksbs;
  const missing = wanted.filter(({ code }) => !methods.some(method => method.ksbs.includes(code)));
  if (missing.length === 0) return `All ${wanted.length} are assessed.`;
  const named = missing.length <= 12 ? `: ${formatList(missing.map(({ code }) => code))}` : '';
  return `${formatCount(missing.length, 'KSB')} not assessed yet${named}.`;
}
