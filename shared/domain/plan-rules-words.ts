import { capitalised } from '../british.ts';
import type { Plan } from './plan.ts';
import { placeInWords } from './plan-field-names.ts';
import { inEachMethod, inEachTheme, type PlanPlace, type PlanRule, type Remark } from './plan-finding.ts';
import { vocabularyOf } from './plan-vocabulary.ts';

/** The places that hold a text which a plan cannot do without. */
const needed = /^(?:version|title|source|name|text|stage|decidedBy|independence|reason)$/;

/** No text that the plan needs is empty. */
export const wordsFilledIn: PlanRule = plan =>
  emptyTexts(plan, []).map(place => ({ message: `Still empty: ${placeInWords(plan, place)}.`, place }));

/** A plan has methods, and a method the parts that it is held in. */
export const methodsAndParts: PlanRule = plan => [
  ...(plan.methods.length === 0 ? [{ message: 'The plan has no assessment method yet.', place: ['methods'] }] : []),
  ...inEachMethod(plan, (method, place) =>
    method.parts.length === 0
      ? [
          {
            message: `${method.name || 'A method'} has no part that time could be given to.`,
            place: [...place, 'parts'],
          },
        ]
      : [],
  ),
];

/** A theme holds KSBs, and a descriptor rests on some. */
export const ksbsNamed: PlanRule = plan => {
  const { theme: noun } = vocabularyOf(plan);
  return inEachTheme(plan, (theme, place): readonly Remark[] => [
    ...(theme.ksbs.length === 0
      ? [{ message: `${capitalised(noun)} ${theme.title} holds no KSB.`, place: [...place, 'ksbs'] }]
      : []),
    ...theme.descriptors.flatMap((descriptor, index) =>
      descriptor.ksbs.length === 0
        ? [
            {
              message: `Descriptor ${index + 1} of ${noun} ${theme.title} names no KSB.`,
              place: [...place, 'descriptors', index, 'ksbs'],
            },
          ]
        : [],
    ),
  ]);
};

function emptyTexts(value: unknown, place: PlanPlace): readonly PlanPlace[] {
  if (typeof value === 'string') return value.trim() === '' && needed.test(String(place.at(-1))) ? [place] : [];
  if (Array.isArray(value)) return value.flatMap((inner, index) => emptyTexts(inner, [...place, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value as Plan).flatMap(([key, inner]) => emptyTexts(inner, [...place, key]));
}
