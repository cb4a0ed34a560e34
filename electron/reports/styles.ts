import type { Edition } from './edition.ts';
import type { Style, TableLayout } from './tagged/nodes.ts';

/** A4 in points, and the text area on it. */
export const page = { width: 595.28, height: 841.89 } as const;
export const margins = { left: 56, top: 84, right: 56, bottom: 70 } as const;
export const textWidth = page.width - margins.left - margins.right;

/** The grid: a narrow column for labels and times, a gap, and a column of a comfortable measure for what is read. */
export const grid = { side: 92, gap: 18, main: textWidth - 92 - 18 } as const;

/** Two equal columns. */
export const half = { gap: 22, width: (textWidth - 22) / 2 } as const;

/** The colours that are the same in every organisation's documents; the accent and its tints are the edition's. */
export const colours = {
  ink: '#16262c',
  /** Labels and times; 5.9:1 on white. */
  quiet: '#566770',
  rule: '#c3cfd3',
  practice: '#eef2f3',
  white: '#ffffff',
} as const;

export const type = {
  title: { fontSize: 23, bold: true, color: colours.ink, lineHeight: 0.92 },
  subtitle: { fontSize: 14, color: colours.ink, lineHeight: 0.95 },
  section: { fontSize: 14.5, bold: true },
  theme: { fontSize: 11.5, bold: true, color: colours.ink },
  label: { fontSize: 10.5, bold: true, color: colours.ink },
  body: { fontSize: 9.5, color: colours.ink },
  small: { fontSize: 8.5, color: colours.ink },
  quiet: { fontSize: 8.5, color: colours.quiet },
  columnHead: { fontSize: 8.5, bold: true },
} as const satisfies Record<string, Style>;

const noFill = { vLineWidth: () => 0, paddingLeft: () => 0, paddingRight: () => 0 };

/** Label and value pairs: a hairline under each. */
export const factsLayout: TableLayout = {
  ...noFill,
  hLineWidth: row => (row === 0 ? 0 : 0.5),
  hLineColor: () => colours.rule,
  paddingTop: () => 3,
  paddingBottom: () => 3,
  paddingRight: column => (column === 0 ? 8 : 0),
};

/** Tables with a heading: a rule of the accent under the heading, hairlines between rows. */
export const dataLayout = ({ accent }: Edition): TableLayout => ({
  ...noFill,
  hLineWidth: (row, node) => (row === 0 ? 0 : row === (node.table.headerRows ?? 0) ? 1 : 0.5),
  hLineColor: row => (row === 1 ? accent : colours.rule),
  paddingTop: () => 3.5,
  paddingBottom: () => 3.5,
  paddingRight: () => 10,
});

/** A tinted panel with a bar of the accent at its left. */
export const panelLayout = ({ accent, tint }: Edition): TableLayout => ({
  hLineWidth: () => 0,
  hLineColor: () => colours.rule,
  vLineWidth: column => (column === 0 ? 3.5 : 0),
  vLineColor: () => accent,
  paddingLeft: column => (column === 0 ? 14 : 8),
  paddingRight: () => 14,
  paddingTop: () => 12,
  paddingBottom: () => 13,
  fillColor: () => tint,
});

/** A quotation: a thin rule at its left. */
export const quotationLayout = ({ midTint }: Edition): TableLayout => ({
  hLineWidth: () => 0,
  hLineColor: () => colours.rule,
  hLineWhenBroken: false,
  vLineWidth: column => (column === 0 ? 1.5 : 0),
  vLineColor: () => midTint,
  paddingLeft: () => 9,
  paddingRight: () => 0,
  paddingTop: () => 0,
  paddingBottom: () => 1,
});
