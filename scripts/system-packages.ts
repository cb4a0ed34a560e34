import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { step } from './progress.ts';
import { hasProgram, isRoot, runQuietly } from './tools.ts';

/** What is about to be done: each needs other things from the operating system. */
export type Purpose = 'window' | 'compile' | 'tests';

interface SystemNeed {
  readonly for: Purpose;
  /** The Debian or Ubuntu package that brings it; the first of these names that apt knows is taken. */
  readonly packages: readonly [string, ...string[]];
  isMet(): boolean;
}

const needs: readonly SystemNeed[] = [
  { for: 'window', packages: ['libgtk-3-0t64', 'libgtk-3-0'], isMet: () => hasLibrary('libgtk-3.so.0') },
  { for: 'window', packages: ['libnss3'], isMet: () => hasLibrary('libnss3.so') },
  { for: 'window', packages: ['libasound2t64', 'libasound2'], isMet: () => hasLibrary('libasound.so.2') },
  { for: 'window', packages: ['libgbm1'], isMet: () => hasLibrary('libgbm.so.1') },
  { for: 'window', packages: ['fonts-dejavu-core'], isMet: hasAnyFont },
  { for: 'window', packages: ['xvfb'], isMet: () => hasDisplay() || hasProgram('Xvfb') },
  { for: 'compile', packages: ['g++'], isMet: () => hasProgram('g++') && hasProgram('gcc') },
  { for: 'tests', packages: ['poppler-utils'], isMet: () => hasProgram('pdfsig') && hasProgram('pdftotext') },
  { for: 'tests', packages: ['qpdf'], isMet: () => hasProgram('qpdf') },
  { for: 'tests', packages: ['openssl'], isMet: () => hasProgram('openssl') },
  { for: 'tests', packages: ['unzip'], isMet: () => hasProgram('unzip') },
  { for: 'tests', packages: ['python3'], isMet: () => hasProgram('python3') },
  { for: 'tests', packages: ['libnss3-tools'], isMet: () => hasProgram('certutil') },
];

/** Whether there is a screen to draw on. */
export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/**
 * Sees to it that what the operating system must bring is there. On Linux as root with apt the missing packages are
 * installed, and a line says so; otherwise the one line to run is printed and the process ends with status 1.
 */
export async function ensureSystemPackages(purposes: readonly Purpose[]): Promise<void> {
  if (process.platform !== 'linux') return;
  const missing = unmet(purposes);
  if (missing.length === 0) return;
  if (!isRoot || !hasProgram('apt-get')) return refuse(missing);
  await step('Refreshing the list of system packages (apt-get update)', () => apt('update'));
  const names = missing.map(aptName);
  await step(`Installing system packages: ${names.join(' ')}`, () =>
    apt('install', '-y', '--no-install-recommends', ...names),
  );
  const still = unmet(purposes);
  if (still.length > 0) throw new Error(`Still missing after installation: ${still.map(aptName).join(' ')}`);
}

function unmet(purposes: readonly Purpose[]): readonly SystemNeed[] {
  return needs.filter(need => purposes.includes(need.for) && !need.isMet());
}

async function apt(...args: readonly string[]): Promise<void> {
  await runQuietly('apt-get', args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
}

function refuse(missing: readonly SystemNeed[]): never {
  const names = missing.map(aptName).join(' ');
  console.error('This machine lacks system packages that EPA Workbench needs. On Debian or Ubuntu, run once:\n');
  console.error(`  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names}\n`);
  console.error('On another Linux, install what brings the same libraries and programs.');
  process.exit(1);
}

/** The newest name that apt can install; Ubuntu 24.04 and Debian 13 renamed some libraries. */
function aptName({ packages }: SystemNeed): string {
  const known = packages.find(name => /Candidate: (?!\(none\))/.test(output('apt-cache', ['policy', name])));
  return known ?? packages[packages.length - 1] ?? packages[0];
}

/** Where the dynamic linker cannot be asked, a library counts as there: Electron itself then says what it lacks. */
function hasLibrary(name: string): boolean {
  const ldconfig = ['/sbin/ldconfig', '/usr/sbin/ldconfig'].find(existsSync);
  const known = ldconfig ? output(ldconfig, ['-p']) : '';
  return known === '' || known.includes(`${name} `);
}

function hasAnyFont(): boolean {
  return ['/usr/share/fonts', '/usr/local/share/fonts'].some(
    folder => output('find', [folder, '-name', '*.ttf', '-o', '-name', '*.otf']).trim() !== '',
  );
}

function output(command: string, args: readonly string[]): string {
  return spawnSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).stdout ?? '';
}
