import type { Framework } from './framework.ts';
import type { Plan } from './plan.ts';
import { withDispensation } from './plan-dispensations.ts';
import type { PlanFinding, PlanPlace, PlanRule, Remark } from './plan-finding.ts';
import { frameworkOn, pathwayPlan } from './plan-pathways.ts';
import {
  boundariesRise,
  combinationsCoveredOnce,
  distinctionDescriptorsUsed,
  gradesReachable,
  methodGradesOnScale,
  resitCapOnScale,
  scalesUsable,
  tableRowsFit,
} from './plan-rules-grades.ts';
import {
  behavioursNotAssessed,
  criticalKsbsJudged,
  descriptorKsbsInTheme,
  everyKsbAssessed,
  knownKsbs,
  ksbsInPassDescriptors,
  mandatoryKsbsInTheme,
  methodKsbsInThemes,
  oneOutcomeEach,
  themeKsbsInMethod,
} from './plan-rules-ksbs.ts';
import {
  behavioursVerified,
  otherKsbsKnown,
  pathwaysFit,
  samplingPeriodSaid,
  samplingSaid,
  windowsFit,
} from './plan-rules-model.ts';
import { openGrades, openNumber, openThemes } from './plan-rules-open.ts';
import {
  datesInOrder,
  keysUnique,
  minutesRise,
  orderPossible,
  questionMinimumsFit,
  standardFits,
  weightsAddUp,
} from './plan-rules-shape.ts';
import { ksbsNamed, methodsAndParts, wordsFilledIn } from './plan-rules-words.ts';

/** The rules whose findings keep a plan from being confirmed, by name, in the order of their findings. */
const errors = {
  standardFits,
  keysUnique,
  knownKsbs,
  everyKsbAssessed,
  oneOutcomeEach,
  behavioursNotAssessed,
  themeKsbsInMethod,
  methodKsbsInThemes,
  descriptorKsbsInTheme,
  ksbsInPassDescriptors,
  criticalKsbsJudged,
  mandatoryKsbsInTheme,
  ksbsNamed,
  otherKsbsKnown,
  behavioursVerified,
  samplingSaid,
  pathwaysFit,
  scalesUsable,
  methodGradesOnScale,
  gradesReachable,
  distinctionDescriptorsUsed,
  boundariesRise,
  combinationsCoveredOnce,
  tableRowsFit,
  resitCapOnScale,
  orderPossible,
  minutesRise,
  datesInOrder,
  methodsAndParts,
  wordsFilledIn,
  openNumber,
  openGrades,
  openThemes,
} satisfies Record<string, PlanRule>;

const warnings = { questionMinimumsFit, weightsAddUp, windowsFit, samplingPeriodSaid } satisfies Record<
  string,
  PlanRule
>;

/** The rules that look at the whole plan, where the others look at it as it is for one pathway. */
const ofTheWhole: readonly string[] = ['pathwaysFit', 'otherKsbsKnown', 'standardFits', 'keysUnique', 'knownKsbs'];

/** The names of all rules of the validator. */
export type PlanRuleName = keyof typeof errors | keyof typeof warnings | 'dispensationsFit';

/** The names of all rules of the validator, errors first. */
export const planRuleNames = [
  ...Object.keys(errors),
  'dispensationsFit',
  ...Object.keys(warnings),
] as readonly PlanRuleName[];

/** Everything that is wrong with a plan for this framework, errors first; nothing where the plan can be confirmed. Each rule's source is named beside it; the others are ours, so that an assessment can be run and graded by the plan alone. */
export function findingsIn(plan: Plan, framework: Framework): readonly PlanFinding[] {
  const found = findingsInPathways(plan, framework);
  const all = [...found, ...findingsInDispensations(plan, framework, found)];
  return [
    ...all.filter(({ severity }) => severity === 'error'),
    ...all.filter(({ severity }) => severity === 'warning'),
  ];
}

/** Whether a finding keeps the plan from being confirmed. */
export const isError = ({ severity }: PlanFinding): boolean => severity === 'error';

type Rules = Readonly<Record<string, PlanRule>>;

function findingsInPathways(plan: Plan, framework: Framework): readonly PlanFinding[] {
  const { pathways = [] } = plan;
  if (pathways.length === 0) return run(plan, framework, () => true);
  const each = pathways.map(({ key, title }) => {
    const { plan: own, original } = pathwayPlan(plan, key);
    const found = run(own, frameworkOn(framework, plan, key), rule => !ofTheWhole.includes(rule));
    return { title, found: found.map(finding => ({ ...finding, place: original(finding.place) })) };
  });
  return [...run(plan, framework, rule => ofTheWhole.includes(rule)), ...merged(each)];
}

/** What was found in every pathway is said once; what was not, with the name of its pathway. */
function merged(
  pathways: readonly { readonly title: string; readonly found: readonly PlanFinding[] }[],
): readonly PlanFinding[] {
  const words = ({ rule, place, message }: PlanFinding): string => JSON.stringify([rule, place, message]);
  const said = new Set<string>();
  const isEverywhere = (finding: PlanFinding): boolean =>
    pathways.every(({ found }) => found.some(other => words(other) === words(finding)));
  return pathways.flatMap(({ title, found }) =>
    found.flatMap(finding => {
      if (!isEverywhere(finding)) return [{ ...finding, message: `${title}: ${finding.message}` }];
      if (said.has(words(finding))) return [];
      said.add(words(finding));
      return [finding];
    }),
  );
}

function run(plan: Plan, framework: Framework, isWanted: (rule: string) => boolean): readonly PlanFinding[] {
  const findings = (rules: Rules, severity: PlanFinding['severity']) =>
    Object.entries(rules)
      .filter(([rule]) => isWanted(rule))
      .flatMap(([rule, remarksOn]) => remarksOn(plan, framework).map(remark => ({ rule, severity, ...remark })));
  return [...findings(errors, 'error'), ...findings(warnings, 'warning')];
}

/** A dispensation changes a parameter that is there into one that fits, and the plan with it is as free of faults as without it. */
function findingsInDispensations(
  plan: Plan,
  framework: Framework,
  found: readonly PlanFinding[],
): readonly PlanFinding[] {
  const known = new Set(found.map(({ message }) => message));
  const finding = (message: string, place: PlanPlace): PlanFinding => ({
    rule: 'dispensationsFit',
    severity: 'error',
    message,
    place,
  });
  return plan.dispensations.flatMap((dispensation, index): readonly PlanFinding[] => {
    const place: Remark['place'] = ['dispensations', index, 'value'];
    if (dispensation.path === '') return [finding(`Dispensation ${index + 1} names no parameter yet.`, place)];
    const changed = withDispensation(plan, dispensation);
    if (!changed) return [finding(`Dispensation ${index + 1} names no parameter that this value fits.`, place)];
    const broken = findingsInPathways(changed, framework).find(one => isError(one) && !known.has(one.message));
    return broken ? [finding(`With dispensation ${index + 1}: ${broken.message}`, place)] : [];
  });
}
