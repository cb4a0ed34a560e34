import type { ReportModel } from '../../../shared/domain/report-model.ts';
import type { Edition } from '../edition.ts';
import { colours, panelLayout, textWidth, type } from '../styles.ts';
import type { Content } from '../tagged/nodes.ts';
import { letterhead } from './letterhead.ts';

/** The apprentice's whole name, given names first. */
export function fullName({ apprentice }: ReportModel): string {
  return `${apprentice.givenNames} ${apprentice.familyName}`.trim();
}

/** The document's title: the method, or what its kind is called. */
export function titleOf({ texts }: Edition, model: ReportModel): string {
  return model.kind === 'method' ? model.method.name : texts.titles[model.kind];
}

/** The day that the document speaks of: of the session, of a decision, or on which it was made. */
function dateOf({ texts: { format } }: Edition, model: ReportModel): string {
  if (model.kind === 'method') return format.date(model.session.startedAt);
  if (model.kind === 'qualityAssurance') return format.date(model.decidedAt);
  return format.date(model.preparedAt);
}

/** A long title does not end in a line of one short word: its last words stay together. */
function withoutWidow(title: string): string {
  const words = title.split(' ');
  const last = words.slice(-3);
  if (words.length < 5 || last.join(' ').length > 24) return title;
  return [...words.slice(0, -3), last.join('\u00a0')].join(' ');
}

/** What the document is, about whom, by which standard, when. */
export function cover(edition: Edition, model: ReportModel): Content[] {
  const { texts, accent } = edition;
  const title = titleOf(edition, model);
  return [
    ...letterhead(edition),
    { ...type.body, text: texts.kickers[model.kind], bold: true, color: accent, margin: [0, 0, 0, 5] },
    {
      ...type.title,
      text: withoutWidow(title),
      tag: 'H1',
      margin: [0, 0, 0, 9],
      outlineEntry: { key: 'title', title, under: null },
    },
    { ...type.subtitle, text: fullName(model), bold: true, margin: [0, 0, 0, 3] },
    { ...type.body, text: texts.standardLine(model.standard), margin: [0, 0, 0, 1] },
    { ...type.body, text: dateOf(edition, model), margin: [0, 0, 0, 14] },
    ...practiceNotice(edition, model),
  ];
}

/** The sentence that says what PRACTICE means, where the document is one. */
export function practiceNotice({ texts }: Edition, model: ReportModel): Content[] {
  if (!model.practice) return [];
  return [
    {
      text: [{ text: `${texts.practice}  `, bold: true }, texts.practiceNotice],
      ...type.body,
      margin: [0, 0, 0, 10],
    },
  ];
}

/** What a panel says: a word large, what it is the word for, a statement, and quiet figures. */
export interface PanelWords {
  readonly label: string;
  readonly word: string;
  readonly statement: string | null;
  readonly counts: readonly string[];
}

const wordWidth = 170;

/** A tinted panel with the one word that matters most. */
export function resultPanel(edition: Edition, { label, word, statement, counts }: PanelWords): Content {
  return {
    forLayout: true,
    table: {
      widths: [wordWidth, textWidth - wordWidth - 53.5],
      dontBreakRows: true,
      body: [
        [
          {
            stack: [
              { ...type.quiet, text: label },
              { text: word, fontSize: 27, bold: true, color: edition.accent, lineHeight: 0.95 },
            ],
          },
          {
            margin: [0, 3, 0, 0],
            stack: [
              ...(statement ? [{ ...type.body, text: statement, margin: [0, 0, 0, 4] } satisfies Content] : []),
              { text: counts.join('  ·  '), ...type.quiet, color: colours.quiet },
            ],
          },
        ],
      ],
    },
    layout: panelLayout(edition),
  };
}
