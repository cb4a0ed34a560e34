import { z } from 'zod';
import { type AssessmentStage, assessmentProgress } from '../../shared/domain/assessment-stage.ts';
import type { Plan } from '../../shared/domain/plan.ts';
import { isUsuallyRecorded } from '../../shared/domain/recorded-outcome.ts';
import { type SessionState, sessionState } from '../../shared/domain/session.ts';
import { type Reader, read } from '../db/statements.ts';
import { planOfAssessment } from './assessment-plans.ts';
import { type AssessmentRow, assessmentById } from './assessment-rows.ts';
import { standingOf } from './progress.ts';

/** The overall report that stands. */
const overall =
  "SELECT 1 FROM report WHERE report.assessment_id = assessment.id AND kind = 'overall' AND superseded_at IS NULL";

const idRow = z.strictObject({ id: z.string() });
/** Of what is kept here, for what was given to an assessor is theirs to go on with. What cannot wait comes first: a session that goes on, then one to be judged or signed, then what was signed in part, then what has not begun. */
const unsigned = read<{ limit: number }>()(
  `SELECT assessment.id FROM assessment LEFT JOIN session ON assessment_id = assessment.id AND void_reason IS NULL
   WHERE NOT EXISTS (${overall}) AND assessment.id NOT IN (SELECT assessment_id FROM assignment) GROUP BY assessment.id
   ORDER BY coalesce(max(state IN ('running', 'paused')), 0) DESC, coalesce(max(state = 'closed'), 0) DESC,
     coalesce(max(state = 'signed'), 0) DESC, coalesce(max(changed_at), added_at) DESC, assessment.id
   LIMIT @limit`,
  idRow,
);
const signedLately = read<{ limit: number }>()(
  "SELECT assessment_id AS id, max(signed_at) AS at FROM report WHERE kind = 'overall' AND superseded_at IS NULL GROUP BY assessment_id ORDER BY at DESC LIMIT @limit",
  idRow.extend({ at: z.string() }),
);
const counts = read()(
  `SELECT (SELECT count(*) FROM assessment WHERE id NOT IN (SELECT assessment_id FROM assignment) OR EXISTS (${overall})) AS assessments,
     (SELECT count(DISTINCT assessment_id) FROM report WHERE kind = 'overall' AND superseded_at IS NULL) AS signed`,
  z.strictObject({ assessments: z.number(), signed: z.number() }),
);

/** The assessments that the home page lists: those without an overall report by urgency, those with one the latest first, at most so many of each. */
export function listedAssessments(reader: Reader, limit: { readonly unsigned: number; readonly signed: number }) {
  const { assessments = 0, signed = 0 } = reader.one(counts, {}) ?? {};
  const ids = [
    ...reader.all(unsigned, { limit: limit.unsigned }),
    ...reader.all(signedLately, { limit: limit.signed }),
  ];
  return { rows: ids.map(({ id }) => assessmentById(reader, id)), unsigned: assessments - signed, signed };
}

const stateRow = z.strictObject({
  assessmentId: z.string(),
  methodKey: z.string(),
  state: sessionState,
  attempt: z.number(),
});
/** The latest session of each method that is not void, of assessments without an overall report; of the others only what is not signed. SQLite gives the other columns of the row that has the greatest attempt. */
const everyState = read()(
  `SELECT assessment_id, method_key, state, max(attempt) AS attempt FROM session
   WHERE void_reason IS NULL AND (state <> 'signed' OR assessment_id IN (SELECT id FROM assessment WHERE NOT EXISTS (${overall})))
   GROUP BY assessment_id, method_key`,
  stateRow,
);
const everyOverall = read()(
  "SELECT DISTINCT assessment_id AS id FROM report WHERE kind = 'overall' AND superseded_at IS NULL",
  idRow,
);

/**
 * Tells the stage of one assessment after another, of all of them in the time of a few queries: only where everything is closed do the judgements
 * decide, and those are as many as a person has before them.
 */
export function stageTeller(reader: Reader): (assessment: AssessmentRow) => AssessmentStage {
  const states = new Map<string, Map<string, SessionState>>();
  for (const { assessmentId, methodKey, state } of reader.all(everyState, {})) {
    const own = states.get(assessmentId) ?? new Map<string, SessionState>();
    states.set(assessmentId, own.set(methodKey, state));
  }
  const reported = new Set(reader.all(everyOverall, {}).map(({ id }) => id));
  const planFor = plansOnce(reader);
  return assessment => {
    const own = states.get(assessment.id);
    const isReported = reported.has(assessment.id);
    if (isReported && !own) return 'signed';
    const { stage } = assessmentProgress(
      planFor(assessment).methods.map(method => ({
        methodKey: method.key,
        methodName: method.name,
        sessionState: own?.get(method.key) ?? (isReported ? 'signed' : null),
        isRecorded: isUsuallyRecorded(method),
        blocking: 0,
      })),
    );
    if (stage === 'readyToSign') return standingOf(reader, assessment).progress.stage;
    return stage === 'signed' && !isReported ? 'readyToSign' : stage;
  };
}

/** The plan of each assessment, worked out once for those with the same plan, pathway and day. */
export function plansOnce(reader: Reader): (assessment: AssessmentRow) => Plan {
  const plans = new Map<string, Plan>();
  return assessment => {
    const key = `${assessment.planId}|${assessment.pathway ?? ''}|${assessment.addedAt.slice(0, 10)}`;
    const plan = plans.get(key) ?? planOfAssessment(reader, assessment, assessment.addedAt);
    plans.set(key, plan);
    return plan;
  };
}
