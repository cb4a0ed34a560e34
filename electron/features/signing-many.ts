import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ReadyCase, SignedMany } from '../../shared/contract/reports.ts';
import type { ReportSubject } from '../../shared/contract/shapes.ts';
import type { Checked } from '../../shared/contract.ts';
import type { Grade } from '../../shared/domain/plan.ts';
import { AppError } from '../../shared/errors.ts';
import type { Handler, TaskContext } from '../core/contexts.ts';
import { writeDurably } from '../db/files.ts';
import type { Reader } from '../db/statements.ts';
import { apprenticeById, fullName } from './apprentices.ts';
import { type AssessmentRow, everyAssessmentRow } from './assessment-rows.ts';
import { completionObstacles } from './completion.ts';
import { type Standing, standingOf } from './progress.ts';
import { modelOf, signedBytes, signReport } from './reports.ts';
import { resultOf, signingObstacles } from './session-results.ts';
import { methodOfSession } from './session-rows.ts';
import { reportById, signedReportOn, titleOf } from './signed-reports.ts';

type Ready = ReadyCase['reports'];

export const listReady: Handler<'report.ready'> = ({ reader }) =>
  everyAssessmentRow(reader)
    .map(assessment => readyCase(reader, assessment))
    .filter(({ reports }) => reports.length > 0);

function readyCase(reader: Reader, assessment: AssessmentRow): ReadyCase {
  const standing = standingOf(reader, assessment);
  const { reference, title } = standing.plan.standard;
  const methods = readyMethods(reader, standing);
  return {
    assessmentId: assessment.id,
    apprenticeName: fullName(apprenticeById(reader, assessment.apprenticeId)),
    standard: `${reference} ${title}`,
    practice: assessment.practice,
    reports: [...methods, ...readyOverall(reader, assessment.id, standing, methods)],
  };
}

function readyMethods(reader: Reader, { plan, sessions }: Standing): Ready {
  return plan.methods.flatMap(({ key, name }) => {
    const session = sessions.get(key);
    if (session?.state !== 'closed') return [];
    const { method } = methodOfSession(reader, session);
    const { grade } = resultOf(reader, session);
    const isBlocked = signingObstacles(reader, session, method).some(({ severity }) => severity === 'blocks');
    if (grade === null || isBlocked) return [];
    const title = titleOf({ kind: 'method', method: { name } });
    return [{ subject: { kind: 'method', sessionId: session.id } as const, title, grade }];
  });
}

/** The overall report, where every method is signed or among the `methods` that can be signed before it. */
function readyOverall(reader: Reader, assessmentId: string, standing: Standing, methods: Ready): Ready {
  const { plan, sessions, overall } = standing;
  const subject = { kind: 'overall', assessmentId } as const;
  const signed = plan.methods.filter(({ key }) => sessions.get(key)?.state === 'signed');
  if (overall.grade === null || signed.length + methods.length < plan.methods.length) return [];
  if (methods.length === 0 && signedReportOn(reader, subject)) return [];
  if (completionObstacles(reader, assessmentId, plan).length > 0) return [];
  return [{ subject, title: titleOf({ kind: 'overall' }), grade: overall.grade }];
}

/** One report of a batch: signed by now, signed before, not signed for a reason of its own, or a fault that every other would meet too. */
type Outcome =
  | { readonly kind: 'signed' | 'skipped'; readonly reportId: string }
  | { readonly kind: 'notSigned' | 'stopped'; readonly reason: string };

export const signMany: Handler<'report.signMany'> = async (context, batch) => {
  const folder = batch.save ? await context.dialogs.chooseFolder('Choose a folder for the signed reports') : null;
  if (batch.save && folder === null) return null;
  const result = await context.runBatch(cancelled => signEach(context, batch, folder, cancelled));
  const saved = result.signed + result.skipped;
  if (folder !== null && saved > 0 && context.workspace) {
    const detail = { saved, skipped: 0 };
    context.command(({ record, workspace }) => record({ type: 'reports.saved', subjectId: workspace.id, detail }));
  }
  return result;
};

/** Signs one report after another, so that no more than one is in memory. */
async function signEach(
  context: TaskContext,
  batch: Checked<'report.signMany'>,
  folder: string | null,
  cancelled: AbortSignal,
): Promise<SignedMany> {
  const { reports } = batch;
  const count = { signed: 0, skipped: 0 };
  const notSigned: { subject: ReportSubject; reason: string }[] = [];
  for (const [done, { subject, grade }] of reports.entries()) {
    const remaining = reports.length - done;
    if (cancelled.aborted) return { ...count, folder, notSigned, stopped: null, remaining };
    context.progress(done, reports.length, `Report ${done + 1} of ${reports.length}`);
    const outcome = await outcomeOf(() => signOne(context, batch, subject, grade));
    if (outcome.kind === 'stopped') return { ...count, folder, notSigned, stopped: outcome.reason, remaining };
    if (outcome.kind === 'notSigned') notSigned.push({ subject, reason: outcome.reason });
    if (outcome.kind === 'signed' || outcome.kind === 'skipped') {
      count[outcome.kind] += 1;
      if (folder !== null) save(context, outcome.reportId, folder);
    }
    await nextTurn(); // lets a cancellation, and every other call, in
  }
  return { ...count, folder, notSigned, stopped: null, remaining: 0 };
}

async function signOne(
  context: TaskContext,
  { mark, timestamp }: Checked<'report.signMany'>,
  subject: ReportSubject,
  confirmed: Grade,
): Promise<Outcome> {
  const before = context.query(({ reader }) => signedReportOn(reader, subject));
  if (before) return { kind: 'skipped', reportId: before.id };
  const { grade } = context.query(query => modelOf(query, subject));
  if (grade !== confirmed) {
    const reason = `The grade is ${grade} by now, where ${confirmed} was confirmed. Look at the report and sign it by itself.`;
    return { kind: 'notSigned', reason };
  }
  const { id } = await signReport(context, { subject, mark, ...(timestamp ? { timestamp } : {}) });
  return { kind: 'signed', reportId: id };
}

/** A fault that concerns the one report leaves the others; any other would meet each of them. */
async function outcomeOf(work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (fault) {
    if (!(fault instanceof AppError)) throw fault;
    return { kind: fault.code.startsWith('report.') ? 'notSigned' : 'stopped', reason: fault.message };
  }
}

function save(context: TaskContext, reportId: string, folder: string): void {
  const row = context.query(({ reader }) => reportById(reader, reportId));
  writeDurably(path.join(folder, `${row.documentId}.pdf`), signedBytes(context, row));
}
