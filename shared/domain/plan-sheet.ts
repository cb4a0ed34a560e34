import type { Plan } from './plan.ts';
import { valueInWords } from './plan-differences.ts';
import { patternOfPlace, placeInWords, planFieldNames } from './plan-field-names.ts';
import type { PlanPlace } from './plan-finding.ts';

/** One parameter of a plan as it is compared with the published plan: what it is called and what it says. */
export interface SheetLine {
  readonly place: PlanPlace;
  readonly name: string;
  readonly value: string;
}

/** What belongs to the file and not to the assessment. */
const notCompared = ['schema', 'id', 'supersedes', 'transcription'];

/** Every parameter of a plan in words, in the order of the plan: what a second person compares with the published plan, line by line. */
export function planSheet(plan: Plan): readonly SheetLine[] {
  return Object.entries(plan)
    .filter(([root]) => !notCompared.includes(root))
    .flatMap(([root, value]) => linesIn(plan, value, [root]));
}

function linesIn(plan: Plan, value: unknown, place: PlanPlace): readonly SheetLine[] {
  const isEmptyList = Array.isArray(value) && value.length === 0;
  if (patternOfPlace(place) in planFieldNames || value === null || isEmptyList) {
    return [{ place, name: placeInWords(plan, place), value: valueInWords(value, place) ?? '' }];
  }
  if (Array.isArray(value)) return value.flatMap((inner, index) => linesIn(plan, inner, [...place, index]));
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]) => linesIn(plan, inner, [...place, name]));
}
