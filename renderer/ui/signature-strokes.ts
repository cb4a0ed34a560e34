/** A place on the signature pad: 0 to 1 from the left and from the top. */
export interface StrokePoint {
  readonly x: number;
  readonly y: number;
}
/** What one press of the pen drew. */
export type Stroke = readonly StrokePoint[];

/** The pad's width divided by its height; the signature is stored with it. */
export const signatureAspect = 3;
const mostPoints = 5000;
const mostStrokes = 200;
const leastStep = 0.0015;

const within = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 10_000) / 10_000;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A pointer's place in the window as a place on the pad that fills `box`, kept within it. */
export function padPoint(clientX: number, clientY: number, box: Box): StrokePoint {
  return { x: within((clientX - box.left) / box.width), y: within((clientY - box.top) / box.height) };
}

/** The strokes with a new one begun; no more than the 200 that a signature may have. */
export function beginStroke(strokes: readonly Stroke[], point: StrokePoint): readonly Stroke[] {
  return strokes.length >= mostStrokes ? strokes : [...strokes, [point]];
}

/** The strokes with points added to the last; points that hardly moved, and those past 5,000 in a stroke, are left out. */
export function extendStroke(strokes: readonly Stroke[], points: readonly StrokePoint[]): readonly Stroke[] {
  const last = strokes.at(-1);
  if (!last) return strokes;
  const extended = [...last];
  for (const point of points) {
    const before = extended.at(-1);
    const isStep = !before || Math.hypot(point.x - before.x, (point.y - before.y) / signatureAspect) >= leastStep;
    if (isStep && extended.length < mostPoints) extended.push(point);
  }
  return [...strokes.slice(0, -1), extended];
}

/** A stroke as the points of an SVG polyline in a box of 3 × 1; a lone dot is doubled so that it is drawn. */
export function polylinePoints(stroke: Stroke): string {
  const [first] = stroke;
  const all = stroke.length === 1 && first ? [first, first] : stroke;
  return all.map(point => `${point.x * signatureAspect},${point.y}`).join(' ');
}
