import { z } from 'zod';
import { type Plan, plan } from '../../shared/domain/plan.ts';
import { type PlanStatus, planStatuses } from '../../shared/domain/plan-standing.ts';
import { AppError } from '../../shared/errors.ts';
import type { CommandContext } from '../core/contexts.ts';
import { type Reader, read, write } from '../db/statements.ts';
import { sha256, storedDocument } from './stored.ts';

const planRow = z.strictObject({
  id: z.string(),
  frameworkId: z.string(),
  status: z.enum(planStatuses),
  document: storedDocument(plan),
  sha256: z.string(),
  builtIn: z.number().transform(flag => flag === 1),
  supersedes: z.string().nullable(),
  typedBy: z.string(),
  checkedBy: z.string().nullable(),
  checkedAt: z.string().nullable(),
  confirmedBy: z.string().nullable(),
  confirmedAt: z.string().nullable(),
  sourceDocument: z.string().nullable(),
  sourceVersion: z.string().nullable(),
  addedAt: z.string(),
  changedAt: z.string(),
});
export type StoredPlan = z.output<typeof planRow>;

const planRows = read()('SELECT * FROM plan ORDER BY added_at, id', planRow);
const onePlan = read<{ id: string }>()('SELECT * FROM plan WHERE id = @id', planRow);
const successors = read<{ id: string }>()(
  'SELECT * FROM plan WHERE supersedes = @id ORDER BY added_at DESC, id DESC',
  planRow,
);
const assessmentsOn = read<{ id: string }>()(
  'SELECT count(*) AS count FROM assessment WHERE plan_id = @id',
  z.strictObject({ count: z.number() }),
);
const insertPlan = write<{
  id: string;
  frameworkId: string;
  document: string;
  sha256: string;
  builtIn: number;
  supersedes: string | null;
  typedBy: string;
  at: string;
}>(
  "INSERT INTO plan (id, framework_id, status, document, sha256, built_in, supersedes, typed_by, added_at, changed_at) VALUES (@id, @frameworkId, 'draft', @document, @sha256, @builtIn, @supersedes, @typedBy, @at, @at)",
);

/** Every plan, the first added first. */
export const everyPlan = (reader: Reader): readonly StoredPlan[] => reader.all(planRows, {});

/** The plan with this id, or undefined. */
export const findPlan = (reader: Reader, id: string): StoredPlan | undefined => reader.one(onePlan, { id });

/** The plan with this id, its standing and its hash. Throws AppError `plan.unknown`. */
export function planById(reader: Reader, id: string): StoredPlan {
  const row = findPlan(reader, id);
  if (!row) throw new AppError('plan.unknown', 'This assessment plan is not in the workspace.');
  return row;
}

/** The versions that were made from a plan, the latest first. */
export const successorsOf = (reader: Reader, id: string): readonly StoredPlan[] => reader.all(successors, { id });

/** How many assessments are pinned to the plan. */
export const assessmentsPinnedTo = (reader: Reader, id: string): number =>
  reader.one(assessmentsOn, { id })?.count ?? 0;

/** A plan as it is stored: the text, whose hash is the plan's, holds no transcription, for that is in columns of its own. */
export function storedText({ transcription: _, ...document }: Plan): { readonly text: string; readonly hash: string } {
  const text = JSON.stringify(plan.parse(document));
  return { text, hash: sha256(text) };
}

interface NewPlan {
  readonly frameworkId: string;
  readonly document: Plan;
  readonly typedBy: string;
  readonly builtIn?: boolean;
  readonly supersedes?: string | null;
}

/** Puts a plan into the workspace as a draft and gives its hash. The event is the caller's. */
export function insertDraft(context: CommandContext, wanted: NewPlan): string {
  const { text, hash } = storedText(wanted.document);
  context.writer.run(insertPlan, {
    id: wanted.document.id,
    frameworkId: wanted.frameworkId,
    document: text,
    sha256: hash,
    builtIn: wanted.builtIn ? 1 : 0,
    supersedes: wanted.supersedes ?? null,
    typedBy: wanted.typedBy,
    at: context.now.toISOString(),
  });
  return hash;
}

/** Adds a plan that comes with the workbench: only practice assessments run on it, and it is copied, never changed. `supersedes`: the id of the version before it, where one is held. */
export function addBuiltInPlan(
  context: CommandContext,
  frameworkId: string,
  document: Plan,
  supersedes: string | null = null,
): void {
  const hash = insertDraft(context, { frameworkId, document, typedBy: 'EPA Workbench', builtIn: true, supersedes });
  const { id, title, version } = document;
  context.record({ type: 'plan.added', subjectId: id, detail: { title, version, sha256: hash } });
}

const fixedByStatus: Readonly<Record<Exclude<PlanStatus, 'draft'>, string>> = {
  checked: 'This plan was checked. Return it to draft to change it; it is checked again afterwards.',
  confirmed: 'This plan is confirmed and never changes. Make a new version of it.',
  superseded: 'This plan was superseded by a newer version and never changes.',
};

/** Why a plan's words stay as they are, in words; null while they can be changed. */
export function whyFixed(reader: Reader, row: StoredPlan): string | null {
  if (row.builtIn) return 'This plan comes with the workbench. Make a draft from it to change it.';
  if (row.status !== 'draft') return fixedByStatus[row.status];
  if (assessmentsPinnedTo(reader, row.id) === 0) return null;
  return 'An assessment is pinned to this draft, so its words stay as they are. Make a new version of it.';
}
