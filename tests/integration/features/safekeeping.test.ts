import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { filesOf } from '../../../electron/core/open-workspace.ts';
import { passphrase, type TestBench, temporaryFolder, testBench } from '../workbench.ts';
import { signedAssessment } from './signed-assessment.ts';

const other = 'four other unrelated words';
const byPassphrase = (words: string) => ({ kind: 'passphrase', passphrase: words }) as const;

async function ownWorkspace(bench = testBench()) {
  const { recoveryKey } = await bench.ask('workspace.create', {
    label: 'Autumn',
    passphrase,
    assessor: 'Robin Assessor',
    organisation: 'Example Assessors',
  });
  return { bench, recoveryKey, folder: await folderOf(bench) };
}

async function folderOf(bench: TestBench): Promise<string> {
  const status = await bench.ask('workspace.status', {});
  if (status.state !== 'open') throw new Error('The workspace is not open');
  return status.workspace.folder;
}

const eventTypes = async (bench: TestBench): Promise<string[]> =>
  (await bench.ask('audit.list', { before: null, limit: 100 })).events.map(({ type }) => type);

test('a changed passphrase opens the workspace, the one before no more, the recovery key still', async () => {
  const { bench, recoveryKey, folder } = await ownWorkspace();
  expect(
    await bench.refusal('workspace.changePassphrase', { proof: byPassphrase('not this one'), passphrase: other }),
  ).toBe('passphrase.wrong');
  await bench.ask('workspace.changePassphrase', { proof: byPassphrase(passphrase), passphrase: other });
  expect(await eventTypes(bench)).toContain('workspace.passphraseChanged');
  await bench.ask('workspace.lock', {});
  expect(await bench.refusal('workspace.unlock', { folder, opening: byPassphrase(passphrase) })).toBe(
    'passphrase.wrong',
  );
  await bench.ask('workspace.unlock', { folder, opening: byPassphrase(other) });
  await bench.ask('workspace.lock', {});
  await bench.ask('workspace.unlock', { folder, opening: { kind: 'recoveryKey', recoveryKey } });
});

test('who forgot the passphrase sets another one with the recovery key', async () => {
  const { bench, recoveryKey, folder } = await ownWorkspace();
  await bench.ask('workspace.changePassphrase', { proof: { kind: 'recoveryKey', recoveryKey }, passphrase: other });
  await bench.ask('workspace.lock', {});
  await bench.ask('workspace.unlock', { folder, opening: byPassphrase(other) });
});

test('a new recovery key takes the place of the one before', async () => {
  const { bench, recoveryKey, folder } = await ownWorkspace();
  const renewed = await bench.ask('workspace.renewRecoveryKey', { proof: byPassphrase(passphrase) });
  expect(renewed.recoveryKey).not.toBe(recoveryKey);
  await bench.ask('workspace.lock', {});
  expect(await bench.refusal('workspace.unlock', { folder, opening: { kind: 'recoveryKey', recoveryKey } })).toBe(
    'recoveryKey.wrong',
  );
  await bench.ask('workspace.unlock', { folder, opening: { kind: 'recoveryKey', ...renewed } });
});

test('the demonstration has no passphrase to change', async () => {
  const bench = testBench();
  await bench.ask('workspace.startDemonstration', {});
  expect(await bench.refusal('workspace.renewRecoveryKey', { proof: byPassphrase(passphrase) })).toBe(
    'vault.demonstration',
  );
});

test('names change everywhere but in what was signed, and the next signature bears the new one', async () => {
  const bench = testBench();
  const { assessmentId } = await signedAssessment(bench);
  const before = await bench.ask('report.get', { subject: { kind: 'overall', assessmentId } });
  const names = { label: 'Winter', assessor: 'Robin Assessor-Example', organisation: 'Sample Assessors' };
  await bench.ask('workspace.rename', names);
  expect(await bench.ask('workspace.status', {})).toMatchObject({ workspace: names });
  const after = await bench.ask('report.get', { subject: { kind: 'overall', assessmentId } });
  expect(after.signed).toEqual(before.signed);
  expect(after.signer).toEqual({ name: names.assessor, fingerprint: null, expires: null });
  await bench.ask('workspace.rename', names);
  expect((await eventTypes(bench)).filter(type => type === 'workspace.renamed')).toHaveLength(1);
});

test('nobody takes the name of somebody else in the workspace', async () => {
  const { bench } = await ownWorkspace();
  await bench.ask('person.add', { name: 'Lee Lead', role: 'qualityAssurer' });
  const names = { label: 'Autumn', assessor: 'lee  lead', organisation: 'Example Assessors' };
  expect(await bench.refusal('workspace.rename', names)).toBe('person.known');
});

test('a copy holds the whole workspace, still encrypted, and opens elsewhere with the same passphrase', async () => {
  const place = temporaryFolder();
  const bench = testBench({ dialogs: { chooseFolder: async () => place } });
  const { assessmentId } = await signedAssessment(bench);
  expect(await bench.ask('workspace.lastCopy', {})).toEqual({ at: null });
  const saved = await bench.ask('workspace.saveCopy', {});
  expect(readdirSync(place)).toEqual([path.basename(saved?.folder ?? '')]);
  expect((await bench.ask('workspace.lastCopy', {})).at).toMatch(/^2026-11-16T/);
  const copy = filesOf(saved?.folder ?? '');
  expect(readFileSync(copy.database).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');

  const elsewhere = testBench();
  await elsewhere.ask('workspace.unlock', { folder: saved?.folder ?? '', opening: byPassphrase(passphrase) });
  const report = { subject: { kind: 'overall', assessmentId } } as const;
  const { pdf } = await elsewhere.ask('report.preview', report);
  expect(Buffer.from(pdf).equals(Buffer.from((await bench.ask('report.preview', report)).pdf))).toBe(true);
});

test('a copy that is ended leaves nothing behind', async () => {
  const place = temporaryFolder();
  const bench: TestBench = testBench({
    dialogs: { chooseFolder: async () => place },
    onProgress: () => void bench.ask('task.cancel', {}),
  });
  await signedAssessment(bench);
  expect(await bench.ask('workspace.saveCopy', {})).toBeNull();
  expect(readdirSync(place)).toEqual([]);
  expect(await bench.ask('workspace.lastCopy', {})).toEqual({ at: null });
});
