import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ksbsOfPiece,
  type PortfolioPiece,
  placesInWords,
  portfolioCounts,
  portfolioEvidence,
  stretchTyped,
  stretchWords,
  typedStretch,
  unitOfPlaces,
} from '../../../shared/domain/portfolio.ts';

const page = (from: number, to = from) => ({ unit: 'page', from, to }) as const;
const second = (from: number, to = from) => ({ unit: 'second', from, to }) as const;

test.each([
  ['3', page(3)],
  ['3-5', page(3, 5)],
  [' p. 3 to 5 ', page(3, 5)],
  ['pages 12–14', page(12, 14)],
  ['Page 7', page(7)],
])('“%s” is read as pages', (text, stretch) => {
  expect(typedStretch(text, 'page')).toEqual({ stretch });
});

test.each([
  ['12:30', second(750)],
  ['12:30-14:00', second(750, 840)],
  ['1:02:03 to 1:02:10', second(3723, 3730)],
  ['90 s', second(90)],
  ['75:00', second(4500)],
])('“%s” is read as times', (text, stretch) => {
  expect(typedStretch(text, 'second')).toEqual({ stretch });
});

test.each(['', 'x', '0', '5-3', '1-2-3', '-', '3,5', '99999999'])('“%s” is no page, and why is told', text => {
  expect(typedStretch(text, 'page')).toEqual({ problem: expect.stringMatching(/\.$/) });
});

test.each(['', '12', '12:75', '14:00-12:30', '12:30-'])('“%s” is no time, and why is told', text => {
  expect(typedStretch(text, 'second')).toEqual({ problem: expect.stringMatching(/\.$/) });
});

test('what is shown of a place is read as the same place again', () => {
  const stretches = fc
    .record({
      unit: fc.constantFrom('page' as const, 'second' as const),
      ends: fc.tuple(fc.nat(50_000), fc.nat(50_000)),
    })
    .map(({ unit, ends }) => ({ unit, from: Math.min(...ends) + 1, to: Math.max(...ends) + 1 }));
  fc.assert(
    fc.property(stretches, stretch => {
      fc.pre(stretch.unit === 'page' || stretch.to < 59_999);
      expect(typedStretch(stretchTyped(stretch), stretch.unit)).toEqual({ stretch });
    }),
  );
});

test('places are told in words', () => {
  expect([page(3), page(3, 5), second(750), second(750, 840)].map(stretchWords)).toEqual([
    'page 3',
    'pages 3 to 5',
    '12:30',
    '12:30 to 14:00',
  ]);
  expect(placesInWords([{ stretch: page(3) }, { stretch: page(7, 8) }])).toBe('page 3 and pages 7 to 8');
});

test('documents have pages, recordings have times, a picture is one place', () => {
  expect((['pdf', 'document', 'audio', 'video', 'image'] as const).map(unitOfPlaces)).toEqual([
    'page',
    'page',
    'second',
    'second',
    null,
  ]);
});

const piece = (id: string, changes: Partial<PortfolioPiece> = {}): PortfolioPiece => ({
  id,
  title: id,
  ksbs: [],
  places: [],
  withdrawnReason: null,
  ...changes,
});
const place = (id: string, ksbs: readonly string[]) => ({ id, ksbs, stretch: page(1), remark: '' });

test('a judgement may rest on each place, and on a piece as a whole where that has KSBs or no places', () => {
  const pieces = [
    piece('log', { ksbs: ['K1'], places: [place('log-1', ['K2', 'S1'])] }),
    piece('plan', { places: [place('plan-1', ['S1'])] }),
    piece('photo'),
    piece('withdrawn', { ksbs: ['K1'], withdrawnReason: 'Another person’s' }),
  ];
  expect(portfolioEvidence(pieces).map(({ id }) => id)).toEqual(['log', 'log-1', 'plan-1', 'photo']);
  expect([...portfolioCounts(pieces)]).toEqual([
    ['K1', 1],
    ['K2', 1],
    ['S1', 2],
  ]);
  expect(ksbsOfPiece(pieces[0] ?? piece(''))).toEqual(['K1', 'K2', 'S1']);
});
