import type { CSSProperties } from 'react';
import { Label, Meter as RacMeter, ProgressBar as RacProgressBar } from 'react-aria-components';

const share = (percentage: number): CSSProperties => ({ '--share': `${percentage}%` }) as CSSProperties;

interface MeterProps {
  readonly label: string;
  readonly value: number;
  readonly of: number;
  /** The value in words: "9 of 14 seen". */
  readonly words: string;
  readonly tone?: 'met' | 'not-met' | 'warning';
}

/** How much of a known whole there is. */
export function Meter({ label, value, of, words, tone }: MeterProps) {
  return (
    <RacMeter className="meter" value={value} maxValue={Math.max(of, 1)} valueLabel={words}>
      {({ percentage, valueText }) => (
        <>
          <Label className="meter-label">{label}</Label>
          <span className="meter-value">{valueText}</span>
          <div className="meter-track">
            <div className="meter-fill" data-tone={tone} style={share(percentage)} />
          </div>
        </>
      )}
    </RacMeter>
  );
}

interface ProgressBarProps {
  readonly label: string;
  /** 0 to 1; null while nobody knows. */
  readonly done: number | null;
  readonly words?: string;
}

/** How far work under way has come. */
export function ProgressBar({ label, done, words }: ProgressBarProps) {
  return (
    <RacProgressBar
      className="meter"
      value={(done ?? 0) * 100}
      isIndeterminate={done === null}
      {...(words ? { valueLabel: words } : {})}
    >
      {({ percentage, valueText, isIndeterminate }) => (
        <>
          <Label className="meter-label">{label}</Label>
          <span className="meter-value">{isIndeterminate ? (words ?? '') : valueText}</span>
          <div className="meter-track" data-indeterminate={isIndeterminate || undefined}>
            <div className="meter-fill" style={share(percentage ?? 0)} />
          </div>
        </>
      )}
    </RacProgressBar>
  );
}
