import { inEachMethod, type PlanPlace, type PlanRule, type Remark } from './plan-finding.ts';
import { vocabularyOf } from './plan-vocabulary.ts';

/** The plan is checked against the standard and the version that it names. */
export const standardFits: PlanRule = ({ standard }, framework) => {
  if (standard.reference === framework.reference && standard.version === framework.version) return [];
  const message = `The plan is for ${standard.reference} version ${standard.version}, not for ${framework.reference} version ${framework.version}.`;
  return [{ message, place: ['standard'] }];
};

/** Keys are unique: methods and the requirements of gateway and completion in the plan; parts, themes and descriptors in their method. */
export const keysUnique: PlanRule = plan => [
  ...doubles(plan.methods, 'method', ['methods']),
  ...doubles(plan.gateway, 'gateway requirement', ['gateway']),
  ...doubles(plan.completion ?? [], 'completion requirement', ['completion']),
  ...inEachMethod(plan, (method, place) => [
    ...doubles(method.parts, 'part', [...place, 'parts']),
    ...doubles(method.themes, 'theme', [...place, 'themes']),
    ...doubles(
      method.themes.flatMap(theme => theme.descriptors),
      'descriptor',
      [...place, 'themes'],
    ),
  ]),
];

/** The order names real methods, a fixed one each of them once, and no pair contradicts another. */
export const orderPossible: PlanRule = plan => {
  const { order } = plan;
  if (order.kind === 'any') return [];
  const keys = plan.methods.map(method => method.key);
  const named = order.kind === 'fixed' ? order.methods : order.pairs.flatMap(pair => [pair.earlier, pair.later]);
  if (named.length === 0 && keys.length > 0) {
    return [{ message: 'The order names no method yet.', place: ['order'] }];
  }
  const unknown = named
    .filter(key => !keys.includes(key))
    .map(key => ({ message: `The order names ${key}, which is no method of the plan.`, place: ['order'] }));
  if (unknown.length > 0) return unknown;
  if (order.kind === 'fixed') {
    const complete = new Set(named).size === named.length && named.length === keys.length;
    return complete ? [] : [{ message: 'A fixed order names every method once.', place: ['order', 'methods'] }];
  }
  return canBeOrdered(keys, order.pairs)
    ? []
    : [{ message: 'The order asks for a method to be passed before itself.', place: ['order', 'pairs'] }];
};

/** The themes together ask for no more questions than the method's minimum: else that minimum is never enough. */
export const questionMinimumsFit: PlanRule = plan =>
  inEachMethod(plan, (method, place) => {
    if (!method.questions || method.questions.minimum === null) return [];
    const inThemes = method.themes.reduce((sum, theme) => sum + (theme.minimumQuestions ?? 0), 0);
    if (inThemes <= method.questions.minimum) return [];
    return [
      {
        message: `The ${vocabularyOf(plan).themes} of ${method.name} ask for ${inThemes} questions, more than its minimum of ${method.questions.minimum}.`,
        place: [...place, 'questions', 'minimum'],
      },
    ];
  });

/** A part's least, usual and greatest minutes rise in that order. */
export const minutesRise: PlanRule = plan =>
  inEachMethod(plan, (method, place) =>
    method.parts.flatMap((part, index) => {
      const minutes = [part.minimumMinutes, part.minutes, part.maximumMinutes].filter(
        value => typeof value === 'number',
      );
      if (minutes.every((value, position) => position === 0 || (minutes[position - 1] ?? 0) <= value)) return [];
      return [
        {
          message: `The minutes of ${part.name} in ${method.name} do not rise from least to usual to greatest.`,
          place: [...place, 'parts', index],
        },
      ];
    }),
  );

/** Weights, where methods have them, add up to 100 %. */
export const weightsAddUp: PlanRule = plan => {
  const weights = plan.methods.flatMap(method => method.weight ?? []);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (weights.length === 0 || (weights.length === plan.methods.length && Math.abs(sum - 100) < 0.01)) return [];
  return [{ message: `The weights of the methods add up to ${sum} %, not to 100 %.`, place: ['methods'] }];
};

/** Dates from and to, of the plan and of its dispensations, are in order. */
export const datesInOrder: PlanRule = plan => {
  const backwards = (from: string | undefined, to: string | undefined) => from && to && from > to;
  return [
    ...(backwards(plan.effectiveFrom, plan.effectiveTo)
      ? [{ message: 'The plan ends before it begins.', place: ['effectiveTo'] }]
      : []),
    ...plan.dispensations.flatMap((dispensation, index) =>
      backwards(dispensation.from, dispensation.to)
        ? [{ message: `Dispensation ${index + 1} ends before it begins.`, place: ['dispensations', index, 'to'] }]
        : [],
    ),
  ];
};

function doubles(keyed: readonly { readonly key: string }[], noun: string, place: PlanPlace): readonly Remark[] {
  const keys = keyed.map(({ key }) => key);
  return [...new Set(keys.filter((key, index) => keys.indexOf(key) < index))].map(key => ({
    message: `More than one ${noun} has the key ${key}.`,
    place,
  }));
}

/** Takes away, again and again, the methods that nothing left must come before; what remains, if anything, waits for itself. */
function canBeOrdered(
  keys: readonly string[],
  pairs: readonly { readonly earlier: string; readonly later: string }[],
): boolean {
  const free = keys.filter(key => !pairs.some(pair => pair.later === key));
  if (keys.length === 0) return true;
  if (free.length === 0) return false;
  return canBeOrdered(
    keys.filter(key => !free.includes(key)),
    pairs.filter(pair => !free.includes(pair.earlier)),
  );
}
