import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { answersInJson, answersInRows } from '../../shared/domain/dfe/answer-json.ts';
import { type AnsweredLearner, answerLines, type ServiceAnswer } from '../../shared/domain/dfe/answers.ts';
import { AppError } from '../../shared/errors.ts';
import type { Handler } from '../core/contexts.ts';
import type { Reader } from '../db/statements.ts';
import { csvRows } from '../importers/csv-rows.ts';
import { decodeText } from '../importers/decode-text.ts';
import { readJson } from '../importers/read-json.ts';
import { nameOf } from './dfe-files.ts';
import { everyReleasedLearner } from './dfe-records.ts';
import { putReference, writtenLearners } from './dfe-rows.ts';
import { sha256 } from './stored.ts';

/** The largest answer that is read, in bytes: the service's calls are a thousandth of it. */
const largestAnswer = 20_000_000;

export const previewDfeAnswer: Handler<'dfe.previewAnswer'> = async context => {
  const kind = { name: 'Answers of the service (JSON, CSV)', extensions: ['json', 'csv', 'txt'] };
  const file = await context.dialogs.chooseFile('Choose an answer of the assessment service', kind);
  if (file === null) return null;
  const bytes = bytesOf(file);
  const answers = answersIn(decodeText(bytes).text);
  return context.query(({ reader }) => ({
    fileName: path.basename(file),
    sha256: sha256(bytes),
    lines: [...answerLines(answers, answeredLearners(reader))],
  }));
};

function bytesOf(file: string): Buffer {
  try {
    if (statSync(file).size <= largestAnswer) return readFileSync(file);
  } catch (error) {
    throw new AppError('file.unreadable', 'This file cannot be read.', { cause: error });
  }
  throw new AppError('dfe.answerTooLarge', 'This file is over 20 MB, which no answer of the service is.');
}

function answersIn(text: string): readonly ServiceAnswer[] {
  const answers = /^\s*[[{]/.test(text) ? answersInJson(readJson(text)) : answersInRows(rowsOf(text));
  if (answers && answers.length > 0) return answers;
  throw new AppError(
    'dfe.noAnswer',
    'This is no answer of the assessment service that can be read: JSON as its API answers, or a CSV whose first row names the columns.',
  );
}

function rowsOf(text: string): readonly (readonly string[])[] {
  try {
    return csvRows(text, ',', { largestRow: 100_000, mostRows: 20_000 });
  } catch (error) {
    throw new AppError('dfe.brokenTable', 'A quotation mark in this CSV is never closed, or a row is far too long.', {
      cause: error,
    });
  }
}

function answeredLearners(reader: Reader): readonly AnsweredLearner[] {
  const requests = new Map<string, string[]>();
  for (const { assessmentId, requestId } of reader.all(writtenLearners, {})) {
    const own = requests.get(assessmentId);
    if (own) own.push(requestId);
    else requests.set(assessmentId, [requestId]);
  }
  return everyReleasedLearner(reader).map(({ record }) => ({
    assessmentId: record.assessmentId,
    name: nameOf(record),
    familyName: record.familyName,
    uln: record.uln,
    standards: [record.standard.reference, ...(record.standard.code === null ? [] : [String(record.standard.code)])],
    requestIds: requests.get(record.assessmentId) ?? [],
    references: { epa: record.epaReference, certificate: record.certificateReference },
  }));
}

/** Throws AppError `dfe.referenceHeld` where another reference was recorded since the preview, and `dfe.notReleased`. */
export const recordDfeAnswer: Handler<'dfe.recordAnswer'> = (context, { sha256: hash, references }) => {
  const { reader, writer, now, record, workspace } = context;
  const learners = new Map(answeredLearners(reader).map(one => [one.assessmentId, one]));
  for (const { assessmentId, kind, reference } of references) {
    const learner = learners.get(assessmentId);
    if (!learner) throw new AppError('dfe.notReleased', 'One of these results is not released. Read the answer again.');
    if (learner.references[kind] !== null) {
      throw new AppError(
        'dfe.referenceHeld',
        `A reference of ${learner.name} is recorded already. Read the answer again.`,
      );
    }
    writer.run(putReference, { assessmentId, kind, reference, at: now.toISOString() });
  }
  const assessments = [...new Set(references.map(({ assessmentId }) => assessmentId))];
  record({ type: 'dfe.answerRecorded', subjectId: workspace.id, detail: { sha256: hash, assessments } });
  return { recorded: references.length };
};
