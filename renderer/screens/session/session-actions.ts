import { formatClock } from '../../../shared/british.ts';
import type { Action } from '../../actions.ts';
import { goBack } from '../../frame/go-back.ts';
import { navigate } from '../../routes.ts';
import { isTypedByLetter, kindNames } from './note-kinds.ts';
import type { ClockNow, MethodPart } from './session-clock.ts';
import { sessionKeys } from './session-keys.ts';
import type { SessionView } from './session-view.ts';
import type { ClockDeeds } from './use-clock.ts';
import type { SessionDesk } from './use-session-desk.ts';

/** Everything that can be done in a session, for keys, palette and key card. */
export function sessionActions(desk: SessionDesk, clock: ClockNow, deeds: ClockDeeds): readonly Action[] {
  if (!desk.isOpen) return noteActions(desk);
  return [...clockActions(desk, clock, deeds), ...lineActions(desk), ...noteActions(desk), wayBack(desk)];
}

/** Escape: from anywhere in the session to the note line first, and only from the line, with nothing in it, to the page above. */
function wayBack({ line, view }: SessionDesk): Action {
  return {
    id: 'page.back',
    title: 'To the note line, and from there, empty, back one level',
    section: 'Go to',
    keys: 'Escape',
    run: () => {
      if (!line.current?.hasFocus()) line.current?.focus();
      else if (line.current.isEmpty()) navigate({ page: 'assessment', id: view.assessmentId });
      else goBack();
    },
  };
}

function clockActions(desk: SessionDesk, clock: ClockNow, deeds: ClockDeeds): readonly Action[] {
  const isSettled = (): boolean => desk.view.interruptedSince === null;
  const { state } = clock;
  const section = 'Clock';
  return [
    { ...mainClockAction(desk, clock, deeds), section, keys: sessionKeys.clock, isAvailable: isSettled },
    ...partActions(desk, clock),
    ...settleActions(desk, deeds),
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

/** The ways into the parts around the one under way. */
function partActions({ view, setDialog }: SessionDesk, { nextPart, previousPart, state }: ClockNow): readonly Action[] {
  if (state === 'notStarted') return [];
  const isAvailable = (): boolean => view.interruptedSince === null;
  const shared = { section: 'Clock', isAvailable };
  const ask = (part: MethodPart, isBack: boolean) => (): void => setDialog({ kind: 'part', part, isBack });
  const next = nextPart && {
    ...shared,
    id: 'clock.nextPart',
    title: `Go on to: ${nextPart.name}`,
    keys: sessionKeys.nextPart,
    run: ask(nextPart, false),
  };
  const previous = previousPart && {
    ...shared,
    id: 'clock.previousPart',
    title: `Go back to: ${previousPart.name}`,
    run: ask(previousPart, true),
  };
  return [next, previous].filter(action => action !== null);
}

/** A way to say how the time since an interruption counts. */
export interface WayToSettle {
  readonly title: string;
  readonly keys: string;
  readonly settle: () => void;
}

/** What may be said of the time since the workbench was locked or stopped (ISO 8601): a break goes on, the clock's time counts or is a break. */
export function waysToSettle({ ledger }: SessionView, since: string, deeds: ClockDeeds): readonly WayToSettle[] {
  const count = { keys: sessionKeys.countGap, settle: () => deeds.settle(true) };
  if (ledger.at(-1)?.kind === 'break') return [{ ...count, title: 'Continue the break' }];
  return [
    { ...count, title: 'Count the time since then' },
    {
      title: `Treat it as a break from ${formatClock(since)}`,
      keys: sessionKeys.breakGap,
      settle: () => deeds.settle(false),
    },
  ];
}

function settleActions({ view }: SessionDesk, deeds: ClockDeeds): readonly Action[] {
  if (view.interruptedSince === null) return [];
  return waysToSettle(view, view.interruptedSince, deeds).map(({ title, keys, settle }) => ({
    id: keys === sessionKeys.countGap ? 'clock.countGap' : 'clock.breakGap',
    title,
    section: 'Clock',
    keys,
    run: settle,
  }));
}

function lineActions(desk: SessionDesk): readonly Action[] {
  const section = 'Note line';
  return [
    { id: 'note.line', title: 'Go to the note line', section, keys: 'n', run: () => desk.line.current?.focus() },
    ...kindNames.map(
      ({ kind, word, letter, purpose }): Action => ({
        id: `note.${kind}`,
        title: `${word}: ${purpose}${isTypedByLetter(kind) ? ` (or “${letter.toLowerCase()}” and a space in the empty line)` : ''}`,
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
