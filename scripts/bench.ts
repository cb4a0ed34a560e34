// `npm run bench`: builds the app, sees to an Electron and a display, and measures (tests/bench/bench.ts).
import path from 'node:path';
import { startDisplay } from './display.ts';
import { resolveElectron } from './electron-runtime.ts';
import { step } from './progress.ts';
import { ensureSystemPackages } from './system-packages.ts';
import { buildApp, root, runShown } from './tools.ts';

await ensureSystemPackages(['window']);
const electron = await resolveElectron();
await step('Building', buildApp);
const display = await startDisplay();
const env = { ...process.env, ...display.env, EPA_E2E_ELECTRON: JSON.stringify(electron) };
process.exitCode = await runShown(process.execPath, [path.join(root, 'tests', 'bench', 'bench.ts')], { env });
display.stop();
