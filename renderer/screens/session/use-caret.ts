import { useLayoutEffect, useRef, useState } from 'react';

/** A textarea, where its caret is, and where it goes once a changed text is drawn. */
export function useCaret() {
  const area = useRef<HTMLTextAreaElement>(null);
  const wanted = useRef<number | null>(null);
  const [caret, setCaret] = useState(0);
  const [isFocused, setFocused] = useState(false);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    area.current?.setSelectionRange(wanted.current, wanted.current);
    setCaret(wanted.current);
    wanted.current = null;
  });
  // What was there before goes on at its end.
  useLayoutEffect(() => {
    const length = area.current?.value.length ?? 0;
    area.current?.setSelectionRange(length, length);
  }, []);
  const placeCaret = (place: number): void => {
    wanted.current = place;
  };
  return { area, caret, setCaret, placeCaret, isFocused, setFocused };
}
