import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  beginStroke,
  extendStroke,
  padPoint,
  polylinePoints,
  type Stroke,
} from '../../../renderer/ui/signature-strokes.ts';
import { reportChannels } from '../../../shared/contract/reports.ts';

const box = { left: 100, top: 50, width: 300, height: 100 };

describe('a drawn signature', () => {
  test('places are fractions of the pad, kept within it', () => {
    expect(padPoint(250, 100, box)).toEqual({ x: 0.5, y: 0.5 });
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (x, y) => {
        const point = padPoint(x, y, box);
        expect(point.x).toBeGreaterThanOrEqual(0);
        expect(point.x).toBeLessThanOrEqual(1);
        expect(point.y).toBeGreaterThanOrEqual(0);
        expect(point.y).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('points that hardly moved are left out', () => {
    const strokes = extendStroke(
      [[{ x: 0.5, y: 0.5 }]],
      [
        { x: 0.5003, y: 0.5 },
        { x: 0.52, y: 0.5 },
      ],
    );
    expect(strokes).toEqual([
      [
        { x: 0.5, y: 0.5 },
        { x: 0.52, y: 0.5 },
      ],
    ]);
  });

  test('however much is drawn, signing accepts it', () => {
    let strokes: readonly Stroke[] = [];
    for (let n = 0; n < 230; n++) strokes = beginStroke(strokes, { x: 0, y: n / 230 });
    const scribble = Array.from({ length: 6000 }, (_, n) => ({ x: (n % 100) / 100, y: (n % 7) / 7 }));
    strokes = extendStroke(strokes, scribble);
    expect(strokes).toHaveLength(200);
    expect(strokes.at(-1)).toHaveLength(5000);
    const input = {
      subject: { kind: 'method', sessionId: '01a2000d-6ec1-7a3d-8cd7-460cb6814125' },
      mark: { kind: 'drawn', strokes, aspect: 3 },
    };
    expect(reportChannels['report.sign'].input.safeParse(input).success).toBe(true);
  });

  test('a dot is drawn too', () => {
    expect(polylinePoints([{ x: 0.5, y: 0.25 }])).toBe('1.5,0.25 1.5,0.25');
  });

  test('extending nothing stays nothing', () => {
    expect(extendStroke([], [{ x: 0, y: 0 }])).toEqual([]);
  });
});
