import type { OverallReport } from '../../../shared/domain/report-model.ts';
import type { Edition } from '../edition.ts';
import { completion } from '../parts/completion.ts';
import { cover, resultPanel } from '../parts/cover.ts';
import { overallCoverage } from '../parts/coverage-tables.ts';
import { derivation } from '../parts/derivation.ts';
import { about, apprenticeAndPlan } from '../parts/facts.ts';
import { methods } from '../parts/methods.ts';
import { signatures } from '../parts/signature-block.ts';
import type { Content } from '../tagged/nodes.ts';

/** The report on the whole assessment: the overall result, the methods that it rests on, and the coverage. */
export function overallContents(edition: Edition, model: OverallReport): Content[] {
  const { counts, format, gradeNames, overallResult } = edition.texts;
  return [
    ...cover(edition, model),
    resultPanel(edition, {
      label: overallResult,
      word: gradeNames[model.grade],
      statement: model.derivation.findLast(line => line.effect === 'result')?.text ?? null,
      counts: [format.count(model.methods.length, counts.method), format.count(model.ksbs.length, counts.statement)],
    }),
    apprenticeAndPlan(edition, model),
    ...derivation(edition, model),
    methods(edition, model),
    ...completion(edition, model),
    ...overallCoverage(edition, model),
    signatures(edition, model),
    about(edition, model),
  ];
}
