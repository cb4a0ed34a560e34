import type { SessionState } from './session.ts';

export const assessmentStages = ['notStarted', 'inProgress', 'judging', 'readyToSign', 'signed'] as const;
export type AssessmentStage = (typeof assessmentStages)[number];

/** What is known of one method of an assessment: the state of its session (null: none yet), and what blocks its signing. */
export interface MethodProgress {
  readonly methodKey: string;
  readonly methodName: string;
  readonly sessionState: SessionState | null;
  /** Whether it is usually held elsewhere and its outcome recorded here. */
  readonly isRecorded: boolean;
  /** How many obstacles block the signing of its report; counted only for a closed session. */
  readonly blocking: number;
}

/** Where an assessment stands and what comes next. */
export interface AssessmentProgress {
  readonly stage: AssessmentStage;
  /** For example `Resume: professional discussion`. */
  readonly nextStep: string;
  /** What the next step is about; null when there is nothing left to do. */
  readonly next: { readonly methodKey: string; readonly step: 'start' | 'resume' | 'judge' | 'sign' } | null;
}

/** The words for a stage. */
export const stageNames: Readonly<Record<AssessmentStage, string>> = {
  notStarted: 'Not started',
  inProgress: 'In progress',
  judging: 'Judging',
  readyToSign: 'Ready to sign',
  signed: 'Signed',
};

type Step = 'resume' | 'judge' | 'sign' | 'start' | 'none';
/** What is done first: a session that runs cannot wait, and judging is best done while the session is fresh. */
const stepOrder: readonly Step[] = ['resume', 'judge', 'sign', 'start', 'none'];
const recording = 'Record the outcome';
const verbs = { resume: 'Resume', judge: 'Judge', sign: 'Sign the report', start: 'Start' } as const;

/** The stage of an assessment and its next step, from the progress of its methods. Rule: ours. */
export function assessmentProgress(methods: readonly MethodProgress[]): AssessmentProgress {
  const steps = methods.map(method => ({ method, step: stepOf(method) }));
  const stage = stageOf(steps.map(({ step }) => step));
  const first = stepOrder.map(step => steps.find(candidate => candidate.step === step)).find(found => found);
  if (!first || first.step === 'none') return { stage, nextStep: 'Every report is signed.', next: null };
  const { method, step } = first;
  const name = method.methodName.charAt(0).toLowerCase() + method.methodName.slice(1);
  return {
    stage,
    nextStep: `${isToRecord(method, step) ? recording : verbs[step]}: ${name}`,
    next: { methodKey: method.methodKey, step },
  };
}

const isToRecord = ({ isRecorded, sessionState }: MethodProgress, step: Step): boolean =>
  step === 'start' && isRecorded && sessionState === null;

function stepOf({ sessionState, blocking }: MethodProgress): Step {
  switch (sessionState) {
    case null:
    case 'planned':
      return 'start';
    case 'running':
    case 'paused':
      return 'resume';
    case 'closed':
      return blocking > 0 ? 'judge' : 'sign';
    case 'signed':
      return 'none';
  }
}

function stageOf(steps: readonly Step[]): AssessmentStage {
  if (steps.every(step => step === 'start')) return 'notStarted';
  if (steps.every(step => step === 'none')) return 'signed';
  if (steps.some(step => step === 'start' || step === 'resume')) return 'inProgress';
  return steps.includes('judge') ? 'judging' : 'readyToSign';
}
