import { useDeferredValue, useMemo, useState } from 'react';
import { useAsk } from '../../api.ts';
import { fits } from '../common/fits.ts';
import { withOrWithout } from '../packs/send-results.tsx';
import { type BoardScope, isIn } from './board-words.ts';

/** What is asked for while a dialog is open. */
export type BoardDialog = 'assign' | 'answer' | 'import' | null;

/** The state of the board: what it shows, which rows are ticked, and which dialog is open. */
export function useBoardDesk() {
  const { data, error } = useAsk('board.list', {});
  const [scope, setScope] = useState<BoardScope>('all');
  const [query, setQuery] = useState('');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [dialog, setDialog] = useState<BoardDialog>(null);
  const [lookedAt, setLookedAt] = useState<string | null>(null);
  const searched = useDeferredValue(query);
  const scoped = useMemo(() => (data ?? []).filter(line => isIn(scope, line)), [data, scope]);
  const shown = useMemo(
    () =>
      scoped.filter(({ apprenticeName, uln, employer, standard, assessor }) =>
        fits(searched, [apprenticeName, uln, employer, standard, assessor ?? '']),
      ),
    [scoped, searched],
  );
  return {
    ...{ data, error, scope, setScope, query, setQuery, ticked, shown, dialog, setDialog, lookedAt, setLookedAt },
    tick: (id: string, isTicked: boolean) => setTicked(before => withOrWithout(before, id, isTicked)),
    tickAll: (isTicked: boolean) => setTicked(isTicked ? new Set(shown.map(({ id }) => id)) : new Set()),
    untickAll: () => setTicked(new Set()),
    /** The ticked assessments, whether they are in view or not. */
    chosen: (data ?? []).filter(({ id }) => ticked.has(id)),
  };
}
export type BoardDesk = ReturnType<typeof useBoardDesk>;
