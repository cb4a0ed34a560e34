import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder, testBench } from '../workbench.ts';
import { judgeAll, mark } from './job.ts';
import { addReviewer, pdfsig, review, reviewerMark, signedAssessment } from './signed-assessment.ts';

test('a review that agrees lets the reviewer countersign, and a foreign reader finds both signatures valid', async () => {
  const saved = path.join(temporaryFolder(), 'report.pdf');
  const bench = testBench({ dialogs: { saveFile: async () => saved } });
  const { assessmentId } = await signedAssessment(bench);
  const reviewerId = await addReviewer(bench);
  const waiting = await bench.ask('review.get', { assessmentId });
  expect(waiting.state).toBe('waiting');
  expect(waiting.because.map(({ reason }) => reason)).toContain('newAssessor');
  const [first] = waiting.reports;
  const reportId = first?.id ?? '';
  const countersign = { reportId, reviewerId, mark: reviewerMark };
  expect(await bench.refusal('report.countersign', countersign)).toBe('report.notCountersigned');

  const agreed = await review(bench, assessmentId, reviewerId);
  expect(agreed.state).toBe('agreed');
  expect(await bench.refusal('report.countersign', { ...countersign, mark })).toBe('signature.name');
  const twice = await bench.ask('report.countersign', countersign);
  expect(twice.countersigned).toMatchObject({ by: 'Quinn Fictional' });
  expect(twice.sha256).not.toBe(first?.sha256);
  expect(await bench.refusal('report.countersign', countersign)).toBe('report.notCountersigned');

  await bench.ask('report.save', { id: reportId });
  const [, assessor = '', assurer = ''] = pdfsig(saved).split(/Signature #\d:/);
  for (const signature of [assessor, assurer]) expect(signature).toContain('Signature is Valid');
  expect(assessor).toContain('Not total document signed');
  expect(assurer).toContain('Total document signed');
  expect(assurer).toContain('CN=Quinn Fictional');
  const log = await bench.ask('audit.list', { before: null, limit: 3 });
  expect(log.events.find(({ type }) => type === 'report.countersigned')?.actor).toBe('Quinn Fictional');
  expect(log.brokenAt).toBeNull();
});

test('nobody reviews their own work, only a quality assurer reviews, and a return needs its reasons', async () => {
  const bench = testBench();
  const { assessmentId } = await signedAssessment(bench);
  const [owner] = await bench.ask('person.list', {});
  const { reports } = await bench.ask('review.get', { assessmentId });
  const given = { assessmentId, reportIds: [reports[0]?.id ?? ''], sampledBecause: ['random' as const], reasons: '' };
  const by = (reviewerId: string, decision: 'agreed' | 'returned' = 'agreed') =>
    bench.refusal('review.record', { ...given, reviewerId, decision });
  expect(await by(owner?.id ?? '')).toBe('review.notQualityAssurer');
  const reviewerId = await addReviewer(bench);
  expect(await by(reviewerId, 'returned')).toBe('review.reasons');
  expect(await bench.refusal('person.add', { name: 'quinn  fictional', role: 'qualityAssurer' })).toBe('person.known');
  await bench.workbench.task(async context => {
    context.workspace?.connection.prepare("UPDATE person SET role = 'qualityAssurer' WHERE id = ?").run(owner?.id);
  });
  expect(await by(owner?.id ?? '')).toBe('review.own');
});

test('a returned report gets a new version from its judgements alone; the first one stays in the record', async () => {
  const bench = testBench();
  const { assessmentId, discussionId } = await signedAssessment(bench);
  const reviewerId = await addReviewer(bench);
  const subject = { kind: 'method', sessionId: discussionId } as const;
  const first = (await bench.ask('report.get', { subject })).signed;
  const reportId = first?.id ?? '';
  const revise = { reportId, reason: 'The rationale of A1 is put right' };
  expect(await bench.refusal('report.revise', revise)).toBe('report.notReturned');
  expect((await review(bench, assessmentId, reviewerId, 'returned')).state).toBe('returned');
  await bench.ask('report.revise', revise);

  const note = { kind: 'answer', body: 'Afterwards', ksbs: [] } as const;
  expect(await bench.refusal('note.add', { sessionId: discussionId, ...note, followsId: null })).toBe('session.closed');
  const reopen = { sessionId: discussionId, reason: 'More notes' };
  expect(await bench.refusal('session.reopen', reopen)).toBe('session.revising');
  expect((await bench.ask('report.get', { subject })).signed).toBeNull();
  await judgeAll(bench, discussionId, () => 'met');
  const second = await bench.ask('report.sign', { subject, mark });
  expect(second).toMatchObject({ version: 2, documentId: `${first?.documentId}-2` });
  expect(await bench.refusal('report.revise', revise)).toBe('report.superseded');

  const after = await bench.ask('assessment.get', { id: assessmentId });
  expect(after.overallReport).toBeNull();
  const overall = await bench.ask('report.sign', { subject: { kind: 'overall', assessmentId }, mark });
  expect(overall.version).toBe(2);
  const kept = await bench.workbench.task(async context =>
    context.workspace?.connection.prepare('SELECT count(*) AS count FROM report').get(),
  );
  expect(kept).toEqual({ count: 5 });
});

test('the database itself refuses to change a signed report, to unlock its session and to countersign one’s own', async () => {
  const bench = testBench();
  const { discussionId, assessmentId } = await signedAssessment(bench);
  const run = (sql: string, ...values: readonly string[]) =>
    bench.workbench.task(async context => {
      try {
        context.workspace?.connection.prepare(sql).run(...values);
        return 'done';
      } catch (error) {
        return error instanceof Error ? error.message : 'refused';
      }
    });
  expect(await run("UPDATE report SET grade = 'distinction'")).toBe('A signed report stays as it is');
  const unlock = "UPDATE session SET state = 'closed', revising = 'x' WHERE id = ?";
  expect(await run(unlock, discussionId)).toBe('The session is signed');
  const own =
    "INSERT INTO report_file SELECT id, 1, 'countersigned', attachment_id, signed_by, signed_at FROM report WHERE assessment_id = ? LIMIT 1";
  expect(await run(own, assessmentId)).toBe('Nobody countersigns their own report');
});

test('with a quality assurer a result is released only after the review; without one after signing', async () => {
  const bench = testBench();
  const { assessmentId } = await signedAssessment(bench);
  const [owner] = await bench.ask('person.list', {});
  expect((await bench.ask('review.get', { assessmentId })).releaseBlocked).toBeNull();
  const reviewerId = await addReviewer(bench);
  const release = { assessmentId, releasedBy: owner?.id ?? '' };
  expect(await bench.refusal('result.release', release)).toBe('result.notReleased');
  await review(bench, assessmentId, reviewerId);
  await bench.ask('result.release', release);
  const [listed] = await bench.ask('review.list', {});
  expect(listed).toMatchObject({ state: 'released', released: { by: 'Robin Fictional' } });
  expect(await bench.refusal('result.release', release)).toBe('result.notReleased');
});

test('a report that was returned after it was countersigned keeps the decision', async () => {
  const saved = path.join(temporaryFolder(), 'preview.pdf');
  const bench = testBench();
  const { assessmentId, observationId } = await signedAssessment(bench);
  const reviewerId = await addReviewer(bench);
  const { reports } = await review(bench, assessmentId, reviewerId);
  const subject = { kind: 'method', sessionId: observationId } as const;
  const reportId = reports.find(({ title }) => title.startsWith('Observation'))?.id ?? '';
  await bench.ask('report.countersign', { reportId, reviewerId, mark: reviewerMark });
  const again = { assessmentId, reportIds: [reportId], reviewerId, decision: 'returned', reasons: 'Late' } as const;
  expect(await bench.refusal('review.record', { ...again, sampledBecause: ['complaint'] })).toBe(
    'review.countersigned',
  );
  const { pdf } = await bench.ask('report.preview', { subject });
  writeFileSync(saved, pdf);
  expect(pdfsig(saved).match(/Signature is Valid/g)).toHaveLength(2);
});
