import { Worker } from 'node:worker_threads';
import { AppError } from '../../shared/errors.ts';
import type { Jobs } from './jobs.ts';

/** What a thread is sent, and what it answers. */
export interface Order {
  readonly job: keyof Jobs;
  readonly input: unknown;
}
export type Answer =
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }
  | { readonly kind: 'failed'; readonly message: string };

/** How much a thread may take. Past either bound it is ended, and with it the job. */
export interface Bounds {
  /** The most memory for objects, in MiB; what is young is kept small, which costs a little time and saves much. */
  readonly heapMiB: number;
  /** The longest that a job may take, in milliseconds. */
  readonly patienceMs: number;
  /** What is said when a job took more than either. */
  readonly beyond: { readonly code: string; readonly message: string };
}

/** Three times what V8 keeps of young objects; its own 48 MiB make the process half as large again. */
const youngMiB = 24;
/** A thread that had nothing to do for so long is ended: its memory goes back to the machine. */
const idleMs = 60_000;

/** Beside this module, both as sources and in the bundle. */
const entry = new URL(import.meta.url.endsWith('.ts') ? 'worker.ts' : 'background.js', import.meta.url);

type Input<J extends keyof Jobs> = Parameters<Jobs[J]>[0];
type Result<J extends keyof Jobs> = Awaited<ReturnType<Jobs[J]>>;
type Run = <J extends keyof Jobs>(job: J, input: Input<J>) => Promise<Result<J>>;

/** A thread that is started at its first job and does one job at a time. The function rejects with the job's AppError, with one that says `beyond`, or with an Error that is a bug. */
export function backgroundThread(bounds: Bounds): Run {
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  const end = (): void => {
    void worker?.terminate();
    worker = null;
  };
  const carryOut = async (order: Order): Promise<unknown> => {
    clearTimeout(idle);
    worker ??= openWorker(bounds);
    worker.ref();
    const answer = await answerOf(worker, order, bounds).finally(() => worker?.unref());
    if (answer === 'ended') {
      end();
      throw new AppError(bounds.beyond.code, bounds.beyond.message);
    }
    idle = setTimeout(end, idleMs).unref();
    return valueIn(answer);
  };
  return (job, input) => {
    const answer = queue.then(() => carryOut({ job, input }));
    queue = answer.catch(() => undefined);
    return answer as Promise<never>;
  };
}

function openWorker({ heapMiB }: Bounds): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: heapMiB, maxYoungGenerationSizeMb: youngMiB };
  const worker = new Worker(entry, { execArgv: [], resourceLimits });
  worker.on('error', () => undefined); // told to whoever waits for an answer
  return worker;
}

/** The thread's answer, or that it ended before there was one: by its own memory, or because it took too long. */
function answerOf(worker: Worker, order: Order, { patienceMs }: Bounds): Promise<Answer | 'ended'> {
  return new Promise((resolve, reject) => {
    const settle = (conclude: () => void): void => {
      clearTimeout(late);
      worker.off('message', onAnswer).off('error', onError).off('exit', onEnd);
      conclude();
    };
    const onAnswer = (answer: Answer): void => settle(() => resolve(answer));
    const onEnd = (): void => settle(() => resolve('ended'));
    const onError = (fault: Error & { readonly code?: string }): void => {
      if (fault.code === 'ERR_WORKER_OUT_OF_MEMORY') onEnd();
      else settle(() => reject(fault));
    };
    const late = setTimeout(onEnd, patienceMs);
    worker.on('message', onAnswer).on('error', onError).on('exit', onEnd);
    worker.postMessage(order);
  });
}

function valueIn(answer: Answer): unknown {
  switch (answer.kind) {
    case 'done':
      return answer.value;
    case 'refused':
      throw new AppError(answer.code, answer.message);
    case 'failed':
      throw new Error(answer.message);
  }
}
