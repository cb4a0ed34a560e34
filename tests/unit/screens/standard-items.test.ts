import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fits } from '../../../renderer/screens/common/fits.ts';
import {
  countsOf,
  groupedByKind,
  itemsThatFit,
  linkedWith,
} from '../../../renderer/screens/standards/standard-items.ts';
import { framework } from '../../../shared/domain/framework.ts';

const st1030 = framework.parse(
  JSON.parse(readFileSync(new URL('../../../resources/frameworks/st1030.json', import.meta.url), 'utf8')),
);
const codes = (items: readonly { readonly code: string }[]): readonly string[] => items.map(({ code }) => code);

describe('browsing a standard', () => {
  test('its figures are those of the published standard', () => {
    expect(countsOf(st1030)).toEqual({ duties: 15, ksbs: 66, links: 326 });
  });

  test('every link is found from its duty and from its KSB', () => {
    for (const { from, to } of st1030.links) {
      expect(codes(linkedWith(st1030, from))).toContain(to);
      expect(codes(linkedWith(st1030, to))).toContain(from);
    }
    const both = st1030.items.flatMap(({ code }) => linkedWith(st1030, code));
    expect(both).toHaveLength(2 * 326);
  });

  test('linked items stand by kind and in the order of their numbers', () => {
    const groups = groupedByKind(linkedWith(st1030, 'D1'));
    expect(groups.map(({ title }) => title)).toEqual(['Knowledge', 'Skills', 'Behaviours']);
    const numbers = codes(groups[0]?.items ?? []).map(code => Number(code.slice(1)));
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  });

  test('a whole code finds that item alone, words find every item that holds them all', () => {
    expect(codes(itemsThatFit(st1030.items, ' k1 '))).toEqual(['K1']);
    expect(codes(itemsThatFit(st1030.items, 'k1').concat())).not.toContain('K10');
    expect(codes(itemsThatFit(st1030.items, 'whistle'))).toEqual(['K7']);
    expect(itemsThatFit(st1030.items, '')).toHaveLength(81);
    expect(itemsThatFit(st1030.items, 'zebra')).toEqual([]);
  });
});

describe('filtering by typing', () => {
  test('words fit in any order, capitals and accents aside', () => {
    expect(fits('lear ADA', ['Ada', 'Learner'])).toBe(true);
    expect(fits('zoe', ['Zoë Example'])).toBe(true);
    expect(fits('ada smith', ['Ada Learner'])).toBe(false);
  });
});
