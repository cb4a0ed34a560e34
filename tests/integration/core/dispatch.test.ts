import { expect, test } from 'vitest';
import { asCommand } from '../../../electron/core/command.ts';
import { write } from '../../../electron/db/statements.ts';
import { passphrase, testBench } from '../workbench.ts';

const created = async () => {
  const bench = testBench();
  await bench.ask('workspace.create', {
    label: 'Test',
    passphrase,
    assessor: 'Robin Fictional',
    organisation: 'Example',
  });
  return bench;
};

test.each(['constructor', '__proto__', 'toString', 'no.such', ''])('the channel "%s" is refused', async channel => {
  const reply = await testBench().workbench.dispatch(channel, {});
  expect(reply).toMatchObject({ ok: false, error: { code: 'channel.unknown' } });
});

test.each([
  ['a wrong type', { label: 7 }],
  ['nothing at all', undefined],
  ['a key too many', { label: 'x', passphrase, assessor: 'x', organisation: 'x', admin: true }],
  ['a passphrase too short', { label: 'x', passphrase: 'short', assessor: 'x', organisation: 'x' }],
])('%s is refused before anything is done', async (_, input) => {
  const bench = testBench();
  expect(await bench.workbench.dispatch('workspace.create', input)).toMatchObject({
    ok: false,
    error: { code: 'input.wrong' },
  });
  expect(await bench.ask('workspace.status', {})).toEqual({ state: 'closed', known: [] });
});

test('nothing but the workspace’s own door answers while it is locked', async () => {
  const bench = await created();
  await bench.ask('workspace.lock', {});
  expect(await bench.refusal('home.get', {})).toBe('workspace.locked');
  expect(await bench.refusal('apprentice.list', {})).toBe('workspace.locked');
});

test('a command that records no event writes nothing', async () => {
  const bench = await created();
  const forget = write("UPDATE person SET name = 'Somebody else'");
  await bench.workbench.task(async ({ workspace }) => {
    if (!workspace) throw new Error('locked');
    const moment = { now: new Date(), uptimeSeconds: 0 };
    expect(() => asCommand(workspace, moment, ({ writer }) => writer.run(forget, {}))).toThrow(/no audit event/);
  });
  expect(await bench.ask('workspace.status', {})).toMatchObject({ workspace: { assessor: 'Robin Fictional' } });
});

test('a command that fails half way writes neither its change nor its event', async () => {
  const bench = await created();
  const before = await bench.ask('audit.list', { before: null, limit: 500 });
  const details = { givenNames: 'A', familyName: 'B', uln: '1000000019', employer: 'E', trainingProvider: 'T' };
  expect(await bench.refusal('apprentice.correct', { ...details, id: '019a0000-0000-7000-8000-000000000000' })).toBe(
    'apprentice.unknown',
  );
  expect(await bench.ask('audit.list', { before: null, limit: 500 })).toEqual(before);
  expect(before.brokenAt).toBeNull();
});
