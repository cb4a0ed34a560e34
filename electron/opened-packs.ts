import path from 'node:path';

/** The packs among the words that the app was started with, as a file manager hands them over: full paths, seen from the folder of the caller. */
export const packsAmong = (words: readonly string[], folder: string): readonly string[] =>
  words
    .filter(word => !word.startsWith('-') && word.toLowerCase().endsWith('.epapack'))
    .map(word => path.resolve(folder, word));

/** The files that another start of the app passed on, if that is what was passed on. */
export function passedOn(data: unknown): readonly string[] {
  const packs = typeof data === 'object' && data !== null && 'packs' in data ? data.packs : [];
  return Array.isArray(packs) ? packs.filter(file => typeof file === 'string' && path.isAbsolute(file)) : [];
}

/** Packs that were opened from outside and wait for the window to ask for them. */
export interface OpenedPacks {
  add(files: readonly string[]): void;
  /** Hands them over, each once. */
  take(): readonly string[];
}

/** A waiting list; `onAdded` is told when there is something in it. */
export function openedPacks(onAdded: () => void): OpenedPacks {
  let waiting: readonly string[] = [];
  return {
    add(files) {
      if (files.length === 0) return;
      waiting = [...new Set([...waiting, ...files])];
      onAdded();
    },
    take() {
      const taken = waiting;
      waiting = [];
      return taken;
    },
  };
}
