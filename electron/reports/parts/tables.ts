import type { Edition } from '../edition.ts';
import { breakableFrom, estimatedHeight } from '../heights.ts';
import { dataLayout, factsLayout, half, type } from '../styles.ts';
import type { ColumnsNode, Content, TableNode } from '../tagged/nodes.ts';

/** A label with its value; without a value there is no row. */
export type Fact = readonly [label: string, value: string | null];

/** Facts as a table of two columns, the labels being row headings. */
export function factsTable(facts: readonly Fact[], width: number, labelWidth: number): TableNode {
  const valueWidth = width - labelWidth - 8;
  const known = facts.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]));
  const heights = known.map(({ value }) => estimatedHeight(value, valueWidth, type.small.fontSize) + 7);
  const whole = heights.reduce((sum, height) => sum + height, 0);
  return {
    needs: whole < breakableFrom ? whole : Math.min(heights[0] ?? 0, breakableFrom),
    table: {
      widths: [labelWidth, valueWidth],
      dontBreakRows: heights.every(height => height < breakableFrom),
      body: known.map(({ label, value }) => [
        { ...type.quiet, text: label, scope: 'Row' },
        { ...type.small, text: value },
      ]),
    },
    layout: factsLayout,
  };
}

/** Two tables of facts side by side, kept on one page where they can be. */
export function pairOfFacts(left: readonly Fact[], right: readonly Fact[], labelWidth: number): ColumnsNode {
  const tables = [left, right].map(facts => factsTable(facts, half.width, labelWidth));
  const needs = Math.max(...tables.map(table => table.needs ?? 0));
  return {
    needs,
    columns: tables.map(({ needs: _, ...table }) => ({ width: half.width, stack: [table] })),
    columnGap: half.gap,
  };
}

/** A column of a table: its heading, its width in points without padding, and whether its cells stand at the right. */
export interface Column {
  readonly heading: string;
  readonly width: number;
  readonly numbers?: boolean;
}

/** The padding between two columns of a table, which their widths leave out. */
export const columnGap = 10;

/** A table whose heading is repeated on each page and whose first column heads its row. Rows stay whole unless one is very high, and so does a small table. */
export function dataTable(
  edition: Edition,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): TableNode {
  const heights = rows.map(row => rowHeight(columns, row));
  const whole = heights.every(height => height < breakableFrom);
  const alignment = (column: Column | undefined) => (column?.numbers ? ('right' as const) : ('left' as const));
  const head: Content[] = columns.map(column => ({
    ...type.columnHead,
    text: column.heading,
    color: edition.accent,
    alignment: alignment(column),
  }));
  const body = rows.map(row =>
    row.map((text, index): Content => {
      const cell = { ...type.small, text, alignment: alignment(columns[index]) };
      return index === 0 ? { ...cell, bold: true, scope: 'Row' } : cell;
    }),
  );
  const all = 24 + heights.reduce((sum, height) => sum + height, 0);
  return {
    needs: all < breakableFrom ? all : 24 + (whole ? (heights[0] ?? 0) : 48),
    table: {
      headerRows: 1,
      ...(whole && rows.length > 0 && { keepWithHeaderRows: 1 }),
      dontBreakRows: whole,
      widths: columns.map(column => column.width),
      body: [head, ...body],
    },
    layout: dataLayout(edition),
  };
}

function rowHeight(columns: readonly Column[], row: readonly string[]): number {
  const heights = row.map((text, index) => estimatedHeight(text, columns[index]?.width ?? 40, type.small.fontSize));
  return Math.max(0, ...heights) + 8;
}
