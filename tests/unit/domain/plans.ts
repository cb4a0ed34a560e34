import fc from 'fast-check';
import type { Framework } from '../../../shared/domain/framework.ts';
import type { Decision, Judgement } from '../../../shared/domain/judgement.ts';
import { tableFromRule } from '../../../shared/domain/overall-grade.ts';
import type { Descriptor, Grade, Method, Plan, Theme } from '../../../shared/domain/plan.ts';
import type { LedgerEntry, Note } from '../../../shared/domain/session.ts';

const codes = ['K1', 'K2', 'K3', 'K4', 'S1', 'S2', 'S3', 'B1', 'B2'] as const;
const kinds = { K: 'knowledge', S: 'skill', B: 'behaviour' } as const;

/** A small standard: one duty, four knowledge statements, three skills, two behaviours. */
export const smallFramework: Framework = {
  schema: 'epa-framework/1',
  id: 'st9999-1.0',
  kind: 'apprenticeshipStandard',
  reference: 'ST9999',
  title: 'Example worker',
  version: '1.0',
  issuer: 'Nobody',
  source: 'Made up for tests',
  licence: { name: 'None', attribution: 'None' },
  facts: [],
  sections: [],
  items: [
    { code: 'D1', kind: 'duty', text: 'Do the work.' },
    ...codes.map(code => ({ code, kind: kinds[code[0] as keyof typeof kinds], text: `Statement ${code}.` })),
  ],
  links: [{ kind: 'maps', from: 'D1', to: 'K1' }],
};

export function aMethod(changes: Partial<Method> = {}): Method {
  return {
    key: 'discussion',
    kind: 'professionalDiscussion',
    name: 'Professional discussion',
    grades: ['fail', 'pass', 'distinction'],
    ksbs: ['K1', 'K2', 'S1'],
    parts: [{ key: 'talk', name: 'Discussion', minutes: 60 }],
    tolerance: { minusPercent: 0, plusPercent: 10, scope: 'whole', allocation: 'free' },
    toleranceOn: 'adjustedTime',
    split: { allowed: false, reasons: [] },
    notice: { value: 10, unit: 'workingDays' },
    questions: {
      minimum: 3,
      when: 'during',
      followUpsAllowed: true,
      forKsbsNotObserved: false,
      source: 'own',
      differentOnResit: true,
    },
    conditions: {
      oneApprenticeAtATime: true,
      simulationAllowed: false,
      remoteAllowed: true,
      portfolioMayBeReferredTo: true,
      mandatoryActivities: [],
      mayBePresent: [],
    },
    recording: { audio: 'none', video: 'none', consentRequired: true },
    themes: [
      aTheme(
        'a',
        ['K1', 'S1'],
        [
          ['a1', 'pass', ['K1']],
          ['a2', 'pass', ['S1']],
          ['a3', 'distinction', ['K1', 'S1']],
        ],
      ),
      aTheme(
        'b',
        ['K2'],
        [
          ['b1', 'pass', ['K2']],
          ['b2', 'distinction', ['K2']],
        ],
      ),
    ],
    gradeRule: { kind: 'allDescriptors' },
    criticalKsbs: [],
    ...changes,
  };
}

export function aTheme(
  key: string,
  ksbs: string[],
  descriptors: readonly (readonly [key: string, grade: Descriptor['grade'], ksbs: readonly string[]])[],
): Theme {
  return {
    key,
    title: `Title of ${key}`,
    ksbs,
    minimumQuestions: 1,
    descriptors: descriptors.map(([descriptorKey, grade, descriptorKsbs]) => ({
      key: descriptorKey,
      grade,
      text: `Text of ${descriptorKey}.`,
      ksbs: [...descriptorKsbs],
    })),
  };
}

export function aPlan(methods: Method[], changes: Partial<Plan> = {}): Plan {
  const plan: Plan = {
    schema: 'epa-plan/1',
    id: 'example',
    version: '1',
    title: 'Example plan',
    origin: 'published',
    planModel: 'epa',
    standard: { reference: 'ST9999', version: '1.0', title: 'Example worker', level: 3 },
    source: 'Made up for tests',
    programme: { typicalMonthsToGateway: 18, minimumMonths: 12, epaPeriodMonths: 3 },
    gateway: [{ key: 'portfolio', kind: 'portfolio', title: 'Portfolio', mandatory: true }],
    order: { kind: 'any' },
    methods,
    overallGrades: ['fail', 'pass', 'merit', 'distinction'],
    gradeTable: null,
    resits: {
      resitWithinMonths: 3,
      retakeWithinMonths: 6,
      cap: 'pass',
      capLiftedForExceptionalCircumstances: true,
      onlyFailedMethods: true,
      allPassedWithinMonths: 6,
      actionPlanRequired: true,
    },
    results: { releaseWithinWorkingDays: 10, feedback: 'always' },
    appeals: [],
    assessor: { independence: 'Independent' },
    dispensations: [],
    ...changes,
  };
  return changes.gradeTable === undefined ? { ...plan, gradeTable: tableFromRule(plan, 'lowest') } : plan;
}

/** Judgements from a short form: `{ a1: 'met', a2: 'notMet' }`. */
export function judgementsOf(decisions: Readonly<Record<string, Decision | null>>): readonly Judgement[] {
  return Object.entries(decisions).map(([descriptorKey, decision]) => aJudgement(descriptorKey, decision));
}

export function aJudgement(
  descriptorKey: string,
  decision: Decision | null,
  changes: Partial<Judgement> = {},
): Judgement {
  return { descriptorKey, decision, rationale: '', evidenceNoteIds: [], portfolioEvidenceIds: [], ...changes };
}

export function aNote(id: string, changes: Partial<Note> = {}): Note {
  return {
    id,
    kind: 'answer',
    body: 'Rang the lead at once.',
    ksbs: [],
    at: '2026-11-21T14:05:00.000Z',
    offsetSeconds: 300,
    partKey: 'talk',
    followsId: null,
    struckReason: null,
    ...changes,
  };
}

export function aStretch(changes: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    kind: 'part',
    partKey: 'talk',
    startedAt: '2026-11-21T14:00:00.000Z',
    endedAt: '2026-11-21T15:00:00.000Z',
    measuredSeconds: null,
    reason: null,
    ...changes,
  };
}

/** What a generated method is made from: its KSBs with the theme that each belongs to, and its choices. */
interface MethodSeed {
  readonly index: number;
  readonly themed: readonly (readonly [code: string, theme: number])[];
  readonly hasDistinction: boolean;
  readonly minutes: number;
  readonly extraQuestions: number;
}

function methodFromSeed({ index, themed, hasDistinction, minutes, extraQuestions }: MethodSeed): Method {
  const themes = [...new Set(themed.map(([, theme]) => theme))].map((number, position) => {
    const ksbs = themed.filter(([, theme]) => theme === number).map(([code]) => code);
    return aTheme(`theme${number}`, ksbs, [
      [`t${number}p`, 'pass', [...ksbs]],
      ...(hasDistinction && position === 0 ? [[`t${number}d`, 'distinction', [...ksbs]] as const] : []),
    ]);
  });
  const base = aMethod();
  return {
    ...base,
    key: `method${index}`,
    name: `Method ${index}`,
    grades: hasDistinction ? ['fail', 'pass', 'distinction'] : ['fail', 'pass'],
    ksbs: themed.map(([code]) => code),
    parts: [
      { key: 'first', name: 'First part', minutes, minimumMinutes: minutes, maximumMinutes: minutes + 5 },
      { key: 'last', name: 'Last part', minutes: 15 },
    ],
    questions: base.questions && { ...base.questions, minimum: themes.length + extraQuestions },
    themes,
  };
}

const choices = fc.record({
  hasDistinction: fc.boolean(),
  minutes: fc.integer({ min: 10, max: 120 }),
  extraQuestions: fc.integer({ min: 0, max: 5 }),
});

/** Plans of the present model without a fault: one to three methods, every KSB in at least one of them, in one theme of each that has it. */
export const validPlan: fc.Arbitrary<Plan> = fc
  .record({
    methods: fc.array(choices, { minLength: 1, maxLength: 3 }),
    themes: fc.array(fc.nat({ max: 2 }), { minLength: codes.length, maxLength: codes.length }),
    alsoIn: fc.array(fc.nat({ max: 2 }), { minLength: codes.length, maxLength: codes.length }),
    rule: fc.constantFrom('lowest' as const, 'template' as const),
  })
  .map(({ methods, themes, alsoIn, rule }) => {
    const plan = aPlan(
      methods.map((choice, index) => {
        const own = (position: number) => position % methods.length === index || alsoIn[position] === index;
        const themed = codes.flatMap((code, position) =>
          own(position) ? [[code, themes[position] ?? 0] as const] : [],
        );
        return methodFromSeed({ ...choice, index, themed });
      }),
    );
    return { ...plan, gradeTable: tableFromRule(plan, rule) };
  });

/** Reformed plans without a fault: every knowledge and skill statement in exactly one outcome, no behaviours. */
export const validOutcomePlan: fc.Arbitrary<Plan> = fc
  .record({
    methods: fc.array(choices, { minLength: 1, maxLength: 3 }),
    themes: fc.array(fc.nat({ max: 2 }), { minLength: codes.length, maxLength: codes.length }),
  })
  .map(({ methods, themes }) => {
    const assessed = codes.filter(code => !code.startsWith('B'));
    return aPlan(
      methods.map((choice, index) => {
        const themed = assessed.flatMap((code, position) =>
          position % methods.length === index ? [[code, themes[position] ?? 0] as const] : [],
        );
        return methodFromSeed({ ...choice, index, themed });
      }),
      {
        planModel: 'aap',
        completion: [
          { key: 'behaviours', kind: 'behaviours', title: 'Behaviours verified', mandatory: true, ksbs: ['B1', 'B2'] },
        ],
      },
    );
  });

/** The first of a list that cannot be empty. */
export function first<T>(list: readonly T[]): T {
  const [head] = list;
  if (head === undefined) throw new Error('The list is empty');
  return head;
}

export const gradeScale: readonly Grade[] = ['fail', 'pass', 'credit', 'merit', 'distinction'];
