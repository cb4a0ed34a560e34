import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isRoot } from './tools.ts';

/** The account `nobody`, in every Linux. */
const nobody = 65_534;

/** A program and its arguments. */
export type CommandLine = readonly [program: string, ...args: string[]];

/** An account without privileges, so that Chromium's sandbox, which refuses root, is on while tests run. */
export interface OrdinaryUser {
  /** The same command, run by that account. */
  command(line: CommandLine): CommandLine;
  /** The environment of that account: its own home, runtime and temporary folders, no display. */
  readonly env: NodeJS.ProcessEnv;
  /** A folder that the account may write. */
  readonly folder: string;
  /** The folder itself where the account can read all of it, otherwise a copy that it can read. */
  readable(folder: string): string;
  /** Removes everything that was made for it. */
  end(): void;
}

/** The account that tests run as: on Linux as root, `nobody` with folders of its own; otherwise whoever runs this. */
export function ordinaryUser(): OrdinaryUser {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'epa-tests-'));
  const end = (): void => rmSync(folder, { recursive: true, force: true });
  if (!isRoot || process.platform !== 'linux') {
    return { command: line => line, env: process.env, folder, readable: place => place, end };
  }
  chmodSync(folder, 0o755);
  chownSync(folder, nobody, nobody);
  mkdirSync('/tmp/.X11-unix', { recursive: true, mode: 0o1777 }); // so that Xvfb need not make it as nobody
  const own = (name: string): string => {
    const made = path.join(folder, name);
    mkdirSync(made, { mode: 0o700 });
    chownSync(made, nobody, nobody);
    return made;
  };
  const env = { ...process.env, HOME: own('home'), XDG_RUNTIME_DIR: own('run'), TMPDIR: own('tmp') };
  for (const name of ['DISPLAY', 'WAYLAND_DISPLAY', 'XAUTHORITY', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME']) {
    Reflect.deleteProperty(env, name);
  }
  const readable = (place: string): string => (canRead(place) ? place : copyFor(place, folder));
  return { command: asNobody, env, folder, readable, end };
}

function asNobody(line: CommandLine): CommandLine {
  return ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', ...line];
}

/** Whether `nobody` finds no file in the folder, packages and history aside, that it may not read. */
function canRead(folder: string): boolean {
  const aside = ['(', '-name', 'node_modules', '-o', '-name', '.git', ')', '-prune'];
  const [program, ...args] = asNobody(['find', folder, ...aside, '-o', '!', '-readable', '-print', '-quit']);
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8' });
  return status === 0 && stdout === '';
}

function copyFor(folder: string, into: string): string {
  const copy = mkdtempSync(path.join(into, 'copy-'));
  cpSync(folder, copy, { recursive: true, verbatimSymlinks: true, filter: name => path.basename(name) !== '.git' });
  spawnSync('chmod', ['-R', 'a+rX', copy]);
  return copy;
}
