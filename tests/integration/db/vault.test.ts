import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeVault, openVault, readVault, writeVault } from '../../../electron/db/vault.ts';
import { temporaryFolder } from '../workbench.ts';

const passphrase = 'kräftig genug für Zoë';

test('the passphrase, however its accents are typed, and the recovery key open the same data key', async () => {
  const { vault, dataKey, recoveryKey } = await makeVault('Test', { kind: 'passphrase', passphrase });
  const decomposed = { kind: 'passphrase', passphrase: passphrase.normalize('NFD') } as const;
  expect((await openVault(vault, decomposed)).equals(dataKey)).toBe(true);
  const sloppy = recoveryKey.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
  expect((await openVault(vault, { kind: 'recoveryKey', recoveryKey: sloppy })).equals(dataKey)).toBe(true);
  expect(recoveryKey).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
});

test('another passphrase, another recovery key and the open door of a demonstration are refused', async () => {
  const { vault, recoveryKey } = await makeVault('Test', { kind: 'passphrase', passphrase });
  await expect(openVault(vault, { kind: 'passphrase', passphrase: `${passphrase} ` })).rejects.toMatchObject({
    code: 'passphrase.wrong',
  });
  const other = `${recoveryKey.startsWith('7') ? '8' : '7'}${recoveryKey.slice(1)}`;
  await expect(openVault(vault, { kind: 'recoveryKey', recoveryKey: other })).rejects.toMatchObject({
    code: 'recoveryKey.wrong',
  });
  await expect(openVault(vault, { kind: 'recoveryKey', recoveryKey: 'hello' })).rejects.toMatchObject({
    code: 'recoveryKey.wrong',
  });
  await expect(openVault(vault, { kind: 'demonstration' })).rejects.toMatchObject({ code: 'vault.otherWay' });
});

test('the vault’s file tells neither key nor passphrase, and comes back as it was', async () => {
  const file = path.join(temporaryFolder(), 'workspace.keys.json');
  const { vault, dataKey, recoveryKey } = await makeVault('Test', { kind: 'passphrase', passphrase });
  writeVault(file, vault);
  const text = readFileSync(file, 'utf8');
  for (const secret of [dataKey.toString('hex'), dataKey.toString('base64'), passphrase, recoveryKey])
    expect(text).not.toContain(secret);
  expect(readVault(file)).toEqual(vault);
});

test.each(['', '{}', '{"schema":"epa-keys/2"}', 'not json'])('a vault file that holds %j is called foreign', text => {
  const file = path.join(temporaryFolder(), 'workspace.keys.json');
  writeFileSync(file, text);
  expect(() => readVault(file)).toThrow(expect.objectContaining({ code: 'workspace.foreign' }));
});
