import type { MethodReport } from '../../../shared/domain/report-model.ts';
import type { Edition } from '../edition.ts';
import { breakableFrom, estimatedHeight } from '../heights.ts';
import { colours, half, textWidth, type } from '../styles.ts';
import type { Content } from '../tagged/nodes.ts';

type DerivationLine = MethodReport['derivation'][number];

const numberWidth = 20;
/** Lists of so many lines stand in two columns; longer ones must be free to run over pages. */
const twoColumnsFrom = 6;
const twoColumnsTo = 40;

interface Step {
  readonly line: DerivationLine;
  readonly number: number;
}

/** The steps of a derivation as a numbered list, its result in full width at the end. */
export function derivationList({ accent }: Edition, lines: readonly DerivationLine[]): Content {
  const numbered = lines.map((line, index): Step => ({ line, number: index + 1 }));
  const steps = numbered.filter(({ line }) => line.effect !== 'result');
  const results = numbered.filter(({ line }) => line.effect === 'result');
  const inColumns = steps.length >= twoColumnsFrom && steps.length <= twoColumnsTo;
  return {
    tag: 'L',
    numbering: 'Decimal',
    ...(inColumns && { needs: heightInColumns(steps) }),
    stack: [
      ...(inColumns ? [columnsOf(steps)] : steps.map(step => listItem(step, colours.ink))),
      ...results.map(step => listItem(step, accent)),
    ],
  };
}

function columnsOf(steps: readonly Step[]): Content {
  const middle = Math.ceil(steps.length / 2);
  return {
    columns: [
      { width: half.width, stack: steps.slice(0, middle).map(step => listItem(step, colours.ink)) },
      { width: half.width, stack: steps.slice(middle).map(step => listItem(step, colours.ink)) },
    ],
    columnGap: half.gap,
  };
}

/** Two columns stay on one page where they can, so that nobody reads across the break. */
function heightInColumns(steps: readonly Step[]): number {
  const width = half.width - numberWidth;
  const all = steps.reduce((sum, { line }) => sum + estimatedHeight(line.text, width, type.small.fontSize) + 3, 0);
  return Math.min(breakableFrom * 2, all / 2 + 24);
}

function listItem({ line, number }: Step, color: string): Content {
  const weight = line.effect === 'supports' ? {} : { bold: true };
  return {
    tag: 'LI',
    margin: [0, line.effect === 'result' ? 4 : 0, 0, 2.5],
    columnGap: 0,
    columns: [
      { ...type.small, width: numberWidth, text: `${number}`, tag: 'Lbl', color: colours.quiet },
      { ...type.small, ...weight, width: '*', text: line.text, tag: 'LBody', color },
    ],
  };
}

/** Sentences as a numbered list: reasons, actions, steps. */
export function numberedList(sentences: readonly string[]): Content {
  return {
    tag: 'L',
    numbering: 'Decimal',
    stack: sentences.map((text, index) => ({
      tag: 'LI',
      margin: [0, 0, 0, 4],
      needs: Math.min(breakableFrom, estimatedHeight(text, textWidth - numberWidth, type.body.fontSize)),
      columnGap: 0,
      columns: [
        { ...type.body, width: numberWidth, text: `${index + 1}`, tag: 'Lbl', color: colours.quiet },
        { ...type.body, width: textWidth - numberWidth, text, tag: 'LBody' },
      ],
    })),
  };
}
