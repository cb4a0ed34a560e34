import type { Figure, Spread } from './measuring.ts';

const columns = { ratio: 6, name: 48, value: 10, samples: 4 } as const;

/** The figures as a table of at most 100 columns, two lines each: ours, and below it the baseline. */
export function tableOf(figures: readonly Figure[]): string {
  const head = line('ratio', 'figure, and what it is compared with', ['median', 'p95', 'p99', 'max'], 'n');
  return [head, '─'.repeat(head.length), ...figures.flatMap(linesOf)].join('\n');
}

function linesOf({ name, unit, ratio, itemsPerSecond, ours, baseline }: Figure): string[] {
  const cells = (spread: Spread): string[] =>
    [spread.median, spread.p95, spread.p99, spread.maximum].map(value => (value === null ? '–' : printed(value, unit)));
  const rate = itemsPerSecond ? `, ${threeDigits(itemsPerSecond.ours)} a second` : '';
  return [
    line(`${threeDigits(ratio)}×`, `${name}${rate}`, cells(ours), String(ours.samples)),
    line('', `  ${baseline.name}`, cells(baseline), String(baseline.samples)),
  ];
}

function line(ratio: string, name: string, values: readonly string[], samples: string): string {
  const numbers = values.map(value => value.padStart(columns.value)).join('');
  return `${ratio.padStart(columns.ratio)}  ${name.padEnd(columns.name)}${numbers}${samples.padStart(columns.samples)}`;
}

const printed = (value: number, unit: Figure['unit']): string => `${threeDigits(value)} ${unit}`;

/** A number with three digits that count: 0.412, 4.12, 412. */
function threeDigits(value: number): string {
  return value >= 100 ? Math.round(value).toString() : value.toPrecision(3);
}
