import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { calendarDate, formatCount, formatList } from '../../shared/british.ts';
import { dfeCsv, dfeRow } from '../../shared/domain/dfe/csv.ts';
import { isRefused, worstLevel } from '../../shared/domain/dfe/finding.ts';
import { dfeItem, dfeJson, inBatches } from '../../shared/domain/dfe/json.ts';
import { type DfeKind, isEpaKind } from '../../shared/domain/dfe/kinds.ts';
import { type DfeFile, preCheck } from '../../shared/domain/dfe/pre-check.ts';
import type { DfeRecord } from '../../shared/domain/dfe/record.ts';
import { AppError } from '../../shared/errors.ts';
import type { CommandContext, Handler, QueryContext, TaskContext } from '../core/contexts.ts';
import { writeDurably } from '../db/files.ts';
import type { Reader } from '../db/statements.ts';
import { everyReleasedLearner, learnerOf } from './dfe-records.ts';
import {
  insertFile,
  insertFileLearner,
  lastFileNumber,
  learnersInFile,
  unreleasedCount,
  writtenFiles,
  writtenLearners,
} from './dfe-rows.ts';
import { dfeSettingOf } from './dfe-settings.ts';
import { sha256 } from './stored.ts';

const checkedBy = ({ reader, now }: Pick<QueryContext, 'reader' | 'now'>) => ({
  ukprn: dfeSettingOf(reader).ukprn,
  now: now.toISOString(),
});

export const nameOf = ({ givenNames, familyName }: DfeRecord): string => `${givenNames} ${familyName}`;

export const listForDfe: Handler<'dfe.list'> = (context, file) => {
  const { reader } = context;
  const by = checkedBy(context);
  const written = lastWritten(reader, file.kind);
  const learners = everyReleasedLearner(reader).map(({ record, apprenticeId, planId, employer }) => {
    const findings = preCheck(record, file, by);
    const { assessmentId, uln, standard, attempts, overallGrade } = record;
    return {
      assessmentId,
      apprenticeId,
      planId,
      name: nameOf(record),
      uln,
      employer,
      standard: `${standard.reference} ${standard.name}`,
      result: (isEpaKind(file.kind) ? null : overallGrade) ?? attempts.at(-1)?.outcome ?? '',
      level: worstLevel(findings),
      problems: findings.filter(({ level }) => level !== 'pass'),
      writtenAt: written.get(assessmentId) ?? null,
    };
  });
  return { learners, unreleased: reader.one(unreleasedCount, {})?.count ?? 0 };
};

/** When each learner was last written to a file of this kind, by assessment. */
const lastWritten = (reader: Reader, kind: DfeKind): ReadonlyMap<string, string> =>
  new Map(
    reader
      .all(writtenLearners, {})
      .filter(one => one.kind === kind)
      .map(({ assessmentId, writtenAt }) => [assessmentId, writtenAt]),
  );

export const checkForDfe: Handler<'dfe.check'> = (context, { assessmentId, ...file }) => [
  ...preCheck(learnerOf(context.reader, assessmentId).record, file, checkedBy(context)),
];

interface Wanted extends DfeFile {
  readonly assessmentIds: readonly string[];
}
/** A file as it is to be written. */
interface Prepared {
  readonly number: number;
  readonly text: string;
  readonly learners: readonly { readonly assessmentId: string; readonly requestId: string }[];
}

/** The files for these learners, in the order of their names. Throws AppError `dfe.refused` where one of them would be refused, and `assessment.unknown`. */
function prepare(context: QueryContext, { kind, form, assessmentIds }: Wanted): readonly Prepared[] {
  const { reader } = context;
  const chosen = new Set(assessmentIds);
  const records = everyReleasedLearner(reader).flatMap(({ record }) =>
    chosen.has(record.assessmentId) ? [record] : [],
  );
  if (records.length < chosen.size) {
    throw new AppError('dfe.notReleased', 'One of these results is not released. Look at the list again.');
  }
  refuseFailing(context, records, { kind, form });
  refuseTwice(records);
  const first = 1 + (reader.one(lastFileNumber, {})?.number ?? 0);
  if (form === 'csv') return [csvFile(records, kind, first)];
  const batches = inBatches(records, record => dfeItem(record, kind, longestRequestId));
  return batches.map((batch, index) => jsonFile(batch, kind, first + index));
}

function refuseFailing(context: QueryContext, records: readonly DfeRecord[], file: DfeFile): void {
  const by = checkedBy(context);
  const refused = records.filter(record => isRefused(preCheck(record, file, by)));
  if (refused.length === 0) return;
  const [some, more] = [refused.slice(0, 5).map(nameOf), refused.length - 5];
  const names = more > 0 ? `${some.join(', ')} and ${formatCount(more, 'other')}` : formatList(some);
  throw new AppError(
    'dfe.refused',
    `The service would refuse ${names}. Put right what the check says, or leave them out yourself. Nothing was written.`,
  );
}

/** The service knows one record for a learner and a standard. Throws AppError `dfe.twice`. */
function refuseTwice(records: readonly DfeRecord[]): void {
  const seen = new Set<string>();
  for (const record of records) {
    const key = `${record.uln} ${record.standard.reference}`;
    if (seen.has(key)) {
      throw new AppError(
        'dfe.twice',
        `ULN ${record.uln} is there twice for ${record.standard.reference} (${nameOf(record)}). The service keeps one result for a learner and a standard: leave the other one out. Nothing was written.`,
      );
    }
    seen.add(key);
  }
}

const requestId = (number: number, index: number): string => `${number}-${index + 1}`;
const learnersIn = (records: readonly DfeRecord[], number: number): Prepared['learners'] =>
  records.map(({ assessmentId }, index) => ({ assessmentId, requestId: requestId(number, index) }));

const csvFile = (records: readonly DfeRecord[], kind: DfeKind, number: number): Prepared => ({
  number,
  text: dfeCsv(
    kind,
    records.map((record, index) => dfeRow(record, kind, requestId(number, index))),
  ),
  learners: learnersIn(records, number),
});

const jsonFile = (records: readonly DfeRecord[], kind: DfeKind, number: number): Prepared => ({
  number,
  text: dfeJson(records.map((record, index) => dfeItem(record, kind, requestId(number, index)))),
  learners: learnersIn(records, number),
});

/** A request id of any file is no longer than this one, so that a batch that fits with it fits with its own. */
const longestRequestId = '9999999999-25';

/** The names of the service's sample files. */
const baseNames: Readonly<Record<DfeKind, string>> = {
  createEpa: 'createEpaRecords',
  updateEpa: 'updateEpaRecords',
  createCertificate: 'createCertificates',
  updateCertificate: 'updateCertificates',
  submitCertificate: 'submitCertificates',
};

export const writeForDfe: Handler<'dfe.write'> = async (context, wanted) => {
  context.query(query => prepare(query, wanted));
  const name = `${baseNames[wanted.kind]}-${calendarDate(context.now.toISOString())}.${wanted.form}`;
  const file = await context.dialogs.saveFile('Save the file for the assessment service', name);
  return file === null ? null : writeTo(context, wanted, file);
};

/** Checks once more, writes the files and records them in one transaction; a file that cannot be written leaves nothing behind. */
export function writeTo(context: TaskContext, wanted: Wanted, file: string) {
  return context.command(command => {
    const prepared = prepare(command, wanted);
    const files = prepared.map((_, index) => (prepared.length === 1 ? file : numbered(file, index + 1)));
    if (files.length > 1) refuseOverwriting(files);
    const done: string[] = [];
    try {
      for (const [index, { text }] of prepared.entries()) {
        const target = files[index] ?? file;
        writeDurably(target, Buffer.from(text));
        done.push(target);
        recordFile(command, wanted, prepared[index] as Prepared, path.basename(target));
      }
    } catch (error) {
      for (const target of done) rmSync(target, { force: true });
      throw error;
    }
    return { files, learners: prepared.reduce((sum, { learners }) => sum + learners.length, 0) };
  });
}

/** The dialog asked about the name that was chosen, not about the numbered ones. Throws AppError `dfe.occupied`. */
function refuseOverwriting(files: readonly string[]): void {
  const occupied = files.find(file => existsSync(file));
  if (occupied === undefined) return;
  throw new AppError('dfe.occupied', `${occupied} is there already. Choose another name. Nothing was written.`);
}

/** `name.json` as `name-2.json`. */
function numbered(file: string, number: number): string {
  const { dir, name, ext } = path.parse(file);
  return path.join(dir, `${name}-${number}${ext}`);
}

function recordFile(context: CommandContext, { kind, form }: DfeFile, prepared: Prepared, fileName: string): void {
  const { writer, newId, now, record } = context;
  const { number, text, learners } = prepared;
  const [id, hash] = [newId(), sha256(text)];
  const sizeBytes = Buffer.byteLength(text);
  writer.run(insertFile, { id, number, kind, form, fileName, sha256: hash, sizeBytes, at: now.toISOString() });
  for (const learner of learners) writer.run(insertFileLearner, { fileId: id, ...learner });
  const assessments = learners.map(({ assessmentId }) => assessmentId);
  record({ type: 'dfe.fileWritten', subjectId: id, detail: { kind, form, sha256: hash, assessments } });
}

export const listDfeFiles: Handler<'dfe.files'> = ({ reader }) => reader.all(writtenFiles, {});

export const listWrittenLearners: Handler<'dfe.writtenLearners'> = ({ reader }, { fileId }) =>
  reader.all(learnersInFile, { fileId });
