import type { OverallReport } from '../../../shared/domain/report-model.ts';
import type { Edition } from '../edition.ts';
import { textWidth, type } from '../styles.ts';
import type { Content, TextNode } from '../tagged/nodes.ts';
import { leadingIn, section, subsection } from './headings.ts';
import { derivationList } from './lists.ts';
import { columnGap, dataTable } from './tables.ts';

/** The methods with their grades, and how each grade came about. */
export function methods(edition: Edition, model: OverallReport): Content {
  const { texts } = edition;
  const { method, grade, date, attempt, report } = texts.overall.columns;
  const widths = { grade: 66, date: 100, attempt: 40, report: 70 };
  const used = widths.grade + widths.date + widths.attempt + widths.report + 5 * columnGap;
  const table = dataTable(
    edition,
    [
      { heading: method, width: textWidth - used },
      { heading: grade, width: widths.grade },
      { heading: date, width: widths.date },
      { heading: attempt, width: widths.attempt, numbers: true },
      { heading: report, width: widths.report },
    ],
    model.methods.map(one => [
      one.name,
      texts.gradeNames[one.grade],
      texts.format.date(one.assessedOn),
      `${one.attempt}`,
      one.reportDocumentId,
    ]),
  );
  return section(edition, 'methods', texts.sections.methods, [
    table,
    ...model.methods.map(one => derivationOf(edition, one)),
  ]);
}

function derivationOf(edition: Edition, method: OverallReport['methods'][number]): Content {
  const { texts } = edition;
  const steps = derivationList(edition, method.derivation);
  const hash: TextNode = {
    ...type.quiet,
    text: texts.overall.reportHash(method.reportSha256),
    margin: [0, 0, 0, 5],
  };
  const title = texts.overall.methodGrade(method.name, texts.gradeNames[method.grade]);
  return subsection(`method-${method.key}`, title, 'methods', [leadingIn(hash, 16, steps), steps]);
}
