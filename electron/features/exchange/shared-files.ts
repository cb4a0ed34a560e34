import type { PackQuestion, PlanFile, StandardFile } from '../../../shared/domain/packs/pack-content.ts';
import type { Reader } from '../../db/statements.ts';
import type { FileToPack } from '../../packs/write-pack.ts';
import { questionById, questionsOf } from '../bank-question-rows.ts';
import { frameworkById } from '../frameworks.ts';
import { planById, type StoredPlan } from '../plan-rows.ts';
import { planPath, questionsPath, standardPath } from './assessment-files.ts';
import { frameworkText, versionsOfPlan } from './pack-rows.ts';

/** A file of a pack that holds JSON; `content` is called when its turn comes. */
export const jsonFile = (path: string, content: () => unknown): FileToPack => ({
  path,
  open: () => Buffer.from(`${JSON.stringify(content(), null, 1)}\n`),
});

/** The plans with those that they take the place of, the oldest first. */
export function plansWithForerunners(reader: Reader, planIds: Iterable<string>): readonly StoredPlan[] {
  const plans = new Map<string, StoredPlan>();
  const add = (id: string): void => {
    if (plans.has(id)) return;
    const row = planById(reader, id);
    if (row.supersedes !== null) add(row.supersedes);
    plans.set(id, row);
  };
  for (const id of planIds) add(id);
  return [...plans.values()];
}

/** The standards, plans and questions that assessments rest on. `questionIds` of null sends the whole banks. */
export function* filesOfPlans(
  reader: Reader,
  plans: readonly StoredPlan[],
  questionIds: ReadonlySet<string> | null,
): Generator<FileToPack> {
  for (const id of new Set(plans.map(({ frameworkId }) => frameworkId))) {
    const sha256 = reader.one(frameworkText, { id })?.sha256 ?? '';
    yield jsonFile(standardPath(sha256), () => standardFileOf(reader, id));
  }
  for (const row of plans) {
    yield jsonFile(planPath(row.sha256), () => planFileOf(reader, row));
    const questions = packQuestions(reader, row.id, questionIds);
    if (questions.length === 0) continue;
    yield jsonFile(questionsPath(row.sha256), () => ({ schema: 'epa-pack/1', planId: row.id, questions }));
  }
}

function standardFileOf(reader: Reader, id: string): StandardFile {
  const row = reader.one(frameworkText, { id });
  if (!row) throw new Error(`framework ${id} is gone`);
  return { schema: 'epa-pack/1', sha256: row.sha256, addedAt: row.addedAt, document: frameworkById(reader, id) };
}

const planFileOf = (reader: Reader, row: StoredPlan): PlanFile => ({
  schema: 'epa-pack/1',
  ...row,
  assessmentVersions: reader.all(versionsOfPlan, { planId: row.id }),
});

function packQuestions(reader: Reader, planId: string, ids: ReadonlySet<string> | null): readonly PackQuestion[] {
  if (ids === null) {
    return questionsOf(reader, planId).map(({ timesUsed: _, lastUsedAt: __, wasUsed: ___, ...question }) => question);
  }
  return [...ids].map(id => questionById(reader, id)).filter(question => question.planId === planId);
}
