// `node tests/bench/cold-report.ts ours|plain FILE` makes one report, of a model or of paragraphs in JSON, and prints how
// many milliseconds it took: the first of a process, which parses the fonts and runs code that is not compiled yet.
import { readFileSync } from 'node:fs';
import { createIdentity } from '../../electron/signing/identity.ts';
import type { MethodReport } from '../../shared/domain/report-model.ts';
import { timed } from './measuring.ts';
import { type Paragraph, plainReport } from './plain-report.ts';
import { signedReport } from './signed-report.ts';

const [kind, file = ''] = process.argv.slice(2);
const given: unknown = JSON.parse(readFileSync(file, 'utf8'));
console.log(await (kind === 'ours' ? ours(given as MethodReport) : timed(() => plainReport(given as Paragraph[]))));

async function ours(model: MethodReport): Promise<number> {
  const now = new Date(model.preparedAt);
  const identity = await createIdentity({ commonName: model.assessor.name, now, validYears: 3 });
  return timed(() => signedReport(model, identity));
}
