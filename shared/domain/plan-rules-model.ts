import { capitalised, formatList } from '../british.ts';
import { ksbsOf } from './framework.ts';
import { unknownKsbCodes } from './ksb-codes.ts';
import { isBehaviour } from './ksb-kinds.ts';
import type { PlanRule, Remark } from './plan-finding.ts';
import { inEachMethod, inEachTheme } from './plan-finding.ts';

/** Reformed plans: the employer verifies every behaviour before completion. Source: Skills England's requirements for assessment plans. */
export const behavioursVerified: PlanRule = (plan, framework) => {
  if (plan.planModel !== 'aap') return [];
  const verified = (plan.completion ?? []).filter(({ kind, mandatory }) => kind === 'behaviours' && mandatory);
  if (verified.some(({ ksbs = [] }) => ksbs.length === 0)) return [];
  const codes = new Set(verified.flatMap(({ ksbs = [] }) => ksbs));
  const missing = ksbsOf(framework).filter(ksb => isBehaviour(ksb.kind) && !codes.has(ksb.code));
  if (missing.length === 0) return [];
  const names = formatList(missing.map(ksb => ksb.code));
  return [{ message: `The completion requirements let nobody verify ${names}.`, place: ['completion'] }];
};

/** Reformed plans: where not every statement of an outcome is in every assessment version, the plan says that the rest may be sampled. Source: Skills England's requirements for assessment plans. */
export const samplingSaid: PlanRule = plan => {
  if (plan.planModel !== 'aap' || plan.sampling?.allowed) return [];
  return inEachTheme(plan, (theme, place): readonly Remark[] => {
    const { mandatoryKsbs } = theme;
    if (!mandatoryKsbs || theme.ksbs.every(code => mandatoryKsbs.includes(code))) return [];
    return [
      {
        message: `Not every statement of ${theme.title} is in every version, but the plan does not say that the rest may be sampled.`,
        place: [...place, 'mandatoryKsbs'],
      },
    ];
  });
};

/** Reformed plans: a plan that lets statements be sampled says within how many months the versions together cover them all. Source: Skills England's requirements for assessment plans. */
export const samplingPeriodSaid: PlanRule = ({ planModel, sampling }) => {
  if (planModel !== 'aap' || !sampling?.allowed || sampling.coveredWithinMonths !== undefined) return [];
  const message = 'Statements may be sampled, but nothing says within how many months all of them have to be covered.';
  return [{ message, place: ['sampling', 'coveredWithinMonths'] }];
};

/** The statements that completion requirements and pathways name are KSBs of the framework. */
export const otherKsbsKnown: PlanRule = (plan, framework) =>
  (['completion', 'pathways'] as const).flatMap(list =>
    (plan[list] ?? []).flatMap((holder, index) =>
      unknownKsbCodes(holder.ksbs ?? [], framework).map(code => ({
        message: `${capitalised(holder.title || 'an entry')} names ${code}, which is no KSB of ${framework.reference} version ${framework.version}.`,
        place: [list, index, 'ksbs'],
      })),
    ),
  );

/** A plan with pathways has at least two, each with a key of its own, and every method and theme that names a pathway names one of them. */
export const pathwaysFit: PlanRule = plan => {
  const pathways = plan.pathways ?? [];
  const keys = pathways.map(({ key }) => key);
  const isUnknown = (key: string | undefined): boolean => key !== undefined && !keys.includes(key);
  const stray = (name: string, place: Remark['place']): Remark => ({
    message: `${name} belongs to a pathway that the plan does not have.`,
    place: [...place, 'pathway'],
  });
  return [
    ...(pathways.length === 1 ? [{ message: 'One pathway alone is none: add the other.', place: ['pathways'] }] : []),
    ...(new Set(keys).size < keys.length
      ? [{ message: 'More than one pathway has the same key.', place: ['pathways'] }]
      : []),
    ...inEachMethod(plan, (method, place) => (isUnknown(method.pathway) ? [stray(method.name, place)] : [])),
    ...inEachTheme(plan, (theme, place) => (isUnknown(theme.pathway) ? [stray(theme.title, place)] : [])),
  ];
};

/** The windows of re-sits and re-takes lie within one another and within the time in which all must be passed. */
export const windowsFit: PlanRule = ({ resits }) => {
  if (!resits) return [];
  const { resitWithinMonths: resit, retakeWithinMonths: retake, allPassedWithinMonths: all } = resits;
  const isLonger = (one: number | null, other: number | null): boolean => one !== null && other !== null && one > other;
  return [
    ...(isLonger(resit, retake)
      ? [
          {
            message: 'A re-sit, without further learning, is given more months than a re-take with it.',
            place: ['resits', 'resitWithinMonths'],
          },
        ]
      : []),
    ...(isLonger(resit, all) || isLonger(retake, all)
      ? [
          {
            message: 'A re-sit or re-take may come later than all methods must be passed.',
            place: ['resits', 'allPassedWithinMonths'],
          },
        ]
      : []),
  ];
};
