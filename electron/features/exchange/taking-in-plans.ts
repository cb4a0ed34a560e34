import type { PackQuestion, PlanFile, StandardFile } from '../../../shared/domain/packs/pack-content.ts';
import type { JudgedItem } from '../../../shared/domain/packs/standing.ts';
import { sameQuestion } from '../../../shared/domain/question-bank.ts';
import type { Reader, Writer } from '../../db/statements.ts';
import { questionsOf } from '../bank-question-rows.ts';
import { findPlan, storedText } from '../plan-rows.ts';
import { sha256 } from '../stored.ts';
import type { PackContents } from './pack-contents.ts';
import { frameworkNamed, frameworkText } from './pack-rows.ts';
import {
  insertPlanWhole,
  insertQuestionWhole,
  insertStandard,
  insertVersionWhole,
  updatePlanSuperseded,
} from './taking-in-rows.ts';

const same: JudgedItem = { standing: 'same', why: null };
const fresh: JudgedItem = { standing: 'new', why: null };
const conflicting = (why: string): JudgedItem => ({ standing: 'conflicting', why });

const hashes = new WeakMap<object, string>();

/** The hash of a document, made once however many assessments rest on it. */
function hashOnce(document: object, make: () => string): string {
  const hash = hashes.get(document) ?? make();
  hashes.set(document, hash);
  return hash;
}

/** How a standard in a pack stands to those here. */
export function standingOfStandard(reader: Reader, { document, sha256: hash }: StandardFile): JudgedItem {
  if (hashOnce(document, () => sha256(JSON.stringify(document))) !== hash)
    return conflicting('Its text is not the one that its hash was made of.');
  const { id, reference, version } = document;
  const here = reader.one(frameworkText, { id });
  if (here) return here.sha256 === hash ? same : conflicting('A standard of this identity is here with other words.');
  const named = reader.one(frameworkNamed, { reference, version });
  return named ? conflicting(`Another ${reference}, version ${version}, is here already.`) : fresh;
}

/** How a plan in a pack stands to those here. */
export function standingOfPlan(reader: Reader, plan: PlanFile): JudgedItem {
  if (hashOnce(plan.document, () => storedText(plan.document).hash) !== plan.sha256 || plan.document.id !== plan.id) {
    return conflicting('Its text is not the one that its hash was made of.');
  }
  const here = findPlan(reader, plan.id);
  if (!here) return fresh;
  if (here.sha256 !== plan.sha256) return conflicting('A plan of this identity is here with other words.');
  if (here.status === plan.status || here.status === 'superseded') return same;
  if (here.status === 'confirmed' && plan.status === 'superseded') return { standing: 'changed', why: null };
  return conflicting('The plan here was not confirmed yet. Discard it here, or confirm it, then open the pack again.');
}

/** Which question here each question of the pack is: itself, or one of the same words in the same place. */
export function questionsHere(reader: Reader, contents: Pick<PackContents, 'questions'>): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  for (const { planId, questions } of contents.questions) {
    const held = findPlan(reader, planId) ? questionsOf(reader, planId) : [];
    const ids = new Set(held.map(({ id }) => id));
    const byWords = new Map(held.map(question => [sameQuestion(question, question.text), question.id]));
    for (const question of questions) {
      const id = ids.has(question.id) ? question.id : byWords.get(sameQuestion(question, question.text));
      if (id !== undefined) known.set(question.id, id);
    }
  }
  return known;
}

/** Puts the standards, plans and questions in that are new here. Those that conflict are left out; what rests on them was judged before. */
export function takeInPlans(reader: Reader, writer: Writer, contents: PackContents): void {
  for (const standard of contents.standards) {
    if (standingOfStandard(reader, standard).standing !== 'new') continue;
    const { document, sha256: hash, addedAt } = standard;
    const { id, reference, version } = document;
    writer.run(insertStandard, { id, reference, version, document: JSON.stringify(document), sha256: hash, addedAt });
  }
  const known = questionsHere(reader, contents);
  for (const plan of contents.plans) {
    const { standing } = standingOfPlan(reader, plan);
    if (standing === 'new') insertWhole(writer, plan);
    if (standing === 'changed') writer.run(updatePlanSuperseded, { id: plan.id });
    if (standing === 'conflicting') continue;
    for (const version of plan.assessmentVersions) {
      const statements = JSON.stringify(version.statements);
      writer.run(insertVersionWhole, { ...version, statements, planId: plan.id });
    }
  }
  for (const { planId, questions } of contents.questions) {
    if (!findPlan(reader, planId)) continue;
    for (const question of questions) {
      if (!known.has(question.id)) writer.run(insertQuestionWhole, questionColumns(question));
    }
  }
}

function insertWhole(
  writer: Writer,
  { schema: _, document, builtIn, assessmentVersions: __, ...plan }: PlanFile,
): void {
  writer.run(insertPlanWhole, { ...plan, document: storedText(document).text, builtIn: builtIn ? 1 : 0 });
}

const questionColumns = ({ ksbs, passPointers, distinctionPointers, ...question }: PackQuestion) => ({
  ...question,
  ksbs: JSON.stringify(ksbs),
  passPointers: JSON.stringify(passPointers),
  distinctionPointers: JSON.stringify(distinctionPointers),
});
