import { Gauge, Pause, Play, RotateCcw, RotateCw, X } from 'lucide-react';
import { formatElapsed } from '../../shared/british.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { ErrorPanel } from '../ui/error-panel.tsx';
import { listeningKeys } from './listening-keys.ts';
import { jump, type Listening, speeds } from './use-listening.ts';

/** The player of a recording: play and pause, five seconds back and on, any place, the speed. Its element is always there, so that it can be played at once. */
export function ListeningStrip({ listening }: { readonly listening: Listening }) {
  const { audio, isOpen, fault, onTime, onEnded } = listening;
  return (
    <>
      {/* biome-ignore lint/a11y/useMediaCaption: a recording of one's own has no captions; the notes are its text */}
      <audio ref={audio} preload="metadata" onTimeUpdate={onTime} onEnded={onEnded} />
      {isOpen ? <Controls listening={listening} /> : null}
      {isOpen && fault ? <ErrorPanel error={fault} /> : null}
    </>
  );
}

function Controls({ listening }: { readonly listening: Listening }) {
  const { isPlaying, length, speed, toggle, jumpBy, goTo, changeSpeed, close } = listening;
  const position = listening.position.use();
  const time = `${formatElapsed(position / 1000)} of ${formatElapsed(length / 1000)}`;
  return (
    <section className="listening" aria-label="Listening to the recording">
      <Button icon={isPlaying ? Pause : Play} keys={listeningKeys.toggle} onPress={toggle}>
        {isPlaying ? 'Pause' : 'Play'}
      </Button>
      <IconButton label="5 seconds back" icon={RotateCcw} keys={listeningKeys.back} onPress={() => jumpBy(-jump)} />
      <IconButton label="5 seconds on" icon={RotateCw} keys={listeningKeys.on} onPress={() => jumpBy(jump)} />
      <input
        type="range"
        className="listening-place"
        aria-label="Place in the recording"
        aria-valuetext={time}
        min={0}
        max={Math.ceil(length)}
        step={1000}
        value={Math.round(position)}
        onChange={event => goTo(Number(event.currentTarget.value))}
      />
      <span className="figures listening-time">{time}</span>
      <Button
        tone="quiet"
        icon={Gauge}
        keys={listeningKeys.faster}
        aria-label={`Speed ${speed} times`}
        onPress={() => changeSpeed(speed === speeds.at(-1) ? -1 : 1)}
      >
        {speed} ×
      </Button>
      <IconButton label="Close the player" icon={X} onPress={close} />
    </section>
  );
}
