import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  carriedOver,
  coveragePlan,
  emptyPlanning,
  movedBy,
  type Planning,
  type PlanningFacts,
} from '../../../shared/domain/planning.ts';
import { aMethod } from './plans.ts';

const method = aMethod();
const [theme] = method.themes;
const [first = '', second = '', ...rest] = method.ksbs;
const nothing: PlanningFacts = { picked: [], portfolio: new Map() };
const plan = (changes: Partial<Planning> = {}, facts: Partial<PlanningFacts> = {}) =>
  coveragePlan(method, { ...emptyPlanning, ...changes }, { ...nothing, ...facts });
const rowOf = (code: string, laid: ReturnType<typeof plan>) =>
  laid.themes.flatMap(({ ksbs }) => ksbs).find(ksb => ksb.code === code);

test('without any planning every KSB of the method is told as not planned for', () => {
  const laid = plan();
  expect(laid.notPlanned).toEqual(method.ksbs);
  expect(laid.openPoints[0]).toContain('Nothing is planned for');
});

test('a KSB is planned for by each of the five ways', () => {
  const id = '0190b2a4-0000-7000-8000-000000000001';
  const ways = [
    plan({ expected: [first] }),
    plan({ toAsk: [first] }),
    plan({ lookFors: [{ id, words: `Greets by name #${first}` }] }),
    plan({}, { picked: [{ themeKey: theme?.key ?? '', ksbs: [first] }] }),
    plan({}, { portfolio: new Map([[first, 2]]) }),
  ];
  for (const laid of ways) {
    expect(laid.notPlanned).toEqual([second, ...rest]);
    expect(rowOf(first, laid)?.isPlanned).toBe(true);
  }
});

test('what must be asked and no picked question reaches is told, and too few questions for a theme', () => {
  const laid = plan({ toAsk: [first, second] }, { picked: [{ themeKey: theme?.key ?? '', ksbs: [first] }] });
  expect(laid.openPoints).toContain(`No question that is picked reaches ${second}.`);
  const own = laid.themes.find(({ themeKey }) => themeKey === theme?.key);
  expect(own?.picked).toBe(1);
});

test('whatever is added to a planning, nothing that was planned for becomes not planned', () => {
  const codes = fc.subarray([...method.ksbs]);
  fc.assert(
    fc.property(codes, codes, codes, (expected, toAsk, shown) => {
      const before = new Set(plan({ expected }).notPlanned);
      const after = plan({ expected, toAsk }, { portfolio: new Map(shown.map(code => [code, 1])) }).notPlanned;
      expect(after.every(code => before.has(code))).toBe(true);
      expect(after).toEqual(method.ksbs.filter(code => ![...expected, ...toAsk, ...shown].includes(code)));
    }),
  );
});

test('the next attempt takes over what is looked for, and only questions that are still offered', () => {
  const before = { ...emptyPlanning, questionIds: ['a', 'b'], expected: [first] };
  expect(carriedOver(before, id => id === 'b')).toEqual({ ...before, questionIds: ['b'] });
});

test('an entry moves by one place and never out of the list', () => {
  expect(movedBy(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c']);
  expect(movedBy(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b']);
  expect(movedBy(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
  expect(movedBy(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c']);
  expect(movedBy(['a'], 'x', 1)).toEqual(['a']);
});
