import type { OverallReport } from '../../../shared/domain/report-model.ts';
import type { Edition } from '../edition.ts';
import { textWidth, type } from '../styles.ts';
import type { Content } from '../tagged/nodes.ts';
import { leadingIn, section } from './headings.ts';
import { columnGap, dataTable } from './tables.ts';

const widths = { statements: 92, by: 130, on: 100 } as const;

/** What was verified before completion, by whom and on which day; nothing where the plan asks for nothing. */
export function completion(edition: Edition, { completion: requirements = [] }: OverallReport): Content[] {
  if (requirements.length === 0) return [];
  const { sections, completion: texts, format } = edition.texts;
  const { requirement, statements, by, on } = texts.columns;
  const used = widths.statements + widths.by + widths.on + 4 * columnGap;
  const table = dataTable(
    edition,
    [
      { heading: requirement, width: textWidth - used },
      { heading: statements, width: widths.statements },
      { heading: by, width: widths.by },
      { heading: on, width: widths.on },
    ],
    requirements.map(({ title, ksbs, verified }) => [
      title,
      ksbs.join(' '),
      verified?.by ?? texts.notRecorded,
      verified ? format.date(verified.on) : '',
    ]),
  );
  const introduction = leadingIn({ ...type.quiet, text: texts.introduction, margin: [0, 0, 0, 6] }, 30, table);
  return [section(edition, 'completion', sections.completion, [introduction, table])];
}
