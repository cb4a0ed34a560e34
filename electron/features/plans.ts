import type { Method, Plan } from '../../shared/domain/plan.ts';
import { planDifferences } from '../../shared/domain/plan-differences.ts';
import type { PlanFinding } from '../../shared/domain/plan-finding.ts';
import { findingsIn, isError } from '../../shared/domain/plan-findings.ts';
import { AppError } from '../../shared/errors.ts';
import type { Handler } from '../core/contexts.ts';
import type { Reader } from '../db/statements.ts';
import { frameworkById } from './frameworks.ts';
import {
  assessmentsPinnedTo,
  everyPlan,
  findPlan,
  planById,
  type StoredPlan,
  successorsOf,
  whyFixed,
} from './plan-rows.ts';

/** Whether a practice assessment can be run on the plan from end to end: every method can be graded, by its descriptors or by a score, and so can the whole. */
export function isComplete(plan: Plan): boolean {
  const isGradable = ({ gradeRule, themes }: Method): boolean =>
    gradeRule?.kind === 'score'
      ? gradeRule.boundaries.length > 0
      : gradeRule !== null && themes.some(theme => theme.descriptors.length > 0);
  return plan.methods.length > 0 && plan.methods.every(isGradable) && plan.gradeTable !== null;
}

/** What the validator finds in a stored plan. */
export const findingsOf = (reader: Reader, row: StoredPlan): readonly PlanFinding[] =>
  findingsIn(row.document, frameworkById(reader, row.frameworkId));

/** Refuses a plan that something keeps from being relied on. Throws AppError `plan.faulty`. */
export function refuseFaulty(reader: Reader, row: StoredPlan, what: string): void {
  const errors = findingsOf(reader, row).filter(isError);
  const [first] = errors;
  if (!first) return;
  const more = errors.length > 1 ? ` and ${errors.length - 1} more` : '';
  throw new AppError('plan.faulty', `${what} while the check of the plan finds something: ${first.message}${more}`);
}

/** What names a plan: its title, version and where it stands. */
export const named = ({ document: { id, title, version }, status }: StoredPlan) => ({ id, title, version, status });

/** Findings and differences as they go through the door, where places are plain lists. */
export const placed = <T extends { readonly place: readonly (string | number)[] }>(all: readonly T[]) =>
  all.map(one => ({ ...one, place: [...one.place] }));

export const listPlans: Handler<'plan.list'> = ({ reader }) =>
  everyPlan(reader).map(({ document, frameworkId, status, builtIn, changedAt }) => ({
    id: document.id,
    title: document.title,
    version: document.version,
    frameworkId,
    standard: `${document.standard.reference} ${document.standard.title}`,
    origin: document.origin,
    status,
    planModel: document.planModel,
    builtIn,
    pathways: (document.pathways ?? []).map(({ key, title }) => ({ key, title })),
    complete: isComplete(document),
    changedAt,
  }));

export const getPlan: Handler<'plan.get'> = ({ reader }, { id }) => {
  const row = planById(reader, id);
  const before = row.supersedes === null ? undefined : findPlan(reader, row.supersedes);
  const { typedBy, checkedBy, checkedAt, confirmedBy, confirmedAt, sourceDocument, sourceVersion } = row;
  return {
    plan: row.document,
    status: row.status,
    findings: placed(findingsOf(reader, row)),
    frameworkId: row.frameworkId,
    record: { typedBy, checkedBy, checkedAt, confirmedBy, confirmedAt, sourceDocument, sourceVersion },
    builtIn: row.builtIn,
    fixed: whyFixed(reader, row),
    supersedes: before ? named(before) : null,
    successors: successorsOf(reader, id).map(named),
    assessments: assessmentsPinnedTo(reader, id),
  };
};

export const comparePlans: Handler<'plan.differences'> = ({ reader }, { id, from }) => {
  const [before, after] = [planById(reader, from), planById(reader, id)];
  return {
    before: named(before),
    after: named(after),
    differences: placed(planDifferences(before.document, after.document)),
  };
};
