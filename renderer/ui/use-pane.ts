import { useEffect, useRef } from 'react';
import { addPane } from './pane-order.ts';

/** Puts an element into the round of F6; give it `tabIndex={-1}` and a label. `reveal` brings it to the front where panes are shown one at a time. */
export function usePane<E extends HTMLElement>(reveal?: () => void) {
  const ref = useRef<E>(null);
  const latest = useRef(reveal);
  useEffect(() => {
    latest.current = reveal;
  });
  useEffect(() => (ref.current ? addPane({ element: ref.current, reveal: () => latest.current?.() }) : undefined), []);
  return ref;
}
