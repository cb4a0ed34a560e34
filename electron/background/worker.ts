// The entry of a background thread: carries out one job after another until it is ended.
import { parentPort } from 'node:worker_threads';
import { AppError } from '../../shared/errors.ts';
import { jobs } from './jobs.ts';
import type { Answer, Order } from './thread.ts';

parentPort?.on('message', (order: Order) => {
  void answer(order).then(given => parentPort?.postMessage(given));
});

async function answer({ job, input }: Order): Promise<Answer> {
  try {
    const work = jobs[job] as (given: unknown) => Promise<unknown>;
    return { kind: 'done', value: await work(input) };
  } catch (fault) {
    if (fault instanceof AppError) return { kind: 'refused', code: fault.code, message: fault.message };
    return { kind: 'failed', message: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) };
  }
}
