import type { Decision } from '../../../shared/domain/judgement.ts';
import { colours } from '../styles.ts';
import type { Vector } from '../tagged/nodes.ts';

/** A rectangle in points. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Diagonal lines that fill a box: a pattern that is told from a solid fill without its colour. */
export function hatching({ x, y, w, h }: Box, lineColor: string, gap = 5): Vector[] {
  const lines: Vector[] = [];
  for (let start = gap - h; start < w; start += gap) {
    const [from, to] = [Math.max(0, start), Math.min(w, start + h)];
    lines.push({
      type: 'line',
      x1: x + from,
      y1: y + h - (from - start),
      x2: x + to,
      y2: y + h - (to - start),
      lineWidth: 0.6,
      lineColor,
    });
  }
  return lines;
}

/** A judged descriptor as a sign: a square for a pass, a diamond for a distinction; filled, crossed or dashed. */
export function descriptorSign(
  grade: 'pass' | 'distinction',
  decision: Decision | null,
  { x, y, size }: { readonly x: number; readonly y: number; readonly size: number },
  accent: string,
): Vector[] {
  const outline =
    grade === 'pass' ? square({ x: x + 0.75, y: y + 0.75, w: size - 1.5, h: size - 1.5 }) : diamond(x, y, size);
  if (decision === 'met') return [{ ...outline, color: accent, lineColor: accent, lineWidth: 0.8 }];
  if (decision === null) {
    return [{ ...outline, lineColor: colours.quiet, lineWidth: 0.8, dash: { length: 1.6, space: 1.4 } }];
  }
  const reach = grade === 'pass' ? 0.24 : 0.32;
  return [{ ...outline, color: colours.white, lineColor: colours.ink, lineWidth: 0.9 }, ...cross(x, y, size, reach)];
}

const square = ({ x, y, w, h }: Box): Vector => ({ type: 'rect', x, y, w, h, r: 1 });

function diamond(x: number, y: number, size: number): Vector {
  const middle = size / 2;
  return {
    type: 'polyline',
    closePath: true,
    points: [
      { x: x + middle, y },
      { x: x + size, y: y + middle },
      { x: x + middle, y: y + size },
      { x, y: y + middle },
    ],
  };
}

function cross(x: number, y: number, size: number, reach: number): Vector[] {
  const [near, far] = [size * reach, size * (1 - reach)];
  const stroke = { type: 'line', lineWidth: 1.1, lineColor: colours.ink } as const;
  return [
    { ...stroke, x1: x + near, y1: y + near, x2: x + far, y2: y + far },
    { ...stroke, x1: x + near, y1: y + far, x2: x + far, y2: y + near },
  ];
}
