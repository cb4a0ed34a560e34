import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choosePlace, parsePlaces, rememberPlace, type Screen, smallest } from '../../../electron/window-place.ts';

const laptop: Screen = { id: 1, workArea: { x: 0, y: 25, width: 1440, height: 875 } };
const desk: Screen = { id: 2, workArea: { x: 1440, y: 0, width: 2560, height: 1400 } };
const onDesk = { bounds: { x: 1600, y: 100, width: 1800, height: 1000 }, maximised: false };

describe('the place of the window', () => {
  it('is in the middle of the primary screen at the first start', () => {
    expect(choosePlace(undefined, [laptop, desk])).toEqual({
      bounds: { x: 40, y: 33, width: 1360, height: 860 },
      maximised: false,
    });
  });

  it('is where it was on the screen that was used last', () => {
    expect(choosePlace(rememberPlace(undefined, desk, onDesk), [laptop, desk])).toEqual(onDesk);
  });

  it('is where it was on the primary screen once the other has been taken away', () => {
    const onLaptop = { bounds: { x: 10, y: 40, width: 900, height: 700 }, maximised: true };
    const places = rememberPlace(rememberPlace(undefined, laptop, onLaptop), desk, onDesk);
    expect(choosePlace(places, [laptop])).toEqual(onLaptop);
  });

  it('always lies on a screen that is there, and can be read in', () => {
    const number = fc.integer({ min: -5000, max: 9000 });
    const size = fc.integer({ min: 1, max: 9000 });
    fc.assert(
      fc.property(number, number, size, size, (x, y, width, height) => {
        const places = rememberPlace(undefined, desk, { bounds: { x, y, width, height }, maximised: false });
        const { bounds } = choosePlace(places, [laptop, desk]);
        const { workArea: area } = desk;
        expect(bounds.x).toBeGreaterThanOrEqual(area.x);
        expect(bounds.y).toBeGreaterThanOrEqual(area.y);
        expect(bounds.x + bounds.width).toBeLessThanOrEqual(area.x + area.width);
        expect(bounds.y + bounds.height).toBeLessThanOrEqual(area.y + area.height);
        expect(bounds.width).toBeGreaterThanOrEqual(smallest.width);
        expect(bounds.height).toBeGreaterThanOrEqual(smallest.height);
      }),
    );
  });

  it('is read back as it was written', () => {
    const places = rememberPlace(undefined, desk, onDesk);
    expect(parsePlaces(JSON.stringify(places))).toEqual(places);
  });

  it.each([
    '',
    'null',
    '[]',
    '{}',
    '{"lastScreen":1}',
    '{"lastScreen":1,"places":{"1":{}}}',
    '{"lastScreen":1,"places":{"1":{"bounds":{"x":0,"y":0,"width":-1,"height":1},"maximised":false}}}',
  ])('is forgotten where the file says %j', text => {
    expect(parsePlaces(text)).toBeUndefined();
  });
});
