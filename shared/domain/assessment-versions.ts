import { formatList } from '../british.ts';
import { compareKsbCodes } from './ksb-codes.ts';
import type { Descriptor, Method, Plan, Theme } from './plan.ts';

/** A statement of a reformed plan with the outcome that holds it and the method that assesses that. */
export interface OutcomeStatement {
  readonly code: string;
  readonly methodKey: string;
  readonly themeKey: string;
  readonly outcome: string;
  /** Whether it is in every assessment version. An outcome that names no such statements has all of its own in every version. */
  readonly isMandatory: boolean;
}

/** Whether the statements of a plan may be sampled over its assessment versions. Source: Skills England's requirements for assessment plans. */
export const samples = ({ planModel, sampling }: Pick<Plan, 'planModel' | 'sampling'>): boolean =>
  planModel === 'aap' && sampling?.allowed === true;

/** The statements of a plan's outcomes, in the plan's order. */
export function outcomeStatements(plan: Plan): readonly OutcomeStatement[] {
  return plan.methods.flatMap(method =>
    method.themes.flatMap(({ key, title, ksbs, mandatoryKsbs = ksbs }) =>
      ksbs.map(code => ({
        code,
        methodKey: method.key,
        themeKey: key,
        outcome: title,
        isMandatory: mandatoryKsbs.includes(code),
      })),
    ),
  );
}

/**
 * What is wrong with an assessment version of these statements, in sentences: a mandatory statement is left out, an outcome has none, or a code is no
 * statement of the plan. Source: Skills England's requirements for assessment plans.
 */
export function versionFindings(plan: Plan, statements: readonly string[]): readonly string[] {
  const all = outcomeStatements(plan);
  const chosen = new Set(statements);
  const missing = all.filter(({ code, isMandatory }) => isMandatory && !chosen.has(code)).map(({ code }) => code);
  const strange = statements.filter(code => !all.some(statement => statement.code === code));
  const empty = plan.methods
    .flatMap(method => method.themes)
    .filter(({ ksbs }) => ksbs.length > 0 && !ksbs.some(code => chosen.has(code)))
    .map(({ title }) => title);
  return [
    ...(missing.length > 0 ? [`Every assessment version holds ${formatList(missing)}: the plan says so.`] : []),
    ...(empty.length > 0 ? [`Every outcome needs a statement; there is none of ${formatList(empty)}.`] : []),
    ...(strange.length > 0 ? [`The plan’s outcomes do not hold ${formatList(strange)}.`] : []),
  ];
}

/**
 * The plan as an assessment version assesses it: without the statements that the version leaves out, and without descriptors that rest on those alone.
 * Where so many descriptors ask for more than are left, all that are left are asked for. Rule: ours, so that what is not sampled is neither judged nor missed.
 */
export function planOfVersion(plan: Plan, statements: readonly string[] | null): Plan {
  if (statements === null) return plan;
  const chosen = new Set(statements);
  return { ...plan, methods: plan.methods.map(method => methodOfVersion(method, chosen)) };
}

function methodOfVersion(method: Method, chosen: ReadonlySet<string>): Method {
  const only = (codes: readonly string[]): string[] => codes.filter(code => chosen.has(code));
  const descriptors = (theme: Theme): Descriptor[] =>
    theme.descriptors.flatMap(descriptor => {
      const ksbs = only(descriptor.ksbs);
      return ksbs.length > 0 || descriptor.ksbs.length === 0 ? [{ ...descriptor, ksbs }] : [];
    });
  const themes = method.themes
    .filter(({ ksbs }) => ksbs.length === 0 || only(ksbs).length > 0)
    .map(theme => ({
      ...theme,
      ksbs: only(theme.ksbs),
      ...(theme.mandatoryKsbs ? { mandatoryKsbs: only(theme.mandatoryKsbs) } : {}),
      descriptors: descriptors(theme),
    }));
  return {
    ...method,
    ksbs: only(method.ksbs),
    criticalKsbs: only(method.criticalKsbs),
    themes,
    gradeRule: ruleAmong(method.gradeRule, themes),
  };
}

function ruleAmong(rule: Method['gradeRule'], themes: readonly Theme[]): Method['gradeRule'] {
  if (rule?.kind !== 'count') return rule;
  const left = (grade: Descriptor['grade']): number =>
    themes.flatMap(theme => theme.descriptors).filter(descriptor => descriptor.grade === grade).length;
  const { distinctionAtLeast } = rule;
  return {
    ...rule,
    passAtLeast: Math.max(1, Math.min(rule.passAtLeast, left('pass'))),
    ...(distinctionAtLeast === undefined
      ? {}
      : { distinctionAtLeast: Math.max(1, Math.min(distinctionAtLeast, left('distinction'))) }),
  };
}

/** Codes without doubles in the order in which people count them: K2 before K10, knowledge before skills. */
export const inCodeOrder = (codes: readonly string[]): string[] => [...new Set(codes)].sort(compareKsbCodes);
