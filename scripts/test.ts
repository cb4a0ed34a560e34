// `npm test`: everything that shows the workbench to be right, in order of cost, ending with the counts alone on a line.
// `npm test -- --packaged` then packs the app as it would be installed, and tests that too.
// `npm test -- STAGE…` runs the named stages only: types, lint, unit, build, window, packaged.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { resolveElectron } from './electron-runtime.ts';
import { duration } from './progress.ts';
import { ensureSystemPackages } from './system-packages.ts';
import { type Counts, vitestCounts } from './test-counts.ts';
import { isRoot, root, runShown, toolScript } from './tools.ts';
import { type Outcome, runWindowTests } from './window-tests.ts';

const none: Counts = { passed: 0, failed: 0 };

interface Stage {
  readonly name: string;
  readonly title: string;
  /** It tests what the stage `build` makes. */
  readonly needsBuild?: boolean;
  /** Runs the stage; gives its exit status, and its counts where it has tests. */
  run(): Promise<Outcome>;
}

const { values, positionals } = parseArgs({ options: { packaged: { type: 'boolean' } }, allowPositionals: true });
const scratch = mkdtempSync(path.join(os.tmpdir(), 'epa-counts-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

if (isRoot) for (const name of ['DISPLAY', 'WAYLAND_DISPLAY']) Reflect.deleteProperty(process.env, name); // not nobody's
await ensureSystemPackages(['window', 'tests']);
const electron = await resolveElectron();

const stages: readonly Stage[] = [
  tool('types', 'Type check', 'typescript', 'tsc', '--build'),
  tool('lint', 'Lint', '@biomejs/biome', 'biome', 'check', '--error-on-warnings'),
  { name: 'unit', title: 'Unit and integration tests', run: runVitest },
  tool('build', 'Build', 'vite', 'vite', 'build', '--logLevel', 'warn'),
  {
    name: 'window',
    title: 'Tests in the real window',
    needsBuild: true,
    run: () => runWindowTests(electron, 'window'),
  },
  { name: 'packaged', title: 'Packaged app', needsBuild: true, run: runPackaged },
];
const unknown = positionals.find(word => !stages.some(({ name }) => name === word));
if (unknown) throw new Error(`There is no stage ${unknown}: ${stages.map(({ name }) => name).join(', ')}.`);
const chosen = stages.filter(({ name }) =>
  positionals.length > 0 ? positionals.includes(name) : name !== 'packaged' || values.packaged,
);
process.exitCode = (await runAll(chosen)) ? 0 : 1;

async function runAll(wanted: readonly Stage[]): Promise<boolean> {
  const summary: string[] = [];
  const total = { passed: 0, failed: 0 };
  let isBuilt = true;
  for (const stage of wanted) {
    console.log(`\n── ${stage.title}\n`);
    const started = performance.now();
    const outcome: Outcome = stage.needsBuild && !isBuilt ? refuseUnbuilt() : await stage.run();
    const { status, counts = none } = outcome;
    if (stage.name === 'build') isBuilt = status === 0;
    // A stage that fails without a failed test, the type check for one, must still show in the last line.
    const failed = counts.failed || (status === 0 ? 0 : 1);
    total.passed += counts.passed;
    total.failed += failed;
    const words = counts.passed + counts.failed > 0 ? `, ${counts.passed} passed, ${counts.failed} failed` : '';
    summary.push(`${failed === 0 ? '✓' : '✗'} ${stage.title} (${duration(performance.now() - started)}${words})`);
    console.log(`\n${summary.at(-1)}`);
  }
  console.log(`\n── Result\n\n${summary.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0;
}

function refuseUnbuilt(): Outcome {
  console.log('Not run, because there is no build of these sources.');
  return { status: 1 };
}

function tool(name: string, title: string, packageName: string, command: string, ...args: readonly string[]): Stage {
  const script = toolScript(packageName, command);
  return { name, title, run: async () => ({ status: await runShown(process.execPath, [script, ...args]) }) };
}

async function runVitest(): Promise<Outcome> {
  const report = path.join(scratch, 'vitest.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const status = await runShown(process.execPath, [toolScript('vitest'), 'run', ...reporters]);
  return existsSync(report) ? { status, counts: vitestCounts(report) } : { status };
}

async function runPackaged(): Promise<Outcome> {
  const packing = await runShown(process.execPath, [path.join(root, 'scripts', 'run.mjs'), 'package', '--dir']);
  return packing === 0 ? runWindowTests(electron, 'packaged') : { status: packing };
}
