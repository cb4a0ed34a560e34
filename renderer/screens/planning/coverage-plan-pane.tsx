import { Check, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { formatCount } from '../../../shared/british.ts';
import type { PlannedKsb } from '../../../shared/domain/planning.ts';
import { KsbChip } from '../../ui/ksb-chip.tsx';
import { CellGrid, type GridPosition } from '../plan-editor/cell-grid.tsx';
import type { PlanningDesk } from './use-planning.ts';

type Mark = 'expected' | 'toAsk';

const heads: Readonly<Record<Mark, string>> = { expected: 'Expected to be seen', toAsk: 'A question must reach it' };

/** KSB by KSB how it is to be shown: expected at work, by a question, from the portfolio; and what is not planned for. */
export function CoveragePlanPane({ desk }: { readonly desk: PlanningDesk }) {
  const { view, planning, coverage, isOpen, change } = desk;
  const [row, setRow] = useState(0);
  const rows = rowsOf(desk);
  const marks = marksOf(view.method.kind);
  const current = rows[row] ?? rows[0];
  const toggle = ({ row: at, column }: GridPosition): void => {
    const [code, mark] = [rows[at]?.code, marks[column]];
    if (!isOpen || code === undefined || mark === undefined) return;
    const marked = planning[mark];
    change({ [mark]: marked.includes(code) ? marked.filter(other => other !== code) : [...marked, code] });
  };
  return (
    <div className="coverage-plan stack">
      <OpenPoints points={coverage.openPoints} />
      <p className="matrix-statement" aria-live="polite">
        {current ? (
          <>
            <strong>{current.code}</strong> {view.statements.find(({ code }) => code === current.code)?.text}
          </>
        ) : null}
      </p>
      <CellGrid
        label="KSBs and how each is planned for"
        leadHeads={['KSB', 'Planned by']}
        columns={marks.map(mark => ({ id: mark, head: heads[mark] }))}
        rows={rows.map(ksb => ({
          id: ksb.code,
          heads: [
            <KsbChip key="code" code={ksb.code} />,
            <span key="by" className={ksb.isPlanned ? 'planned-by' : 'planned-by-nothing'}>
              {plannedBy(ksb)}
            </span>,
          ],
        }))}
        cell={(at, column) => cellOf(rows[at], marks[column])}
        onAct={toggle}
        onMove={({ row: at }) => setRow(at)}
        className="ksb-matrix"
      />
    </div>
  );
}

/** A discussion or an interview has nothing to be seen at work. */
const marksOf = (kind: PlanningDesk['view']['method']['kind']): readonly Mark[] =>
  kind === 'professionalDiscussion' || kind === 'interview' ? ['toAsk'] : ['expected', 'toAsk'];

/** The method's KSBs in the order of its themes, each once. */
function rowsOf({ coverage }: PlanningDesk): readonly PlannedKsb[] {
  return [...new Map(coverage.themes.flatMap(({ ksbs }) => ksbs).map(ksb => [ksb.code, ksb])).values()];
}

function plannedBy({ lookFors, questions, portfolio, isPlanned }: PlannedKsb): string {
  const ways = [
    ...(lookFors > 0 ? [`${lookFors} to look for`] : []),
    ...(questions > 0 ? [formatCount(questions, 'question')] : []),
    ...(portfolio > 0 ? [`portfolio (${portfolio})`] : []),
  ];
  if (ways.length > 0) return ways.join(', ');
  return isPlanned ? 'marked only' : 'nothing yet';
}

function cellOf(ksb: PlannedKsb | undefined, mark: Mark | undefined) {
  const isOn = ksb !== undefined && (mark === 'expected' ? ksb.isExpected : ksb.isToAsk);
  return {
    isOn,
    content: isOn ? <Check size={16} strokeWidth={2.5} aria-hidden /> : null,
    label: `${ksb?.code}, ${mark ? heads[mark].toLowerCase() : ''}: ${isOn ? 'yes' : 'no'}`,
  };
}

function OpenPoints({ points }: { readonly points: readonly string[] }) {
  if (points.length === 0) {
    return (
      <p className="planned-all">
        <Check size={16} aria-hidden /> Every KSB is planned for, and the questions are enough.
      </p>
    );
  }
  return (
    <ul className="open-points" aria-label="What the planning leaves open">
      {points.map(point => (
        <li key={point}>
          <TriangleAlert size={14} aria-hidden /> {point}
        </li>
      ))}
    </ul>
  );
}
