import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The user's folder for what is fetched or compiled once and kept between checkouts. */
export function cacheFolder(): string {
  const caches = process.env['XDG_CACHE_HOME'] || path.join(os.homedir(), '.cache');
  return process.env['EPA_TOOL_CACHE'] || path.join(caches, 'epa-workbench');
}

/** The folder `name` in the cache, made by `fill` where it is not there yet. It appears complete or not at all. */
export async function cached(name: string, fill: (folder: string, scratch: string) => Promise<void>): Promise<string> {
  const home = path.join(cacheFolder(), name);
  if (existsSync(home)) return home;
  mkdirSync(cacheFolder(), { recursive: true });
  const scratch = mkdtempSync(path.join(cacheFolder(), 'tmp-'));
  try {
    const folder = path.join(scratch, 'complete');
    mkdirSync(folder);
    await fill(folder, scratch);
    if (!existsSync(home)) renameSync(folder, home);
    return home;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
