import { z } from 'zod';
import type { Framework } from '../../shared/domain/framework.ts';
import type { Plan } from '../../shared/domain/plan.ts';
import { sameQuestion } from '../../shared/domain/question-bank.ts';
import type { CommandContext, TaskContext } from '../core/contexts.ts';
import { type BuiltIn, builtIn } from '../core/resources.ts';
import { type Reader, read } from '../db/statements.ts';
import { addBuiltInBank, copyBank, heldQuestions } from './bank-questions.ts';
import { addFramework, hasFramework, versionsOf } from './frameworks.ts';
import { standingAmong } from './import-standing.ts';
import { addBuiltInPlan, everyPlan, type StoredPlan, storedText } from './plan-rows.ts';
import { sha256 } from './stored.ts';

const bankBrought = read<{ planId: string; sha256: string }>()(
  "SELECT sequence FROM audit_event WHERE subject_id = @planId AND type = 'questions.imported' AND json_extract(detail, '$.sha256') = @sha256",
  z.strictObject({ sequence: z.number() }),
);

const discarded = read<{ planId: string }>()(
  "SELECT json_extract(detail, '$.textSha256') AS text_sha256 FROM audit_event WHERE type = 'question.discarded' AND json_extract(detail, '$.planId') = @planId",
  z.strictObject({ textSha256: z.string() }),
);

/** A built-in plan that the workspace lacks, and the version of it that is held. */
interface NewPlan {
  readonly document: Plan;
  readonly earlier: StoredPlan | undefined;
}

/** What a version of the workbench has built in and a workspace does not hold. */
interface Lacking {
  /** To be added: the standard in words that are not held under any label. */
  readonly framework: Framework | null;
  /** The standard that new plans are for: the one to be added, or the one that is held with its words. */
  readonly frameworkNow: Framework;
  readonly plans: readonly NewPlan[];
  /** Whether the bank's questions, as they are now, were never brought to the plan that they are for. */
  readonly hasNewQuestions: boolean;
}

/** What of the built-in standard, plans and questions a workspace lacks; null where it has all of it. */
export function lackingBuiltIn(reader: Reader, given: BuiltIn): Lacking | null {
  const { standing, comparedWith, suggestedVersion } = standingAmong(
    given.framework,
    versionsOf(reader, given.framework.reference),
  );
  const version = suggestedVersion ?? given.framework.version;
  const added = standing === 'same' ? null : { ...given.framework, id: freeId(reader, given.framework.id), version };
  const frameworkNow = added ?? comparedWith ?? given.framework;
  const plans = given.plans.flatMap(document => newPlan(reader, document, frameworkNow) ?? []);
  const isForNewPlan = plans.some(({ document }) => baseOf(document.id) === given.bank.planId);
  const target = latestOf(reader, given.bank.planId)?.id;
  const hash = sha256(JSON.stringify(given.bank.questions));
  const hasNewQuestions =
    isForNewPlan || (target !== undefined && !reader.one(bankBrought, { planId: target, sha256: hash }));
  if (added === null && plans.length === 0 && !hasNewQuestions) return null;
  return { framework: added, frameworkNow, plans, hasNewQuestions };
}

/** A free id for another version of the same thing: the id itself, or the first with a number after it. */
function freeId(reader: Reader, id: string): string {
  let free = id;
  for (let number = 2; hasFramework(reader, free); number += 1) free = `${id}-${number}`;
  return free;
}

/** The id that a built-in plan has in the resources: a later version has a number after it. */
const baseOf = (id: string): string => id.replace(/-\d+$/, '');

/** The built-in plans of this id that are held, the first brought first. */
const versionsOfPlan = (reader: Reader, id: string): readonly StoredPlan[] =>
  everyPlan(reader).filter(row => row.builtIn && (row.id === id || baseOf(row.id) === id));

const latestOf = (reader: Reader, id: string): StoredPlan | undefined => versionsOfPlan(reader, id).at(-1);

function newPlan(reader: Reader, plan: Plan, { version }: Framework): NewPlan | null {
  const held = versionsOfPlan(reader, plan.id);
  if (held.some(row => isSamePlan(plan, row))) return null;
  const earlier = held.at(-1);
  if (!earlier) return { document: plan, earlier };
  const isLabelTaken = held.some(row => row.document.version === plan.version);
  const number = held.length + 1;
  return {
    document: {
      ...plan,
      id: `${plan.id}-${number}`,
      version: isLabelTaken ? `${plan.version} (${number})` : plan.version,
      standard: { ...plan.standard, version },
    },
    earlier,
  };
}

/** Whether a held plan says what the built-in one says, whatever labels it was brought under. */
function isSamePlan(plan: Plan, { document, sha256: held }: StoredPlan): boolean {
  const { id, version, standard } = document;
  const relabelled = { ...plan, id, version, standard: { ...plan.standard, version: standard.version } };
  return storedText(relabelled).hash === held;
}

/**
 * Brings what a newer version of the workbench has built in to a workspace that is open: as new versions beside those that are held, in one transaction,
 * or nothing where nothing is new. Assessments stay with the plan that they are pinned to.
 */
export function bringBuiltIn(context: TaskContext, given: BuiltIn = builtIn()): void {
  if (context.query(({ reader }) => lackingBuiltIn(reader, given)) === null) return;
  context.command(command => {
    const lacking = lackingBuiltIn(command.reader, given);
    if (lacking) bring(command, lacking, given);
  });
}

function bring(context: CommandContext, { framework, frameworkNow, plans, hasNewQuestions }: Lacking, given: BuiltIn) {
  if (framework) addFramework(context, framework);
  for (const { document, earlier } of plans) {
    addBuiltInPlan(context, frameworkNow.id, document, earlier?.id ?? null);
    if (earlier && baseOf(document.id) !== given.bank.planId) copyBank(context, earlier.id, document.id);
  }
  const questions = hasNewQuestions ? bringQuestions(context, given) : 0;
  context.record({
    type: 'builtIn.brought',
    subjectId: context.workspace.id,
    detail: { frameworks: framework ? 1 : 0, plans: plans.length, questions },
  });
}

/** Adds the questions that the latest version of their plan does not hold and that nobody discarded there; gives how many. */
function bringQuestions(context: CommandContext, { bank }: BuiltIn): number {
  const planId = latestOf(context.reader, bank.planId)?.id;
  if (planId === undefined) return 0;
  const held = heldQuestions(context.reader, planId);
  const unwanted = new Set(context.reader.all(discarded, { planId }).map(({ textSha256 }) => textSha256));
  const questions = bank.questions.filter(
    question => !held.has(sameQuestion(question, question.text)) && !unwanted.has(sha256(question.text)),
  );
  addBuiltInBank(context, { ...bank, planId, questions }, sha256(JSON.stringify(bank.questions)));
  return questions.length;
}
