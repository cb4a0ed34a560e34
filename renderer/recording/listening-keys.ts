import type { Action } from '../actions.ts';
import { jump, type Listening } from './use-listening.ts';

/** The keys of the player, which work while a note is being typed. */
export const listeningKeys = {
  /** From the note that is marked; only while nothing is typed. */
  fromNote: 'a',
  toggle: 'F2',
  back: 'F3',
  on: 'Shift+F3',
  slower: 'Mod+F2',
  faster: 'Shift+F2',
} as const;

/** What can be done with a recording that is there, for keys, palette and key card. `noted`: the note that is marked. */
export function listeningActions(listening: Listening, noted: () => string | null): readonly Action[] {
  const section = 'Recording';
  const { isOpen, isPossible, isPlaying, canListenTo } = listening;
  const whileOpen = { section, isAvailable: () => isOpen };
  return [
    {
      id: 'recording.listenToNote',
      title: 'Listen to what the note is about',
      section,
      keys: listeningKeys.fromNote,
      isAvailable: () => canListenTo(noted()),
      run: () => listening.listenTo(noted()),
    },
    {
      id: 'recording.toggle',
      title: isPlaying ? 'Pause listening' : isOpen ? 'Listen on' : 'Listen to the recording',
      section,
      keys: listeningKeys.toggle,
      isAvailable: () => isPossible,
      run: listening.toggle,
    },
    {
      ...whileOpen,
      id: 'recording.back',
      title: '5 seconds back',
      keys: listeningKeys.back,
      run: () => listening.jumpBy(-jump),
    },
    {
      ...whileOpen,
      id: 'recording.on',
      title: '5 seconds on',
      keys: listeningKeys.on,
      run: () => listening.jumpBy(jump),
    },
    {
      ...whileOpen,
      id: 'recording.slower',
      title: 'Listen slower',
      keys: listeningKeys.slower,
      run: () => listening.changeSpeed(-1),
    },
    {
      ...whileOpen,
      id: 'recording.faster',
      title: 'Listen faster',
      keys: listeningKeys.faster,
      run: () => listening.changeSpeed(1),
    },
  ];
}
