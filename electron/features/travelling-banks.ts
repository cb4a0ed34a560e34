import type { Plan } from '../../shared/domain/plan.ts';
import type { TravellingQuestion } from '../../shared/domain/plan-file.ts';
import { isSamePerson } from '../../shared/domain/plan-standing.ts';
import { outsideTheme, sameQuestion, themeAt } from '../../shared/domain/question-bank.ts';
import type { CommandContext } from '../core/contexts.ts';
import type { Reader } from '../db/statements.ts';
import { putQuestion } from './bank-question-rows.ts';
import { bankOf, heldQuestions } from './bank-questions.ts';
import { sha256 } from './stored.ts';

/** The questions of a plan as they go out with it, in the plan's order; what is retired stays behind. */
export function travellingBankOf(reader: Reader, planId: string): TravellingQuestion[] {
  return bankOf(reader, planId)
    .filter(({ status }) => status !== 'retired')
    .map(({ methodKey, themeKey, kind, text, ksbs, passPointers, distinctionPointers, author, ...rest }) => ({
      methodKey,
      themeKey,
      kind,
      text,
      ksbs,
      passPointers,
      distinctionPointers,
      author,
      ...(rest.approvedBy && rest.approvedAt ? { approved: { by: rest.approvedBy, at: rest.approvedAt } } : {}),
    }));
}

/** How a bank that came with a plan stands to it and to the bank that is held: which questions are new, which are held, which fit no theme. */
export function sorted(plan: Plan, bank: readonly TravellingQuestion[], held: ReadonlySet<string>) {
  const seen = new Set(held);
  const fresh: TravellingQuestion[] = [];
  const strange: TravellingQuestion[] = [];
  for (const question of bank) {
    const found = themeAt(plan, question);
    const key = sameQuestion(question, question.text);
    if (!found || outsideTheme(question.ksbs, found.theme).length > 0) strange.push(question);
    else if (!seen.has(key)) fresh.push(question);
    seen.add(key);
  }
  return { fresh, strange, held: bank.length - fresh.length - strange.length };
}

/**
 * Takes over what of a plan's bank is new and fits it, and gives how many questions that are. An approval is kept where the plan itself is taken over as
 * confirmed and somebody other than the author gave it; else the question is a draft.
 */
export function takeBank(
  context: CommandContext,
  planId: string,
  plan: Plan,
  { bank, asConfirmed }: { readonly bank: readonly TravellingQuestion[]; readonly asConfirmed: boolean },
): number {
  const { fresh } = sorted(plan, bank, heldQuestions(context.reader, planId));
  for (const { methodKey, themeKey, author, approved, ...wording } of fresh) {
    const isApproved = asConfirmed && approved !== undefined && !isSamePerson(approved.by, author);
    putQuestion(context, {
      planId,
      place: { methodKey, themeKey },
      wording,
      author,
      status: isApproved ? 'approved' : 'draft',
      approved: isApproved ? approved : null,
    });
  }
  if (fresh.length === 0) return 0;
  const detail = { added: fresh.length, sha256: sha256(JSON.stringify(fresh)) };
  context.record({ type: 'questions.imported', subjectId: planId, detail });
  return fresh.length;
}
