import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { judgeAll, mark } from '../features/job.ts';
import { review, reviewerMark } from '../features/signed-assessment.ts';
import { checklist, temporaryFolder } from '../workbench.ts';
import { enrol, organisationDesk, organisationOf, sendResults, signedAtAssessor, takeIn } from './two-workspaces.ts';

test('an assessment goes out to an assessor, comes back signed, is reviewed, released and confirmed', async () => {
  const { organisation, assessor, reviewerId, assessmentIds, assignment } = await signedAtAssessor();
  const [assessmentId = ''] = assessmentIds;
  expect(
    (await assessor.ask('pack.preview', { file: assignment })).items.find(({ kind }) => kind === 'assessment'),
  ).toMatchObject({
    standing: 'older',
  });
  const file = await sendResults(assessor, assessmentIds);
  const { preview, outcome } = await takeIn(organisation, file);
  expect(preview).toMatchObject({
    kind: 'result',
    refusal: null,
    practice: true,
    signer: { name: 'Robin Fictional', trusted: true },
  });
  expect(preview.items.find(({ kind }) => kind === 'assessment')).toMatchObject({
    standing: 'changed',
    title: 'Zoë Example-1',
  });
  expect(outcome).toMatchObject({ taken: 1, left: [] });

  const waiting = await organisation.ask('review.get', { assessmentId });
  expect(waiting).toMatchObject({ state: 'waiting', grade: 'pass' });
  expect((await review(organisation, assessmentId, reviewerId)).state).toBe('agreed');
  for (const { id: reportId } of waiting.reports) {
    await organisation.ask('report.countersign', { reportId, reviewerId, mark: reviewerMark });
  }
  await organisation.ask('result.release', { assessmentId, releasedBy: reviewerId });

  const workspaceId = (await organisation.ask('pack.list', {})).correspondents[0]?.workspaceId ?? '';
  const reviewed = organisation.file('review.epapack');
  await organisation.ask('pack.sendReviews', { workspaceId, assessmentIds, encrypt: false });
  const receipt = organisation.file('receipt.epapack');
  await organisation.ask('pack.sendReceipt', { workspaceId });
  expect((await takeIn(assessor, reviewed)).preview.items).toMatchObject([
    { kind: 'review', standing: 'new', note: 'Agreed, countersigned, released' },
  ]);
  const after = await assessor.ask('review.get', { assessmentId });
  expect(after).toMatchObject({ state: 'released', released: { by: 'Quinn Fictional' } });
  expect(after.reports.map(({ countersigned }) => countersigned?.by)).toEqual(Array(3).fill('Quinn Fictional'));
  expect((await takeIn(assessor, receipt)).outcome.taken).toBe(1);
  const { correspondents } = await assessor.ask('pack.list', {});
  expect(correspondents[0]?.acknowledgedSequence).toBeGreaterThan(50);
  expect(await organisationOf(assessor)).toBe(correspondents[0]?.workspaceId);
});

test('the same pack twice changes nothing, and a returned assessment comes back as a new version', async () => {
  const { organisation, assessor, reviewerId, assessmentIds } = await signedAtAssessor();
  const [assessmentId = ''] = assessmentIds;
  const first = await sendResults(assessor, assessmentIds);
  await takeIn(organisation, first);
  const logEnd = async () => (await organisation.ask('audit.list', { before: null, limit: 1 })).events[0]?.sequence;
  const before = await logEnd();
  const again = await takeIn(organisation, first);
  expect(again.preview.takenInAt).not.toBeNull();
  expect(again.outcome).toMatchObject({ taken: 0, left: [] });
  expect(await logEnd()).toBe(before);

  const returned = await review(organisation, assessmentId, reviewerId, 'returned');
  expect(returned.state).toBe('returned');
  const [reportId = ''] = returned.reports.map(({ id }) => id);
  expect(await organisation.refusal('report.revise', { reportId, reason: 'Here' })).toBe('assessment.elsewhere');
  const workspaceId = (await organisation.ask('pack.list', {})).correspondents[0]?.workspaceId ?? '';
  const file = organisation.file('review.epapack');
  await organisation.ask('pack.sendReviews', { workspaceId, assessmentIds, encrypt: false });
  expect((await takeIn(assessor, file)).preview.items).toMatchObject([{ note: 'Returned', standing: 'new' }]);
  expect((await assessor.ask('review.get', { assessmentId })).reviews[0]).toMatchObject({
    decision: 'returned',
    reasons: 'The rationale of A1 does not say what was seen.',
    reviewerName: 'Quinn Fictional',
  });

  const { methods } = await assessor.ask('assessment.get', { id: assessmentId });
  for (const { session } of methods) {
    const subject = { kind: 'method', sessionId: session?.id ?? '' } as const;
    const { signed } = await assessor.ask('report.get', { subject });
    await assessor.ask('report.revise', { reportId: signed?.id ?? '', reason: 'Rationales put right' });
    await judgeAll(assessor, subject.sessionId, () => 'met');
    await assessor.ask('report.sign', { subject, mark });
  }
  const unsigned = { assessmentIds, choices: [], workspaceId: null, encrypt: false } as const;
  expect(await assessor.refusal('pack.sendResults', unsigned)).toBe('assessment.notSigned');
  await assessor.ask('report.sign', { subject: { kind: 'overall', assessmentId }, mark });
  const second = await sendResults(assessor, assessmentIds, 'second.epapack');
  expect((await takeIn(organisation, second)).preview.items.at(-1)).toMatchObject({ standing: 'changed' });
  const now = await organisation.ask('review.get', { assessmentId });
  expect(now).toMatchObject({ state: 'waiting', grade: 'distinction', reviews: [{ decision: 'returned' }] });
  expect(now.reports.map(({ version }) => version)).toEqual([2, 2, 2]);
  expect((await takeIn(organisation, first)).preview.items.at(-1)).toMatchObject({ standing: 'older' });
});

test('what was assigned is not worked on in the organisation, and can be taken back until a result arrives', async () => {
  const folder = temporaryFolder();
  const { organisation } = await organisationDesk(folder);
  const [assessmentId = ''] = await enrol(organisation, 1);
  const given = { assessmentIds: [assessmentId], assessor: 'Robin Fictional', workspaceId: null, encrypt: false };
  organisation.file('assignment.epapack');
  await organisation.ask('pack.assign', given);
  const begin = { assessmentId, methodKey: 'observation', checklist };
  expect(await organisation.refusal('session.begin', begin)).toBe('assessment.elsewhere');
  expect((await organisation.ask('home.get', {})).assessments).toEqual([]);
  const shown = await organisation.ask('assessment.get', { id: assessmentId });
  expect(shown.assignment).toMatchObject({ assessor: 'Robin Fictional', receivedAt: null });
  expect(shown.methods.every(({ further }) => !further.allowed)).toBe(true);
  await organisation.ask('assignment.recall', { assessmentId, reason: 'The assessor is ill' });
  await organisation.ask('session.begin', begin);
  expect(await organisation.refusal('pack.assign', given)).toBe('assignment.begun');
});

test('a portfolio goes along where the sender chose it, and its pieces can be read at the other end', async () => {
  const { folder, organisation, assessor, assessmentIds } = await signedAtAssessor();
  const [assessmentId = ''] = assessmentIds;
  const piece = assessor.file('picture.png');
  writeFileSync(piece, pngOf(300_000));
  await assessor.ask('portfolio.addFiles', { assessmentId, sessionId: null });
  await takeIn(organisation, await sendResults(assessor, assessmentIds));
  expect((await organisation.ask('portfolio.list', { assessmentId })).pieces).toEqual([]);
  const file = assessor.file('with-portfolio.epapack');
  const workspaceId = await organisationOf(assessor);
  await assessor.ask('pack.sendResults', { assessmentIds, choices: ['portfolio'], workspaceId, encrypt: false });
  expect((await takeIn(organisation, file)).outcome).toMatchObject({ taken: 1, left: [] });
  const [arrived] = (await organisation.ask('portfolio.list', { assessmentId })).pieces;
  const saved = organisation.file('saved.png');
  await organisation.ask('portfolio.save', { id: arrived?.id ?? '' });
  expect(readFileSync(saved).equals(readFileSync(path.join(folder, 'picture.png')))).toBe(true);
});

/** The start of a PNG picture, and as many bytes after it. */
const pngOf = (bytes: number): Buffer =>
  Buffer.concat([
    Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'),
    Buffer.alloc(bytes, 7),
  ]);

test('packs are encrypted to the other workspace once it is known, and nobody else opens them', async () => {
  const { organisation, assessor, assessmentIds } = await signedAtAssessor();
  const workspaceId = await organisationOf(assessor);
  const file = assessor.file('sealed.epapack');
  await assessor.ask('pack.sendResults', { assessmentIds, choices: [], workspaceId, encrypt: true });
  const { preview, outcome } = await takeIn(organisation, file);
  expect(preview.encrypted).toBe(true);
  expect(outcome).toMatchObject({ taken: 1, left: [] });
  expect(await assessor.refusal('pack.preview', { file })).toBe('pack.encrypted');
  const [board] = await organisation.ask('board.list', {});
  expect(board).toMatchObject({ stage: 'toReview', assessor: 'Robin Fictional', hasResult: true, isAnswerDue: false });
});

test('a list of apprentices is looked through row by row, and only what was looked through is added', async () => {
  const folder = temporaryFolder();
  const { organisation } = await organisationDesk(folder);
  const list = organisation.file('list.csv');
  const head = 'Surname;Forename;ULN;Employer;Provider';
  const rows = [
    'Nguyễn;Zoë;1000000019;Care;Training',
    ';Bo;1000000027;Care;Training',
    "'=1+1;Eve;1000000035;Care;Training",
    'Twice;Zoë;1000000019;Care;Training',
    'Short;Sam;123;Care;Training',
  ];
  writeFileSync(list, `\uFEFF${[head, ...rows].join('\r\n')}\r\n`);
  const preview = await organisation.ask('apprentice.previewImport', {});
  expect(preview?.rows.map(({ line, problem }) => [line, problem === null])).toEqual([
    [2, true],
    [3, false],
    [4, true],
    [5, false],
    [6, false],
  ]);
  expect(preview?.rows[2]).toMatchObject({ familyName: '=1+1', warnings: [expect.stringContaining('formula')] });
  const apprentices = (preview?.rows ?? [])
    .filter(({ problem }) => problem === null)
    .map(({ line: _, problem: __, warnings: ___, ...details }) => details);
  const given = { apprentices, planId: 'st1030-demonstration', practice: true, sha256: preview?.sha256 ?? '' };
  expect(await organisation.ask('apprentice.import', given)).toEqual({ added: 2 });
  expect((await organisation.ask('board.list', {})).map(({ stage }) => stage)).toEqual(['unassigned', 'unassigned']);
  expect(await organisation.refusal('apprentice.import', given)).toBe('apprentices.known');
  writeFileSync(list, 'a,b\n1,2\n');
  expect(await organisation.refusal('apprentice.previewImport', {})).toBe('apprentices.noColumns');
});
