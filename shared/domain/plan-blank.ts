import type { Framework } from './framework.ts';
import { ksbsOf } from './framework.ts';
import { isBehaviour } from './ksb-kinds.ts';
import type { Method, MethodKind, Part, Plan, Theme } from './plan.ts';
import { vocabularyOf } from './plan-vocabulary.ts';

/** A plan with nothing in it but the standard that it is for: every number is open, no method is named. */
export function blankPlan(framework: Framework, planModel: Plan['planModel'], id: string): Plan {
  const { reference, version, title, level, larsCode } = framework;
  return {
    schema: 'epa-plan/1',
    id,
    version: '',
    title: `${reference} ${title}: ${planModel === 'epa' ? 'assessment plan' : 'apprenticeship assessment plan'}`,
    origin: 'published',
    planModel,
    standard: { reference, version, title, level: level ?? 1, ...(larsCode === undefined ? {} : { larsCode }) },
    source: '',
    programme: { typicalMonthsToGateway: null, minimumMonths: null, epaPeriodMonths: null },
    ...pathwaysOf(framework),
    gateway: [],
    ...(planModel === 'aap' ? { completion: [behavioursToVerify(framework)] } : {}),
    order: { kind: 'any' },
    methods: [],
    overallGrades: [],
    gradeTable: null,
    resits: null,
    results: null,
    appeals: [],
    assessor: null,
    dispensations: [],
  };
}

/** The options of the standard as pathways: a KSB belongs to one where only duties of that option lead to it. */
export function pathwaysOf({ options = [], links, items }: Framework): Pick<Plan, 'pathways'> {
  if (options.length < 2) return {};
  const dutiesOf = (code: string) =>
    links.filter(link => link.kind === 'maps' && link.to === code).map(link => link.from);
  const ksbs = ksbsOf({ items } as Framework).map(({ code }) => code);
  return {
    pathways: options.map(({ title, duties }, index) => ({
      key: `pathway${index + 1}`,
      title,
      ksbs: ksbs.filter(code => {
        const leading = dutiesOf(code);
        return leading.length > 0 && leading.every(duty => duties.includes(duty));
      }),
    })),
  };
}

/** What a reformed plan asks of the employer: to verify the behaviours once before certification. */
export function behavioursToVerify(framework: Framework): NonNullable<Plan['completion']>[number] {
  const ksbs = ksbsOf(framework)
    .filter(({ kind }) => isBehaviour(kind))
    .map(({ code }) => code);
  return {
    key: 'behaviours',
    kind: 'behaviours',
    title: 'The employer has verified the behaviours',
    mandatory: true,
    ksbs,
  };
}

/** The names that methods of each kind usually have. */
export const methodKindNames: Readonly<Record<MethodKind, string>> = {
  observation: 'Observation',
  professionalDiscussion: 'Professional discussion',
  interview: 'Interview',
  presentation: 'Presentation',
  project: 'Project',
  test: 'Test',
  practical: 'Practical assessment',
  simulation: 'Simulation',
};

/** A method with everything open, named for its kind. */
export function blankMethod(kind: MethodKind, plan: Plan): Method {
  const name = methodKindNames[kind];
  return {
    key: freshKey(kind, plan.methods),
    kind,
    name,
    grades: [],
    markedBy: 'assessmentOrganisation',
    ksbs: [],
    parts: [blankPart([], name)],
    tolerance: null,
    toleranceOn: 'adjustedTime',
    split: null,
    notice: null,
    questions: null,
    conditions: {
      oneApprenticeAtATime: true,
      simulationAllowed: null,
      remoteAllowed: null,
      portfolioMayBeReferredTo: false,
      mandatoryActivities: [],
      mayBePresent: [],
    },
    recording: null,
    themes: [],
    gradeRule: null,
    criticalKsbs: [],
  };
}

/** A part without its minutes. */
export const blankPart = (parts: readonly Part[], name = ''): Part => ({
  key: freshKey('part', parts),
  name,
  minutes: null,
});

/** A theme with nothing in it. */
export const blankTheme = (method: Method): Theme => ({
  key: freshKey('theme', method.themes),
  title: '',
  ksbs: [],
  descriptors: [],
});

/** A key that none of these has: the word itself, then with 2, 3… after it. */
export function freshKey(word: string, taken: readonly { readonly key: string }[]): string {
  const keys = new Set(taken.map(({ key }) => key));
  for (let number = 1; ; number++) {
    const key = number === 1 ? word : `${word}${number}`;
    if (!keys.has(key)) return key;
  }
}

/** What a section is called that belongs to the model: `Themes and descriptors`, `Assessment outcomes and descriptors`. */
export const themesTitle = (plan: Pick<Plan, 'planModel'>): string => {
  const { themes } = vocabularyOf(plan);
  return `${themes.charAt(0).toUpperCase()}${themes.slice(1)} and descriptors`;
};
