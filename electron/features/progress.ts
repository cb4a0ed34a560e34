import { type AssessmentProgress, assessmentProgress } from '../../shared/domain/assessment-stage.ts';
import type { OverallGrade } from '../../shared/domain/overall-grade.ts';
import { gradeOverall } from '../../shared/domain/overall-grade.ts';
import type { Grade, Plan } from '../../shared/domain/plan.ts';
import { isUsuallyRecorded } from '../../shared/domain/recorded-outcome.ts';
import { withheldBecause } from '../../shared/domain/session-stops.ts';
import type { Reader } from '../db/statements.ts';
import { planOfAssessment } from './assessment-plans.ts';
import type { AssessmentRow } from './assessment-rows.ts';
import { resultOf, signingObstacles } from './session-results.ts';
import { countingSessions, methodOfSession, type SessionRow } from './session-rows.ts';
import { hasOverallReport } from './signed-reports.ts';
import { stopsOf } from './stop-rows.ts';

/** Where an assessment stands: its plan, the session that counts for each method, the grades and what comes next. */
export interface Standing {
  readonly plan: Plan;
  readonly sessions: ReadonlyMap<string, SessionRow>;
  readonly overall: OverallGrade;
  readonly progress: AssessmentProgress;
  readonly changedAt: string;
}

/** Works out where the assessment stands from its sessions, judgements and reports. Only a closed session lends its grade: there is no hint of an outcome before. */
export function standingOf(reader: Reader, assessment: AssessmentRow): Standing {
  const plan = planOfAssessment(reader, assessment, assessment.addedAt);
  const sessions = countingSessions(reader, assessment.id);
  const grades = Object.fromEntries(plan.methods.map(({ key }) => [key, gradeOf(reader, sessions.get(key))]));
  const progress = assessmentProgress(
    plan.methods.map(method => {
      const { key, name } = method;
      const session = sessions.get(key);
      return {
        methodKey: key,
        methodName: name,
        sessionState: session?.state ?? null,
        isRecorded: isUsuallyRecorded(method),
        blocking: session ? blockingOf(reader, session) : 0,
      };
    }),
  );
  return {
    plan,
    sessions,
    overall: gradeOverall(plan, grades),
    progress: progress.stage === 'signed' ? withOverallReport(reader, assessment.id, progress) : progress,
    changedAt: [...sessions.values()].reduce(
      (latest, { changedAt }) => (changedAt > latest ? changedAt : latest),
      assessment.addedAt,
    ),
  };
}

/** A result that is withheld lends no grade. */
function gradeOf(reader: Reader, session: SessionRow | undefined): Grade | null {
  if (session && withheldBecause(stopsOf(reader, session.id)) !== null) return null;
  return session && (session.state === 'closed' || session.state === 'signed') ? resultOf(reader, session).grade : null;
}

function blockingOf(reader: Reader, session: SessionRow): number {
  if (session.state !== 'closed') return 0;
  return signingObstacles(reader, session, methodOfSession(reader, session).method).filter(
    ({ severity }) => severity === 'blocks',
  ).length;
}

/** With every method report signed, the overall report is what is left. */
function withOverallReport(reader: Reader, assessmentId: string, progress: AssessmentProgress): AssessmentProgress {
  if (hasOverallReport(reader, assessmentId)) return progress;
  return { stage: 'readyToSign', nextStep: 'Sign the overall report', next: null };
}
