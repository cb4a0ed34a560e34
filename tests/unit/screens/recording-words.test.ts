import { expect, test } from 'vitest';
import { mayBeDestroyed, recordingLine } from '../../../renderer/screens/session/recording-words.ts';
import type { SessionView } from '../../../renderer/screens/session/session-view.ts';
import type { SegmentEnd } from '../../../shared/domain/recording.ts';
import { aMethod } from '../domain/plans.ts';

type Told = Pick<SessionView, 'recording' | 'checklist' | 'method'>;

function told(
  audio: 'none' | 'optional' | 'required',
  recordingConsent: 'given' | 'refused' | 'notAsked',
  ends: readonly (SegmentEnd | null)[] = [],
): Told {
  const segments = ends.map((end, index) => ({
    id: `segment ${index}`,
    startedAt: '2026-11-21T09:00:00.000Z',
    endedAt: end === null ? null : '2026-11-21T09:10:00.000Z',
    end,
    reason: end === 'paused' ? 'A visitor' : null,
    milliseconds: 600_000,
    sha256: null,
  }));
  return {
    method: aMethod({ recording: { audio, video: 'none', consentRequired: true } }) as Told['method'],
    checklist: { recordingConsent } as Told['checklist'],
    recording: { segments, places: [], keptUntil: null, destroyed: null },
  };
}

test.each([
  ['nothing where the plan has no recording', told('none', 'given'), true, undefined],
  ['that consent was not asked for', told('optional', 'notAsked'), true, 'Not recorded: consent was not asked for'],
  ['a refusal', told('optional', 'refused'), true, 'Not recorded: no consent'],
  [
    'what a refusal means where the plan wants a recording',
    told('required', 'refused'),
    true,
    'Not recorded: no consent. Closing the session asks for this, as the plan wants a recording',
  ],
  ['that it may begin', told('optional', 'given'), true, 'Not recorded yet'],
  [
    'a pause with its reason',
    told('optional', 'given', ['paused']),
    true,
    'Recorded: 10 min. Paused at 09:10: A visitor',
  ],
  [
    'what a crash left',
    told('optional', 'given', ['paused', 'interrupted']),
    true,
    'Recorded: 20 min. The workbench stopped: the recording is there until 09:10',
  ],
  ['one that was cut off', told('optional', 'given', [null]), true, 'Recorded: 10 min. It was cut off'],
  ['the length once the session is closed', told('optional', 'given', ['closed']), false, 'Recorded: 10 min'],
  ['that a closed session was not recorded', told('optional', 'notAsked'), false, 'Not recorded'],
] as const)('it says %s', (_, view, isOpen, words) => {
  expect(recordingLine(view, isOpen)?.words).toBe(words);
});

test('a destroyed recording is told with its day and reason', () => {
  const view = told('optional', 'given', ['closed']);
  const destroyed = { at: '2027-11-21T09:00:00.000Z', reason: 'Kept for twelve months' };
  const words = recordingLine({ ...view, recording: { ...view.recording, destroyed } }, false)?.words;
  expect(words).toBe('The recording was destroyed on 21 November 2027: Kept for twelve months');
});

test('a closed session tells until when its recording is kept', () => {
  const view = told('optional', 'given', ['closed']);
  const recording = { ...view.recording, keptUntil: '2027-11-21' };
  expect(recordingLine({ ...view, recording }, false)?.words).toBe(
    'Recorded: 10 min, kept until 21 November 2027 at least',
  );
});

test.each([
  ['a day too early', 'closed', '2027-11-21', '2027-11-20T12:00:00Z', false],
  ['on the day', 'closed', '2027-11-21', '2027-11-21T00:30:00Z', true],
  ['after signing, where the plan sets no time', 'signed', null, '2026-11-21T12:00:00Z', true],
  ['while the session is open', 'paused', null, '2026-11-21T12:00:00Z', false],
] as const)('whether it may be destroyed: %s', (_, state, keptUntil, now, expected) => {
  const { recording } = told('optional', 'given', ['closed']);
  expect(mayBeDestroyed({ state, recording: { ...recording, keptUntil } }, new Date(now))).toBe(expected);
});

test('what is not there cannot be destroyed', () => {
  const { recording } = told('optional', 'given', ['closed']);
  const destroyed = { at: '2027-11-21T09:00:00.000Z', reason: 'Kept for twelve months' };
  const now = new Date('2027-12-01T00:00:00Z');
  expect(mayBeDestroyed({ state: 'closed', recording: { ...recording, destroyed } }, now)).toBe(false);
  expect(mayBeDestroyed({ state: 'closed', recording: { ...recording, segments: [] } }, now)).toBe(false);
});
