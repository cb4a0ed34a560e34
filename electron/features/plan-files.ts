import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Framework } from '../../shared/domain/framework.ts';
import type { Plan, Transcription } from '../../shared/domain/plan.ts';
import { planDifferences } from '../../shared/domain/plan-differences.ts';
import { type PlanFile, planFile as planFileShape, type TravellingQuestion } from '../../shared/domain/plan-file.ts';
import { findingsIn, isError } from '../../shared/domain/plan-findings.ts';
import { isSamePerson } from '../../shared/domain/plan-standing.ts';
import { AppError } from '../../shared/errors.ts';
import type { CommandContext, Handler } from '../core/contexts.ts';
import { writeDurably } from '../db/files.ts';
import type { Reader } from '../db/statements.ts';
import { copyBank, heldQuestions } from './bank-questions.ts';
import { findFramework } from './frameworks.ts';
import { markChecked, markConfirmed } from './plan-confirming.ts';
import { everyPlan, findPlan, insertDraft, planById, type StoredPlan, storedText } from './plan-rows.ts';
import { named, placed } from './plans.ts';
import { sorted, takeBank, travellingBankOf } from './travelling-banks.ts';

/** The largest file that is read as a plan, in bytes: the fullest real plans have a hundredth of it. */
const largestFile = 5_000_000;

/** A plan as a file: the document with who typed, checked and confirmed it, where that was done, and its questions. */
function planFile(reader: Reader, row: StoredPlan): PlanFile {
  const bank = travellingBankOf(reader, row.document.id);
  const questions = bank.length > 0 ? { questionBank: bank } : {};
  const { checkedBy, checkedAt, confirmedBy, confirmedAt, sourceDocument, sourceVersion, typedBy } = row;
  if (!checkedBy || !checkedAt || !confirmedBy || !confirmedAt || !sourceDocument || !sourceVersion)
    return { ...row.document, ...questions };
  const transcription = { typedBy, checkedBy, checkedAt, confirmedBy, confirmedAt, sourceDocument, sourceVersion };
  return planFileShape.parse({ ...row.document, transcription, ...questions });
}

/** Reads the text of a plan's file. Throws AppError `plan.notJson` or `plan.notPlan`, with the places that do not fit. */
export function parsePlanFile(text: string): PlanFile {
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new AppError('plan.notJson', 'This file is no JSON: it cannot be read as an assessment plan.', {
      cause: error,
    });
  }
  const parsed = planFileShape.safeParse(content);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues
    .slice(0, 3)
    .map(issue => `${issue.path.join('.') || 'the file'}: ${issue.message}`);
  throw new AppError('plan.notPlan', `This file is no assessment plan of EPA Workbench. ${faults.join('. ')}.`);
}

export const exportPlan: Handler<'plan.export'> = async (context, { id }) => {
  const { row, content } = context.query(({ reader }) => {
    const found = planById(reader, id);
    return { row: found, content: planFile(reader, found) };
  });
  const { standard, version } = row.document;
  const name = `${standard.reference} assessment plan ${version}`.replace(/[^\w. -]/g, '-').trim();
  const file = await context.dialogs.saveFile('Save the assessment plan', `${name}.json`);
  if (file === null) return null;
  writeDurably(file, Buffer.from(`${JSON.stringify(content, null, 2)}\n`));
  context.command(({ record }) => record({ type: 'plan.exported', subjectId: id, detail: { sha256: row.sha256 } }));
  return { file };
};

export const previewPlanImport: Handler<'plan.previewImport'> = async context => {
  const file = await context.dialogs.chooseFile('Choose an assessment plan', {
    name: 'Assessment plan',
    extensions: ['json'],
  });
  if (file === null) return null;
  const { questionBank = [], ...plan } = parsePlanFile(textOf(file));
  return context.query(({ reader }) => previewOf(reader, path.basename(file), plan, questionBank));
};

function textOf(file: string): string {
  try {
    if (statSync(file).size <= largestFile) return readFileSync(file, 'utf8');
  } catch (error) {
    throw new AppError('file.unreadable', 'This file cannot be read.', { cause: error });
  }
  throw new AppError('plan.tooLarge', 'This file is larger than any assessment plan: 5 MB is the most that is read.');
}

function previewOf(reader: Reader, fileName: string, plan: Plan, bank: TravellingQuestion[]) {
  const held = findPlan(reader, plan.id);
  const framework = frameworkFor(reader, plan);
  const other = held ?? (framework && newestOver(reader, framework.id));
  const { hash } = storedText(plan);
  const findings = framework ? findingsIn(plan, framework) : [];
  const isHere = held?.sha256 === hash;
  const questions = sorted(plan, bank, isHere ? heldQuestions(reader, plan.id) : new Set());
  return {
    fileName,
    plan,
    questions: {
      bank,
      fresh: questions.fresh.length,
      approved: questions.fresh.filter(({ approved }) => approved !== undefined).length,
      held: questions.held,
      strange: questions.strange.map(({ text }) => text),
    },
    sha256: hash,
    standing: isHere ? ('same' as const) : held ? ('other' as const) : ('new' as const),
    held: held ? named(held) : null,
    comparedWith: other ? named(other) : null,
    differences: other ? placed(planDifferences(other.document, plan)) : [],
    frameworkId: framework?.id ?? null,
    findings: placed(findings),
    transcription: plan.transcription ?? null,
    notAsConfirmed: whyNotConfirmed(plan, framework),
  };
}

/** Why a file's plan cannot be taken over as confirmed, in words; null when it can. */
function whyNotConfirmed(plan: Plan, framework: Framework | undefined): string | null {
  const { transcription, origin } = plan;
  if (origin !== 'published') return 'It is no plan that was typed in from a published one.';
  if (!transcription) return 'It was not confirmed when it was exported.';
  if (isSamePerson(transcription.typedBy, transcription.checkedBy)) return 'The same person typed and checked it.';
  if (framework && findingsIn(plan, framework).some(isError))
    return 'The check finds something that must be put right.';
  return null;
}

export const importPlan: Handler<'plan.import'> = (context, { plan, asConfirmed, questionBank: bank = [] }) => {
  const framework = frameworkFor(context.reader, plan);
  if (!framework) {
    const { reference, version } = plan.standard;
    throw new AppError(
      'plan.noStandard',
      `Import the standard ${reference} version ${version} first: the plan is for it.`,
    );
  }
  const { hash } = storedText(plan);
  const held = findPlan(context.reader, plan.id);
  if (held?.sha256 === hash) {
    if (takeBank(context, plan.id, plan, { bank, asConfirmed }) > 0) return { id: plan.id };
    throw new AppError('plan.held', 'This plan is in the workspace already, word for word.');
  }
  const refusal = asConfirmed ? whyNotConfirmed(plan, framework) : null;
  if (refusal !== null)
    throw new AppError('plan.notConfirmed', `The plan cannot be taken over as confirmed. ${refusal}`);
  // Nothing is overwritten: one that says something else under the same identity stands beside it as a version of its own.
  const id = held ? context.newId() : plan.id;
  const earlier = held ?? (plan.supersedes === undefined ? undefined : findPlan(context.reader, plan.supersedes));
  const supersedes = earlier && !earlier.builtIn ? earlier.id : null;
  const document = { ...plan, id };
  const typedBy = plan.transcription?.typedBy ?? context.workspace.ownerName;
  const sha256 = insertDraft(context, { frameworkId: framework.id, document, typedBy, supersedes });
  if (asConfirmed && plan.transcription) takeOver(context, { id, supersedes }, plan.transcription);
  const detail = { version: plan.version, sha256, asConfirmed, supersedes };
  context.record({ type: 'plan.imported', subjectId: id, detail });
  if (earlier) copyBank(context, earlier.id, id);
  takeBank(context, id, document, { bank, asConfirmed });
  return { id };
};

function takeOver(
  context: CommandContext,
  row: Pick<StoredPlan, 'id' | 'supersedes'>,
  { checkedBy, checkedAt, confirmedAt, ...confirmation }: Transcription,
): void {
  markChecked(context, row.id, checkedBy, checkedAt);
  markConfirmed(context, row, confirmation, confirmedAt);
}

const frameworkFor = (reader: Reader, { standard }: Plan): Framework | undefined =>
  findFramework(reader, standard.reference, standard.version);

/** The plan over a standard that was added last, a confirmed one before any other. */
function newestOver(reader: Reader, frameworkId: string): StoredPlan | undefined {
  const own = everyPlan(reader).filter(row => row.frameworkId === frameworkId && !row.builtIn);
  return own.findLast(({ status }) => status === 'confirmed') ?? own.at(-1);
}
