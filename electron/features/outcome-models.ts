import type { DocumentWords } from '../../shared/contract/documents.ts';
import type { Plan } from '../../shared/domain/plan.ts';
import type {
  FeedbackReport,
  MethodReport,
  OutcomeStatement,
  OverallReport,
  ResitLetter,
} from '../../shared/domain/report-model.ts';
import { AppError } from '../../shared/errors.ts';
import type { QueryContext } from '../core/contexts.ts';
import type { Reader } from '../db/statements.ts';
import { type AssessmentRow, assessmentById } from './assessment-rows.ts';
import { attemptsAt, passedBy } from './attempts.ts';
import { frameworkById } from './frameworks.ts';
import { planById } from './plan-rows.ts';
import { standingOf } from './progress.ts';
import { commonOf, documentId, versioned } from './report-models.ts';
import { countingSessions } from './session-rows.ts';
import { signedReportOn } from './signed-reports.ts';

/** The letter that a document's reference ends in, so that no two kinds share one. */
const letters = { outcome: 'O', feedback: 'F', resitLetter: 'R', qualityAssurance: 'Q', audit: 'A' } as const;

/** The parts that all documents have which are made beside the assessor's reports. */
export function documentParts<K extends keyof typeof letters>(
  context: QueryContext,
  assessment: AssessmentRow,
  kind: K,
  version: number,
) {
  const framework = frameworkById(context.reader, planById(context.reader, assessment.planId).frameworkId);
  const reference = `${documentId(framework, assessment.id)}-${letters[kind]}`;
  const attempts = [...countingSessions(context.reader, assessment.id).values()].map(({ attempt }) => attempt);
  return {
    ...commonOf(context, assessment, framework, context.now),
    kind,
    version,
    documentId: versioned(reference, version),
    attempt: Math.max(1, ...attempts),
  };
}

interface Assessed {
  readonly assessment: AssessmentRow;
  readonly plan: Plan;
  readonly overall: OverallReport;
  readonly signedAt: string;
  readonly methods: readonly MethodReport[];
}

/** The signed results of an assessment. Throws AppError `document.notReady` until the overall report is signed. */
function assessed(reader: Reader, assessmentId: string): Assessed {
  const assessment = assessmentById(reader, assessmentId);
  const { plan, sessions } = standingOf(reader, assessment);
  const row = signedReportOn(reader, { kind: 'overall', assessmentId });
  if (row?.model.kind !== 'overall') {
    throw new AppError('document.notReady', 'The overall report is not signed yet.');
  }
  const methods = plan.methods.flatMap(({ key }) => {
    const session = sessions.get(key);
    const report = session && signedReportOn(reader, { kind: 'method', sessionId: session.id });
    return report?.model.kind === 'method' ? [report.model] : [];
  });
  return { assessment, plan, overall: row.model, signedAt: row.signedAt, methods };
}

const graded = ({ key, name, grade, assessedOn, attempt }: OverallReport['methods'][number]) => ({
  key,
  name,
  grade,
  assessedOn,
  attempt,
});

const appealsOf = ({ appeals }: Plan) => appeals.map(appeal => ({ ...appeal, within: { ...appeal.within } }));

/** The last days of a re-sit and a re-take of a failed method; null where the plan sets none. */
function windowsOf({ reader, now }: QueryContext, { assessment, plan }: Assessed, methodKey: string) {
  const method = plan.methods.find(({ key }) => key === methodKey);
  const found = method && attemptsAt(reader, assessment.id, plan, method, now).windows;
  return found ?? { resit: null, retake: null };
}

/** The latest of some days, or null when any of them is open. */
const latest = (days: readonly (string | null)[]): string | null =>
  days.every(day => day !== null) ? (days.toSorted().at(-1) ?? null) : null;

/** The content of the apprentice's outcome statement. */
export function outcomeModel(context: QueryContext, assessmentId: string, version: number): OutcomeStatement {
  const result = assessed(context.reader, assessmentId);
  const { plan, overall, signedAt } = result;
  const failed = overall.methods.filter(({ grade }) => grade === 'fail').map(({ key }) => key);
  const windows = failed.map(key => windowsOf(context, result, key));
  return {
    ...documentParts(context, result.assessment, 'outcome', version),
    grade: overall.grade,
    decidedOn: signedAt.slice(0, 10),
    methods: overall.methods.map(graded),
    next:
      overall.grade !== 'fail'
        ? { kind: 'certificate' }
        : failed.length > 0 && plan.resits
          ? {
              kind: 'resit',
              methodKeys: failed,
              resitUntil: latest(windows.map(({ resit }) => resit)),
              retakeUntil: latest(windows.map(({ retake }) => retake)),
            }
          : { kind: 'other', text: 'Your assessment organisation tells you what you can do next.' },
    appeals: appealsOf(plan),
  };
}

/** The content of the apprentice's feedback: every descriptor with its decision and rationale, and what to do next. */
export function feedbackModel(
  context: QueryContext,
  assessmentId: string,
  version: number,
  words: DocumentWords = {},
): FeedbackReport {
  const result = assessed(context.reader, assessmentId);
  const { overall, methods } = result;
  return {
    ...documentParts(context, result.assessment, 'feedback', version),
    grade: overall.grade,
    opening: words.opening || null,
    methods: overall.methods.map(method => ({
      ...graded(method),
      themes: (methods.find(model => model.method.key === method.key)?.themes ?? []).map(theme => ({
        key: theme.key,
        title: theme.title,
        descriptors: theme.descriptors.map(({ label, grade, text, decision, rationale }) => ({
          label,
          grade,
          text,
          decision,
          words: rationale.trim() || null,
        })),
      })),
    })),
    nextSteps: nextSteps(overall),
  };
}

function nextSteps({ methods, grade }: OverallReport): string[] {
  const failed = methods.filter(method => method.grade === 'fail').map(({ name }) => name.toLowerCase());
  if (failed.length > 0) {
    return [
      ...failed.map(name => `Go through what was not met in the ${name}, and practise it at work.`),
      'Agree with your employer and training provider when you will be ready to be assessed again.',
    ];
  }
  return grade === 'distinction'
    ? ['Go on as you have shown here, and help others to learn from it.']
    : ['Go through the descriptors that were not met: they show where your practice can grow.'];
}

/** The content of the letter after a fail. Throws AppError `document.notReady` when nothing is failed or the plan knows no re-sit. */
export function resitModel(
  context: QueryContext,
  assessmentId: string,
  version: number,
  words: DocumentWords = {},
): ResitLetter {
  const result = assessed(context.reader, assessmentId);
  const { plan, overall, methods, assessment } = result;
  const { resits } = plan;
  const failed = overall.methods.filter(({ grade }) => grade === 'fail');
  if (!resits || failed.length === 0) {
    throw new AppError('document.notReady', 'No method was failed that the plan lets an apprentice take again.');
  }
  return {
    ...documentParts(context, assessment, 'resitLetter', version),
    methods: failed.map(method => {
      const { resit, retake } = windowsOf(context, result, method.key);
      return {
        ...graded(method),
        grade: 'fail',
        ways: [
          { kind: 'resit', until: resit },
          { kind: 'retake', until: retake },
        ],
        cap: resits.cap,
        notMet: notMetIn(methods.find(model => model.method.key === method.key)),
        different: { questions: differentQuestions(plan, method.key), others: [] },
      };
    }),
    standing: overall.methods.filter(({ grade }) => grade !== 'fail').map(graded),
    capLiftedForExceptionalCircumstances: resits.capLiftedForExceptionalCircumstances,
    actionPlanRequired: resits.actionPlanRequired,
    allPassedBy: passedBy(context.reader, plan, countingSessions(context.reader, assessmentId)),
    appeals: appealsOf(plan),
    contact: words.contact || null,
  };
}

const notMetIn = (model: MethodReport | undefined) =>
  (model?.themes ?? []).flatMap(({ title, descriptors }) =>
    descriptors
      .filter(({ grade, decision }) => grade === 'pass' && decision !== 'met')
      .map(({ label, text }) => ({ label, theme: title, text })),
  );

const differentQuestions = (plan: Plan, methodKey: string): boolean =>
  plan.methods.find(({ key }) => key === methodKey)?.questions?.differentOnResit === true;
