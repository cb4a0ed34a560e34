import { type RefObject, useEffect, useRef } from 'react';

/** Brings the selected row of the list inside the element into view when it was selected from elsewhere: by the palette, a link, the way back. */
export function useRowInView(selected: string | undefined): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selected === undefined) return;
    // The rows of a list are drawn a moment after the list itself.
    const frame = requestAnimationFrame(() => {
      ref.current?.querySelector(`[data-key="${CSS.escape(selected)}"]`)?.scrollIntoView({ block: 'nearest' });
    });
    return () => cancelAnimationFrame(frame);
  }, [selected]);
  return ref;
}
