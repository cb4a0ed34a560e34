import { Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { type ActionContext, availableActions, type Provider, providers } from '../actions.ts';
import { fuzzyFit } from '../fuzzy.ts';
import { type LookedUp, type PaletteEntry, paletteEntries } from './palette-entries.ts';
import { PaletteList } from './palette-list.tsx';

interface CommandPaletteProps {
  readonly context: ActionContext;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Everything that can be done or found from here, by typing a few letters of it. */
export function CommandPalette({ context, isOpen, onClose }: CommandPaletteProps) {
  return (
    <ModalOverlay
      className="modal-overlay"
      isDismissable
      isOpen={isOpen}
      onOpenChange={open => (open ? undefined : onClose())}
    >
      <Modal className="modal" data-size="palette">
        <Dialog className="palette" aria-label="Find or do">
          <PaletteBody context={context} onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** What the providers look up for a query. What was found for the one before stays as long as it fits, so that nothing flickers. */
function useLookUp(query: string, from: readonly Provider[]) {
  const [found, setFound] = useState<{ readonly query: string; readonly all: readonly LookedUp[] }>({ query, all: [] });
  useEffect(() => {
    let isCurrent = true;
    const lookUps = from.map(async ({ id, section, look }) =>
      ((await look?.(query)) ?? []).map(finding => ({ ...finding, id: `${id}/${finding.id}`, section })),
    );
    Promise.all(lookUps).then(
      all => (isCurrent ? setFound({ query, all: all.flat() }) : undefined),
      () => (isCurrent ? setFound({ query, all: [] }) : undefined),
    );
    return () => {
      isCurrent = false;
    };
  }, [query, from]);
  if (found.query === query) return { lookedUp: found.all, isSettled: true };
  const lookedUp = found.all.filter(({ title }) => fuzzyFit(query, title));
  return { lookedUp, isSettled: !from.some(({ look }) => look) };
}

/** Runs something as soon as it may be: at once, or when what is under way has settled. */
function useWhenSettled(isSettled: boolean, run: () => void): () => void {
  const [isWaiting, setWaiting] = useState(false);
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (!isSettled || !isWaiting) return;
    setWaiting(false);
    latest.current();
  }, [isSettled, isWaiting]);
  return () => (isSettled ? run() : setWaiting(true));
}

/** What was typed, what fits it, and which line is marked. */
function useSearch(context: ActionContext, choose: (entry: PaletteEntry) => void) {
  const [query, setQuery] = useState('');
  const [place, setPlace] = useState(0);
  const [sources] = useState(() => ({ actions: availableActions(context), providers: providers() }));
  const { lookedUp, isSettled } = useLookUp(query, sources.providers);
  const entries = paletteEntries(query, sources.actions, sources.providers, context, lookedUp);
  const at = Math.min(place, entries.length - 1);

  const chooseMarked = useWhenSettled(isSettled, () => {
    const marked = entries[at];
    if (marked) choose(marked);
  });
  const search = (typed: string): void => {
    setQuery(typed);
    setPlace(0);
  };
  const press = (event: KeyboardEvent): void => {
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (steps !== undefined) {
      event.preventDefault();
      const next = at + steps;
      const isStep = Math.abs(steps) === 1;
      setPlace(isStep ? (next + entries.length) % Math.max(entries.length, 1) : Math.max(0, next));
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      chooseMarked();
    }
  };
  return { query, search, entries, at, press };
}

function PaletteBody({ context, onClose }: Omit<CommandPaletteProps, 'isOpen'>) {
  const choose = (entry: PaletteEntry): void => {
    onClose();
    // The dialog gives the focus back first; what runs may move it on.
    setTimeout(entry.run);
  };
  const { query, search, entries, at, press } = useSearch(context, choose);
  const listId = useId();
  return (
    <>
      <div className="palette-line">
        <Search size={18} aria-hidden />
        <input
          className="palette-input"
          // biome-ignore lint/a11y/noAutofocus: the palette was opened to type in
          autoFocus
          role="combobox"
          aria-label="Find or do"
          aria-expanded="true"
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={entries[at] ? `${listId}-${at}` : undefined}
          placeholder="An action, an apprentice, a KSB"
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={event => search(event.target.value)}
          onKeyDown={press}
        />
      </div>
      <PaletteList id={listId} entries={entries} at={at} isSearch={query.trim() !== ''} onChoose={choose} />
    </>
  );
}
