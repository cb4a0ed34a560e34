import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startDisplay } from '../../scripts/display.ts';
import { type ElectronRuntime, resolveElectron } from '../../scripts/electron-runtime.ts';

/** Before all tests: the runtime, and where there is no screen a virtual one; the workers read both from the environment. */
export default async function globalSetup(): Promise<() => void> {
  if (!existsSync('out/main/main.js')) throw new Error('Build the app first: npm run build');
  process.env['EPA_E2E_ELECTRON'] ??= JSON.stringify(await resolveElectron());
  const { execPath, kind } = JSON.parse(process.env['EPA_E2E_ELECTRON']) as ElectronRuntime;
  if (kind !== 'installed') process.env['ELECTRON_OVERRIDE_DIST_PATH'] = path.dirname(execPath);
  const display = await startDisplay();
  Object.assign(process.env, display.env);
  const demonstration = makeDemonstration();
  process.env['EPA_E2E_DEMONSTRATION'] = path.join(demonstration, 'workspace');
  return () => {
    display.stop();
    rmSync(demonstration, { recursive: true, force: true });
  };
}

/** Plays the demonstration once, so that not every test has to: each gets a copy of it. */
function makeDemonstration(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'epa-e2e-demonstration-'));
  const command = ['scripts/run.mjs', 'epa', 'demo', '--out', folder, '--leave-waiting']; // as the window makes it
  execFileSync(process.execPath, command, { stdio: 'ignore' });
  return folder;
}
