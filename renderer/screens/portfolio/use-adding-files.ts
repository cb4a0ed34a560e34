import { useState } from 'react';
import type { TakenFiles } from '../../../shared/contract/portfolio.ts';
import { AppError } from '../../../shared/errors.ts';
import { act, call, refresh } from '../../api.ts';
import type { FaultWords } from '../../ui/error-panel.tsx';

/** Where files are added: an assessment, and the session during which that happens. */
export interface AddingPlace {
  readonly assessmentId: string;
  readonly sessionId: string | null;
}

/** A dropped file that is coming in; `chosen` files tell their progress by the main process. */
export type Coming =
  | { readonly kind: 'chosen' }
  | { readonly kind: 'dropped'; readonly name: string; readonly done: number };

const pieceBytes = 4 * 1024 * 1024;
const nothingTaken: TakenFiles = { added: [], known: [], refused: [], left: 0 };

/** Adding files to a portfolio by the machine's dialog or by dropping them, with how far it has come and the way to end it. */
export function useAddingFiles(where: AddingPlace, onTaken: (taken: TakenFiles) => void) {
  const [coming, setComing] = useState<Coming | null>(null);
  const [fault, setFault] = useState<FaultWords | null>(null);
  const [controller, setController] = useState<AbortController | null>(null);
  const run = async (work: (cancelled: AbortSignal) => Promise<TakenFiles | null>): Promise<void> => {
    const ending = new AbortController();
    setController(ending);
    setFault(null);
    try {
      const taken = await work(ending.signal);
      await refresh();
      if (taken) onTaken(taken);
    } catch (error) {
      setFault(error as FaultWords);
      await refresh();
    } finally {
      setComing(null);
      setController(null);
    }
  };
  const choose = (): void => {
    if (coming) return;
    setComing({ kind: 'chosen' });
    void run(() => act('portfolio.addFiles', where));
  };
  const drop = (files: readonly File[]): void => {
    if (coming || files.length === 0) return;
    void run(cancelled => takeDropped(where, files, cancelled, setComing));
  };
  const stop = (): void => {
    controller?.abort();
    if (coming?.kind === 'chosen') void call('task.cancel', {});
  };
  return { coming, fault, choose, drop, stop };
}

async function takeDropped(
  where: AddingPlace,
  files: readonly File[],
  cancelled: AbortSignal,
  tell: (coming: Coming) => void,
): Promise<TakenFiles> {
  let taken = nothingTaken;
  for (const [index, file] of files.entries()) {
    if (cancelled.aborted) return { ...taken, left: files.length - index };
    const one = await takeOne(where, file, cancelled, done => tell({ kind: 'dropped', name: file.name, done }));
    if (!one) return { ...taken, left: files.length - index };
    taken = {
      added: [...taken.added, ...one.added],
      known: [...taken.known, ...one.known],
      refused: [...taken.refused, ...one.refused],
      left: 0,
    };
  }
  return taken;
}

/** Sends one file by pieces; null when that was ended. What cannot be read, a folder for one, is told as refused. */
async function takeOne(
  where: AddingPlace,
  file: File,
  cancelled: AbortSignal,
  tell: (share: number) => void,
): Promise<TakenFiles | null> {
  const { incomingId } = await call('portfolio.beginFile', { ...where, name: file.name, sizeBytes: file.size });
  try {
    for (let at = 0; at < file.size; at += pieceBytes) {
      tell(at / file.size);
      const bytes = new Uint8Array(await file.slice(at, at + pieceBytes).arrayBuffer());
      if (cancelled.aborted) {
        await call('portfolio.cancelFile', { incomingId });
        return null;
      }
      await call('portfolio.sendBytes', { incomingId, bytes });
    }
    return await call('portfolio.endFile', { incomingId });
  } catch (error) {
    await call('portfolio.cancelFile', { incomingId });
    if (error instanceof AppError) throw error;
    return { ...nothingTaken, refused: [{ name: file.name, why: 'The file cannot be read.' }] };
  }
}
