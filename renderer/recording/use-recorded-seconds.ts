import { useEffect, useState } from 'react';

/** Whole seconds since a moment of `performance.now()`, counted on while it is shown; 0 for none. */
export function useRecordedSeconds(since: number | null): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    if (since === null) return;
    setNow(performance.now());
    const timer = setInterval(() => setNow(performance.now()), 1000);
    return () => clearInterval(timer);
  }, [since]);
  return since === null ? 0 : Math.max(0, Math.floor((now - since) / 1000));
}
