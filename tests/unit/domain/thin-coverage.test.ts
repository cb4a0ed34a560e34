import { expect, test } from 'vitest';
import { builtIn } from '../../../electron/core/resources.ts';
import { thinlyCovered } from '../../../shared/domain/thin-coverage.ts';

const { framework, plans } = builtIn();
const [demonstration] = plans;

test('the KSBs of ST1030 that one or two duties lead to are thinly covered, the thinnest first', () => {
  const thin = thinlyCovered(framework, demonstration ?? null);
  expect(thin.map(({ ksb, duties }) => `${ksb.code} ${duties}`)).toEqual([
    'K27 1',
    ...['K2', 'K11', 'K16', 'K29', 'S2', 'S9', 'S12', 'S27', 'S28'].map(code => `${code} 2`),
  ]);
  expect(thin.every(({ methods }) => methods === 1)).toBe(true);
});

test('a KSB that no method assesses is named however many duties lead to it', () => {
  if (!demonstration) throw new Error('There is no plan');
  const without = {
    ...demonstration,
    methods: demonstration.methods.map(method => ({ ...method, ksbs: method.ksbs.filter(code => code !== 'K1') })),
  };
  expect(thinlyCovered(framework, without).find(({ ksb }) => ksb.code === 'K1')).toMatchObject({ methods: 0 });
});

test('a framework without duties has nothing to be thin in', () => {
  const items = framework.items.filter(({ kind }) => kind !== 'duty');
  expect(thinlyCovered({ ...framework, items, links: [] }, null)).toEqual([]);
});
