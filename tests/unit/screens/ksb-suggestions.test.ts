import { describe, expect, test } from 'vitest';
import {
  isWholeCode,
  ksbSuggestions,
  likelyCodes,
  strayTagsIn,
  tagAtCaret,
  tagsIn,
  withTag,
  withTagAtEnd,
} from '../../../renderer/screens/session/ksb-suggestions.ts';
import { aNote } from '../domain/plans.ts';

const statements = [
  { code: 'K10', text: 'Data sources available to inform safeguarding decisions.' },
  { code: 'K1', text: 'How to respond to a safeguarding concern.' },
  { code: 'S1', text: 'Respond to concerns within the limits of own role.' },
  { code: 'B1', text: 'Be open to challenge.' },
];
const codes = (query: string, first: readonly string[] = []) =>
  ksbSuggestions(query, statements, first).map(({ code }) => code);

describe('the tag under the caret', () => {
  test.each([
    ['#', ''],
    ['seen #K', 'K'],
    ['seen (#k1', 'k1'],
    ['so #data so', 'data so'],
  ])('of %j is %j', (text, query) => {
    expect(tagAtCaret(text, text.length)?.query).toBe(query);
  });

  test.each(['no tag', 'a#K1', '#K1 and', '#K1 ', '# K1', '#one two three four five'])('is none in %j', text => {
    expect(tagAtCaret(text, text.length)).toBeNull();
  });

  test('is looked for before the caret alone', () => {
    expect(tagAtCaret('#K1 #S', 2)).toEqual({ start: 0, end: 2, query: 'K' });
  });
});

describe('the KSBs offered', () => {
  test('while nothing is typed are the likely ones first, then all in their natural order', () => {
    expect(codes('', ['S1', 'B1'])).toEqual(['S1', 'B1', 'K1', 'K10']);
  });

  test('for a code are the exact one first, then those that begin so', () => {
    expect(codes('k1')).toEqual(['K1', 'K10']);
    expect(codes('s')).toEqual(['S1']);
  });

  test('for words are the statements with a word for each', () => {
    expect(codes('respond')).toEqual(['K1', 'S1']);
    expect(codes('concern resp')).toEqual(['K1', 'S1']);
    expect(codes('data concern')).toEqual([]);
  });
});

test('likely codes are those used last, each once, none of a struck note', () => {
  const notes = [
    aNote('n1', { ksbs: ['K1', 'S1'] }),
    aNote('n2', { ksbs: ['B1', 'K1'] }),
    aNote('n3', { ksbs: ['K10'], struckReason: 'Wrong' }),
  ];
  expect(likelyCodes(notes)).toEqual(['B1', 'K1', 'S1']);
});

test('a taken suggestion is written out with one space behind it, and the caret goes there', () => {
  const text = 'Seen #da and more';
  const tag = tagAtCaret(text, 8);
  expect(tag && withTag(text, tag, 'K10')).toEqual({ text: 'Seen #K10 and more', caret: 10 });
});

test('a tag put at the end stands there once', () => {
  expect(withTagAtEnd('Rings the lead', 'K1')).toBe('Rings the lead #K1 ');
  expect(withTagAtEnd('#k1 rings', 'K1')).toBe('#k1 rings');
  expect(withTagAtEnd('', 'K1')).toBe('#K1 ');
});

test('a tag is told apart as assessed, of the standard but not of the method, or unknown', () => {
  expect(tagsIn('#K1 #k2 #K99', ['K1'], ['K1', 'K2'])).toEqual([
    { code: 'K1', standing: 'assessed' },
    { code: 'K2', standing: 'elsewhere' },
    { code: 'K99', standing: 'unknown' },
  ]);
});

test('a whole code is one of the standard, whatever other codes begin so', () => {
  expect(isWholeCode('k2', ['K2', 'K21'])).toBe(true);
  expect(isWholeCode('k02', ['K2', 'K21'])).toBe(true);
  expect(isWholeCode('k2', ['K21'])).toBe(false);
  expect(isWholeCode('k', ['K2'])).toBe(false);
});

test('a word behind the sign that is no code is a stray, unless it is still being chosen', () => {
  expect(strayTagsIn('#zzz and #K2, item#4 #zzz (#foo #K99', null)).toEqual(['zzz', 'foo']);
  expect(strayTagsIn('so #data', 3)).toEqual([]);
});
