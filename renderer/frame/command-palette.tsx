import { Search } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { type ActionContext, availableActions, providers } from '../actions.ts';
import { type PaletteEntry, paletteEntries } from './palette-entries.ts';
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

/** What was typed, what fits it, and which line is marked. */
function useSearch(context: ActionContext, choose: (entry: PaletteEntry) => void) {
  const [query, setQuery] = useState('');
  const [place, setPlace] = useState(0);
  const [sources] = useState(() => ({ actions: availableActions(context), providers: providers() }));
  const entries = paletteEntries(query, sources.actions, sources.providers, context);
  const at = Math.min(place, entries.length - 1);

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
      const marked = entries[at];
      if (marked) choose(marked);
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
