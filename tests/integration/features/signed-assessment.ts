import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Verification } from '../../../shared/contract/reports.ts';
import type { Output } from '../../../shared/contract.ts';
import { beginSession, checklist, type TestBench } from '../workbench.ts';
import { holdSession, judgeAll, mark } from './job.ts';

/** A signed assessment: both methods passed unless told otherwise, and the overall report. */
export interface SignedAssessment {
  readonly assessmentId: string;
  readonly discussionId: string;
  readonly observationId: string;
}

type Decide = Parameters<typeof judgeAll>[2];

/** Holds, judges and signs a whole practice assessment. */
export async function signedAssessment(
  bench: TestBench,
  judgeDiscussion: Decide = (_, grade) => (grade === 'pass' ? 'met' : 'notMet'),
): Promise<SignedAssessment> {
  const { assessmentId, sessionId: discussionId } = await beginSession(bench, 'professionalDiscussion');
  await holdSession(bench, discussionId);
  await judgeAll(bench, discussionId, judgeDiscussion);
  await bench.ask('report.sign', { subject: { kind: 'method', sessionId: discussionId }, mark });
  const { id: observationId } = await bench.ask('session.begin', { assessmentId, methodKey: 'observation', checklist });
  await holdSession(bench, observationId);
  await judgeAll(bench, observationId, () => 'met');
  await bench.ask('report.sign', { subject: { kind: 'method', sessionId: observationId }, mark });
  await bench.ask('report.sign', { subject: { kind: 'overall', assessmentId }, mark });
  return { assessmentId, discussionId, observationId };
}

/** Adds a quality assurer, whose id is given. */
export async function addReviewer(bench: TestBench, name = 'Quinn Fictional'): Promise<string> {
  return (await bench.ask('person.add', { name, role: 'qualityAssurer' })).id;
}

/** A review of all current reports of an assessment. */
export async function review(
  bench: TestBench,
  assessmentId: string,
  reviewerId: string,
  decision: 'agreed' | 'returned' | 'changed' = 'agreed',
): Promise<Output<'review.get'>> {
  const { reports } = await bench.ask('review.get', { assessmentId });
  const reportIds = reports.map(({ id }) => id);
  const reasons = decision === 'agreed' ? '' : 'The rationale of A1 does not say what was seen.';
  const given = { assessmentId, reportIds, reviewerId, decision, reasons };
  await bench.ask('review.record', { ...given, sampledBecause: ['newAssessor'] });
  return bench.ask('review.get', { assessmentId });
}

export const reviewerMark = { kind: 'typed', name: 'Quinn Fictional' } as const;

/** What the workspace finds in a file that it is given. Throws where it could not be checked. */
export async function checkedFile(bench: TestBench, file: string): Promise<Verification> {
  const bytes = new Uint8Array(readFileSync(file));
  const found = await bench.ask('report.verifyGiven', { fileName: path.basename(file), bytes });
  if (found.kind === 'checked') return found.verification;
  throw new Error(found.reason);
}

/** Trusts the certificate in the file that the dialogs answer with, after it was shown. */
export async function trustChosen(bench: TestBench, purpose: 'signing' | 'timestamps'): Promise<void> {
  const read = await bench.ask('trust.read', {});
  if (!read) throw new Error('No file was chosen');
  const { roots } = await bench.ask('trust.list', {});
  const added = await bench.ask('trust.add', { purpose, der: read.der });
  if (added.fingerprint !== read.facts.fingerprint) throw new Error('Another certificate was trusted');
  if (roots.some(({ fingerprint }) => fingerprint === added.fingerprint)) throw new Error('It was trusted already');
}

/** What pdfsig says of a file. */
export const pdfsig = (file: string, ...options: readonly string[]): string =>
  execFileSync('pdfsig', [...options, file], { encoding: 'utf8' });
