import { useLayoutEffect } from 'react';

/** How long a row may take to get its height, and the line below it to give its room back, in milliseconds. */
const settlingTime = 2000;

/**
 * Scrolls to an element when its id changes, and again while it, the list and the pane settle: rows have their full height only once they were drawn.
 * What is higher than its pane shows its end.
 */
export function useKeptInView(id: string | null): void {
  useLayoutEffect(() => {
    const element = id === null ? null : document.getElementById(id);
    if (!element) return;
    const show = (): void => {
      const pane = element.closest('.pane-body');
      const isHigher = pane !== null && element.offsetHeight > pane.clientHeight;
      element.scrollIntoView({ block: isHigher ? 'end' : 'nearest' });
    };
    const observer = new ResizeObserver(show);
    observer.observe(element);
    for (const around of [element.closest('.note-list'), element.closest('.pane-body')]) {
      if (around) observer.observe(around);
    }
    show();
    const frame = requestAnimationFrame(show);
    const timer = setTimeout(() => observer.disconnect(), settlingTime);
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [id]);
}
