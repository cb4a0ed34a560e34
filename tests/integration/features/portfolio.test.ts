import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { methodReportModel } from '../../../electron/features/report-models.ts';
import type { PortfolioPiece } from '../../../shared/contract/portfolio.ts';
import { beginSession, newWorkspace, type TestBench, temporaryFolder, testBench } from '../workbench.ts';
import { holdSession, judgeAll, mark } from './job.ts';

const pdf = (words: string): Buffer => Buffer.from(`%PDF-1.7\n${words}`);

/** A bench whose open dialog answers with files of this content, and its practice assessment. */
async function withFiles(files: Readonly<Record<string, Uint8Array>>) {
  const folder = temporaryFolder();
  const names = Object.keys(files);
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
  const saved = path.join(folder, 'saved');
  const bench = testBench({
    dialogs: { chooseFiles: async () => names.map(name => path.join(folder, name)), saveFile: async () => saved },
  });
  const apprenticeId = await newWorkspace(bench);
  const wanted = { apprenticeId, planId: 'st1030-demonstration', practice: true };
  const { id: assessmentId } = await bench.ask('assessment.add', wanted);
  return {
    bench,
    folder,
    saved,
    assessmentId,
    add: () => bench.ask('portfolio.addFiles', { assessmentId, sessionId: null }),
  };
}

async function pieces(bench: TestBench, assessmentId: string): Promise<readonly PortfolioPiece[]> {
  return (await bench.ask('portfolio.list', { assessmentId })).pieces;
}

function attachmentsOf(bench: TestBench): string {
  const found = readdirSync(bench.userData, { recursive: true, encoding: 'utf8' }).find(name =>
    name.endsWith('attachments'),
  );
  return path.join(bench.userData, found ?? '');
}

test('several files are added at once; the same content is recognised, an empty file and a program are refused', async () => {
  const { bench, assessmentId, add } = await withFiles({
    'Referral log.pdf': pdf('of Zoë Example'),
    'Copy of it.pdf': pdf('of Zoë Example'),
    'nothing.pdf': Buffer.alloc(0),
    'minutes.docx': Buffer.from('#!/bin/sh\necho'),
    'picture.png': Buffer.from('<svg onload="alert(1)">'),
  });
  const taken = await add();
  expect(taken).toMatchObject({
    added: [{ title: 'Referral log' }, { title: 'picture' }],
    known: [{ title: 'Referral log', name: 'Copy of it.pdf' }],
    refused: [
      { name: 'nothing.pdf', why: 'The file is empty.' },
      { name: 'minutes.docx', why: expect.stringContaining('program') },
    ],
    left: 0,
  });
  const [log, picture] = await pieces(bench, assessmentId);
  expect(log).toMatchObject({ kind: 'pdf', mediaType: 'application/pdf', isShown: true, ksbs: [], places: [] });
  expect(picture).toMatchObject({ kind: 'document', mediaType: 'image/svg+xml', isShown: false });
  expect(readdirSync(attachmentsOf(bench))).toHaveLength(2);
  for (const name of readdirSync(attachmentsOf(bench))) {
    expect(readFileSync(path.join(attachmentsOf(bench), name)).includes('Example')).toBe(false);
  }
});

test('a piece is shown by stretches, and saved in plain where the person says; what is not shown is not handed out', async () => {
  const content = Buffer.concat([pdf(''), randomBytes(200_000)]);
  const { bench, saved, assessmentId, add } = await withFiles({ 'a.pdf': content, 'b.svg': Buffer.from('<svg >') });
  await add();
  const [shown, hidden] = await pieces(bench, assessmentId);
  const file = bench.workbench.shownFile(shown?.id ?? '');
  expect(file).toMatchObject({ mediaType: 'application/pdf', sizeBytes: content.length });
  expect(Buffer.from(file?.read(70_000, 140_000) ?? []).equals(content.subarray(70_000, 140_000))).toBe(true);
  expect(bench.workbench.shownFile(hidden?.id ?? '')).toBeUndefined();
  expect(bench.workbench.shownFile(randomUUID())).toBeUndefined();
  expect(await bench.ask('portfolio.save', { id: shown?.id ?? '' })).toEqual({ file: saved });
  expect(readFileSync(saved).equals(content)).toBe(true);
  await bench.ask('workspace.lock', {});
  expect(() => file?.read(0, 1)).toThrow(expect.objectContaining({ code: 'workspace.locked' }));
  expect(bench.workbench.shownFile(shown?.id ?? '')).toBeUndefined();
});

test('a dropped file comes in by pieces; one that is broken off leaves nothing', async () => {
  const { bench, assessmentId } = await withFiles({});
  const content = Buffer.concat([pdf(''), randomBytes(300_000)]);
  const begin = { assessmentId, sessionId: null, name: 'C:\\papers\\Reflection.pdf', sizeBytes: content.length };
  const { incomingId } = await bench.ask('portfolio.beginFile', begin);
  for (let at = 0; at < content.length; at += 100_000) {
    await bench.ask('portfolio.sendBytes', { incomingId, bytes: new Uint8Array(content.subarray(at, at + 100_000)) });
  }
  expect(await bench.ask('portfolio.endFile', { incomingId })).toMatchObject({ added: [{ title: 'Reflection' }] });
  expect(await bench.refusal('portfolio.endFile', { incomingId })).toBe('portfolio.notIncoming');

  const short = await bench.ask('portfolio.beginFile', begin);
  await bench.ask('portfolio.sendBytes', { ...short, bytes: new Uint8Array(10) });
  expect(await bench.ask('portfolio.endFile', short)).toMatchObject({ added: [], refused: [{ name: begin.name }] });
  const given = await bench.ask('portfolio.beginFile', begin);
  await bench.ask('portfolio.cancelFile', given);
  expect(await bench.refusal('portfolio.sendBytes', { ...given, bytes: new Uint8Array(10) })).toBe(
    'portfolio.notIncoming',
  );
  expect(await pieces(bench, assessmentId)).toHaveLength(1);
  expect(readdirSync(attachmentsOf(bench))).toHaveLength(1);
  const tooLarge = { ...begin, sizeBytes: 9 * 1024 ** 3 };
  expect(await bench.refusal('portfolio.beginFile', tooLarge)).toBe('portfolio.tooLarge');
});

test('a piece is mapped place by place, corrected with its earlier mappings kept, and withdrawn with a reason', async () => {
  const { bench, assessmentId, add } = await withFiles({ 'log.pdf': pdf('log'), 'talk.mp3': Buffer.from('ID3 talk') });
  await add();
  const [log, talk] = await pieces(bench, assessmentId);
  const id = log?.id ?? '';
  const place = {
    id: randomUUID(),
    stretch: { unit: 'page', from: 3, to: 5 },
    ksbs: ['S2', 'K5', 'K5'],
    remark: 'Referral',
  } as const;
  const mapping = { id, title: 'Referral log', ksbs: ['K1'], places: [place], remark: '' };
  await bench.ask('portfolio.map', {
    ...mapping,
    ksbs: [...mapping.ksbs],
    places: [{ ...place, ksbs: [...place.ksbs] }],
  });
  const map = (changes: object) => bench.refusal('portfolio.map', { ...mapping, places: [], ...changes });
  expect(await map({ ksbs: ['K99'] })).toBe('ksb.unknown');
  expect(await map({ id: talk?.id, places: [{ ...place, ksbs: [] }] })).toBe('portfolio.noPlaces');
  expect(await map({ places: [{ ...place, stretch: { unit: 'page', from: 5, to: 3 } }] })).toBe('input.wrong');
  expect(
    await map({
      places: [
        { ...place, ksbs: [] },
        { ...place, ksbs: [] },
      ],
    }),
  ).toBe('portfolio.placeTwice');
  bench.passMinutes(2);
  await bench.ask('portfolio.map', { ...mapping, title: 'Log of refer', places: [] });
  await bench.ask('portfolio.map', { ...mapping, title: 'Log of referrals', places: [] });
  const [after] = await pieces(bench, assessmentId);
  expect(after).toMatchObject({ title: 'Log of referrals', places: [], earlierVersions: 1 });
  const history = await bench.ask('portfolio.history', { id });
  expect(history.map(({ title }) => title)).toEqual(['Referral log']);
  expect(history[0]?.places[0]?.ksbs).toEqual(['K5', 'S2']);
  await bench.ask('portfolio.withdraw', { id, reason: 'It is another apprentice’s' });
  expect(await bench.refusal('portfolio.withdraw', { id, reason: 'Again' })).toBe('portfolio.withdrawn');
  expect(await map({})).toBe('portfolio.withdrawn');
  expect((await pieces(bench, assessmentId))[0]?.withdrawnReason).toBe('It is another apprentice’s');
  expect(await add()).toMatchObject({ added: [{ title: 'log' }], known: [{ title: 'talk' }] });
  const { events } = await bench.ask('audit.list', { before: null, limit: 6 });
  expect(events.map(({ type }) => type)).toContain('portfolio.withdrawn');
});

test('a file attached during a session becomes a note at its time, and leaves alone what is being typed', async () => {
  const folder = temporaryFolder();
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'Rota.pdf');
  writeFileSync(file, pdf('rota'));
  const bench = testBench({ dialogs: { chooseFiles: async () => [file] } });
  const { assessmentId, sessionId } = await beginSession(bench, 'observation');
  await bench.ask('draft.keep', { sessionId, field: 'note', body: 'half typed' });
  await bench.ask('portfolio.addFiles', { assessmentId, sessionId });
  const view = await bench.ask('session.get', { id: sessionId });
  expect(view.notes).toMatchObject([{ kind: 'portfolio', body: 'Attached: Rota' }]);
  expect(view.drafts).toMatchObject([{ field: 'note', body: 'half typed' }]);
  const [rota] = await pieces(bench, assessmentId);
  expect(rota).toMatchObject({ sessionId, noteIds: [view.notes[0]?.id] });
  const note = { sessionId, pieceId: rota?.id ?? '', placeId: null, body: 'Signed by the deputy', ksbs: ['K1'] };
  await bench.ask('portfolio.note', note);
  expect(await bench.refusal('portfolio.note', { ...note, placeId: randomUUID() })).toBe('portfolio.foreign');
  expect((await pieces(bench, assessmentId))[0]?.noteIds).toHaveLength(2);
});

test('a judgement rests on portfolio places; the signed report lists the portfolio and locks it', async () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'Log.pdf');
  writeFileSync(file, pdf('log'));
  const bench = testBench({ dialogs: { chooseFiles: async () => [file] } });
  const { assessmentId, sessionId } = await beginSession(bench, 'professionalDiscussion');
  await bench.ask('portfolio.addFiles', { assessmentId, sessionId: null });
  const [log] = await pieces(bench, assessmentId);
  const id = log?.id ?? '';
  const place = { id: randomUUID(), stretch: { unit: 'page', from: 2, to: 2 }, ksbs: ['K5'], remark: '' } as const;
  const mapping = { id, title: 'Log', ksbs: [], places: [{ ...place, ksbs: [...place.ksbs] }], remark: '' };
  await bench.ask('portfolio.map', mapping);
  await holdSession(bench, sessionId);
  await judgeAll(bench, sessionId, () => 'met');
  const { method } = await bench.ask('session.get', { id: sessionId });
  const descriptorKey = method.themes[0]?.descriptors[0]?.key ?? '';
  const judgement = {
    sessionId,
    descriptorKey,
    decision: 'met',
    rationale: 'The log shows it.',
    evidenceNoteIds: [],
    portfolioEvidenceIds: [place.id],
  } as const;
  expect(await bench.refusal('judgement.record', { ...judgement, portfolioEvidenceIds: [randomUUID()] })).toBe(
    'evidence.foreign',
  );
  await bench.ask('judgement.record', judgement);
  await bench.ask('portfolio.map', { ...mapping, places: [] });
  const gone = (await bench.ask('session.get', { id: sessionId })).obstaclesToSigning;
  expect(gone.filter(({ severity }) => severity === 'blocks')).toMatchObject([
    { rule: 'linkedPlaceMissing', descriptorKey },
  ]);
  await bench.ask('portfolio.map', mapping);
  const model = await bench.workbench.task(async ({ query }) =>
    query(context => methodReportModel(context, sessionId)),
  );
  expect(model.portfolio).toMatchObject([{ id, title: 'Log', sha256: log?.sha256, places: [{ id: place.id }] }]);
  await bench.ask('report.sign', { subject: { kind: 'method', sessionId }, mark });
  expect(await bench.refusal('portfolio.map', mapping)).toBe('portfolio.locked');
  expect(await bench.refusal('portfolio.withdraw', { id, reason: 'Late' })).toBe('portfolio.locked');
  expect((await pieces(bench, assessmentId))[0]?.isLocked).toBe(true);
});
