import { expect, test } from 'vitest';
import { codesProblem, draftOf, mappingOf, newPlace } from '../../../renderer/screens/portfolio/mapping-draft.ts';
import { pieceFacts, sizeWords, takenWords } from '../../../renderer/screens/portfolio/piece-words.ts';
import type { PortfolioPiece } from '../../../shared/contract/portfolio.ts';

const known = new Set(['K5', 'K6', 'S2']);
const mapping = {
  title: 'Referral log',
  ksbs: ['K5'],
  places: [{ id: 'a', stretch: { unit: 'page' as const, from: 3, to: 5 }, ksbs: ['K6', 'S2'], remark: 'The table' }],
  remark: '',
};

test('a mapping comes back from its fields as it went in', () => {
  expect(mappingOf(draftOf(mapping), 'pdf', known)).toEqual({ mapping });
});

test('codes are read as they are typed, and what is none is told', () => {
  const draft = { ...draftOf(mapping), codes: 'k5, k6 and s2' };
  expect(mappingOf(draft, 'pdf', known)).toMatchObject({ mapping: { ksbs: ['K5', 'K6', 'S2'] } });
  expect(codesProblem('K5 hello', known)).toBe('Not understood as a code: HELLO.');
  expect(codesProblem('K99', known)).toBe('The standard has no K99.');
  expect(codesProblem('', known)).toBeNull();
});

test('one wrong field keeps the whole mapping from being kept, so that no place is lost', () => {
  const [place] = draftOf(mapping).places;
  if (!place) throw new Error('The draft has a place');
  const draft = { ...draftOf(mapping), title: ' ', places: [{ ...place, where: '5-3' }, newPlace('b', null)] };
  expect(mappingOf(draft, 'pdf', known)).toEqual({
    problems: {
      title: 'Give it a title.',
      'where:a': 'The place ends before it begins.',
      'where:b': 'Give pages as 3 or 3-5.',
    },
  });
});

test('a new place begins where the viewer is', () => {
  expect(newPlace('a', { unit: 'second', from: 90, to: 90 }).where).toBe('01:30');
  const times = { ...draftOf(mapping), places: [newPlace('a', { unit: 'second', from: 90, to: 90 })] };
  expect(mappingOf(times, 'audio', known)).toMatchObject({
    mapping: { places: [{ stretch: { unit: 'second', from: 90, to: 90 } }] },
  });
  expect(mappingOf(times, 'image', known)).toMatchObject({ problems: { 'where:a': 'A picture has no places.' } });
});

test('sizes, facts and what became of files are told in words', () => {
  expect([0, 27_402, 3_400_000, 2_100_000_000].map(sizeWords)).toEqual(['0.1 kB', '27 kB', '3.4 MB', '2.1 GB']);
  const piece = { kind: 'pdf', sizeBytes: 27_402, places: mapping.places } as unknown as PortfolioPiece;
  expect(pieceFacts(piece)).toBe('PDF, 27 kB · 1 place');
  const taken = {
    added: [{ id: 'a', title: 'Log' }],
    known: [{ id: 'b', title: 'Rota', name: 'rota.pdf' }],
    refused: [{ name: 'x.exe', why: 'The file is a program.' }],
    left: 2,
  };
  expect(takenWords(taken)).toBe(
    '1 file added. rota.pdf is in the portfolio already, as “Rota”. x.exe was not added. The file is a program. Ended; 2 files left.',
  );
});
