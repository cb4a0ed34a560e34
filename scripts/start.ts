// `npm start`: builds the app and opens its window. `--screenshot FILE` saves what the window shows, and ends;
// `--size=1280x800` and `--theme=dark|light` say how it shall look. Other arguments go to the app as they are.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { startDisplay } from './display.ts';
import { resolveElectron } from './electron-runtime.ts';
import { step } from './progress.ts';
import { ensureSystemPackages } from './system-packages.ts';
import { buildApp, isRoot, root } from './tools.ts';

await ensureSystemPackages(['window']);
const electron = await resolveElectron();
await step('Building', buildApp);
const display = await startDisplay();
if (display.env['DISPLAY'])
  console.error(`There is no display: the window is on a virtual one (${display.env['DISPLAY']}).`);
if (isRoot) console.error("Running as root: Chromium's sandbox is off. Use an ordinary account for real work.");

const env: NodeJS.ProcessEnv = { ...process.env, ...electron.env, ...display.env };
delete env['ELECTRON_RUN_AS_NODE']; // set by editors that are Electron apps themselves
const child = spawn(electron.execPath, [...electron.args, root, ...appArguments(process.argv.slice(2))], {
  stdio: 'inherit',
  env,
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
child.on('exit', code => {
  display.stop();
  process.exit(code ?? 1);
});

/** The app takes `--screenshot=FILE` only, with a full path, for its working folder is not the caller's. */
function appArguments(given: readonly string[]): readonly string[] {
  const [first, second, ...rest] = given;
  if (first === undefined) return [];
  const calledFrom = process.env['INIT_CWD'] ?? process.cwd();
  if (first === '--screenshot' && second !== undefined) {
    return [`--screenshot=${path.resolve(calledFrom, second)}`, ...appArguments(rest)];
  }
  return [first, ...appArguments(given.slice(1))];
}
