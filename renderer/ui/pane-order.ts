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
  for (let steps = 1; steps <= round.length; steps += 1) {
    const next = round[(((start + step * steps) % round.length) + round.length) % round.length];
    if (next && focusPane(next)) return;
  }
}

/** Brings the pane that holds an element to the front, where panes are shown one at a time. */
export function revealPaneOf(element: HTMLElement): void {
  for (const pane of panes) if (pane.element.contains(element)) pane.reveal();
}

/** Whether the pane could be brought to the front and took the focus; one that a narrow window leaves out cannot. */
function focusPane({ element, reveal }: Pane): boolean {
  reveal();
  const last = lastFocused.get(element);
  (last?.isConnected && element.contains(last) ? last : element).focus();
  return element.contains(document.activeElement);
}
