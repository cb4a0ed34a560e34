import { themeLetter } from '../../../shared/domain/descriptor-labels.ts';
import type { MethodReport, OverallReport } from '../../../shared/domain/report-model.ts';
import type { Edition } from '../edition.ts';
import { textWidth } from '../styles.ts';
import type { Content } from '../tagged/nodes.ts';
import { coverageGrids } from './coverage.ts';
import { section } from './headings.ts';
import { columnGap, dataTable } from './tables.ts';

const widths = { code: 34, count: 34, themes: 60 };
const air: Content = { text: '', tag: 'Artifact', fontSize: 8 };

/** Which statements the method's evidence covers: a grid for the eye, and a table with their words. */
export function methodCoverage(edition: Edition, model: MethodReport): Content[] {
  if (model.ksbs.length === 0) return [];
  const { coverage, sections } = edition.texts;
  const { columns } = coverage;
  const letters = new Map(model.themes.map((theme, index) => [theme.key, themeLetter(index)]));
  const statements = model.ksbs.map(({ code, evidenceCount }) => ({ code, count: evidenceCount }));
  const statement = textWidth - widths.code - widths.count - widths.themes - 4 * columnGap;
  const table = dataTable(
    edition,
    [
      { heading: columns.code, width: widths.code },
      { heading: columns.statement, width: statement },
      { heading: columns.themes, width: widths.themes },
      { heading: columns.evidence, width: widths.count, numbers: true },
    ],
    model.ksbs.map(({ code, text, evidenceCount, themes }) => [
      code,
      text,
      themes.map(key => letters.get(key) ?? key).join(', '),
      `${evidenceCount}`,
    ]),
  );
  return [
    section(edition, 'coverage', sections.coverage, [
      ...coverageGrids(edition, statements, coverage.introduction),
      air,
      table,
    ]),
  ];
}

/** Which statements the evidence of all methods covers, with the number of notes from each. */
export function overallCoverage(edition: Edition, model: OverallReport): Content[] {
  if (model.ksbs.length === 0) return [];
  const { coverage, sections } = edition.texts;
  const { columns } = coverage;
  const statements = model.ksbs.map(({ code, evidence }) => ({
    code,
    count: evidence.reduce((sum, { count }) => sum + count, 0),
  }));
  const methodWidth = Math.max(40, Math.min(92, 240 / Math.max(1, model.methods.length)));
  const used = widths.code + model.methods.length * (methodWidth + columnGap) + 2 * columnGap;
  const table = dataTable(
    edition,
    [
      { heading: columns.code, width: widths.code },
      { heading: columns.statement, width: textWidth - used },
      ...model.methods.map(({ name }) => ({ heading: name, width: methodWidth, numbers: true })),
    ],
    model.ksbs.map(({ code, text, evidence }) => [
      code,
      text,
      ...model.methods.map(({ key }) => `${evidence.find(({ methodKey }) => methodKey === key)?.count ?? 0}`),
    ]),
  );
  return [
    section(edition, 'coverage', sections.coverage, [
      ...coverageGrids(edition, statements, coverage.overallIntroduction),
      air,
      table,
    ]),
  ];
}
