import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { attachedFile } from '../../../electron/signing/attached-file.ts';
import { readCertificate } from '../../../electron/signing/certificates.ts';
import { verifyPdf } from '../../../electron/signing/verify-pdf.ts';
import type { DocumentKind } from '../../../shared/contract/documents.ts';
import { reportModel } from '../../../shared/domain/report-model.ts';
import { auditExtract } from '../../../shared/domain/reports/audit-extract.ts';
import { pngOf } from '../../fixtures/pictures.ts';
import { temporaryFolder, testBench } from '../workbench.ts';
import { addReviewer, pdfsig, review, reviewerMark, signedAssessment } from './signed-assessment.ts';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

test('every document of a failed assessment is made from the record, sealed where it is signed, and a later one is a new version', async () => {
  const file = path.join(temporaryFolder(), 'document.pdf');
  const bench = testBench({ dialogs: { saveFile: async () => file } });
  const { assessmentId } = await signedAssessment(bench, () => 'notMet');
  await bench.ask('authority.create', { name: 'Example Authority', validYears: 10 });
  const reviewerId = await addReviewer(bench);
  expect(await bench.refusal('document.make', { assessmentId, kind: 'outcome' })).toBe('document.notReady');
  expect(await bench.refusal('document.make', { assessmentId, kind: 'qualityAssurance' })).toBe('document.notReady');
  await review(bench, assessmentId, reviewerId);
  await bench.ask('result.release', { assessmentId, releasedBy: reviewerId });
  const { possible } = await bench.ask('document.list', { assessmentId });
  expect(possible.map(({ blocked }) => blocked)).toEqual([null, null, null, null, null]);

  for (const { kind, signer } of possible) {
    const mark = signer === 'reviewer' ? { mark: reviewerMark } : {};
    const made = await bench.ask('document.make', { assessmentId, kind, ...mark });
    expect(made).toMatchObject({ kind, version: 1, signed: signer !== 'nobody' });
    await bench.ask('document.save', { id: made.id });
    expect(sha256(readFileSync(file))).toBe(made.sha256);
    const { pdf } = await bench.ask('document.preview', { id: made.id });
    expect(sha256(pdf)).toBe(made.sha256);
    if (made.signed) expect(pdfsig(file)).toContain('Signature is Valid');
  }
  const again = await bench.ask('document.make', { assessmentId, kind: 'outcome' });
  expect(again.version).toBe(2);
  expect(again.documentId).toMatch(/-O-2$/);
  expect((await bench.ask('document.list', { assessmentId })).made).toHaveLength(6);
});

test('what a person adds stands in the document that it is for, and in no other', async () => {
  const bench = testBench();
  const { assessmentId } = await signedAssessment(bench, () => 'notMet');
  const reviewerId = await addReviewer(bench);
  await review(bench, assessmentId, reviewerId);
  await bench.ask('result.release', { assessmentId, releasedBy: reviewerId });
  const words = {
    opening: 'You were calm with everybody, also at the end of a long day.',
    contact: 'assessments@example.org, or Quinn Fictional by telephone',
    remarks: [{ methodKey: 'observation', remark: 'The notes on recording could say more of the time.' }],
    actions: [{ text: 'Write the time beside each observation', by: 'Robin Fictional', until: '2027-01-31' }],
  };
  const model = async (kind: DocumentKind) => {
    const { id } = await bench.ask('document.make', { assessmentId, kind, words });
    const { pdf } = await bench.ask('document.preview', { id });
    return reportModel.parse(JSON.parse(Buffer.from(attachedFile(pdf) ?? '').toString('utf8')));
  };
  expect(await model('feedback')).toMatchObject({ opening: words.opening });
  expect(await model('resitLetter')).toMatchObject({ contact: words.contact });
  const { methods, actions } = z
    .object({ methods: z.array(z.object({ key: z.string(), remark: z.string() })), actions: z.array(z.unknown()) })
    .parse(await model('qualityAssurance'));
  expect(actions).toEqual(words.actions);
  expect(methods).toEqual([
    { key: 'professionalDiscussion', remark: '' },
    { key: 'observation', remark: words.remarks[0]?.remark },
  ]);
  expect(JSON.stringify(await model('outcome'))).not.toMatch(/calm|example\.org|Write the time/);
});

test('the organisation’s seal carries its authority, and nothing is sealed where there is none', async () => {
  const bench = testBench();
  const { assessmentId } = await signedAssessment(bench);
  expect(await bench.ask('document.make', { assessmentId, kind: 'audit' })).toMatchObject({ signed: false });
  const { fingerprint } = await bench.ask('authority.create', { name: 'Example Authority', validYears: 10 });
  const { id } = await bench.ask('document.make', { assessmentId, kind: 'audit' });
  const { pdf } = await bench.ask('document.preview', { id });
  const { verdict, signatures } = verifyPdf(pdf);
  expect(verdict).toBe('intact');
  expect(signatures).toMatchObject([
    { signerName: 'Example Organisation', role: 'assessment organisation', trust: 'unknown issuer' },
  ]);
  const own = await bench.workbench.task(
    async context => context.workspace?.connection.prepare('SELECT certificate FROM authority').pluck().get() as Buffer,
  );
  expect(sha256(own)).toBe(fingerprint);
  expect(verifyPdf(pdf, { trustedRoots: [readCertificate(own).der] }).signatures[0]?.trust).toBe('trusted');
});

test('the audit extract holds every event of the assessment, and its hashes can be made again', async () => {
  const bench = testBench();
  const { assessmentId } = await signedAssessment(bench);
  await bench.ask('document.make', { assessmentId, kind: 'audit' });
  const text = await bench.workbench.task(
    async context => context.workspace?.connection.prepare('SELECT model FROM document').pluck().get() as string,
  );
  const { events, log } = auditExtract.parse(JSON.parse(text));
  expect(log.brokenAt).toBeNull();
  for (const { sequence, at, actorId, type, subjectId, detail, previousHash, hash } of events) {
    const body = JSON.stringify([sequence, at, actorId, type, subjectId, detail, previousHash]);
    expect(createHash('sha256').update(body).digest('hex')).toBe(hash);
  }
  const types = new Set(events.map(({ type }) => type));
  for (const type of ['apprentice.added', 'assessment.added', 'note.added', 'judgement.recorded', 'report.signed']) {
    expect(types).toContain(type);
  }
});

test('documents take the organisation’s name, colour and logo; a see-through logo is refused', async () => {
  const bench = testBench();
  const { assessmentId } = await signedAssessment(bench);
  const before = await bench.ask('document.make', { assessmentId, kind: 'audit' });
  const style = { organisation: 'Example Assessment', accentColour: '#7a1f1f' };
  const logo = { mediaType: 'image/png' as const, alt: 'Example' };
  const seeThrough = {
    ...style,
    logo: { ...logo, bytes: new Uint8Array(pngOf({ width: 20, height: 10, colourType: 6 })) },
  };
  expect(await bench.refusal('style.set', seeThrough)).toBe('style.logo');
  const bytes = new Uint8Array(pngOf({ width: 200, height: 100 }));
  await bench.ask('style.set', { ...style, logo: { ...logo, bytes } });
  const kept = await bench.ask('style.get', {});
  expect(kept).toMatchObject(style);
  expect(Buffer.from(kept.logo?.bytes ?? []).equals(bytes)).toBe(true);
  const after = await bench.ask('document.make', { assessmentId, kind: 'audit' });
  const { pdf } = await bench.ask('document.preview', { id: after.id });
  expect(Buffer.from(pdf).includes('/Subtype /Image')).toBe(true);
  const { pdf: plain } = await bench.ask('document.preview', { id: before.id });
  expect(Buffer.from(plain).includes('/Subtype /Image')).toBe(false);
});

test('all reports of an assessment are saved into a folder; what is there already is left, what is damaged is written again', async () => {
  const folder = temporaryFolder();
  const bench = testBench({ dialogs: { chooseFolder: async () => folder } });
  const { assessmentId } = await signedAssessment(bench);
  const save = () => bench.ask('report.saveAll', { assessmentIds: [assessmentId] });
  expect(await save()).toEqual({ folder, saved: 3, skipped: 0, remaining: 0 });
  const files = readdirSync(folder).filter(name => name.endsWith('.pdf'));
  expect(files).toHaveLength(3);
  for (const name of files) utimesSync(path.join(folder, name), 1, 1);
  writeFileSync(path.join(folder, files[1] ?? ''), 'damaged');
  expect(await save()).toEqual({ folder, saved: 1, skipped: 2, remaining: 0 });
  for (const name of files) expect(verifyPdf(readFileSync(path.join(folder, name))).verdict).toBe('intact');
});

test('a batch that is cancelled stops, and is resumed where it was', async () => {
  const folder = temporaryFolder();
  const bench = testBench({ dialogs: { chooseFolder: async () => folder } });
  const { assessmentId } = await signedAssessment(bench);
  expect(await bench.ask('task.cancel', {})).toEqual({ cancelled: false });
  const going = bench.ask('report.saveAll', { assessmentIds: [assessmentId] });
  await new Promise(resolve => setImmediate(resolve));
  expect(await bench.ask('task.cancel', {})).toEqual({ cancelled: true });
  const stopped = await going;
  expect(stopped?.remaining).toBeGreaterThan(0);
  const saved = stopped?.saved ?? 0;
  const rest = await bench.ask('report.saveAll', { assessmentIds: [assessmentId] });
  expect(rest).toMatchObject({ saved: 3 - saved, skipped: saved, remaining: 0 });
  expect(await bench.ask('task.cancel', {})).toEqual({ cancelled: false });
});
