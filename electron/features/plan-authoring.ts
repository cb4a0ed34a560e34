import { blankPlan } from '../../shared/domain/plan-blank.ts';
import { draftOf, successorOf } from '../../shared/domain/plan-standing.ts';
import { AppError } from '../../shared/errors.ts';
import type { CommandContext, Handler } from '../core/contexts.ts';
import { write } from '../db/statements.ts';
import { copyBank } from './bank-questions.ts';
import { frameworkById } from './frameworks.ts';
import { insertDraft, planById, storedText, successorsOf, whyFixed } from './plan-rows.ts';

const updateDraft = write<{ id: string; document: string; sha256: string; at: string }>(
  "UPDATE plan SET document = @document, sha256 = @sha256, changed_at = @at WHERE id = @id AND status = 'draft'",
);
const deleteDraft = write<{ id: string }>("DELETE FROM plan WHERE id = @id AND status = 'draft'");

export const draftPlan: Handler<'plan.draft'> = (context, wanted) => {
  const id = context.newId();
  const typedBy = context.workspace.ownerName;
  if (wanted.from === 'framework') {
    const framework = frameworkById(context.reader, wanted.frameworkId);
    const document = blankPlan(framework, wanted.planModel, id);
    const hash = insertDraft(context, { frameworkId: framework.id, document, typedBy });
    record(context, id, framework.id, hash, null);
    return { id };
  }
  const { document, frameworkId } = planById(context.reader, wanted.planId);
  const hash = insertDraft(context, { frameworkId, document: draftOf(document, id), typedBy });
  record(context, id, wanted.planId, hash, null);
  copyBank(context, wanted.planId, id);
  return { id };
};

export const newPlanVersion: Handler<'plan.newVersion'> = (context, { id: earlier }) => {
  const { document, frameworkId, builtIn } = planById(context.reader, earlier);
  if (builtIn) {
    throw new AppError('plan.builtIn', 'A plan that comes with the workbench has no versions. Make a draft from it.');
  }
  const open = successorsOf(context.reader, earlier).find(({ status }) => status === 'draft' || status === 'checked');
  if (open) {
    throw new AppError(
      'plan.versionOpen',
      `Version ${open.document.version} is being made from this plan already. Go on with that one, or discard it.`,
    );
  }
  const id = context.newId();
  const typedBy = context.workspace.ownerName;
  const hash = insertDraft(context, { frameworkId, document: successorOf(document, id), typedBy, supersedes: earlier });
  record(context, id, earlier, hash, earlier);
  copyBank(context, earlier, id);
  return { id };
};

function record(context: CommandContext, id: string, from: string, sha256: string, supersedes: string | null): void {
  context.record({ type: 'plan.drafted', subjectId: id, detail: { from, sha256, supersedes } });
}

export const savePlan: Handler<'plan.save'> = ({ reader, writer, now }, { plan }) => {
  const row = planById(reader, plan.id);
  const fixed = whyFixed(reader, row);
  if (fixed !== null) throw new AppError('plan.fixed', fixed);
  const { text, hash } = storedText(plan);
  const keptAt = now.toISOString();
  writer.run(updateDraft, { id: plan.id, document: text, sha256: hash, at: keptAt });
  return { keptAt };
};

export const discardPlan: Handler<'plan.discard'> = (context, { id }) => {
  const row = planById(context.reader, id);
  const fixed = whyFixed(context.reader, row);
  if (fixed !== null) throw new AppError('plan.fixed', fixed);
  if (successorsOf(context.reader, id).length > 0) {
    throw new AppError('plan.hasVersions', 'Another version was made from this draft. Discard that one first.');
  }
  context.writer.run(deleteDraft, { id });
  context.record({ type: 'plan.discarded', subjectId: id, detail: { sha256: row.sha256 } });
  return {};
};
