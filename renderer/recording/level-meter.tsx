import type { CSSProperties } from 'react';
import { Meter } from 'react-aria-components';
import { shareOf } from './level.ts';
import { microphoneLevel } from './recorder-state.ts';

/** How loud the microphone hears, as a bar and as a word. */
export function LevelMeter() {
  const { decibels, word } = microphoneLevel.use();
  const percent = Math.round(shareOf(decibels) * 100);
  return (
    <Meter className="level" aria-label="Level of the microphone" value={percent} valueLabel={word}>
      <div className="level-track">
        <div className="level-fill" style={{ '--share': `${percent}%` } as CSSProperties} />
      </div>
      <span className="level-word" aria-hidden="true">
        {word}
      </span>
    </Meter>
  );
}
