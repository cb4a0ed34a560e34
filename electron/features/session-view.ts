import { ksbsOf } from '../../shared/domain/framework.ts';
import type { Handler } from '../core/contexts.ts';
import { apprenticeById, fullName } from './apprentices.ts';
import { assessmentById } from './assessment-rows.ts';
import { interruptedSince, ledgerOf } from './clock.ts';
import { draftsOf } from './drafts.ts';
import { frameworkById } from './frameworks.ts';
import { judgementsOf } from './judgements.ts';
import { marksOf } from './marks.ts';
import { notesOf } from './notes.ts';
import { namesOf } from './private-name-rows.ts';
import { outcomeHistory, outcomeOf } from './recorded-outcome-rows.ts';
import { recordingOf } from './recording-rows.ts';
import { scoreHistory, scoreOf } from './scores.ts';
import { closingObstacles, consistencyOf, resultOf, signingObstacles } from './session-results.ts';
import { methodOfSession, sessionById } from './session-rows.ts';
import { stopsOf } from './stop-rows.ts';

export const getSession: Handler<'session.get'> = ({ reader, workspace, now }, { id }) => {
  const session = sessionById(reader, id);
  const assessment = assessmentById(reader, session.assessmentId);
  const { plan, method, frameworkId } = methodOfSession(reader, session);
  const ksbs = ksbsOf(frameworkById(reader, frameworkId));
  const ledger = ledgerOf(reader, id);
  const notes = notesOf(reader, id);
  const result = resultOf(reader, session);
  const outcome = outcomeOf(reader, id);
  return {
    id,
    assessmentId: assessment.id,
    apprenticeName: fullName(apprenticeById(reader, assessment.apprenticeId)),
    standard: `${plan.standard.reference} v${plan.standard.version}`,
    practice: assessment.practice,
    attempt: session.attempt,
    state: session.state,
    checklist: session.checklist,
    startedAt: ledger[0]?.startedAt ?? null,
    closedAt: session.closedAt,
    method,
    statements: ksbs.filter(({ code }) => method.ksbs.includes(code)).map(({ code, text }) => ({ code, text })),
    knownCodes: ksbs.map(({ code }) => code),
    notes,
    ledger: [...ledger],
    recording: recordingOf(reader, session, method),
    interruptedSince: interruptedSince(reader, id, workspace.runId),
    stops: [...stopsOf(reader, id)],
    privateNames: namesOf(reader, session.assessmentId).map(({ id, word, replacement }) => ({ id, word, replacement })),
    marks: marksOf(reader, id),
    judgements: judgementsOf(reader, id),
    outcome: outcome ? { ...outcome, earlier: outcomeHistory(reader, id) } : null,
    score: { value: scoreOf(reader, id), earlier: scoreHistory(reader, id) },
    consistency: consistencyOf(reader, session).map(({ message, descriptorKeys }) => ({
      message,
      descriptorKeys: [...descriptorKeys],
    })),
    drafts: draftsOf(reader, id),
    explanations: session.explanations,
    result: { ...result, lines: [...result.lines] },
    obstaclesToClosing: [...closingObstacles(reader, session, method, now, session.explanations, notes)],
    obstaclesToSigning: [...signingObstacles(reader, session, method, notes)],
  };
};
