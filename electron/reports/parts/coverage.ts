import type { Edition } from '../edition.ts';
import { colours, textWidth, type } from '../styles.ts';
import type { CanvasNode, Content, TextNode, Vector } from '../tagged/nodes.ts';
import { leadingIn, minorHeading } from './headings.ts';

/** A statement and the number of notes tagged with it. */
export interface CoveredStatement {
  readonly code: string;
  readonly count: number;
}

const columns = 16;
const gap = 3;
const cell = { width: (textWidth - (columns - 1) * gap) / columns, height: 22 };
/** A figure cannot be broken: more rows than this go into a second one. */
const mostRows = 20;

/** The bars under a code that count its notes, three being as many as are told apart. */
const bar = { width: 5, height: 1.6, gap: 2, most: 3 } as const;

/** How many statements have notes, then the statements by kind, each kind with a grid of its codes, shaded by the number of notes. */
export function coverageGrids(
  edition: Edition,
  statements: readonly CoveredStatement[],
  introduction: string,
): Content[] {
  const { texts } = edition;
  const covered = statements.filter(({ count }) => count > 0).length;
  const sentence: TextNode = {
    ...type.body,
    text: `${texts.coverage.covered(covered, statements.length)} ${introduction}`,
    margin: [0, 0, 0, 2],
  };
  const grids = gridsByKind(edition, statements);
  return [leadingIn(sentence, 30, grids[0]), ...grids];
}

function gridsByKind(edition: Edition, statements: readonly CoveredStatement[]): Content[] {
  const { kinds } = edition.texts.coverage;
  const groups = (['K', 'S', 'B', 'other'] as const).map(kind => ({
    name: kinds[kind],
    statements: statements.filter(({ code }) => kindOf(code) === kind),
  }));
  return groups
    .filter(group => group.statements.length > 0)
    .flatMap(group => {
      const figures = chunks(group.statements, columns * mostRows).map(part => gridOf(edition, group.name, part));
      return [minorHeading(group.name, figures[0]), ...figures];
    });
}

function kindOf(code: string): 'K' | 'S' | 'B' | 'other' {
  const letter = /^([KSB])\d/.exec(code)?.[1];
  return letter === 'K' || letter === 'S' || letter === 'B' ? letter : 'other';
}

function gridOf(edition: Edition, name: string, statements: readonly CoveredStatement[]): CanvasNode {
  const { coverage, format } = edition.texts;
  const open = statements.filter(({ count }) => count === 0).map(({ code }) => code);
  const rows = Math.ceil(statements.length / columns);
  return {
    alt: coverage.alt(name, statements.length - open.length, statements.length, format.list(open)),
    canvas: statements.flatMap((statement, index) => cellOf(edition, statement, index)),
    needs: rows * (cell.height + gap),
    margin: [0, 0, 0, 2],
  };
}

function cellOf({ accent, tint, midTint }: Edition, { code, count }: CoveredStatement, index: number): Vector[] {
  const shade = [colours.white, tint, midTint, accent][Math.min(count, bar.most)] ?? accent;
  const ink = count === 0 ? colours.quiet : count >= bar.most ? colours.white : colours.ink;
  const x = (index % columns) * (cell.width + gap);
  const y = Math.floor(index / columns) * (cell.height + gap);
  const box: Vector = {
    type: 'rect',
    x: x + 0.4,
    y: y + 0.4,
    w: cell.width - 0.8,
    h: cell.height - 0.8,
    r: 1.5,
    color: shade,
    lineColor: count === 0 ? colours.quiet : shade,
    lineWidth: 0.7,
    ...(count === 0 && { dash: { length: 1.6, space: 1.4 } }),
  };
  return [
    box,
    codeOf(code, { x, y: y + 2, shade, ink, bold: count > 0 }),
    ...barsOf(count, x, y + cell.height - 5, ink),
  ];
}

function codeOf(
  code: string,
  { x, y, shade, ink, bold }: { x: number; y: number; shade: string; ink: string; bold: boolean },
): Vector {
  const label = { text: code, fontSize: 8, bold, color: ink, align: 'center' } as const;
  return { type: 'rect', x: x + 1, y, w: cell.width - 2, h: cell.height - 8, color: shade, lineWidth: 0, label };
}

function barsOf(count: number, x: number, y: number, color: string): Vector[] {
  const shown = Math.min(count, bar.most);
  const left = x + (cell.width - shown * bar.width - (shown - 1) * bar.gap) / 2;
  return Array.from({ length: shown }, (_, index) => ({
    type: 'rect',
    x: left + index * (bar.width + bar.gap),
    y,
    w: bar.width,
    h: bar.height,
    color,
    lineWidth: 0,
  }));
}

function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}
