import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  holdsName,
  initialsOf,
  likelyNames,
  nameObstacles,
  withoutName,
} from '../../../shared/domain/private-names.ts';

describe('a name in a text', () => {
  it.each([
    ['Ann came in.', 'Ann', true],
    ['ANN’S coat', 'ann', true],
    ['the annual plan', 'Ann', false],
    ['(Ann)', 'Ann', true],
    ['Anna', 'Ann', false],
    ['Zoë’s key worker', 'Zoë', true],
    ['Zoe\u0308 rang', 'Zoë', true],
    ['Mary  Ann Smith', 'Mary Ann', true],
    ['Nguyễn Văn A', 'Văn', true],
    ['Smith-Jones', 'Smith', true],
    ['a (+) b', '+', true],
    ['', 'Ann', false],
    ['anything', ' ', false],
  ])('“%s” holds “%s”: %j', (text, word, holds) => {
    expect(holdsName(text, word)).toBe(holds);
  });

  it('is replaced everywhere and as it is given, dollar signs included', () => {
    expect(withoutName('Ann told ann’s mother about Annual leave', { word: 'Ann', replacement: '$&' })).toBe(
      '$& told $&’s mother about Annual leave',
    );
  });

  test('is gone after it was replaced, whatever the text', () => {
    const word = fc.stringMatching(/^[A-Z][a-zé]{2,8}$/);
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string())), word, (parts, name) => {
        const text = [...parts, name].join(' ');
        const without = withoutName(text, { word: name, replacement: '??' });
        expect(holdsName(text, name)).toBe(true);
        expect(holdsName(without, name)).toBe(false);
        expect(withoutName(without, { word: name, replacement: '??' })).toBe(without);
      }),
    );
  });
});

it('every place that names somebody is told, with the way to it', () => {
  const texts = [
    { where: 'The note at 00:10', text: 'Ann asks', noteId: 'n1' },
    { where: 'The rationale of A1', text: 'Nothing', descriptorKey: 'a1' },
  ];
  expect(nameObstacles([{ id: '1', word: 'Ann', replacement: 'A.' }], texts)).toMatchObject([
    { rule: 'nameInReport', severity: 'blocks', noteId: 'n1' },
  ]);
});

it('likely names stand in the middle of a sentence with a capital and are nobody’s who is known', () => {
  const texts = ['Tells Ann that Robin rang. Then Ann’s mother on Monday. “Well,” says Omar, “I see.” #K5'];
  expect(likelyNames(texts, ['Robin Assessor'])).toEqual(['Ann', 'Omar']);
  expect(likelyNames([], [])).toEqual([]);
});

it.each([
  ['Mary Smith', 'M.S.'],
  ['zoë', 'Z.'],
  ['  ', ''],
])('the initials of “%s” are “%s”', (word, initials) => {
  expect(initialsOf(word)).toBe(initials);
});
