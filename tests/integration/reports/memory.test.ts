import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { buildReport } from '../../../electron/reports/build-report.ts';
import { auditModel, letterModel, outcomeModel } from '../../fixtures/document-models.ts';
import { methodReportModel } from '../../fixtures/report-models.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const models = [methodReportModel({ noteCount: 6 }), outcomeModel(), letterModel(), auditModel(30)];

/** Builds so many documents, each for another name in other letters, and tells the live heap afterwards in MiB. */
async function heapAfter(count: number, firstLetter: number): Promise<number> {
  for (let index = 0; index < count; index += 1) {
    const model = models[index % models.length] ?? outcomeModel();
    const familyName = String.fromCodePoint(firstLetter + index, 0x1e00 + index);
    await buildReport({ ...model, apprentice: { ...model.apprentice, familyName } });
  }
  collectGarbage();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

it('keeps nothing of a document once it is built: the heap is as large after fifty as after ten', async () => {
  const early = await heapAfter(10, 0xc0);
  const late = await heapAfter(40, 0x100);
  expect(late - early).toBeLessThan(4);
}, 60_000);
