import { isName, isSamePerson } from '../../shared/domain/plan-standing.ts';
import { AppError } from '../../shared/errors.ts';
import type { CommandContext, Handler } from '../core/contexts.ts';
import { write } from '../db/statements.ts';
import { planById, type StoredPlan } from './plan-rows.ts';
import { refuseFaulty } from './plans.ts';
import { sha256 } from './stored.ts';

const setChecked = write<{ id: string; checkedBy: string; at: string }>(
  "UPDATE plan SET status = 'checked', checked_by = @checkedBy, checked_at = @at, changed_at = @at WHERE id = @id AND status = 'draft'",
);
const setDraft = write<{ id: string; at: string }>(
  "UPDATE plan SET status = 'draft', checked_by = NULL, checked_at = NULL, changed_at = @at WHERE id = @id AND status = 'checked'",
);
const setConfirmed = write<{
  id: string;
  confirmedBy: string;
  sourceDocument: string;
  sourceVersion: string;
  at: string;
}>(
  "UPDATE plan SET status = 'confirmed', confirmed_by = @confirmedBy, confirmed_at = @at, source_document = @sourceDocument, source_version = @sourceVersion, changed_at = @at WHERE id = @id AND status = 'checked'",
);
const setSuperseded = write<{ id: string }>(
  "UPDATE plan SET status = 'superseded' WHERE id = @id AND status = 'confirmed'",
);

export const checkPlan: Handler<'plan.check'> = (context, { id, checkedBy }) => {
  const row = planById(context.reader, id);
  refuseUnpublished(row);
  if (row.status !== 'draft') throw new AppError('plan.notDraft', 'Only a draft is checked.');
  if (!isName(checkedBy)) throw new AppError('name.wrong', 'Type the name of the person who checked the plan.');
  if (isSamePerson(checkedBy, row.typedBy)) {
    throw new AppError(
      'plan.samePerson',
      `${row.typedBy} typed this plan in, so somebody else has to compare it with the published plan.`,
    );
  }
  refuseFaulty(context.reader, row, 'The plan cannot be recorded as checked');
  context.writer.run(setChecked, { id, checkedBy, at: context.now.toISOString() });
  const detail = { sha256: row.sha256, checkedBySha256: sha256(checkedBy) };
  context.record({ type: 'plan.checked', subjectId: id, detail });
  return {};
};

export const returnPlan: Handler<'plan.return'> = (context, { id, reason }) => {
  const row = planById(context.reader, id);
  if (row.status !== 'checked') throw new AppError('plan.notChecked', 'Only a checked plan is returned to draft.');
  context.writer.run(setDraft, { id, at: context.now.toISOString() });
  context.record({ type: 'plan.returned', subjectId: id, detail: { reasonSha256: sha256(reason) } });
  return {};
};

export const confirmPlan: Handler<'plan.confirm'> = (context, { id, ...statement }) => {
  const row = planById(context.reader, id);
  refuseUnpublished(row);
  if (row.status !== 'checked') {
    throw new AppError('plan.notChecked', 'A plan is confirmed after a second person has checked it.');
  }
  if (!isName(statement.confirmedBy)) throw new AppError('name.wrong', 'Type the name of who confirms the plan.');
  refuseFaulty(context.reader, row, 'The plan cannot be confirmed');
  markConfirmed(context, row, statement);
  const { confirmedBy, sourceDocument, sourceVersion } = statement;
  context.record({
    type: 'plan.confirmed',
    subjectId: id,
    detail: {
      version: row.document.version,
      sha256: row.sha256,
      confirmedBySha256: sha256(confirmedBy),
      sourceDocument,
      sourceVersion,
      supersedes: row.supersedes,
    },
  });
  return {};
};

/** What somebody stands by when they confirm a plan. */
interface Confirmation {
  readonly confirmedBy: string;
  readonly sourceDocument: string;
  readonly sourceVersion: string;
}

/** Confirms a checked plan; what it supersedes serves new assessments no longer. `at` is when it was confirmed, where that was elsewhere. */
export function markConfirmed(
  { writer, now }: CommandContext,
  { id, supersedes }: Pick<StoredPlan, 'id' | 'supersedes'>,
  { confirmedBy, sourceDocument, sourceVersion }: Confirmation,
  at = now.toISOString(),
): void {
  writer.run(setConfirmed, { id, confirmedBy, sourceDocument, sourceVersion, at });
  if (supersedes !== null) writer.run(setSuperseded, { id: supersedes });
}

/** Marks a draft as checked elsewhere, by whom and when its file says. */
export function markChecked({ writer }: CommandContext, id: string, checkedBy: string, at: string): void {
  writer.run(setChecked, { id, checkedBy, at });
}

/** Refuses a template and a fictional plan: only what was typed in from a published plan can be relied on. Throws AppError `plan.unpublished`. */
function refuseUnpublished({ document: { origin } }: StoredPlan): void {
  if (origin === 'published') return;
  throw new AppError(
    'plan.unpublished',
    origin === 'template'
      ? 'A template cannot be confirmed. Make a draft from it and complete that from the published plan.'
      : 'A fictional plan cannot be confirmed: no live assessment may use it.',
  );
}
