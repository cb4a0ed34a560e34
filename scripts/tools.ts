import { type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);

/** The project's own folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Whether this process is the superuser of a Unix system. */
export const isRoot = process.getuid?.() === 0;

/** The script behind a command that an installed package brings, to be run by Node. */
export function toolScript(packageName: string, command = packageName): string {
  const manifest = require.resolve(`${packageName}/package.json`);
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin?: string | Record<string, string> };
  const script = typeof bin === 'string' ? bin : bin?.[command];
  if (!script) throw new Error(`${packageName} has no command ${command}.`);
  return path.join(path.dirname(manifest), script);
}

/** Runs a program to its end, its output shown, and gives its exit status (1 where a signal ended it). */
export async function runShown(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<number> {
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', code => resolve(code ?? 1));
  });
}

/** Runs a program to its end, silently; throws with the end of what it said where it fails. */
export async function runQuietly(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<void> {
  const env = { ...(options.env ?? process.env), NO_COLOR: '1' };
  const child = spawn(command, args, { cwd: root, ...options, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', chunk => {
      said = (said + chunk).slice(-4000);
    });
  }
  const status = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', code => resolve(code ?? 1));
  });
  if (status !== 0) throw new Error(`${path.basename(command)} ${args[0] ?? ''} failed (${status}):\n${said}`);
}

/** Whether a program of this name can be run. */
export function hasProgram(name: string): boolean {
  return spawnSync('sh', ['-c', `command -v "${name}"`], { stdio: 'ignore' }).status === 0;
}

/** Bundles the renderer, the main process and the preload script into `out/`. */
export async function buildApp(): Promise<void> {
  await runQuietly(process.execPath, [toolScript('vite'), 'build', '--logLevel', 'warn']);
}
