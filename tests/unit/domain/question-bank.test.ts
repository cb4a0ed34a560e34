import { expect, test } from 'vitest';
import { inOrderOfOffer, sameQuestion } from '../../../shared/domain/question-bank.ts';

const asked = (id: string, askedIn: string | null, askedBefore: string | null, picked: number | null = null) => ({
  id,
  askedIn,
  askedBefore,
  picked,
});
const questions = [asked('here', 'n1', null), asked('before', null, '2026-11-01'), asked('new', null, null)];

test('on a re-sit with different questions, new ones come first, then those of earlier attempts, then those asked already', () => {
  expect(inOrderOfOffer(questions, true).map(({ id }) => id)).toEqual(['new', 'before', 'here']);
});

test('where the plan allows the same questions again, earlier attempts change nothing', () => {
  expect(inOrderOfOffer(questions, false).map(({ id }) => id)).toEqual(['before', 'new', 'here']);
});

test('questions that were picked come first, in the order in which they were picked', () => {
  const picked = [asked('last', null, null, 3), asked('first', null, null, 1), asked('asked', 'n2', null, 2)];
  const all = [...questions, ...picked];
  expect(inOrderOfOffer(all, true).map(({ id }) => id)).toEqual(['first', 'last', 'new', 'before', 'asked', 'here']);
});

test('two questions of one theme are the same whatever their capitals and marks, and of two themes never', () => {
  const place = { methodKey: 'observation', themeKey: 'a' };
  expect(sameQuestion(place, 'Why  so late?')).toBe(sameQuestion(place, 'why so LATE'));
  expect(sameQuestion(place, 'Why so late?')).not.toBe(sameQuestion({ ...place, themeKey: 'b' }, 'Why so late?'));
  expect(sameQuestion(place, '???')).not.toBe(sameQuestion(place, '!!!'));
});
