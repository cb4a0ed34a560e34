import type { Action } from '../../actions.ts';
import { kindNames } from './note-kinds.ts';
import type { ClockNow } from './session-clock.ts';
import { sessionKeys } from './session-keys.ts';
import type { ClockDeeds } from './use-clock.ts';
import type { SessionDesk } from './use-session-desk.ts';

/** Everything that can be done in a session, for keys, palette and key card. */
export function sessionActions(desk: SessionDesk, clock: ClockNow, deeds: ClockDeeds): readonly Action[] {
  if (!desk.isOpen) return noteActions(desk);
  return [...clockActions(desk, clock, deeds), ...lineActions(desk), ...noteActions(desk)];
}

function clockActions(desk: SessionDesk, clock: ClockNow, deeds: ClockDeeds): readonly Action[] {
  const isSettled = (): boolean => desk.view.interruptedSince === null;
  const { nextPart, state } = clock;
  const section = 'Clock';
  return [
    { ...mainClockAction(desk, clock, deeds), section, keys: sessionKeys.clock, isAvailable: isSettled },
    ...(nextPart && state !== 'notStarted'
      ? [
          {
            id: 'clock.nextPart',
            title: `Go on to ${nextPart.name}`,
            section,
            keys: sessionKeys.nextPart,
            isAvailable: isSettled,
            run: () => deeds.run(nextPart.key),
          },
        ]
      : []),
    {
      id: 'session.close',
      title: 'Close the session',
      section,
      keys: sessionKeys.close,
      isAvailable: () => isSettled() && state !== 'notStarted',
      run: () => desk.setDialog({ kind: 'close' }),
    },
  ];
}

/** What the one key of the clock does: stop it for a break while it runs, else run it. */
function mainClockAction(desk: SessionDesk, { part, state }: ClockNow, deeds: ClockDeeds) {
  if (state === 'running') {
    return { id: 'clock.break', title: 'Stop the clock for a break', run: () => desk.setDialog({ kind: 'break' }) };
  }
  const title = state === 'notStarted' ? 'Start the clock' : 'Go on with the clock';
  return { id: 'clock.run', title, run: () => deeds.run(part.key) };
}

function lineActions(desk: SessionDesk): readonly Action[] {
  const section = 'Note line';
  return [
    { id: 'note.line', title: 'Go to the note line', section, keys: 'n', run: () => desk.line.current?.focus() },
    ...kindNames.map(
      ({ kind, word, letter, purpose }): Action => ({
        id: `note.${kind}`,
        title: `${word}: ${purpose}`,
        section,
        keys: `Alt+${letter}`,
        run: () => desk.line.current?.choose(kind),
      }),
    ),
    {
      id: 'note.tag',
      title: 'Tag the note with the KSB in view',
      section,
      keys: sessionKeys.tag,
      isAvailable: () => desk.ksb !== null,
      run: () => (desk.ksb === null ? undefined : desk.line.current?.tag(desk.ksb)),
    },
  ];
}

function noteActions(desk: SessionDesk): readonly Action[] {
  const section = 'Notes';
  const note = desk.view.notes.find(({ id }) => id === desk.noteId) ?? desk.view.notes.at(-1);
  if (!note) return [];
  const isChangeable = (): boolean => desk.isOpen && note.struckReason === null;
  return [
    { id: 'note.look', title: 'Go to the notes', section, keys: 'g', run: () => desk.goToNote(note.id) },
    {
      id: 'note.change',
      title: 'Change the note',
      section,
      keys: 'e',
      isAvailable: isChangeable,
      run: () => desk.setEditing(note.id),
    },
    {
      id: 'note.strike',
      title: 'Strike the note',
      section,
      keys: 'x',
      isAvailable: isChangeable,
      run: () => desk.setDialog({ kind: 'strike', noteId: note.id }),
    },
    {
      id: 'note.history',
      title: 'Earlier wordings of the note',
      section,
      keys: 'h',
      isAvailable: () => note.earlierVersions > 0,
      run: () => desk.setDialog({ kind: 'history', noteId: note.id }),
    },
  ];
}
