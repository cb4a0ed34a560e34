import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareKsbCodes, ksbCodesIn, unknownKsbCodes, withoutKsbTags } from '../../../shared/domain/ksb-codes.ts';
import { smallFramework } from './plans.ts';

describe('tags typed into a note', () => {
  it.each<[text: string, codes: readonly string[]]>([
    ['Rang the lead at once #K6 #S7', ['K6', 'S7']],
    ['#k6 then #s12, then #K6 again', ['K6', 'S12']],
    ['#TK2#ts10 #esb3.', ['TK2', 'TS10', 'ESB3']],
    ['at the end#B1', ['B1']],
    ['(#K5)', ['K5']],
    ['#K05 is K5', ['K5']],
    ['#K1', ['K1']],
    ['#K12', ['K12']],
    ['K5 S1', []],
    ['#K', []],
    ['#K0', []],
    ['#K5a #K1234 #D7 #K_5 #K5_', []],
    ['', []],
  ])('«%s» tags %j', (text, codes) => {
    expect(ksbCodesIn(text)).toEqual(codes);
  });

  it.each([
    ['Rang the lead #K6 #S7, logged it', 'Rang the lead, logged it'],
    ['#K6 Rang the lead', 'Rang the lead'],
    ['First line #K6\nsecond #S7 line', 'First line\nsecond line'],
    ['two  spaces stay', 'two  spaces stay'],
    ['#K6', ''],
  ])('without its tags «%s» is «%s»', (text, rest) => {
    expect(withoutKsbTags(text)).toBe(rest);
  });

  it('without the tags of some codes keeps the others, and what is no tag', () => {
    expect(withoutKsbTags('#s17 Planned it #K04, asked #K99 about #zzz', ['S17', 'K4'])).toBe(
      'Planned it, asked #K99 about #zzz',
    );
    expect(withoutKsbTags('#k4 #S17', ['K4', 'S17'])).toBe('');
    expect(withoutKsbTags('#k4', [])).toBe('#k4');
  });

  it('leaves no tag behind, whatever was typed', () => {
    const pieces = fc.array(fc.constantFrom('#', 'K', 's', 'ESB', 'T', '5', '0', ' ', '\n', '\t', 'a', '_', '.'));
    fc.assert(
      fc.property(pieces, typed => {
        const rest = withoutKsbTags(typed.join(''));
        expect(ksbCodesIn(rest)).toEqual([]);
        expect(withoutKsbTags(rest)).toBe(rest);
      }),
    );
  });

  it('reads a very long text without delay', () => {
    const start = performance.now();
    withoutKsbTags(' '.repeat(200_000));
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('codes against a framework', () => {
  it('reports those that are no KSB of it, duties included', () => {
    expect(unknownKsbCodes(['K1', 'K99', 'D1', 'B2'], smallFramework)).toEqual(['K99', 'D1']);
  });
});

describe('the order of codes', () => {
  it('is natural, by kind and number', () => {
    const shuffled = ['ESB1', 'B1', 'K10', 'S2', 'x', 'TS1', 'K2', 'TK1', 'P3', 'D1', 'B'];
    expect(shuffled.toSorted(compareKsbCodes)).toEqual([
      'K2',
      'K10',
      'S2',
      'B1',
      'TK1',
      'TS1',
      'ESB1',
      'D1',
      'P3',
      'B',
      'x',
    ]);
  });

  it('is a total order', () => {
    const code = fc.oneof(
      fc.tuple(fc.constantFrom('K', 'S', 'B', 'TK', 'P', ''), fc.nat({ max: 30 })).map(parts => parts.join('')),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(code, code, code, (a, b, c) => {
        expect(Math.sign(compareKsbCodes(a, b)) + Math.sign(compareKsbCodes(b, a))).toBe(0);
        expect(compareKsbCodes(a, b) === 0).toBe(a === b);
        fc.pre(compareKsbCodes(a, b) < 0 && compareKsbCodes(b, c) < 0);
        expect(compareKsbCodes(a, c)).toBeLessThan(0);
      }),
    );
  });
});
