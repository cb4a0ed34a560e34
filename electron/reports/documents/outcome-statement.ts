import type { OutcomeStatement } from '../../../shared/domain/report-model.ts';
import type { Edition } from '../edition.ts';
import { fullName, practiceNotice, titleOf } from '../parts/cover.ts';
import { appealsSentence, organisationName } from '../parts/for-the-apprentice.ts';
import { logoName } from '../parts/letterhead.ts';
import { released } from '../parts/signature-block.ts';
import { columnGap, dataTable } from '../parts/tables.ts';
import { colours, half, margins, page, textWidth, type } from '../styles.ts';
import type { Content, TextNode } from '../tagged/nodes.ts';

/** The frame's distance from the paper's edges, in points. */
const frame = { outer: 26, inner: 30 } as const;

/** The head of the statement's page: a frame, and PRACTICE where it is one. */
export function outcomeHead({ accent, midTint, texts }: Edition, model: OutcomeStatement): Content {
  const border = (inset: number, lineColor: string, lineWidth: number) =>
    ({
      type: 'path',
      d: `M${inset} ${inset}H${page.width - inset}V${page.height - inset}H${inset}Z`,
      lineColor,
      lineWidth,
    }) as const;
  const words = { ...type.quiet, text: texts.practice, bold: true, color: accent, alignment: 'center' } as const;
  return {
    margin: [margins.left, 40, margins.right, 0],
    stack: [
      { canvas: [border(frame.outer, accent, 1.25), border(frame.inner, midTint, 0.5)] },
      ...(model.practice ? [words] : []),
    ],
  };
}

/** One page for the apprentice: the outcome by its word, the methods' grades, what happens next, and how to disagree. */
export function outcomeContents(edition: Edition, model: OutcomeStatement): Content[] {
  const { outcome: texts } = edition.texts;
  return [
    ...heading(edition, model),
    ...statement(edition, model),
    methodGrades(edition, model),
    nextAndAppeals(edition, model),
    released(edition, model, [texts.notice, texts.check]),
  ];
}

/** A line in the middle of the page. */
const centred = (text: string, style: Partial<TextNode>, above = 0): TextNode => ({
  ...type.body,
  ...style,
  text,
  alignment: 'center',
  margin: [0, above, 0, 0],
});

/** How much air there is between the lines: less where more methods have to find room on the one page. */
const airOf = ({ methods, practice }: OutcomeStatement): number => (methods.length + (practice ? 1 : 0) <= 3 ? 1.8 : 1);

function heading(edition: Edition, model: OutcomeStatement): Content[] {
  const { texts, accent, logo } = edition;
  const title = titleOf(edition, model);
  const air = airOf(model);
  const picture: Content[] = logo
    ? [{ image: logoName, fit: [180, 44], alt: logo.alt, alignment: 'center', margin: [0, 0, 0, 6] }]
    : [];
  const [middle, reach] = [textWidth / 2, 24];
  const line = { type: 'line', x1: middle - reach, x2: middle + reach, y1: 0, y2: 0 } as const;
  return [
    ...picture,
    centred(edition.organisation ?? organisationName(edition, model), { bold: true }),
    {
      ...centred(title, { fontSize: 25, bold: true, color: accent, lineHeight: 1 }, logo ? 4 : 8 * air),
      tag: 'H1',
      outlineEntry: { key: 'title', title, under: null },
    },
    centred(texts.kickers.outcome, { color: colours.quiet }),
    { canvas: [{ ...line, lineWidth: 1.25, lineColor: accent }], margin: [0, 6 * air, 0, 6 * air] },
    ...practiceNotice(edition, model).map(notice => ({ ...notice, alignment: 'center' as const })),
  ];
}

function statement(edition: Edition, model: OutcomeStatement): Content[] {
  const { texts, accent } = edition;
  const { standard, apprentice } = model;
  const name = fullName(model);
  const nameSize = name.length <= 34 ? 27 : name.length <= 60 ? 20 : 14;
  const air = airOf(model);
  const quiet = { color: colours.quiet };
  return [
    centred(texts.outcome.states, quiet),
    centred(name, { fontSize: nameSize, bold: true, lineHeight: 1 }, 2 * air),
    ...(apprentice.uln.trim() === '' ? [] : [centred(texts.outcome.uln(apprentice.uln), { ...type.quiet }, air)]),
    centred(texts.outcome.assessed, quiet, 5 * air),
    centred(standard.title, { fontSize: 14, bold: true, lineHeight: 1 }, 2 * air),
    centred(texts.outcome.standard(standard), {}),
    centred(texts.outcome.result, quiet, 5 * air),
    outcomeBand(edition),
    centred(texts.gradeNames[model.grade], { fontSize: 33, bold: true, color: accent, lineHeight: 1 }, 5),
    centred(texts.outcome.decidedOn(texts.format.date(model.decidedOn)), { ...type.quiet }, 13),
  ];
}

/** The band behind the outcome: it takes no height, so that the word stands on it. */
function outcomeBand({ accent, tint }: Edition): Content {
  const [side, height] = [78, 54];
  const line = { type: 'line', x1: side, x2: textWidth - side, lineWidth: 1, lineColor: accent } as const;
  return {
    canvas: [
      { type: 'rect', x: side, y: 0, w: textWidth - 2 * side, h: height, color: tint, lineWidth: 0 },
      { ...line, y1: 0, y2: 0 },
      { ...line, y1: height, y2: height },
    ],
    margin: [0, 6, 0, -height],
  };
}

function methodGrades(edition: Edition, model: OutcomeStatement): Content {
  const { texts } = edition;
  const { method, grade, date } = texts.outcome.columns;
  const widths = { grade: 90, date: 110 };
  const table = dataTable(
    edition,
    [
      { heading: method, width: textWidth - widths.grade - widths.date - 3 * columnGap },
      { heading: grade, width: widths.grade },
      { heading: date, width: widths.date },
    ],
    model.methods.map(one => [one.name, texts.gradeNames[one.grade], texts.format.date(one.assessedOn)]),
  );
  return { ...table, margin: [0, 8 * airOf(model), 0, 0] };
}

function nextAndAppeals(edition: Edition, model: OutcomeStatement): Content {
  const { texts, accent } = edition;
  const part = (title: string, text: string): Content => ({
    width: half.width,
    stack: [
      { ...type.label, text: title, tag: 'H2', color: accent, margin: [0, 0, 0, 2] },
      { ...type.small, text },
    ],
  });
  return {
    columns: [
      part(texts.outcome.next, nextOf(edition, model)),
      part(texts.appeals.heading, appealsSentence(edition, model)),
    ],
    columnGap: half.gap,
    margin: [0, 8 * airOf(model), 0, 0],
  };
}

function nextOf(edition: Edition, model: OutcomeStatement): string {
  const { outcome: texts, format } = edition.texts;
  const { next } = model;
  if (next.kind === 'certificate') return texts.certificate(organisationName(edition, model));
  if (next.kind === 'other') return next.text;
  const names = model.methods.filter(({ key }) => next.methodKeys.includes(key)).map(({ name }) => name);
  return texts.again(format.list(names), next.resitUntil, next.retakeUntil);
}
