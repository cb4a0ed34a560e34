import { Wand2 } from 'lucide-react';
import { capitalised, formatCount, formatList } from '../../../shared/british.ts';
import { everyCombination, type GradeCombination, tableFromRule } from '../../../shared/domain/overall-grade.ts';
import type { Grade, Plan } from '../../../shared/domain/plan.ts';
import {
  overallOf,
  type TableOfPlan,
  tablesOf,
  withFittingTable,
  withOverall,
} from '../../../shared/domain/plan-edits.ts';
import { GradeMark } from '../../ui/grade-mark.tsx';
import { MenuButton } from '../../ui/menu.tsx';
import { CellGrid, type GridPosition } from './cell-grid.tsx';
import { GradesAt } from './grades-field.tsx';
import { Group } from './open-group.tsx';
import { Place, usePlace } from './place.tsx';
import { usePlanDesk } from './plan-desk.ts';

/** The overall grades, and which of them each combination of method grades gives. */
export function GradeTableForm() {
  const { plan, change, set } = usePlanDesk();
  const tables = tablesOf(plan);
  return (
    <>
      <Group title="Overall grades">
        <GradesAt
          place={['overallGrades']}
          label="Grades available"
          onChange={chosen => set(['overallGrades'], chosen)}
        />
      </Group>
      <Group title="Combinations">
        <div className="row">
          <FillFromRule />
          {plan.gradeTable ? (
            <span className="muted">
              {plan.gradeTable.origin === 'typed' ? 'Typed in.' : 'Made from a rule: compare it with the plan.'}
            </span>
          ) : null}
        </div>
        {tables.map(table => (
          <OneTable
            key={table.pathways.join()}
            table={table}
            onSet={(combination, overall) =>
              change(['gradeTable', 'rows'], before => withOverall(withFittingTable(before), combination, overall))
            }
          />
        ))}
      </Group>
    </>
  );
}

function FillFromRule() {
  const { plan, set } = usePlanDesk();
  const isReady =
    plan.methods.length > 0 &&
    plan.methods.every(({ grades }) => grades.length > 0) &&
    plan.overallGrades.includes('fail');
  const fill = (rule: 'lowest' | 'template') => (): void => {
    const rows = tablesOf(plan).flatMap(
      table => tableFromRule({ ...table.plan, overallGrades: plan.overallGrades }, rule).rows,
    );
    set(['gradeTable'], { origin: rule, rows });
  };
  if (!isReady) {
    return <p className="muted">The table can be filled in when every method and the whole plan have their grades.</p>;
  }
  return (
    <MenuButton
      label="Fill from a rule"
      icon={Wand2}
      size="dense"
      groups={[
        {
          choices: [
            { id: 'lowest', title: 'The lowest grade of the methods counts', run: fill('lowest') },
            {
              id: 'template',
              title: 'Any fail fails, all at their best is the best, else a pass',
              run: fill('template'),
            },
          ],
        },
      ]}
    />
  );
}

interface OneTableProps {
  readonly table: TableOfPlan;
  readonly onSet: (combination: GradeCombination, overall: Grade | null) => void;
}

function OneTable({ table, onSet }: OneTableProps) {
  const { plan } = usePlanDesk();
  const { error, isOpen } = usePlace(['gradeTable', 'rows']);
  const { methods } = table.plan;
  if (methods.length === 0 || methods.some(({ grades }) => grades.length === 0)) return null;
  const combinations = everyCombination(table.plan);
  const settled = combinations.filter(combination => overallOf(plan, combination) !== null).length;
  return (
    <Place place={['gradeTable', 'rows']} isOpen={isOpen}>
      <p className="muted small">
        {table.pathways.length > 0 ? `For ${formatList(table.pathways)}: ` : ''}
        {settled} of {formatCount(combinations.length, 'combination')} settled. In a cell, the first letter of a grade
        sets it, Space goes on to the next, Delete clears it.
      </p>
      {methods.length === 2 ? (
        <CrossTable plan={plan} table={table.plan} onSet={onSet} />
      ) : (
        <ListTable plan={plan} table={table.plan} onSet={onSet} />
      )}
      {error ? <p className="field-error">{error}</p> : null}
    </Place>
  );
}

interface TableProps {
  readonly plan: Plan;
  /** The plan as it is for this table: its methods are those of the table. */
  readonly table: Plan;
  readonly onSet: OneTableProps['onSet'];
}

/** What the keys do in a cell that holds an overall grade. */
function useGradeKeys({ plan, onSet }: TableProps, combinationAt: (at: GridPosition) => GradeCombination) {
  const { overallGrades } = plan;
  return {
    onAct: (at: GridPosition): void => {
      const combination = combinationAt(at);
      const current = overallOf(plan, combination);
      const next = overallGrades[(current === null ? -1 : overallGrades.indexOf(current)) + 1] ?? overallGrades[0];
      if (next) onSet(combination, next);
    },
    onKey: (at: GridPosition, key: string): boolean => {
      if (key === 'Delete' || key === 'Backspace') {
        onSet(combinationAt(at), null);
        return true;
      }
      const grade = overallGrades.find(each => each.startsWith(key.toLowerCase()));
      if (grade && /^[a-z]$/i.test(key)) onSet(combinationAt(at), grade);
      return /^[a-z0-9]$/i.test(key);
    },
  };
}

function gradeCell(plan: Plan, combination: GradeCombination) {
  const overall = overallOf(plan, combination);
  const names = plan.methods
    .filter(({ key }) => key in combination)
    .map(({ key, name }) => `${name} ${combination[key]}`);
  return {
    content: <GradeMark grade={overall} none="Not settled" />,
    label: `${formatList(names)}: overall ${overall ?? 'not settled'}`,
  };
}

/** Two methods are crossed, as plans print it. */
function CrossTable(props: TableProps) {
  const [down, across] = props.table.methods;
  const combinationAt = ({ row, column }: GridPosition): GradeCombination => ({
    [down?.key ?? '']: down?.grades[row] ?? 'fail',
    [across?.key ?? '']: across?.grades[column] ?? 'fail',
  });
  const keys = useGradeKeys(props, combinationAt);
  if (!down || !across) return null;
  return (
    <CellGrid
      label={`Overall grade by ${down.name} and ${across.name}`}
      leadHeads={[`${down.name} ↓\n${across.name} →`]}
      columns={across.grades.map(grade => ({ id: grade, head: <GradeMark grade={grade} /> }))}
      rows={down.grades.map(grade => ({ id: grade, heads: [<GradeMark key="grade" grade={grade} />] }))}
      cell={(row, column) => gradeCell(props.plan, combinationAt({ row, column }))}
      {...keys}
    />
  );
}

/** One method, or more than two: a row for each combination. */
function ListTable(props: TableProps) {
  const { methods } = props.table;
  const combinations = everyCombination(props.table);
  const combinationAt = ({ row }: GridPosition): GradeCombination => combinations[row] ?? {};
  const keys = useGradeKeys(props, combinationAt);
  return (
    <CellGrid
      label="Overall grade for each combination"
      leadHeads={methods.map(({ name }) => name)}
      columns={[{ id: 'overall', head: 'Overall' }]}
      rows={combinations.map(combination => ({
        id: methods.map(({ key }) => combination[key]).join(' '),
        heads: methods.map(({ key }) => <GradeMark key={key} grade={combination[key] ?? null} />),
      }))}
      cell={row => gradeCell(props.plan, combinationAt({ row, column: 0 }))}
      {...keys}
    />
  );
}

/** The words of a grade for a list to choose from. */
export const gradeChoices = (grades: readonly Grade[]) =>
  Object.fromEntries(grades.map(grade => [grade, capitalised(grade)]));
