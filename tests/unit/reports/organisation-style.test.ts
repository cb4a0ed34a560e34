import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrastOnWhite, houseAccent, readableAccent, tintOf } from '../../../shared/organisation-style.ts';

const colour = fc.integer({ min: 0, max: 0xffffff }).map(value => `#${value.toString(16).padStart(6, '0')}`);

describe('Contrast on white', () => {
  it.each([
    ['#ffffff', 1],
    ['#000000', 21],
    ['#767676', 4.54],
    ['#ff0000', 4],
  ])('of %s is %d', (of, expected) => {
    expect(contrastOnWhite(of)).toBeCloseTo(expected, 1);
  });
});

describe('An accent', () => {
  it('is kept where it can be read', () => {
    expect(readableAccent('#767676')).toEqual({ colour: '#767676', darkened: false });
    expect(readableAccent(houseAccent)).toEqual({ colour: houseAccent, darkened: false });
  });

  it('is darkened where it cannot, and only as far as is needed', () => {
    const { colour: darker, darkened } = readableAccent('#ff9900');
    expect(darkened).toBe(true);
    expect(contrastOnWhite(darker)).toBeGreaterThanOrEqual(4.5);
    expect(contrastOnWhite(darker)).toBeLessThan(5);
  });

  it('can be read on white, whatever was chosen', () => {
    fc.assert(
      fc.property(colour, chosen => {
        expect(contrastOnWhite(readableAccent(chosen).colour)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });
});

it('tints from white to the colour itself', () => {
  expect([0, 0.5, 1].map(share => tintOf('#0f5063', share))).toEqual(['#ffffff', '#87a8b1', '#0f5063']);
});
