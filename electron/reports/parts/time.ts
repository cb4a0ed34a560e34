import type { MethodReport } from '../../../shared/domain/report-model.ts';
import { pauseNames } from '../../../shared/domain/time-ledger.ts';
import type { Edition } from '../edition.ts';
import { colours, textWidth, type } from '../styles.ts';
import type { CanvasNode, Content, Vector } from '../tagged/nodes.ts';
import { section } from './headings.ts';
import { type Box, hatching } from './shapes.ts';
import { columnGap, dataTable, pairOfFacts } from './tables.ts';

type Entry = MethodReport['time']['ledger'][number];

const barHeight = 22;
/** Of the labels' digits and letters, in points: the ground behind them hides the hatching. */
const widestDigit = 4.4;
/** A stretch narrower than this carries no words. */
const narrowestLabel = 46;
/** More stretches than this would be hairlines: then the table alone tells them. */
const mostStretches = 120;

/** The session's time: its sums, a bar of its stretches, and the ledger. */
export function time(edition: Edition, { time: spent }: MethodReport): Content {
  const { format, sections, time: texts } = edition.texts;
  const length = (seconds: number | null) => (seconds === null ? texts.open : format.duration(seconds));
  const sums = pairOfFacts(
    [
      [texts.assessment, format.duration(spent.assessmentSeconds)],
      [texts.breaks, format.duration(spent.breakSeconds)],
    ],
    [
      [texts.planned, length(spent.plannedSeconds)],
      [texts.highest, length(spent.highestSeconds)],
    ],
    118,
  );
  const stretches =
    spent.ledger.length === 0
      ? [{ ...type.quiet, text: texts.none }]
      : [...bar(edition, spent.ledger), ledger(edition, spent.ledger)];
  return section(edition, 'time', sections.time, [sums, ...stretches]);
}

/** An ordinary break in the edition's word; a split or a stop by its own name. */
const nameOf = ({ texts }: Edition, entry: Entry): string =>
  entry.kind === 'break' && entry.name === pauseNames.break ? texts.time.breakName : entry.name;

function bar(edition: Edition, entries: readonly Entry[]): Content[] {
  const { format, time: texts } = edition.texts;
  const total = entries.reduce((sum, entry) => sum + entry.seconds, 0);
  if (total === 0 || entries.length > mostStretches) return [];
  const stretches = entries.map(entry => `${nameOf(edition, entry)} ${format.duration(entry.seconds)}`).join(', ');
  const figure: CanvasNode = {
    alt: texts.barAlt(stretches),
    canvas: vectorsOf(edition, entries, textWidth / total),
    margin: [0, 12, 0, 2],
    needs: 70,
  };
  return [figure, { ...type.quiet, text: texts.barLegend, margin: [0, 2, 0, 8] }];
}

function vectorsOf(edition: Edition, entries: readonly Entry[], pointsPerSecond: number): Vector[] {
  let x = 0;
  const stretches = entries.flatMap(entry => {
    const width = entry.seconds * pointsPerSecond;
    const stretch = stretchOf(edition, entry, { x, y: 0, w: width, h: barHeight });
    x += width;
    return stretch;
  });
  const last = entries.at(-1);
  const roomForEnd = last !== undefined && last.seconds * pointsPerSecond >= 2 * narrowestLabel;
  return roomForEnd ? [...stretches, clockAt(edition, last.endedAt, textWidth - narrowestLabel, 'right')] : stretches;
}

function stretchOf(edition: Edition, entry: Entry, box: Box): Vector[] {
  const { accent, texts } = edition;
  const isBreak = entry.kind === 'break';
  const shapes: Vector[] = isBreak
    ? [
        { type: 'rect', ...box, color: colours.white, lineColor: accent, lineWidth: 0.5 },
        ...hatching(box, edition.midTint),
      ]
    : [{ type: 'rect', ...box, color: accent, lineColor: colours.white, lineWidth: 0.5 }];
  if (box.w < narrowestLabel) return shapes;
  const ground = isBreak ? colours.white : accent;
  const label = {
    text: texts.format.duration(entry.seconds),
    color: isBreak ? colours.ink : colours.white,
    fontSize: 8,
    bold: false,
    align: 'left',
  } as const;
  const width = Math.min(box.w - 8, label.text.length * widestDigit);
  const inside = { x: box.x + 4, y: 5, w: width, h: barHeight - 10 };
  return [
    ...shapes,
    { type: 'rect', ...inside, color: ground, lineWidth: 0, label },
    clockAt(edition, entry.startedAt, box.x, 'left'),
  ];
}

/** A time of day under the bar. */
function clockAt({ texts }: Edition, at: string, x: number, align: 'left' | 'right'): Vector {
  const label = { text: texts.format.clock(at), color: colours.quiet, fontSize: 8, bold: false, align } as const;
  return { type: 'rect', x, y: barHeight + 1, w: narrowestLabel, h: 11, color: colours.white, lineWidth: 0, label };
}

/** The stretches as a table; where the session was split over days, each time with its day. */
function ledger(edition: Edition, entries: readonly Entry[]): Content {
  const { format } = edition.texts;
  const { part, began, ended, length, reason } = edition.texts.time.columns;
  const severalDays = new Set(entries.map(entry => format.date(entry.startedAt))).size > 1;
  const clock = severalDays ? format.dateTime : format.clock;
  const widths = severalDays ? { part: 96, clock: 86, length: 64 } : { part: 120, clock: 44, length: 84 };
  const columns = [
    { heading: part, width: widths.part },
    { heading: began, width: widths.clock },
    { heading: ended, width: widths.clock },
    { heading: length, width: widths.length },
    {
      heading: reason,
      width: textWidth - widths.part - 2 * widths.clock - widths.length - 5 * columnGap,
    },
  ];
  return dataTable(
    edition,
    columns,
    entries.map(entry => [
      nameOf(edition, entry),
      clock(entry.startedAt),
      clock(entry.endedAt),
      format.duration(entry.seconds),
      entry.reason ?? '',
    ]),
  );
}
