import type { CSSProperties } from 'react';
import { formatElapsed } from '../../shared/british.ts';
import { clockState, clockTicks, clockWords } from './clock-reading.ts';

interface ClockBarProps {
  /** What the time belongs to: "Discussion". */
  readonly label: string;
  /** All in seconds: run so far, the time of the plan with any adjustment, and that with the tolerance. */
  readonly elapsed: number;
  readonly base: number;
  readonly allowed: number;
}

const place = (name: string, percent: number): CSSProperties => ({ [name]: `${percent}%` }) as CSSProperties;

/** The clock of a part: figures that can be read from two metres, over a ruled scale with the limit marked and the tolerance hatched. Nothing in it blinks. */
export function ClockBar({ label, elapsed, base, allowed }: ClockBarProps) {
  const total = Math.max(allowed, elapsed, 60);
  const state = clockState(elapsed, base, allowed);
  const over = { within: '', tolerance: 'in the tolerance', over: 'past the time allowed' }[state];
  return (
    <div className="clock" data-state={state}>
      <span className="visually-hidden" role="timer" aria-label={`${label}: ${clockWords(elapsed, base, allowed)}`} />
      <span className="clock-reading" aria-hidden="true">
        {formatElapsed(elapsed)}
      </span>
      <span className="clock-of" aria-hidden="true">
        of {formatElapsed(base)}
        {allowed > base ? ` · ${formatElapsed(allowed)} allowed` : ''}
        {over ? <strong> · {over}</strong> : null}
      </span>
      <div className="clock-scale" aria-hidden="true">
        <div className="clock-track">
          <span className="clock-tolerance" style={place('--base', (base / total) * 100)} />
          <span className="clock-fill" style={place('--share', (elapsed / total) * 100)} />
          <span className="clock-limit" style={place('--base', (base / total) * 100)} />
        </div>
        <div className="clock-ticks">
          {clockTicks(total).map(tick => (
            <span
              className="clock-tick"
              key={tick.minutes}
              data-major={tick.isMajor || undefined}
              data-first={tick.minutes === 0 || undefined}
              style={place('--at', tick.at)}
            >
              {tick.isMajor ? <span>{tick.minutes === 0 ? '0 min' : tick.minutes}</span> : null}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}
