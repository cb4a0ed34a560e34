import { expect, test } from 'vitest';
import { closingMatters, explanationsOf } from '../../../renderer/screens/session/closing-matters.ts';

const obstacle = (rule: string, severity: 'blocks' | 'hint' = 'blocks') => ({
  rule,
  severity,
  message: `About ${rule}.`,
});
const obstacles = [
  obstacle('noteNotSaved'),
  obstacle('questionsBelowMinimum'),
  obstacle('themeQuestionsBelowMinimum'),
  obstacle('overrunWithoutReason'),
  obstacle('ksbNotSeen', 'hint'),
];

test('what stands in the way of closing is to be explained, to be mended, or only worth noticing', () => {
  const { explain, mend, notice } = closingMatters(obstacles);
  expect(explain.map(({ key, obstacles: own }) => [key, own.length])).toEqual([
    ['questions', 2],
    ['overrun', 1],
  ]);
  expect(mend).toEqual(['About noteNotSaved.']);
  expect(notice).toEqual(['About ksbNotSeen.']);
});

test('one reason explains each obstacle of its matter, and a missing reason gives nothing', () => {
  const fact = '2 questions asked.';
  const { explain } = closingMatters(
    obstacles.map(one => (one.rule === 'questionsBelowMinimum' ? { ...one, fact } : one)),
  );
  expect(explanationsOf(explain, { questions: 'The fire alarm', overrun: ' ' })).toBeUndefined();
  expect(explanationsOf(explain, { questions: ' The fire alarm ', overrun: 'An answer was finished' })).toEqual([
    { rule: 'questionsBelowMinimum', matter: '2 questions asked.', reason: 'The fire alarm' },
    { rule: 'themeQuestionsBelowMinimum', matter: 'About themeQuestionsBelowMinimum.', reason: 'The fire alarm' },
    { rule: 'overrunWithoutReason', matter: 'About overrunWithoutReason.', reason: 'An answer was finished' },
  ]);
});
