// Records three hours alone in a process, as fast as the disk takes them, beside bare appends to a file of the same
// pieces: prints milliseconds of each, and the memory in MiB before and after. `recording-alone.ts FOLDER`
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { inChunks, tones } from '../fixtures/recordings.ts';
import { startCore } from './core.ts';
import { timeInTurns } from './measuring.ts';
import { checklist, makeAssessment } from './session.ts';

/** Pieces of a second: as many as in a few minutes, after which the process has all it needs, and as in three hours. */
const pieces = { before: 300, hours: 3 * 3600 } as const;
const timed = { count: 300, warmUp: 30 };

const folder = process.argv[2] ?? '';
const core = startCore(folder);
const { ask } = core;
const sounds = inChunks(tones);
const bare = openSync(path.join(folder, 'bare'), 'a');

const { assessmentId } = await makeAssessment(core);
const consenting = { ...checklist, recordingConsent: 'given' } as const;
const methodKey = 'professionalDiscussion';
const { id: sessionId } = await ask('session.begin', { assessmentId, methodKey, checklist: consenting });
const { segmentId } = await ask('recording.start', { sessionId });
let sequence = 0;

const spent = await timeInTurns(timed, { ours: append, bare: appendBare });
while (sequence < timed.warmUp + timed.count + pieces.before) await append();
const beforeMiB = memory();
while (sequence < pieces.hours) await append();
const afterMiB = memory();
await ask('recording.end', { segmentId, end: 'stopped', reason: null });
const endedMiB = memory();
core.workbench.close();
closeSync(bare);
console.log(JSON.stringify({ ...spent, beforeMiB, afterMiB, endedMiB }));

async function append(): Promise<void> {
  const chunk = sounds[sequence % sounds.length] ?? new Uint8Array();
  await ask('recording.append', { segmentId, sequence, milliseconds: (sequence + 1) * 1020, chunk });
  sequence += 1;
}

function appendBare(): void {
  writeSync(bare, sounds[sequence % sounds.length] ?? new Uint8Array());
  fdatasyncSync(bare);
}

/** What is alive, in MiB: without what only waits to be collected, which Node is told to do first. */
function memory(): number {
  globalThis.gc?.();
  return process.memoryUsage().rss / 1024 ** 2;
}
