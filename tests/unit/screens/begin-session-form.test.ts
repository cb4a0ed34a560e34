import { describe, expect, test } from 'vitest';
import {
  checkedOpening,
  emptyOpening,
  type OpeningForm,
  problemsAfter,
} from '../../../renderer/screens/begin-session-form.ts';
import { openingChecklist } from '../../../shared/contract/shapes.ts';

const filled: OpeningForm = {
  place: ' Ward 3 ',
  identityDocument: 'Passport',
  present: '',
  adjustmentPercent: '25 %',
  adjustments: 'A reader',
  independenceDeclared: true,
  briefingGiven: true,
  consentToRecording: 'none',
  recordingConsent: 'notAsked',
  remote: false,
  remoteChecked: false,
  adjustmentsConfirmed: true,
  rules: { remoteAllowed: false, remoteIdentityCheck: false, mayBePresent: [] },
};
const problemsWith = (part: Partial<OpeningForm>) => Object.keys(checkedOpening({ ...filled, ...part }).problems);

test('a checklist that is filled in is what the contract takes', () => {
  const { checklist, problems } = checkedOpening(filled);
  expect(problems).toEqual({});
  expect(openingChecklist.parse(checklist)).toMatchObject({ place: 'Ward 3', adjustmentPercent: 25 });
});

test('an empty checklist names all that is missing and gives nothing', () => {
  const { checklist, problems } = checkedOpening(emptyOpening);
  expect(checklist).toBeNull();
  expect(Object.keys(problems)).toEqual(['place', 'identityDocument', 'independenceDeclared', 'briefingGiven']);
});

describe('what is refused', () => {
  test.each([
    ['a remote session against the plan', { remote: true, remoteChecked: true }, ['remote']],
    ['a remote session without its checks', { remote: true }, ['remote', 'remoteChecked']],
    ['adjustments that were not confirmed', { adjustmentsConfirmed: false }, ['adjustmentsConfirmed']],
    ['a document with its number', { identityDocument: 'Passport 123456789' }, ['identityDocument']],
    ['half a percent', { adjustmentPercent: '12.5' }, ['adjustmentPercent']],
    ['more than 200 %', { adjustmentPercent: '201' }, ['adjustmentPercent']],
    ['extra time without its adjustment', { adjustments: ' ' }, ['adjustments']],
    ['a place too long', { place: 'x'.repeat(201) }, ['place']],
  ])('%s', (_, part, problems) => {
    expect(problemsWith(part)).toEqual(problems);
  });

  test('no percent counts as none', () => {
    expect(checkedOpening({ ...filled, adjustmentPercent: '', adjustments: '' }).checklist?.adjustmentPercent).toBe(0);
  });
});

test('a field that is corrected is no longer told as wrong, the others are', () => {
  const { problems } = checkedOpening({ ...filled, place: '', briefingGiven: false, adjustments: '' });
  expect(Object.keys(problemsAfter(problems, { place: 'Ward' })).sort()).toEqual(['adjustments', 'briefingGiven']);
  expect(Object.keys(problemsAfter(problems, { adjustmentPercent: '0' })).sort()).toEqual(['briefingGiven', 'place']);
});

test('where the plan requires a recording, the apprentice’s answer has to be there; elsewhere it may wait', () => {
  expect(problemsWith({ consentToRecording: 'required' })).toEqual(['recordingConsent']);
  expect(problemsWith({ consentToRecording: 'required', recordingConsent: 'refused' })).toEqual([]);
  expect(problemsWith({ consentToRecording: 'optional' })).toEqual([]);
  const { checklist } = checkedOpening({ ...filled, consentToRecording: 'optional', recordingConsent: 'given' });
  expect(checklist?.recordingConsent).toBe('given');
});
