import { type ReactNode, useState } from 'react';
import type { TakenFiles } from '../../../shared/contract/portfolio.ts';
import type { Action } from '../../actions.ts';
import { notify } from '../../ui/toast.tsx';
import { AddingPanel } from '../portfolio/adding-panel.tsx';
import { takenWords } from '../portfolio/piece-words.ts';
import { useAddingFiles } from '../portfolio/use-adding-files.ts';
import { sessionKeys } from './session-keys.ts';
import type { SessionDesk } from './use-session-desk.ts';

interface Attaching {
  readonly actions: readonly Action[];
  readonly drop: (files: readonly File[]) => void;
  /** How far it has come, under the clock; nothing while nothing is attached. */
  readonly panel: ReactNode;
}

/** Attaching files during a session: each goes into the portfolio and becomes a note at its time. The note line keeps what is being typed. */
export function useAttaching({ view, isOpen, line }: SessionDesk): Attaching {
  const [told, setTold] = useState('');
  const take = (taken: TakenFiles): void => {
    const isAll = taken.known.length + taken.refused.length + taken.left === 0;
    if (isAll) notify({ words: takenWords(taken) });
    setTold(isAll ? '' : takenWords(taken));
    line.current?.focus();
  };
  const adding = useAddingFiles({ assessmentId: view.assessmentId, sessionId: view.id }, take);
  return {
    actions: isOpen
      ? [
          {
            id: 'session.attach',
            title: 'Attach a file',
            section: 'Note line',
            keys: sessionKeys.attach,
            run: adding.choose,
          },
        ]
      : [],
    drop: files => {
      if (isOpen) adding.drop(files);
    },
    panel: (
      <div className="session-attaching">
        <AddingPanel adding={adding} told={told} />
      </div>
    ),
  };
}
