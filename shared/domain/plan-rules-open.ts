import type { Plan } from './plan.ts';
import { inEachMethod, inEachTheme, type PlanPlace, type PlanRule, type Remark } from './plan-finding.ts';
import { vocabularyOf } from './plan-vocabulary.ts';

/** The words for what a plan may leave open, by the name of the place. */
const openNames: Readonly<Record<string, string>> = {
  typicalMonthsToGateway: 'the typical months to gateway',
  minimumMonths: 'the least months on programme',
  epaPeriodMonths: 'the months of the assessment period',
  minutes: 'the minutes',
  tolerance: 'the tolerance of the time',
  split: 'whether it may be split',
  notice: 'the notice to give',
  plusPercent: 'the tolerance above, nought where there is none',
  minusPercent: 'the tolerance below, nought where there is none',
  minimum: 'the least number of questions, nought where none is set',
  value: 'the length of the period',
  releaseWithinWorkingDays: 'the working days until results are released',
  questions: 'the questions to ask',
  simulationAllowed: 'whether simulation is allowed',
  remoteAllowed: 'whether it may be held remotely',
  recording: 'whether it is recorded',
  gradeRule: 'how it is graded',
  gradeTable: 'the table of overall grades',
  resits: 'the rules for re-sits and re-takes',
  resitWithinMonths: 'the months for a re-sit',
  retakeWithinMonths: 'the months for a re-take',
  allPassedWithinMonths: 'the months within which all methods must be passed',
  results: 'when results are released',
  assessor: 'what is asked of the assessor',
};

/** No place of the plan is left open. */
export const openNumber: PlanRule = plan => {
  const { dispensations: _, ...rest } = plan;
  return nullsIn(rest, []).map(place => ({ message: openMessage(plan, place), place }));
};

/** The grades of the plan and of each method are filled in. */
export const openGrades: PlanRule = plan => [
  ...(plan.overallGrades.length === 0
    ? [{ message: 'Still open: the overall grades of the plan.', place: ['overallGrades'] }]
    : []),
  ...inEachMethod(plan, (method, place) =>
    method.grades.length === 0
      ? [{ message: `Still open in ${method.name}: its grades.`, place: [...place, 'grades'] }]
      : [],
  ),
];

/** Every method has its themes and every theme its pass descriptors, except where a score decides. */
export const openThemes: PlanRule = plan => [
  ...inEachMethod(plan, (method, place): readonly Remark[] =>
    method.themes.length === 0 && method.gradeRule?.kind !== 'score'
      ? [
          {
            message: `Still open in ${method.name}: its ${vocabularyOf(plan).themes} and their descriptors.`,
            place: [...place, 'themes'],
          },
        ]
      : [],
  ),
  ...inEachTheme(plan, (theme, place, method): readonly Remark[] =>
    theme.descriptors.length === 0 && method.gradeRule?.kind !== 'score'
      ? [
          {
            message: `Still open in ${vocabularyOf(plan).theme} ${theme.title}: its descriptors.`,
            place: [...place, 'descriptors'],
          },
        ]
      : [],
  ),
];

function nullsIn(value: unknown, place: PlanPlace): readonly PlanPlace[] {
  if (value === null) return [place];
  if (Array.isArray(value)) return value.flatMap((inner, index) => nullsIn(inner, [...place, index]));
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => nullsIn(inner, [...place, key]));
}

function openMessage(plan: Plan, place: PlanPlace): string {
  const last = String(place.at(-1));
  const [root, index, holder, part] = place;
  const method = root === 'methods' ? plan.methods[Number(index)] : undefined;
  const name = method && holder === 'parts' ? `${method.parts[Number(part)]?.name} of ${method.name}` : method?.name;
  return `Still open${name ? ` in ${name}` : ''}: ${openNames[last] ?? last}.`;
}
