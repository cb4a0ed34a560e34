import { useEffect, useRef, useState } from 'react';
import { formatNumber } from '../../../shared/british.ts';
import { Button } from '../../ui/button.tsx';

/** Rows drawn at first, and as many more each time that the end of them comes into view. */
const atOnce = 200;

/** The rows of a long list that are drawn now: the first ones, more as the end comes near, and always as far as the one that is selected. */
export function useGrowingRows<T extends { readonly id: string }>(rows: readonly T[], selectedId: string | undefined) {
  const [wanted, setWanted] = useState(atOnce);
  const place = selectedId === undefined ? -1 : rows.findIndex(({ id }) => id === selectedId);
  const count = Math.max(wanted, place + 1 + atOnce / 2);
  return {
    rows: rows.length > count ? rows.slice(0, count) : rows,
    left: rows.length - count,
    grow: () => setWanted(count + atOnce),
  };
}

interface MoreRowsProps {
  /** How many are not drawn; nothing is shown where there are none. */
  readonly left: number;
  readonly grow: () => void;
}

/** After the last drawn row of a long list: draws more as soon as it is seen, or at a press. */
export function MoreRows({ left, grow }: MoreRowsProps) {
  const end = useRef<HTMLDivElement>(null);
  const latest = useRef(grow);
  useEffect(() => {
    latest.current = grow;
  });
  const isLeft = left > 0;
  useEffect(() => {
    if (!isLeft || !end.current) return;
    const watch = new IntersectionObserver(seen => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) latest.current();
    });
    watch.observe(end.current);
    return () => watch.disconnect();
  }, [isLeft]);
  if (!isLeft) return null;
  return (
    <div ref={end} className="more-rows">
      <Button size="dense" tone="quiet" onPress={grow}>
        {formatNumber(left)} more: show the next
      </Button>
    </div>
  );
}
