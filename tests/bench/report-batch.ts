// `node tests/bench/report-batch.ts ours|plain FILE COUNT` makes so many reports one after another, of a model or of
// paragraphs in JSON, and prints as JSON how long that took and how much memory the process came to hold.
import { readFileSync } from 'node:fs';
import { press } from '../../electron/background/threads.ts';
import { createIdentity } from '../../electron/signing/identity.ts';
import type { MethodReport } from '../../shared/domain/report-model.ts';
import { timed } from './measuring.ts';
import { type Paragraph, plainReport } from './plain-report.ts';
import { signedReport } from './signed-report.ts';

/** What a batch says of itself. */
export interface BatchMeasure {
  readonly ms: number;
  /** The most memory that the process held, in MiB. */
  readonly peakMiB: number;
}

const [kind, file = '', count = '0'] = process.argv.slice(2);
const given: unknown = JSON.parse(readFileSync(file, 'utf8'));
const make = kind === 'ours' ? await ours(given as MethodReport) : () => plainReport(given as Paragraph[]);
const ms = await timed(async () => {
  for (let made = 0; made < Number(count); made++) await make();
});
const measure: BatchMeasure = { ms, peakMiB: process.resourceUsage().maxRSS / 1024 };
console.log(JSON.stringify(measure));

/** Built in the background thread, as the workbench does. */
async function ours(model: MethodReport): Promise<() => Promise<Uint8Array>> {
  const now = new Date(model.preparedAt);
  const identity = await createIdentity({ commonName: model.assessor.name, now, validYears: 3 });
  const inThread = {
    build: () => press('report', { model, style: null }),
    draw: (request: Parameters<typeof press<'appearance'>>[1]) => press('appearance', request),
  };
  return () => signedReport(model, identity, inThread);
}
