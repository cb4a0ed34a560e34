/** What a series of measurements says. `p95` and `p99` are null where there are too few samples to tell them. */
export interface Spread {
  readonly samples: number;
  readonly minimum: number;
  readonly median: number;
  readonly p95: number | null;
  readonly p99: number | null;
  readonly maximum: number;
}

/** One figure of the benchmark beside its baseline, which was measured in the same run. */
export interface Figure {
  readonly key: string;
  readonly name: string;
  readonly unit: 'ms' | 'MiB';
  /** Median of ours divided by the baseline's. */
  readonly ratio: number;
  /** The same of the 99th percentiles, where both are known. */
  readonly ratioAtP99: number | null;
  /** How many items a second ours and the baseline do, where one sample is the work on several. */
  readonly itemsPerSecond?: { readonly ours: number; readonly baseline: number };
  readonly ours: Spread;
  readonly baseline: Spread & { readonly name: string };
}

const fewest = { p95: 20, p99: 100 };

/** The value below which a share of the samples lies, by nearest rank. */
function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** Sums up a series. Throws where it is empty, or holds something that is no number: nothing was measured then. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  if (sorted.length === 0 || sorted.some(value => !Number.isFinite(value))) throw new Error('Nothing was measured.');
  return {
    samples: sorted.length,
    minimum: percentile(sorted, 0),
    median: percentile(sorted, 0.5),
    p95: sorted.length >= fewest.p95 ? percentile(sorted, 0.95) : null,
    p99: sorted.length >= fewest.p99 ? percentile(sorted, 0.99) : null,
    maximum: percentile(sorted, 1),
  };
}

/** What a figure is called, and what its baseline is. */
export interface Naming extends Pick<Figure, 'key' | 'name' | 'unit'> {
  readonly baseline: string;
  /** How many items one sample is the work on, in milliseconds. */
  readonly items?: number;
}

/** Puts a series and its baseline's together as one figure. */
export function figure(naming: Naming, ourValues: readonly number[], baselineValues: readonly number[]): Figure {
  const { key, name, unit } = naming;
  const ours = spreadOf(ourValues);
  const baseline = spreadOf(baselineValues);
  const ratio = ours.median / baseline.median;
  const ratioAtP99 = ours.p99 !== null && baseline.p99 !== null ? ours.p99 / baseline.p99 : null;
  const rate = (spread: Spread): number => ((naming.items ?? 0) * 1000) / spread.median;
  const itemsPerSecond = naming.items ? { itemsPerSecond: { ours: rate(ours), baseline: rate(baseline) } } : {};
  return {
    key,
    name,
    unit,
    ratio,
    ratioAtP99,
    ...itemsPerSecond,
    ours,
    baseline: { name: naming.baseline, ...baseline },
  };
}

/** Milliseconds that a piece of work takes. */
export async function timed(work: () => unknown): Promise<number> {
  const started = performance.now();
  const pending = work();
  if (pending instanceof Promise) await pending;
  return performance.now() - started;
}

/** How often work is measured, after how many times that are not counted. */
export interface Turns {
  readonly count: number;
  readonly warmUp: number;
}

/**
 * Takes measures in turns (ABAB…), so that what else the machine does falls on all of them alike.
 * Each is given the number of the turn, which is below 0 while warming up.
 */
export async function measureInTurns<K extends string, T>(
  { count, warmUp }: Turns,
  measures: Readonly<Record<K, (turn: number) => Promise<T>>>,
): Promise<Record<K, T[]>> {
  const names = Object.keys(measures) as K[];
  const series = Object.fromEntries(names.map(name => [name, [] as T[]])) as Record<K, T[]>;
  for (let turn = -warmUp; turn < count; turn++) {
    for (const name of names) {
      const measure = await measures[name](turn);
      if (turn >= 0) series[name].push(measure);
    }
  }
  return series;
}

/** Times work in turns, in milliseconds. */
export function timeInTurns<K extends string>(
  turns: Turns,
  works: Readonly<Record<K, (turn: number) => unknown>>,
): Promise<Record<K, number[]>> {
  const names = Object.keys(works) as K[];
  const measures = names.map(name => [name, (turn: number) => timed(() => works[name](turn))]);
  return measureInTurns(turns, Object.fromEntries(measures) as Record<K, (turn: number) => Promise<number>>);
}
