import { capitalised, formatList } from '../british.ts';
import { ksbsOf } from './framework.ts';
import { unknownKsbCodes } from './ksb-codes.ts';
import { isBehaviour } from './ksb-kinds.ts';
import { inEachMethod, inEachTheme, type PlanPlace, type PlanRule, type Remark } from './plan-finding.ts';
import { vocabularyOf } from './plan-vocabulary.ts';

/** Every code in the plan is a KSB of the framework. */
export const knownKsbs: PlanRule = (plan, framework) => {
  const unknown = (codes: readonly string[], place: PlanPlace) =>
    unknownKsbCodes(codes, framework).map(code => ({
      message: `${code} is no KSB of ${framework.reference} version ${framework.version}.`,
      place,
    }));
  return [
    ...inEachMethod(plan, (method, place) => [
      ...unknown(method.ksbs, [...place, 'ksbs']),
      ...unknown(method.criticalKsbs, [...place, 'criticalKsbs']),
    ]),
    ...inEachTheme(plan, (theme, place) => [
      ...unknown(theme.ksbs, [...place, 'ksbs']),
      ...unknown(theme.mandatoryKsbs ?? [], [...place, 'mandatoryKsbs']),
      ...theme.descriptors.flatMap((descriptor, index) =>
        unknown(descriptor.ksbs, [...place, 'descriptors', index, 'ksbs']),
      ),
    ]),
  ];
};

/** EPA plans: every K, S and B is assessed by at least one method. */
export const everyKsbAssessed: PlanRule = (plan, framework) => {
  if (plan.planModel !== 'epa') return [];
  const assessed = new Set(plan.methods.flatMap(method => method.ksbs));
  return ksbsOf(framework)
    .filter(ksb => !assessed.has(ksb.code))
    .map(({ code, text }) => ({ message: `No method assesses ${code}: ${text}`, place: ['methods'], code }));
};

/** Reformed plans: every knowledge and skill statement belongs to exactly one assessment outcome. Source: Skills England's requirements for assessment plans. */
export const oneOutcomeEach: PlanRule = (plan, framework) => {
  if (plan.planModel !== 'aap') return [];
  return ksbsOf(framework)
    .filter(ksb => !isBehaviour(ksb.kind))
    .flatMap(({ code, text }): readonly Remark[] => {
      const outcomes = plan.methods.flatMap(method => method.themes).filter(theme => theme.ksbs.includes(code));
      if (outcomes.length === 0)
        return [{ message: `No assessment outcome holds ${code}: ${text}`, place: ['methods'], code }];
      if (outcomes.length === 1) return [];
      const titles = formatList(outcomes.map(outcome => outcome.title));
      return [{ message: `${code} belongs to more than one assessment outcome: ${titles}.`, place: ['methods'], code }];
    });
};

/** Reformed plans: behaviours are verified by the employer and not assessed. Source: Skills England's requirements for assessment plans. */
export const behavioursNotAssessed: PlanRule = (plan, framework) => {
  if (plan.planModel !== 'aap') return [];
  const behaviours = framework.items.filter(ksb => isBehaviour(ksb.kind)).map(ksb => ksb.code);
  return inEachMethod(plan, (method, place) =>
    method.ksbs
      .filter(code => behaviours.includes(code))
      .map(code => ({
        message: `${method.name} assesses ${code}, but in this kind of plan the employer verifies behaviours.`,
        place: [...place, 'ksbs'],
        code,
      })),
  );
};

/** A theme holds only KSBs that its method assesses. */
export const themeKsbsInMethod: PlanRule = plan =>
  inEachTheme(plan, (theme, place, method) =>
    outside(theme.ksbs, method.ksbs).map(code => ({
      message: `${capitalised(vocabularyOf(plan).theme)} ${theme.title} holds ${code}, which ${method.name} does not assess.`,
      place: [...place, 'ksbs'],
    })),
  );

/** Every KSB of a method that has themes belongs to one of them. */
export const methodKsbsInThemes: PlanRule = plan =>
  inEachMethod(plan, (method, place) => {
    if (method.themes.length === 0) return [];
    const themed = method.themes.flatMap(theme => theme.ksbs);
    return outside(method.ksbs, themed).map(code => ({
      message: `${method.name} assesses ${code}, but none of its ${vocabularyOf(plan).themes} holds it.`,
      place: [...place, 'ksbs'],
      code,
    }));
  });

/** A descriptor rests only on KSBs of its theme. */
export const descriptorKsbsInTheme: PlanRule = plan =>
  inEachTheme(plan, (theme, place) =>
    theme.descriptors.flatMap((descriptor, index) =>
      outside(descriptor.ksbs, theme.ksbs).map(code => ({
        message: `A descriptor of ${vocabularyOf(plan).theme} ${theme.title} names ${code}, which is not among its KSBs.`,
        place: [...place, 'descriptors', index, 'ksbs'],
      })),
    ),
  );

/** Every KSB of a theme that has descriptors occurs in one of its pass descriptors: else it is assessed without a way to fail it. */
export const ksbsInPassDescriptors: PlanRule = plan =>
  inEachTheme(plan, (theme, place) => {
    if (theme.descriptors.length === 0) return [];
    const judged = theme.descriptors.filter(descriptor => descriptor.grade === 'pass').flatMap(({ ksbs }) => ksbs);
    return outside(theme.ksbs, judged).map(code => ({
      message: `No pass descriptor of ${vocabularyOf(plan).theme} ${theme.title} names ${code}.`,
      place: [...place, 'descriptors'],
    }));
  });

/** A critical KSB occurs in a pass descriptor of its method. */
export const criticalKsbsJudged: PlanRule = plan =>
  inEachMethod(plan, (method, place) => {
    const judged = method.themes
      .flatMap(theme => theme.descriptors)
      .filter(descriptor => descriptor.grade === 'pass')
      .flatMap(descriptor => descriptor.ksbs);
    return outside(method.criticalKsbs, judged).map(code => ({
      message: `${code} is critical in ${method.name}, but no pass descriptor of the method names it.`,
      place: [...place, 'criticalKsbs'],
    }));
  });

/** Reformed plans: a statement marked as mandatory belongs to its outcome. */
export const mandatoryKsbsInTheme: PlanRule = plan =>
  inEachTheme(plan, (theme, place) =>
    outside(theme.mandatoryKsbs ?? [], theme.ksbs).map(code => ({
      message: `${code} is mandatory in ${theme.title}, which does not hold it.`,
      place: [...place, 'mandatoryKsbs'],
    })),
  );

function outside(codes: readonly string[], allowed: readonly string[]): readonly string[] {
  return codes.filter(code => !allowed.includes(code));
}
