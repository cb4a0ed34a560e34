/** Something that F6 can go to: its element, and what brings it to the front where only one is shown. */
export interface Pane {
  readonly element: HTMLElement;
  readonly reveal: () => void;
}

const panes = new Set<Pane>();
const lastFocused = new WeakMap<HTMLElement, HTMLElement>();

/** Adds a pane to the round of F6; the function given back takes it out. */
export function addPane(pane: Pane): () => void {
  const remember = (event: FocusEvent): void => {
    if (event.target instanceof HTMLElement) lastFocused.set(pane.element, event.target);
  };
  // What took the focus by itself as the pane was drawn counts too.
  const focused = document.activeElement;
  if (focused instanceof HTMLElement && pane.element.contains(focused)) lastFocused.set(pane.element, focused);
  pane.element.addEventListener('focusin', remember);
  panes.add(pane);
  return () => {
    pane.element.removeEventListener('focusin', remember);
    panes.delete(pane);
  };
}

const inOrder = (a: Pane, b: Pane): number =>
  a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;

/** Moves the focus to the next pane (1) or the one before (-1), to what had it there last, else to the pane itself. A pane that holds others is left out for them. */
export function focusNextPane(step: 1 | -1): void {
  const all = [...panes];
  const holdsPanes = (pane: Pane): boolean => all.some(other => other !== pane && pane.element.contains(other.element));
  const round = all.filter(pane => !holdsPanes(pane)).sort(inOrder);
  const current = round.findIndex(pane => pane.element.contains(document.activeElement));
  const start = current < 0 && step === -1 ? 0 : current;
  const next = round[(start + step + round.length) % round.length];
  if (!next) return;
  next.reveal();
  const last = lastFocused.get(next.element);
  (last?.isConnected && next.element.contains(last) ? last : next.element).focus();
}
