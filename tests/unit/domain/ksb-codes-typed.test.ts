import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typedKsbCodes, withoutTrailingCodes } from '../../../shared/domain/ksb-codes-typed.ts';

describe('KSB codes as they are typed', () => {
  it.each([
    ['K1, K2 and S4', ['K1', 'K2', 'S4']],
    ['k1 k2;s4', ['K1', 'K2', 'S4']],
    ['K3-K5', ['K3', 'K4', 'K5']],
    ['K3–5', ['K3', 'K4', 'K5']],
    ['K3 to K5, B1', ['K3', 'K4', 'K5', 'B1']],
    ['K03, #S12', ['K3', 'S12']],
    ['TK1 & ESB2', ['TK1', 'ESB2']],
    ['K1 K1', ['K1']],
    ['', []],
  ])('reads %j', (text, codes) => {
    expect(typedKsbCodes(text)).toEqual({ codes, notUnderstood: [] });
  });

  it.each([
    ['K1 hello', ['K1'], ['HELLO']],
    ['K', [], ['K']],
    ['K0', [], ['K0']],
    ['K5-K3', [], ['K5-K3']],
    ['K1-S3', [], ['K1-S3']],
    ['K1-K500', [], ['K1-K500']],
  ])('of %j tells what is no code', (text, codes, notUnderstood) => {
    expect(typedKsbCodes(text)).toEqual({ codes, notUnderstood });
  });

  it('reads back every list of codes that is printed with commas', () => {
    const code = fc.tuple(fc.constantFrom('K', 'S', 'B', 'TK'), fc.integer({ min: 1, max: 99 })).map(([p, n]) => p + n);
    fc.assert(
      fc.property(fc.uniqueArray(code), codes => {
        expect(typedKsbCodes(codes.join(', '))).toEqual({ codes, notUnderstood: [] });
      }),
    );
  });
});

describe('a descriptor as it is pasted', () => {
  it.each([
    ['Explains the route. (K6, S7)', 'Explains the route.', ['K6', 'S7']],
    ['Explains the route (K6 S7).', 'Explains the route.', ['K6', 'S7']],
    ['Explains the route [K6-K8]', 'Explains the route', ['K6', 'K7', 'K8']],
    ['Explains the route (by telephone)', 'Explains the route (by telephone)', []],
    ['Explains K6 and S7', 'Explains K6 and S7', []],
    ['Uses (K1) the policy', 'Uses (K1) the policy', []],
    ['Explains ()', 'Explains ()', []],
  ])('%j', (pasted, text, codes) => {
    expect(withoutTrailingCodes(pasted)).toEqual({ text, codes });
  });
});
