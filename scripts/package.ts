// `npm run dist`: installers for this system; `npm run dist:dir`: the unpacked app only, which the packaged test drives.
import path from 'node:path';
import { resolveElectron } from './electron-runtime.ts';
import { step } from './progress.ts';
import { buildApp, runShown, toolScript } from './tools.ts';

const args = process.argv.slice(2);
const unpacked = args.includes('--dir');
const electron = await resolveElectron();
if (electron.kind === 'fallback' && !unpacked) {
  throw new Error(
    'Installers are made with the real Electron only, which cannot be downloaded here. Use npm run dist:dir.',
  );
}
await step('Building', buildApp);

const settings: string[] = [];
if (electron.kind === 'fallback') {
  settings.push(`-c.electronDist=${path.dirname(electron.execPath)}`, `-c.electronVersion=${electron.version}`);
}
// The first of the two keys that electron/launch-guard.ts asks for; no installer ever has it.
if (unpacked) settings.push('-c.extraMetadata.drivable=true');
process.exitCode = await runShown(process.execPath, [toolScript('electron-builder'), ...args, ...settings], {
  env: { ...process.env, ...electron.env },
});
