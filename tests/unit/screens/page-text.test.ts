import { expect, test } from 'vitest';
import { blocksOf, markedTexts } from '../../../renderer/screens/report/page-text.ts';

const content = (id: string) => ({ type: 'content', id });

test('the text of a page is read by its tags: headings with their level, a table row by row', () => {
  const texts = new Map([
    ['a', 'Result'],
    ['b', 'A pass. '],
    ['c', 'K1'],
    ['d', 'seen twice'],
    ['e', '  '],
  ]);
  const tree = {
    role: 'Root',
    children: [
      { role: 'H1', children: [content('a')] },
      { role: 'Sect', children: [{ role: 'P', children: [{ role: 'Span', children: [content('b')] }] }] },
      {
        role: 'Table',
        children: [
          {
            role: 'TR',
            children: [
              { role: 'TH', children: [content('c')] },
              { role: 'TD', children: [content('d')] },
            ],
          },
        ],
      },
      { role: 'P', children: [content('e')] },
    ],
  };
  expect(blocksOf(tree, texts)).toEqual([
    { level: 1, text: 'Result' },
    { level: null, text: 'A pass.' },
    { level: null, text: 'K1 · seen twice' },
  ]);
});

test('text belongs to the innermost marked stretch that has an id, and what is marked as decoration to none', () => {
  const texts = markedTexts([
    { type: 'beginMarkedContentProps', id: 'a' },
    { str: 'First' },
    { type: 'beginMarkedContent' },
    { str: ' and', hasEOL: true },
    { type: 'endMarkedContent' },
    { str: 'last' },
    { type: 'endMarkedContent' },
    { type: 'beginMarkedContent' },
    { str: 'Page 1' },
    { type: 'endMarkedContent' },
  ]);
  expect([...texts]).toEqual([['a', 'First and last']]);
});
