import { describe, expect, test } from 'vitest';
import {
  consentQuestionOf,
  keptUntil,
  type RecordedTime,
  recordingObstacles,
  recordingPermission,
} from '../../../shared/domain/recording.ts';
import { aMethod } from './plans.ts';

const withAudio = (audio: 'none' | 'optional' | 'required', consentRequired = true) =>
  aMethod({ recording: { audio, video: 'none', consentRequired, retentionMonths: 12 } });

describe('whether a session may be recorded', () => {
  test.each([
    ['none', 'given', 'notInPlan'],
    ['optional', 'notAsked', 'consentNotAsked'],
    ['optional', 'refused', 'consentRefused'],
    ['optional', 'given', 'allowed'],
    ['required', 'notAsked', 'consentNotAsked'],
    ['required', 'refused', 'consentRefused'],
    ['required', 'given', 'allowed'],
  ] as const)('audio %s, consent %s: %s', (audio, consent, permission) => {
    expect(recordingPermission(withAudio(audio), consent)).toBe(permission);
  });

  test('a plan that asks for no consent allows it unasked, but not against a refusal', () => {
    expect(recordingPermission(withAudio('optional', false), 'notAsked')).toBe('allowed');
    expect(recordingPermission(withAudio('optional', false), 'refused')).toBe('consentRefused');
  });

  test('a plan that leaves it open allows none', () => {
    expect(recordingPermission(aMethod({ recording: null }), 'given')).toBe('notInPlan');
  });
});

test.each([
  ['none', true, 'none'],
  ['optional', true, 'optional'],
  ['required', true, 'required'],
  ['required', false, 'none'],
] as const)('audio %s with consent required: %s asks for consent: %s', (audio, consentRequired, question) => {
  expect(consentQuestionOf(withAudio(audio, consentRequired))).toBe(question);
});

describe('what the recording leaves to be explained', () => {
  const facts: RecordedTime = { consent: 'given', recordedSeconds: 0, assessmentSeconds: 3600, reason: '' };
  const rules = (audio: 'none' | 'optional' | 'required', changes: Partial<RecordedTime> = {}) =>
    recordingObstacles(withAudio(audio), { ...facts, ...changes }).map(({ rule, severity }) => `${rule} ${severity}`);

  test.each([
    ['a recording that the plan does not require', rules('optional'), []],
    ['none where the plan requires one', rules('required'), ['notRecorded blocks']],
    ['none, with its reason', rules('required', { reason: 'No consent' }), []],
    ['a blank reason', rules('required', { reason: ' ' }), ['notRecorded blocks']],
    ['half of it', rules('required', { recordedSeconds: 1800 }), ['recordingIncomplete hint']],
    ['all but a minute', rules('required', { recordedSeconds: 3540 }), []],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });

  test('a refusal is named', () => {
    const [obstacle] = recordingObstacles(withAudio('required'), { ...facts, consent: 'refused' });
    expect(obstacle?.message).toBe(
      'The plan asks for a recording and there is none: the apprentice did not consent. Say why.',
    );
  });
});

test('a recording is kept so many months from the day of the session', () => {
  expect(keptUntil(withAudio('optional'), '2026-11-21T09:00:00.000Z')).toBe('2027-11-21');
  expect(keptUntil(aMethod(), '2026-11-21T09:00:00.000Z')).toBeNull();
});
