import { formatList } from '../../../shared/british.ts';
import type { Grade, Plan } from '../../../shared/domain/plan.ts';
import { GradeMark } from '../../ui/grade-mark.tsx';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { leftOpen, resitWords } from './plan-words.ts';

/** The plan's table of overall grades, and what holds for re-sits and re-takes. */
export function PlanGrades({ plan }: { readonly plan: Plan }) {
  return (
    <div className="stack plan-part">
      <Section title="Overall grade" note={plan.overallGrades.length > 0 ? formatList(plan.overallGrades) : undefined}>
        {plan.gradeTable ? (
          <GradeTable plan={plan} rows={plan.gradeTable.rows} />
        ) : (
          <p className="muted">{leftOpen}: no overall grade can be made.</p>
        )}
      </Section>
      <Section title="Re-sits and re-takes">
        {plan.resits ? (
          <ul className="plain-lines prose">
            {resitWords(plan.resits).map(line => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        ) : (
          <p className="muted">{leftOpen}.</p>
        )}
      </Section>
    </div>
  );
}

type Rows = NonNullable<Plan['gradeTable']>['rows'];

/** Two methods are crossed, as plans print it; more stand in one row for each combination. */
function GradeTable({ plan, rows }: { readonly plan: Plan; readonly rows: Rows }) {
  const [down, across, ...others] = plan.methods;
  if (down && across && others.length === 0) return <CrossTable down={down} across={across} rows={rows} />;
  return (
    <Table
      label="Overall grade for each combination of method grades"
      columns={[
        ...plan.methods.map((method, index) => ({
          id: method.key,
          title: method.name,
          isRowHeader: index === 0,
          cell: (row: Rows[number]) => <GradeMark grade={row.methods[method.key] ?? null} />,
        })),
        { id: 'overall', title: 'Overall', cell: (row: Rows[number]) => <GradeMark grade={row.overall} /> },
      ]}
      rows={rows.map(row => ({ ...row, id: Object.values(row.methods).join(' ') }))}
    />
  );
}

interface CrossTableProps {
  readonly down: Plan['methods'][number];
  readonly across: Plan['methods'][number];
  readonly rows: Rows;
}

function CrossTable({ down, across, rows }: CrossTableProps) {
  const overall = (first: Grade, second: Grade): Grade | null =>
    rows.find(row => row.methods[down.key] === first && row.methods[across.key] === second)?.overall ?? null;
  return (
    <div className="table-scroll">
      <table className="cross">
        <caption className="visually-hidden">
          Overall grade by the grades of {down.name} and {across.name}
        </caption>
        <CrossHead down={down} across={across} />
        <tbody>
          {down.grades.map(first => (
            <tr key={first}>
              <th scope="row">
                <GradeMark grade={first} />
              </th>
              {across.grades.map(second => (
                <td key={second}>
                  <GradeMark grade={overall(first, second)} none="Not settled" />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CrossHead({ down, across }: Pick<CrossTableProps, 'down' | 'across'>) {
  return (
    <thead>
      <tr>
        <td />
        <th scope="colgroup" colSpan={across.grades.length}>
          {across.name}
        </th>
      </tr>
      <tr>
        <th scope="col">{down.name}</th>
        {across.grades.map(grade => (
          <th scope="col" key={grade}>
            <GradeMark grade={grade} />
          </th>
        ))}
      </tr>
    </thead>
  );
}
