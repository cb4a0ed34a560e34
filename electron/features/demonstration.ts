import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ReportSubject } from '../../shared/contract/shapes.ts';
import { ulnCheckDigit } from '../../shared/domain/uln.ts';
import type { CommandContext, TaskContext } from '../core/contexts.ts';
import { filesOf } from '../core/open-workspace.ts';
import { demonstrationFile } from '../core/resources.ts';
import { addApprentice } from './apprentices.ts';
import { addAssessment } from './assessments.ts';
import { breakClock, runClock } from './clock.ts';
import { planDemonstration } from './demonstration-planning.ts';
import { addDemonstrationPortfolio } from './demonstration-portfolio.ts';
import { bookDemonstration, passDemonstrationGateway } from './demonstration-preparation.ts';
import { foundOrganisation, makeDocuments, reviewAndRelease } from './demonstration-review.ts';
import { type DemonstrationScript, demonstrationScript, happenings, lengthOf } from './demonstration-scripts.ts';
import { recordJudgement } from './judgements.ts';
import { setMark } from './marks.ts';
import { addNote, strikeNote } from './notes.ts';
import { planById } from './plan-rows.ts';
import { signReport } from './reports.ts';
import { methodOfSession, sessionById } from './session-rows.ts';
import { beginSession, closeSession } from './sessions.ts';
import { makeWorkspace } from './workspace-making.ts';

/** Where the demonstration of this machine lives. */
export const demonstrationFolder = (userData: string): string => path.join(userData, 'workspaces', 'demonstration');

const planId = 'st1030-demonstration';
const assessor = 'Robin Fictional';
const minute = 60_000;
const day = 24 * 60 * minute;

/** A fictional apprentice and how far their assessment has come. `daysAgo`: when each session was held. */
interface Story {
  readonly givenNames: string;
  readonly familyName: string;
  readonly employer: string;
  readonly sessions: readonly { readonly script: string; readonly daysAgo: number; readonly ended: boolean }[];
  readonly signedDaysAgo: number | null;
}

const stories: readonly Story[] = [
  {
    givenNames: 'Dev',
    familyName: 'Placeholder',
    employer: 'Example Care (fictional)',
    sessions: [
      { script: 'placeholder-observation', daysAgo: 9, ended: true },
      { script: 'placeholder-discussion', daysAgo: 8, ended: true },
    ],
    signedDaysAgo: 7,
  },
  {
    givenNames: 'Cleo',
    familyName: 'Specimen',
    employer: 'Sample Primary School (fictional)',
    sessions: [
      { script: 'specimen-observation', daysAgo: 3, ended: true },
      { script: 'specimen-discussion', daysAgo: 2, ended: true },
    ],
    signedDaysAgo: null,
  },
  {
    givenNames: 'Ben',
    familyName: 'Sample',
    employer: 'Specimen Housing (fictional)',
    sessions: [{ script: 'sample-discussion', daysAgo: 0, ended: false }],
    signedDaysAgo: null,
  },
  { givenNames: 'Ada', familyName: 'Example', employer: 'Example Care (fictional)', sessions: [], signedDaysAgo: null },
];

/** Makes the demonstration workspace with fictional apprentices at each stage, unless it is there already, and leaves it open or closed as it was found. */
export async function makeDemonstration(folder: string, context: TaskContext): Promise<void> {
  if (existsSync(filesOf(folder).vault)) return;
  const now = context.now;
  const wanted = {
    folder,
    label: 'Demonstration (fictional)',
    assessor,
    organisation: 'Example Assessment Organisation (fictional)',
    secret: { kind: 'demonstration' },
  } as const;
  const { workspace } = await makeWorkspace(wanted, new Date(now.getTime() - 10 * day), context.nativeBinding);
  context.replaceWorkspace(workspace);
  await foundOrganisation(context.at(new Date(now.getTime() - 10 * day)));
  for (const [index, story] of stories.entries()) {
    context.progress(index, stories.length, `Making the demonstration: ${story.givenNames} ${story.familyName}`);
    await play(story, index, context, now);
  }
}

async function play(story: Story, index: number, context: TaskContext, now: Date): Promise<void> {
  const first = story.sessions[0];
  const added = first ? startOf(first, now).getTime() - 2 * 60 * minute : now.getTime() - 5 * minute;
  const assessmentId = context.at(new Date(added)).command(command => enrol(command, story, index));
  const sessionIds: string[] = [];
  for (const session of story.sessions) {
    const script = demonstrationScript.parse(demonstrationFile(session.script));
    sessionIds.push(playSession(context, assessmentId, script, startOf(session, now), session.ended));
  }
  if (story.signedDaysAgo === null) return;
  const sessions = sessionIds.map(sessionId => ({ kind: 'method', sessionId }) as const);
  await signAll(context.at(dayAt(now, story.signedDaysAgo, 15)), [...sessions, { kind: 'overall', assessmentId }]);
  const reviewing = dayAt(now, story.signedDaysAgo - 1, 10);
  await reviewAndRelease(context.at(reviewing), assessmentId);
  const released = context.at(new Date(reviewing.getTime() + 30 * minute));
  await makeDocuments(released, assessmentId, ['outcome', 'feedback', 'audit']);
}

/** Signs reports one after another, five minutes apart, as the demonstration's assessor. */
export async function signAll(context: TaskContext, subjects: readonly ReportSubject[]): Promise<void> {
  const start = context.now.getTime();
  for (const [order, subject] of subjects.entries()) {
    const mark = { kind: 'typed', name: assessor } as const;
    await signReport(context.at(new Date(start + order * 5 * minute)), { subject, mark });
  }
}

/** Sessions of past days began at half past nine; the one that is going on began half an hour ago. */
function startOf({ daysAgo }: Story['sessions'][number], now: Date): Date {
  return daysAgo === 0 ? new Date(now.getTime() - 30 * minute) : dayAt(now, daysAgo, 9.5);
}

/** So many days ago at this hour (UTC). */
function dayAt(now: Date, daysAgo: number, hour: number): Date {
  const midnight = new Date(now.getTime() - daysAgo * day).setUTCHours(0, 0, 0, 0);
  return new Date(midnight + hour * 60 * minute);
}

function enrol(context: CommandContext, { givenNames, familyName, employer, sessions }: Story, index: number): string {
  const nine = `10000000${index + 1}`;
  const uln = `${nine}${ulnCheckDigit(nine)}`;
  const trainingProvider = 'Example Training (fictional)';
  const { id } = addApprentice(context, { givenNames, familyName, employer, trainingProvider, uln });
  const { id: assessmentId } = addAssessment(context, { apprenticeId: id, planId, practice: true });
  const plan = planById(context.reader, planId).document;
  passDemonstrationGateway(context, assessmentId, plan);
  addDemonstrationPortfolio(context, assessmentId);
  planDemonstration(context, assessmentId);
  if (sessions.length === 0) bookDemonstration(context, assessmentId, plan, employer);
  return assessmentId;
}

/** Plays a session by its script, from its first question to the last judgement where it has ended, and gives its id. */
export function playSession(
  context: TaskContext,
  assessmentId: string,
  script: DemonstrationScript,
  start: Date,
  ended: boolean,
): string {
  const at = (minutes: number): TaskContext => context.at(new Date(start.getTime() + Math.round(minutes * minute)));
  const checklist = {
    ...script.checklist,
    independenceDeclared: true,
    briefingGiven: true,
    adjustmentsConfirmed: true,
  } as const;
  const { id: sessionId } = at(-5).command(command =>
    beginSession(command, { assessmentId, methodKey: script.methodKey, checklist }),
  );
  const noteIds: string[] = [];
  for (const happening of happenings(script)) {
    at(happening.at).command(command => {
      if (happening.kind === 'run') runClock(command, { sessionId, partKey: happening.partKey });
      else if (happening.kind === 'break') breakClock(command, { sessionId, reason: happening.reason });
      else if (happening.kind === 'activity') seeActivity(command, sessionId, happening.index);
      else noteIds.push(writeNote(command, sessionId, script.notes[happening.index], noteIds));
    });
  }
  const end = lengthOf(script);
  if (!ended) {
    at(end).command(command => breakClock(command, { sessionId, reason: 'The apprentice asked for a short break' }));
    return sessionId;
  }
  at(end).command(command => closeSession(command, { sessionId, explanations: [] }));
  for (const [order, { evidence, ...judgement }] of script.judgements.entries()) {
    const evidenceNoteIds = evidence.flatMap(index => noteIds[index] ?? []);
    at(end + 30 + order).command(command =>
      recordJudgement(command, { sessionId, ...judgement, evidenceNoteIds, portfolioEvidenceIds: [] }),
    );
  }
  return sessionId;
}

function seeActivity(context: CommandContext, sessionId: string, index: number): void {
  const { method } = methodOfSession(context.reader, sessionById(context.reader, sessionId));
  const about = method.conditions.mandatoryActivities[index];
  if (about !== undefined) setMark(context, { sessionId, kind: 'activity', about, isSet: true });
}

function writeNote(
  context: CommandContext,
  sessionId: string,
  note: DemonstrationScript['notes'][number] | undefined,
  noteIds: readonly string[],
): string {
  if (!note) throw new Error('The script has no such note');
  const { kind, body, ksbs, follows, struck } = note;
  const { id } = addNote(context, {
    sessionId,
    kind,
    body,
    ksbs,
    followsId: follows === null ? null : (noteIds[follows] ?? null),
  });
  if (struck !== undefined) strikeNote(context, { id, reason: struck });
  return id;
}
