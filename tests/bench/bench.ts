// `npm run bench`: how quick and how small the workbench is, each figure as a ratio to a baseline measured in turns with
// it. Prints a table and writes bench-results.json. It judges nothing: it fails only where something cannot be measured.
import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { duration, step } from '../../scripts/progress.ts';
import { testRuntime } from '../e2e/fixtures.ts';
import { bareDatabase } from './bare-commit.ts';
import { startCore } from './core.ts';
import { measureCrowded } from './crowded.ts';
import { measureImporting } from './importing.ts';
import type { Figure } from './measuring.ts';
import { measureMemory } from './memory.ts';
import { measureOpening } from './opening.ts';
import { measurePackImport } from './pack-import.ts';
import { measurePacks } from './packs.ts';
import { measureRecording } from './recording.ts';
import { measureReports } from './reports.ts';
import { measureSaving } from './saving.ts';
import { measureSavingInWindow } from './saving-in-window.ts';
import { root, scratchFolder } from './scratch.ts';
import { measureSearch } from './search.ts';
import { makeWorkspace } from './session.ts';
import { measureStarting } from './starting.ts';
import { tableOf } from './table.ts';

const started = performance.now();
const scratch = scratchFolder();
const own = newFolder('own');
const demonstration = newFolder('demonstration');
const bare = bareDatabase(scratch);

const notMeasured: string[] = [];

const core = startCore(own);
const workspace = await step('Making a workspace with 2,060 notes', () => makeWorkspace(core));
const saving = await measure('Saving', () => measureSaving(core, workspace, bare));
const crowded = await measure('Saving and reading with 10,000 assessments', () =>
  measureCrowded(core, workspace, bare),
);
const opening = await measure('Opening a workspace', () => measureOpening(core, workspace.folder));
core.workbench.close();
const searching = await measure('Searching 2,000 standards', () => measureSearch(newFolder('search')));
const importing = await measure('Reading standards', () => measureImporting(newFolder('import')));
const inWindow = await measure('Saving from the window', () => measureSavingInWindow(scratch, own, workspace, bare));
bare.close();
const reports = await measure('Building and signing reports', () => measureReports(demonstration, scratch));
const packs = await measure('Packing 1,000 assessments', () => measurePacks(scratch));
const takingIn = await measure('Taking 1,000 results in', () => measurePackImport(newFolder('exchange')));
const recording = await measure('Recording three hours', () => measureRecording(scratch));
const starting = await measure('Starting the app', () => measureStarting(scratch));
const memory = await measure('Memory', () => measureMemory(scratch, demonstration));

const figures = [
  ...starting,
  ...saving,
  ...crowded,
  ...inWindow,
  ...searching,
  ...importing,
  ...reports,
  ...packs,
  ...takingIn,
  ...recording,
  ...opening,
  ...memory,
];
const machine = machineFacts();
const file = path.join(root, 'bench-results.json');
writeFileSync(file, `${JSON.stringify({ schema: 'epa-bench/1', machine, notMeasured, figures }, sixDigits, 2)}\n`);
console.log(`\n${tableOf(figures)}\n`);
console.log(`${machine.processor}, ${machine.cores} cores; Electron ${machine.electron}, Node ${machine.node}.`);
if (machine.load > machine.cores)
  console.log(`The machine was busy (load ${machine.load.toFixed(1)}): measure again when it is quiet.`);
console.log(`Measured in ${duration(performance.now() - started)}; all of it is in ${path.basename(file)}.`);
for (const what of notMeasured) console.error(`Not measured: ${what}`);
process.exitCode = notMeasured.length === 0 ? 0 : 1;

/** Takes some figures; where that fails, the others are still taken. */
async function measure(title: string, work: () => Promise<readonly Figure[]>): Promise<readonly Figure[]> {
  try {
    return await step(title, work);
  } catch (fault) {
    notMeasured.push(`${title}: ${fault instanceof Error ? fault.message : String(fault)}`);
    return [];
  }
}

/** For JSON: no more digits than a measurement has. */
function sixDigits(_: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(6)) : value;
}

function newFolder(name: string): string {
  const folder = path.join(scratch, name);
  mkdirSync(folder);
  return folder;
}

function machineFacts() {
  const { version, kind, args } = testRuntime();
  return {
    measuredAt: new Date().toISOString(),
    system: `${os.type()} ${os.release()} ${os.arch()}`,
    processor: os.cpus()[0]?.model.trim() ?? 'Unknown processor',
    cores: os.cpus().length,
    memoryMiB: Math.round(os.totalmem() / 1024 ** 2),
    /** How many processes wanted to run, averaged over the last minute: above `cores`, the figures say little. */
    load: os.loadavg()[0] ?? 0,
    node: process.versions.node,
    electron: version,
    electronKind: kind,
    sandbox: !args.includes('--no-sandbox'),
  };
}
