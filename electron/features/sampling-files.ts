import { stringify } from 'csv-stringify/sync';
import type { CoverageStanding } from '../../shared/domain/statement-coverage.ts';
import type { Handler } from '../core/contexts.ts';
import { writeDurably } from '../db/files.ts';
import { samplingLog } from './assessment-versions.ts';
import { planById } from './plan-rows.ts';
import { sha256 } from './stored.ts';

type Log = ReturnType<typeof samplingLog>;

const standings: Readonly<Record<CoverageStanding, string>> = {
  missed: 'mandatory, left out',
  overdue: 'overdue',
  due: 'due soon',
  never: 'not covered yet',
  covered: 'covered',
};

const coverageRows = ({ coverage }: Log) =>
  coverage.map(one => ({
    statement: one.code,
    text: one.text,
    outcome: one.outcome,
    mandatory: one.isMandatory ? 'yes' : 'no',
    'times covered': one.times,
    'last covered': one.lastOn ?? '',
    'left out': one.leftOut,
    'due by': one.dueBy ?? '',
    standing: standings[one.standing],
  }));

const logRows = ({ log }: Log) =>
  log.map(entry => ({
    date: entry.on,
    version: entry.version ?? 'every statement',
    method: entry.method,
    apprentice: entry.apprentice,
    statements: entry.statements.join(' '),
    session: entry.sessionId,
  }));

export const exportSamplingLog: Handler<'assessmentVersion.export'> = async (context, { planId, what }) => {
  const { plan, log } = context.query(query => ({
    plan: planById(query.reader, planId).document,
    log: samplingLog(query, planId),
  }));
  const title = what === 'coverage' ? 'coverage of statements' : 'sampling log';
  const name = `${plan.standard.reference} ${title}`.replace(/[^\w. -]/g, '-').trim();
  const file = await context.dialogs.saveFile(`Save the ${title}`, `${log.practice ? 'PRACTICE ' : ''}${name}.csv`);
  if (file === null) return null;
  // A cell that a spreadsheet would run as a formula gets an apostrophe in front.
  const options = { header: true, escape_formulas: true, record_delimiter: 'windows' } as const;
  const text = stringify(what === 'coverage' ? coverageRows(log) : logRows(log), options);
  writeDurably(file, Buffer.from(text));
  const detail = { what, sha256: sha256(text) };
  context.command(({ record }) => record({ type: 'samplingLog.exported', subjectId: planId, detail }));
  return { file };
};
