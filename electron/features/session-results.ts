import { cappedGrade } from '../../shared/domain/attempts.ts';
import { type ConsistencyHint, consistencyHints } from '../../shared/domain/consistency.ts';
import { activityObstacles } from '../../shared/domain/mandatory-activities.ts';
import { gradeMethod, type MethodGrade } from '../../shared/domain/method-grade.ts';
import type { Obstacle } from '../../shared/domain/obstacle.ts';
import type { Method } from '../../shared/domain/plan.ts';
import { portfolioEvidence } from '../../shared/domain/portfolio.ts';
import { nameObstacles } from '../../shared/domain/private-names.ts';
import { obstaclesToClosing } from '../../shared/domain/readiness-to-close.ts';
import { obstaclesToSigning } from '../../shared/domain/readiness-to-sign.ts';
import { recordingObstacles } from '../../shared/domain/recording.ts';
import { recordedLength } from '../../shared/domain/recording-places.ts';
import { splitObstacles } from '../../shared/domain/session-split.ts';
import { stopObstacles, withheldBecause } from '../../shared/domain/session-stops.ts';
import { ledgerTimes } from '../../shared/domain/time-ledger.ts';
import type { Reader } from '../db/statements.ts';
import { ledgerOf } from './clock.ts';
import { draftsOf } from './drafts.ts';
import { judgementsOf } from './judgements.ts';
import { marksOf } from './marks.ts';
import { notesOf } from './notes.ts';
import { portfolioPieces } from './portfolio-evidence.ts';
import { printedTexts } from './printed-texts.ts';
import { namesCheckedAt, namesOf } from './private-name-rows.ts';
import { outcomeOf } from './recorded-outcome-rows.ts';
import { segmentsOf } from './recording-rows.ts';
import { scoreOf } from './scores.ts';
import { countingSessions, methodOfSession, type SessionRow } from './session-rows.ts';
import { stopsOf } from './stop-rows.ts';

type Explanation = SessionRow['explanations'][number];

/** The method grade of a session as its judgements stand, with the cap on re-sits and re-takes. Computed each time it is asked for, never stored before the report. */
export function resultOf(reader: Reader, session: SessionRow): MethodGrade {
  const { plan, method } = methodOfSession(reader, session);
  const result = gradeMethod(method, judgementsOf(reader, session.id), scoreOf(reader, session.id));
  const { grade, line } = cappedGrade(plan, method, { ...session, number: session.attempt, grade: result.grade });
  return line ? { ...result, grade, lines: [...result.lines, line] } : result;
}

/** What stands in the way of closing the session when these explanations are given. */
export function closingObstacles(
  reader: Reader,
  session: SessionRow,
  method: Method,
  now: Date,
  explanations: readonly Explanation[],
  notes = notesOf(reader, session.id),
): readonly Obstacle[] {
  const reason = (...rules: string[]): string => explanations.find(({ rule }) => rules.includes(rule))?.reason ?? '';
  const activities = new Set(marksOf(reader, session.id).activities.map(({ about }) => about));
  return [
    ...unsavedNote(reader, session.id),
    ...stopObstacles(stopsOf(reader, session.id)),
    ...activityObstacles(method, activities, reason('activityNotSeen')),
    ...splitObstacles(method, ledgerOf(reader, session.id), reason('splitTooLong')),
    ...obstaclesToClosing(method, notes, {
      ledger: ledgerOf(reader, session.id),
      nowIso: now.toISOString(),
      adjustmentPercent: session.checklist.adjustmentPercent,
      reasons: {
        questions: reason('questionsBelowMinimum', 'themeQuestionsBelowMinimum'),
        overrun: reason('overrunWithoutReason'),
      },
    }),
    ...recordingObstacles(method, {
      consent: session.checklist.recordingConsent,
      recordedSeconds: recordedLength(segmentsOf(reader, session.id)) / 1000,
      assessmentSeconds: ledgerTimes(ledgerOf(reader, session.id), now.toISOString()).assessmentSeconds,
      reason: reason('notRecorded'),
    }),
  ];
}

/** What stands in the way of signing the session's report. */
export function signingObstacles(
  reader: Reader,
  session: SessionRow,
  method: Method,
  notes = notesOf(reader, session.id),
): readonly Obstacle[] {
  const notClosed: Obstacle = {
    rule: 'notClosed',
    severity: 'blocks',
    message: 'The session is not closed yet. Close it when its notes are complete.',
  };
  const portfolio = portfolioEvidence(portfolioPieces(reader, session.assessmentId));
  const score = scoreOf(reader, session.id);
  // Its record is what the judgements rest on, and there are no notes to link.
  const isHeldElsewhere = outcomeOf(reader, session.id) !== undefined;
  const own = [
    ...withheldObstacle(reader, session.id),
    ...namesInReport(reader, session, notes),
    ...namesUnchecked(reader, session),
    ...obstaclesToSigning(method, judgementsOf(reader, session.id), notes, score, portfolio).filter(
      ({ rule }) => rule !== 'noEvidence' || !isHeldElsewhere,
    ),
    ...consistencyOf(reader, session).map(inconsistent),
  ];
  return session.state === 'closed' || session.state === 'signed'
    ? [...unsavedRationales(reader, session.id), ...own]
    : [notClosed, ...own];
}

/** What does not go together among this session's judgements and those of the assessment's other methods. */
export function consistencyOf(reader: Reader, session: SessionRow): readonly ConsistencyHint[] {
  const judgements = judgementsOf(reader, session.id);
  if (judgements.length === 0) return [];
  const others = [...countingSessions(reader, session.assessmentId).values()].filter(
    ({ methodKey }) => methodKey !== session.methodKey,
  );
  return consistencyHints(
    { method: methodOfSession(reader, session).method, judgements },
    others.map(other => ({
      method: methodOfSession(reader, other).method,
      judgements: judgementsOf(reader, other.id),
    })),
  );
}

function inconsistent({ rule, message, descriptorKeys: [descriptorKey = ''] }: ConsistencyHint): Obstacle {
  return { rule, severity: 'hint', message, descriptorKey };
}

/** Every note costs a look here, so nothing is read while no name is marked. */
function namesInReport(reader: Reader, session: SessionRow, notes: ReturnType<typeof notesOf>): readonly Obstacle[] {
  const names = namesOf(reader, session.assessmentId);
  return names.length === 0 ? [] : nameObstacles(names, printedTexts(reader, session, notes));
}

function namesUnchecked(reader: Reader, { id, state }: SessionRow): readonly Obstacle[] {
  if (state !== 'closed' || namesCheckedAt(reader, id) !== null) return [];
  const message =
    'The words of this session were not looked through for names of service users since they were last changed.';
  return [{ rule: 'namesNotChecked', severity: 'hint', message }];
}

function withheldObstacle(reader: Reader, sessionId: string): readonly Obstacle[] {
  const stops = stopsOf(reader, sessionId);
  const message = withheldBecause(stops);
  const unrecorded = stopObstacles(stops);
  return message === null || unrecorded.length > 0 ? unrecorded : [{ rule: 'withheld', severity: 'blocks', message }];
}

function unsavedNote(reader: Reader, sessionId: string): readonly Obstacle[] {
  const typed = draftsOf(reader, sessionId).some(({ field }) => field.startsWith('note'));
  return typed
    ? [
        {
          rule: 'noteNotSaved',
          severity: 'blocks',
          message: 'A note is still being typed. Save it, or empty its line.',
        },
      ]
    : [];
}

function unsavedRationales(reader: Reader, sessionId: string): readonly Obstacle[] {
  return draftsOf(reader, sessionId)
    .filter(({ field }) => field.startsWith('rationale:'))
    .map(({ field }) => ({
      rule: 'rationaleNotSaved',
      severity: 'blocks',
      message: 'A rationale was typed and not saved. Save it or empty it.',
      descriptorKey: field.slice('rationale:'.length),
    }));
}
