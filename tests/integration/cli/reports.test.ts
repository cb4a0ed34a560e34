import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runCommand } from '../../../electron/cli/epa.ts';
import { demonstrationFolder } from '../../../electron/features/demonstration.ts';
import { verifyPdf } from '../../../electron/signing/verify-pdf.ts';
import { temporaryFolder, testBench } from '../workbench.ts';

/** The demonstration's workspace, closed, and a way to run the command on it. */
async function demonstration() {
  const bench = testBench();
  await bench.ask('workspace.startDemonstration', {});
  bench.workbench.close();
  const workspace = demonstrationFolder(bench.userData);
  return async (...words: readonly string[]) => {
    const out: string[] = [];
    const err: string[] = [];
    const io = { out: (text: string) => void out.push(text), err: (text: string) => void err.push(text) };
    const status = await runCommand(['reports', workspace, ...words], io);
    return { status, out: out.join(''), err: err.join('') };
  };
}

test('reports that are ready are listed, and signed only by their signer who confirms their number', async () => {
  const run = await demonstration();
  const list = await run();
  expect(list.status).toBe(0);
  expect(list.out).toMatch(/Cleo Specimen +Observation[^\n]+pass\n[\s\S]+3 reports ready to be signed\./);

  const unconfirmed = await run('--sign', 'Robin Fictional', '--confirm', '2');
  expect(unconfirmed).toMatchObject({ status: 2, err: expect.stringContaining('--confirm 3') });
  const another = await run('--sign', 'Somebody Else', '--confirm', '3');
  expect(another).toMatchObject({ status: 1, err: expect.stringContaining('The name typed is not the signer’s') });
  expect((await run()).out).toContain('3 reports ready to be signed.');

  const folder = path.join(temporaryFolder(), 'signed');
  const signed = await run('--sign', 'Robin Fictional', '--confirm', '3', '--save', folder);
  expect(signed).toMatchObject({ status: 0, err: '' });
  expect(signed.out).toContain(`3 reports signed.\n6 reports saved in ${folder}.\n`);
  for (const file of readdirSync(folder))
    expect(verifyPdf(readFileSync(path.join(folder, file))).verdict).toBe('intact');
  const again = await run('--save', folder);
  expect(again.out).toBe(
    `No report waits for its signature.\n0 reports saved in ${folder}; 6 reports stood there already.\n`,
  );
});
