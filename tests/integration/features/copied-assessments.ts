import type { Connection } from '../../../electron/db/database.ts';
import type { TestBench } from '../workbench.ts';

type Row = Record<string, unknown>;

/** Copies a released assessment so many times, each for an apprentice of its own, row by row: thousands could not be held and signed in a test. */
export async function copyReleased(bench: TestBench, assessmentId: string, count: number): Promise<void> {
  await bench.workbench.task(async ({ workspace }) => {
    const connection = workspace?.connection;
    connection?.transaction(() => {
      for (let number = 1; number <= count; number += 1) copyOne(connection, assessmentId, number);
    })();
  });
}

function copyOne(connection: Connection, assessmentId: string, number: number): void {
  const suffix = String(number).padStart(6, '0');
  const own = (id: unknown): unknown => (typeof id === 'string' ? id.slice(0, -6) + suffix : id);
  const put = (table: string, row: Row): void => {
    const names = Object.keys(row);
    const marks = names.map(() => '?').join(', ');
    connection.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${marks})`).run(...Object.values(row));
  };
  const rows = (table: string, where = 'assessment_id'): Row[] =>
    connection.prepare(`SELECT * FROM ${table} WHERE ${where} = ?`).all(assessmentId) as Row[];
  const [assessment = {}] = rows('assessment', 'id');
  const [apprentice = {}] = connection
    .prepare('SELECT * FROM apprentice WHERE id = ?')
    .all(assessment['apprentice_id']) as Row[];
  put('apprentice', {
    ...apprentice,
    id: own(apprentice['id']),
    family_name: `Copy ${suffix}`,
    uln: String(2_000_000_000 + number),
  });
  const copied = { assessment_id: own(assessmentId) };
  put('assessment', { ...assessment, id: own(assessmentId), apprentice_id: own(assessment['apprentice_id']) });
  for (const row of rows('gateway_confirmation'))
    put('gateway_confirmation', { ...row, ...copied, id: own(row['id']) });
  for (const row of rows('session')) put('session', { ...row, ...copied, id: own(row['id']) });
  const reports = rows('report');
  for (const row of reports) {
    const model = reports.reduce(
      (text, { document_id: name }) => text.replaceAll(String(name), `${name}-${suffix}`),
      String(row['model']),
    );
    const names = {
      id: own(row['id']),
      session_id: own(row['session_id']),
      document_id: `${row['document_id']}-${suffix}`,
    };
    put('report', { ...row, ...copied, ...names, model });
  }
  for (const row of rows('result_release'))
    put('result_release', { ...row, ...copied, report_id: own(row['report_id']) });
  for (const row of rows('dfe_details')) put('dfe_details', { ...row, ...copied });
}
