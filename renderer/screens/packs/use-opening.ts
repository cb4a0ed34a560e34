import { useEffect, useEffectEvent, useState } from 'react';
import type { PackPreview, TakenIn } from '../../../shared/contract/packs.ts';
import type { AppError } from '../../../shared/errors.ts';
import { act, call, useAction } from '../../api.ts';
import { takeGivenPacks, useGivenPacks } from './given-packs.ts';
import { newsIn } from './pack-words.ts';

/** A pack that was chosen: looked through or not yet, and what became of it. */
export interface ChosenPack {
  readonly id: string;
  readonly preview: PackPreview | null;
  readonly outcome: TakenIn | null;
  /** Why it cannot be opened, or was not taken in. */
  readonly fault: AppError | null;
}

const nameOf = (file: string): string => file.split(/[\\/]/).at(-1) ?? file;
export const packName = ({ id }: ChosenPack): string => nameOf(id);

/** Whether a pack waits to be taken in: not one that came before and brings nothing new. */
export const isWaiting = ({ preview, outcome, fault }: ChosenPack): boolean =>
  preview !== null &&
  preview.refusal === null &&
  outcome === null &&
  fault === null &&
  (preview.takenInAt === null || newsIn(preview.items).length > 0);

/** The packs that are being opened: chosen, looked through one after the other, and taken in. */
export function useOpening() {
  const [packs, setPacks] = useState<readonly ChosenPack[]>([]);
  const [isBusy, setBusy] = useState(false);
  const choose = useAction('pack.choose');
  const chooseFolder = useAction('pack.chooseFolder');
  const change = (id: string, changes: Partial<ChosenPack>): void =>
    setPacks(before => before.map(pack => (pack.id === id ? { ...pack, ...changes } : pack)));
  async function lookThrough(files: readonly string[]): Promise<void> {
    if (files.length === 0) return;
    const fresh = files.map(id => ({ id, preview: null, outcome: null, fault: null }));
    setPacks(before => [...before.filter(({ id }) => !files.includes(id)), ...fresh]);
    setBusy(true);
    for (const id of files) {
      try {
        change(id, { preview: await call('pack.preview', { file: id }) });
      } catch (fault) {
        change(id, { fault: fault as AppError });
      }
    }
    setBusy(false);
  }
  const given = useGivenPacks();
  const lookThroughGiven = useEffectEvent(() => void lookThrough(takeGivenPacks()));
  useEffect(() => {
    if (given.length > 0 && !isBusy) lookThroughGiven();
  }, [given, isBusy]);
  async function takeIn(chosen: readonly ChosenPack[]): Promise<void> {
    setBusy(true);
    for (const { id, preview } of chosen) {
      if (!preview) continue;
      try {
        const { tagManifestSha256 } = preview;
        change(id, { outcome: await act('pack.takeIn', { file: id, tagManifestSha256 }) });
      } catch (fault) {
        change(id, { fault: fault as AppError });
      }
    }
    setBusy(false);
  }
  return {
    packs,
    isBusy,
    open: () => choose.start({}, files => void lookThrough(files)),
    openFolder: () => chooseFolder.start({}, files => void lookThrough(files)),
    takeIn: (chosen: readonly ChosenPack[]) => void takeIn(chosen),
    close: () => setPacks([]),
    error: choose.error ?? chooseFolder.error,
  };
}
export type Opening = ReturnType<typeof useOpening>;
