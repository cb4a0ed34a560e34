import { readFileSync } from 'node:fs';
import path from 'node:path';
import { app } from 'electron';
import { commandWords, readLaunch } from './launch.ts';
import { forbiddenSwitches } from './launch-guard.ts';

const launch = readLaunch(process.argv);
// The arguments as a person gives them: to a packaged app. During development `npm run epa` is the way to the commands.
const words = app.isPackaged ? process.argv.slice(1) : [];
const refused = forbiddenSwitches(words, launch.drive && isDrivable());

if (refused.length > 0) {
  console.error(
    `EPA Workbench does not start with ${refused.join(' ')}, because that would open it to other programs.`,
  );
  process.exit(1);
}
try {
  await start();
} catch (fault) {
  // Otherwise Electron would wait behind a dialog of its own for somebody to read this.
  console.error(fault);
  process.exit(1);
}

/** Carries out a command or opens the window. Nothing else is loaded before the switches above have been looked at. */
async function start(): Promise<void> {
  const { isCommand, runCommand } = await import('./cli/epa.ts');
  const command = commandWords(words);
  if (!isCommand(command[0] ?? '')) {
    const { startShell } = await import('./shell.ts');
    return startShell(launch);
  }
  const out = (text: string): void => void process.stdout.write(text);
  const err = (text: string): void => void process.stderr.write(text);
  process.exit(await runCommand(command, { out, err }));
}

/** Whether this is a build that `npm run dist:dir` made for the project's own test. */
function isDrivable(): boolean {
  const manifest = readFileSync(path.join(app.getAppPath(), 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { drivable?: unknown }).drivable === true;
}
