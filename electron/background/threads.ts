import { backgroundThread } from './thread.ts';

/** Lays out documents and draws signatures: slow the first time, and with many objects that live for a moment. */
export const press = backgroundThread({
  heapMiB: 1024,
  patienceMs: 300_000,
  beyond: {
    code: 'report.tooLarge',
    message: 'The document is too large to be made on this computer. Close other programs and try again.',
  },
});

/** Reads files that anybody may have made. No report takes a hundredth of this. */
export const checker = backgroundThread({
  heapMiB: 512,
  patienceMs: 30_000,
  beyond: {
    code: 'report.tooHardToCheck',
    message: 'The file was given up: checking it takes more time or memory than any report does. Do not rely on it.',
  },
});
