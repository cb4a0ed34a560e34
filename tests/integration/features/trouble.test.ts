import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { filesOf } from '../../../electron/core/open-workspace.ts';
import { beginSession, passphrase, type TestBench, temporaryFolder, testBench } from '../workbench.ts';

const opening = { kind: 'passphrase', passphrase } as const;

async function lockedWorkspace() {
  const bench = testBench();
  const begun = await beginSession(bench, 'professionalDiscussion');
  const status = await bench.ask('workspace.status', {});
  if (status.state !== 'open') throw new Error('not open');
  const { folder } = status.workspace;
  await bench.ask('note.add', {
    sessionId: begun.sessionId,
    kind: 'answer',
    body: 'Rang the lead at once',
    ksbs: ['K6'],
    followsId: null,
  });
  await bench.ask('workspace.lock', {});
  return { bench, folder, ...begun };
}

async function notesAfterUnlocking(bench: TestBench, folder: string, sessionId: string): Promise<string[]> {
  await bench.ask('workspace.unlock', { folder, opening });
  return (await bench.ask('session.get', { id: sessionId })).notes.map(note => note.body);
}

test('a wrong passphrase is refused, and the right one still opens', async () => {
  const { bench, folder, sessionId } = await lockedWorkspace();
  expect(
    await bench.refusal('workspace.unlock', { folder, opening: { kind: 'passphrase', passphrase: 'wrong' } }),
  ).toBe('passphrase.wrong');
  expect(await notesAfterUnlocking(bench, folder, sessionId)).toEqual(['Rang the lead at once']);
});

test('the recovery key that was told at the beginning opens the workspace', async () => {
  const bench = testBench();
  const { recoveryKey } = await bench.ask('workspace.create', {
    label: 'Test',
    passphrase,
    assessor: 'A',
    organisation: 'B',
  });
  const status = await bench.ask('workspace.status', {});
  const folder = status.state === 'open' ? status.workspace.folder : '';
  await bench.ask('workspace.lock', {});
  expect(await bench.ask('workspace.unlock', { folder, opening: { kind: 'recoveryKey', recoveryKey } })).toMatchObject({
    state: 'open',
  });
});

test('a folder that is no workspace is called foreign', async () => {
  const folder = temporaryFolder();
  expect(await testBench().refusal('workspace.unlock', { folder, opening })).toBe('workspace.foreign');
});

test('a database that belongs to another key is called damaged, and is left as it is', async () => {
  const [mine, other] = [await lockedWorkspace(), await lockedWorkspace()];
  cpSync(filesOf(other.folder).database, filesOf(mine.folder).database);
  expect(await mine.bench.refusal('workspace.unlock', { folder: mine.folder, opening })).toBe('workspace.damaged');
  expect(readFileSync(filesOf(mine.folder).database)).toEqual(readFileSync(filesOf(other.folder).database));
});

test.each([
  ['emptied', (file: string) => truncateSync(file, 0), 'workspace.foreign'],
  ['cut off', (file: string) => truncateSync(file, statSync(file).size - 4096 * 3 - 100), 'workspace.damaged'],
  ['overwritten in its first page', (file: string) => flip(file, 100), 'workspace.damaged'],
  ['removed', (file: string) => rmSync(file), 'workspace.missing'],
])('a database that was %s is told as such', async (_, harm, code) => {
  const { bench, folder } = await lockedWorkspace();
  harm(filesOf(folder).database);
  expect(await bench.refusal('workspace.unlock', { folder, opening })).toBe(code);
});

function flip(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 0xff, at);
  writeFileSync(file, bytes);
}

test('a single flipped bit anywhere in the database is never read as if it were right', async () => {
  const { bench, folder, sessionId } = await lockedWorkspace();
  await bench.ask('workspace.unlock', { folder, opening });
  const renewed = await bench.ask('workspace.renewRecoveryKey', { proof: opening });
  await bench.ask('workspace.lock', {});
  const quickly = { kind: 'recoveryKey', ...renewed } as const; // nothing is stretched for it
  const { database } = filesOf(folder);
  const whole = readFileSync(database);
  for (let page = 0; page < whole.length / 4096; page += 3) {
    writeFileSync(database, whole);
    flip(database, page * 4096 + 500);
    const opened = await bench.workbench.dispatch('workspace.unlock', { folder, opening: quickly });
    if (!opened.ok) expect(opened.error.code).toBe('workspace.damaged');
    else {
      const replies = await Promise.all(
        ['home.get', 'framework.list', 'apprentice.list', 'plan.list'].map(channel =>
          bench.workbench.dispatch(channel, {}),
        ),
      );
      for (const reply of replies) if (!reply.ok) expect(reply.error.code).toBe('workspace.damaged');
    }
    await bench.ask('workspace.lock', {});
  }
  writeFileSync(database, whole);
  expect(await notesAfterUnlocking(bench, folder, sessionId)).toEqual(['Rang the lead at once']);
});

test('a workspace of a newer version is refused and not touched', async () => {
  const { bench, folder } = await lockedWorkspace();
  await bench.ask('workspace.unlock', { folder, opening });
  await bench.workbench.task(async ({ workspace }) => workspace?.connection.pragma('user_version = 999'));
  await bench.ask('workspace.lock', {});
  expect(await bench.refusal('workspace.unlock', { folder, opening })).toBe('workspace.newer');
});

test('a workspace that is open in another process is told as busy', async () => {
  const { bench, folder, sessionId } = await lockedWorkspace();
  await bench.ask('workspace.unlock', { folder, opening });
  const second = testBench({ userData: temporaryFolder() });
  expect(await second.refusal('workspace.unlock', { folder, opening })).toBe('workspace.busy');
  expect((await bench.ask('session.get', { id: sessionId })).notes).toHaveLength(1);
});

test('a full disk is told, what was typed stays with the window, and the workspace is whole', async () => {
  const { bench, folder, sessionId } = await lockedWorkspace();
  await bench.ask('workspace.unlock', { folder, opening });
  await bench.workbench.task(async ({ workspace }) => {
    const pages = workspace?.connection.pragma('page_count', { simple: true });
    workspace?.connection.pragma(`max_page_count = ${pages}`);
  });
  const long = { sessionId, kind: 'answer' as const, body: 'word '.repeat(3900), ksbs: [], followsId: null };
  expect(await bench.refusal('note.add', long)).toBe('disk.full');
  expect(await bench.refusal('draft.keep', { sessionId, field: 'note', body: long.body })).toBe('disk.full');
  await bench.ask('workspace.lock', {});
  expect(await notesAfterUnlocking(bench, folder, sessionId)).toEqual(['Rang the lead at once']);
  await bench.ask('note.add', long);
  expect((await bench.ask('audit.list', { before: null, limit: 500 })).brokenAt).toBeNull();
});

test('a KSB code that does not exist is refused by name, and nothing is saved', async () => {
  const bench = testBench();
  const { sessionId } = await beginSession(bench, 'observation');
  const reply = await bench.workbench.dispatch('note.add', {
    sessionId,
    kind: 'seen',
    body: 'Well done #K99',
    ksbs: [],
    followsId: null,
  });
  expect(reply).toMatchObject({ ok: false, error: { code: 'ksb.unknown', message: expect.stringContaining('K99') } });
  expect((await bench.ask('session.get', { id: sessionId })).notes).toEqual([]);
});

test('a process killed in mid-sentence loses nothing that was kept, and the next start names it', async () => {
  const { bench, folder, sessionId } = await lockedWorkspace();
  const child = spawn(
    process.execPath,
    [path.join(import.meta.dirname, '../../fixtures/type-and-hang.ts'), folder, passphrase, sessionId],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await new Promise<void>(ready => child.stdout.once('data', () => ready()));
  child.kill('SIGKILL');
  await new Promise(over => child.once('exit', over));
  await bench.ask('workspace.unlock', { folder, opening });
  const { interrupted } = await bench.ask('home.get', {});
  expect(interrupted).toMatchObject([
    {
      sessionId,
      apprenticeName: 'Zoë Nguyễn-Example',
      clockWasRunning: true,
      drafts: [{ field: 'note', body: 'She said that she would ring' }],
    },
  ]);
  await bench.ask('clock.settle', { sessionId, countTheGap: false });
  expect((await bench.ask('session.get', { id: sessionId })).state).toBe('paused');
});

test('nothing personal lies in plain text anywhere under the user-data folder', async () => {
  const { bench, sessionId } = await lockedWorkspace();
  expect(sessionId).toBeTruthy();
  const personal = ['Zoë', 'Nguyễn', '1000000019', 'Example Care', 'Robin Fictional', 'Rang the lead', passphrase];
  const files = readdirSync(bench.userData, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  expect(files.length).toBeGreaterThan(2);
  for (const file of files) {
    const bytes = readFileSync(path.join(file.parentPath, file.name));
    for (const word of personal) {
      for (const encoding of ['utf8', 'utf16le'] as const)
        expect(bytes.includes(Buffer.from(word, encoding)), `${word} in ${file.name}`).toBe(false);
      expect(file.name.includes(word)).toBe(false);
    }
  }
});

test('a workspace list that was damaged is an empty one', async () => {
  const userData = temporaryFolder();
  mkdirSync(userData, { recursive: true });
  writeFileSync(path.join(userData, 'workspaces.json'), '{"half');
  expect(await testBench({ userData }).ask('workspace.status', {})).toEqual({ state: 'closed', known: [] });
});

test('the core knows whether a clock runs, so that nobody is locked out of an observation', async () => {
  const bench = testBench();
  const { sessionId } = await beginSession(bench, 'professionalDiscussion');
  expect(bench.workbench.isClockRunning()).toBe(false);
  await bench.ask('clock.run', { sessionId, partKey: 'discussion' });
  expect(bench.workbench.isClockRunning()).toBe(true);
  await bench.ask('clock.break', { sessionId, reason: 'Water' });
  expect(bench.workbench.isClockRunning()).toBe(false);
  await bench.ask('workspace.lock', {});
  expect(bench.workbench.isClockRunning()).toBe(false);
});
