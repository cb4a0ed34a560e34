import { Check } from 'lucide-react';

interface CountMarkProps {
  /** What is counted, for who cannot see where it stands. */
  readonly what: string;
  readonly count: number;
  /** Null where the plan sets none. */
  readonly minimum: number | null;
  /** Leaves the name to the place. */
  readonly isShort?: boolean;
}

/** A count against its minimum: `Questions 3 of 10`, with a tick once it is reached. */
export function CountMark({ what, count, minimum, isShort = false }: CountMarkProps) {
  const isReached = minimum !== null && count >= minimum;
  return (
    <span className="count-mark" data-reached={isReached || undefined}>
      <span className={isShort ? 'visually-hidden' : undefined}>{what} </span>
      <span className="figures">
        {count}
        {minimum === null ? '' : ` of ${minimum}`}
      </span>
      {isReached ? (
        <>
          <Check size={14} strokeWidth={2.5} aria-hidden />
          <span className="visually-hidden">, enough</span>
        </>
      ) : null}
    </span>
  );
}
