import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Figure, figure } from './measuring.ts';

const script = fileURLToPath(new URL('recording-alone.ts', import.meta.url));

/** What a process that recorded three hours has measured. */
interface Recorded {
  readonly ours: readonly number[];
  readonly bare: readonly number[];
  readonly beforeMiB: number;
  readonly afterMiB: number;
  readonly endedMiB: number;
}

/** A second of sound stored, durable, and the memory of the core after three hours of recording, through the whole path from the door to the disk. */
export async function measureRecording(scratch: string): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(scratch, 'recording-'));
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', script, folder]);
  const { ours, bare, beforeMiB, afterMiB, endedMiB } = JSON.parse(stdout) as Recorded;
  const memory = { unit: 'MiB', baseline: 'the same process after its first minutes' } as const;
  return [
    figure(
      {
        key: 'recordingChunk',
        name: 'A second of sound stored, durable',
        unit: 'ms',
        baseline: 'bare append and fdatasync',
      },
      ours,
      bare,
    ),
    figure({ ...memory, key: 'recordingMemory', name: 'Memory of the core, 3 h recorded' }, [afterMiB], [beforeMiB]),
    figure({ ...memory, key: 'recordingEnded', name: 'The same, recording ended and hashed' }, [endedMiB], [beforeMiB]),
  ];
}
