import type { ResitLetter } from '../../../shared/domain/report-model.ts';
import type { Edition } from '../edition.ts';
import { colours, textWidth, type } from '../styles.ts';
import type { CanvasNode, Content, Vector } from '../tagged/nodes.ts';
import { minorHeading } from './headings.ts';
import { hatching } from './shapes.ts';

/** A stretch of time from the letter to a last day. */
interface Window {
  readonly kind: 'resit' | 'retake';
  readonly method: string;
  readonly until: string;
}

const row = { height: 30, bar: 12 } as const;
/** The room at the right for the last day's name. */
const dayRoom = 92;
const mostRows = 12;

/** The windows for taking methods again as bars from the letter's date: filled for a re-sit, hatched for a re-take. */
export function windowsFigure(edition: Edition, model: ResitLetter): Content[] {
  const { letter } = edition.texts;
  const windows = windowsOf(model);
  const start = Date.parse(model.preparedAt);
  const last = Math.max(...windows.map(({ until }) => Date.parse(until)));
  if (windows.length === 0 || windows.length > mostRows || last <= start) return [];
  const figure: CanvasNode = {
    alt: letter.timelineAlt(
      windows.map(({ method, kind, until }) => letter.timelineRow(method, letter.ways[kind], until)).join('; '),
    ),
    canvas: windows.flatMap((window, index) => {
      const width = Math.max(2, ((textWidth - dayRoom) * (Date.parse(window.until) - start)) / (last - start));
      return barOf(edition, window, index * row.height, width);
    }),
    needs: windows.length * row.height,
  };
  const legend: Content = { ...type.quiet, text: letter.timelineStart(model.preparedAt), margin: [0, 2, 0, 0] };
  return [minorHeading(letter.timeline, figure), figure, legend];
}

function windowsOf({ methods }: ResitLetter): readonly Window[] {
  return methods.flatMap(({ name, ways }) =>
    ways.flatMap(({ kind, until }) => (until === null ? [] : [{ kind, method: name, until }])),
  );
}

function barOf({ accent, texts }: Edition, { kind, method, until }: Window, y: number, width: number): Vector[] {
  const box = { x: 0, y: y + 12, w: width, h: row.bar };
  const words = (text: string, at: Pick<Vector, 'x' | 'y' | 'w' | 'h'>, bold: boolean): Vector => ({
    type: 'rect',
    ...at,
    color: colours.white,
    lineWidth: 0,
    label: { text, fontSize: 8, bold, color: colours.ink, align: 'left' },
  });
  const name = `${texts.letter.ways[kind]}: ${method}`;
  const shapes: Vector[] =
    kind === 'resit'
      ? [{ type: 'rect', ...box, color: accent, lineColor: accent, lineWidth: 0.75 }]
      : [{ type: 'rect', ...box, color: colours.white, lineColor: accent, lineWidth: 0.75 }, ...hatching(box, accent)];
  return [
    words(name, { x: 0, y, w: textWidth, h: 11 }, false),
    ...shapes,
    words(texts.format.date(until), { x: width + 6, y: box.y, w: dayRoom - 6, h: row.bar }, true),
  ];
}
