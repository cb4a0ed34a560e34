import type { ResitLetter } from '../../../shared/domain/report-model.ts';
import type { Edition } from '../edition.ts';
import { fullName, practiceNotice, titleOf } from '../parts/cover.ts';
import { about } from '../parts/facts.ts';
import { appealsSentence, organisationName } from '../parts/for-the-apprentice.ts';
import { section } from '../parts/headings.ts';
import { letterhead } from '../parts/letterhead.ts';
import { numberedList } from '../parts/lists.ts';
import { released } from '../parts/signature-block.ts';
import { columnGap, dataTable, type Fact, factsTable } from '../parts/tables.ts';
import { windowsFigure } from '../parts/windows.ts';
import { half, textWidth, type } from '../styles.ts';
import type { Content } from '../tagged/nodes.ts';

type Method = ResitLetter['methods'][number];

const labelWidth = 128;
/** A table in a letter may begin low on a page: its heading and a row of three lines. */
const firstRowsHeight = 64;

/** The letter after a fail: what can be taken again, until when and up to which grade, what must be different, and who does what. */
export function letterContents(edition: Edition, model: ResitLetter): Content[] {
  const { appeals, letter } = edition.texts;
  return [
    ...opening(edition, model),
    section(edition, 'again', letter.summary, [
      ...model.methods.flatMap((method, index) => again(edition, model, method, index)),
      ...standing(edition, model),
      ...windowsFigure(edition, model),
    ]),
    ...notMet(edition, model.methods),
    section(edition, 'different', letter.different, [numberedList(differences(edition, model.methods))]),
    section(edition, 'next', letter.next, [whoDoesWhat(edition, model)]),
    section(edition, 'appeals', appeals.heading, [{ ...type.body, text: appealsSentence(edition, model) }]),
    { ...type.body, text: letter.close, margin: [0, 16, 0, 0], needs: 150 },
    released(edition, model, [organisationName(edition, model), edition.texts.signatures.explanation]),
    about(edition, model),
  ];
}

function opening(edition: Edition, model: ResitLetter): Content[] {
  const { texts, accent } = edition;
  const { letter, format } = texts;
  const title = titleOf(edition, model);
  const names = model.methods.map(({ name }) => name);
  const subject = letter.opening(format.list(names), names.length, texts.standardLine(model.standard));
  return [
    ...letterhead(edition, organisationName(edition, model)),
    addressees(edition, model),
    { ...type.body, text: texts.kickers.resitLetter, bold: true, color: accent, margin: [0, 0, 0, 5] },
    {
      ...type.title,
      text: title,
      tag: 'H1',
      margin: [0, 0, 0, 12],
      outlineEntry: { key: 'title', title, under: null },
    },
    ...practiceNotice(edition, model),
    { ...type.body, text: letter.salutation(fullName(model)), margin: [0, 0, 0, 6] },
    { ...type.body, text: subject },
  ];
}

/** To whom the letter goes, the apprentice first, and when it was written. */
function addressees({ texts: { format, letter } }: Edition, model: ResitLetter): Content {
  const { employer, trainingProvider } = model.apprentice;
  const copies = [
    employer.trim() === '' ? [] : letter.employer(employer),
    trainingProvider.trim() === '' ? [] : letter.provider(trainingProvider),
  ].flat();
  const block = (width: number, label: string, lines: readonly string[]): Content => ({
    width,
    stack: [{ ...type.quiet, text: label }, ...lines.map((text): Content => ({ ...type.body, text }))],
  });
  const widths = { name: 160, date: 96 };
  const copiesWidth = textWidth - widths.name - widths.date - 2 * half.gap;
  return {
    columns: [
      block(widths.name, letter.to, [fullName(model)]),
      copies.length > 0 ? block(copiesWidth, letter.copies, copies) : { text: '', width: copiesWidth },
      block(widths.date, letter.date, [format.date(model.preparedAt)]),
    ],
    columnGap: half.gap,
    margin: [0, 0, 0, 20],
  };
}

function again(edition: Edition, model: ResitLetter, method: Method, index: number): Content[] {
  const { texts } = edition;
  const { letter, format, gradeNames } = texts;
  const cap = method.cap === null ? letter.noCap : gradeNames[method.cap];
  const capped = method.cap !== null && model.capLiftedForExceptionalCircumstances ? letter.capLifted(cap) : cap;
  const facts: Fact[] = [
    ...method.ways.map(({ kind, until }): Fact => [letter.way(kind), letter.until(until)]),
    [letter.cap, capped],
    [letter.assessedOn, format.date(method.assessedOn)],
    [letter.attempt, method.attempt === 1 ? null : `${method.attempt}`],
  ];
  const table = factsTable(facts, textWidth, labelWidth);
  const title = texts.overall.methodGrade(method.name, gradeNames[method.grade]);
  return [
    { ...type.theme, text: title, tag: 'H3', margin: [0, index === 0 ? 2 : 12, 0, 3], needs: 30 + (table.needs ?? 0) },
    table,
  ];
}

function standing({ texts: { letter, gradeNames } }: Edition, model: ResitLetter): Content[] {
  const stays = model.standing.map(
    ({ name, grade }): Fact => [letter.standing, letter.stands(name, gradeNames[grade])],
  );
  const deadline: Fact = [
    letter.allPassedBy,
    model.allPassedBy === null ? null : letter.allPassedByMeaning(model.allPassedBy),
  ];
  const facts = [...stays, deadline].filter(([, value]) => value !== null);
  return facts.length === 0 ? [] : [{ ...factsTable(facts, textWidth, labelWidth), margin: [0, 10, 0, 0] }];
}

function notMet(edition: Edition, methods: readonly Method[]): Content[] {
  const { letter } = edition.texts;
  const rows = methods.flatMap(method => method.notMet.map(({ label, theme, text }) => [label, theme, text]));
  if (rows.length === 0) return [];
  const widths = { label: 58, theme: 140 };
  const table = dataTable(
    edition,
    [
      { heading: letter.columns.label, width: widths.label },
      { heading: letter.columns.theme, width: widths.theme },
      { heading: letter.columns.text, width: textWidth - widths.label - widths.theme - 3 * columnGap },
    ],
    rows,
  );
  return [section(edition, 'not-met', letter.notMet, [{ ...table, needs: firstRowsHeight }])];
}

function differences({ texts: { letter } }: Edition, methods: readonly Method[]): readonly string[] {
  const all = methods.flatMap(({ different }) => [
    ...(different.questions ? [letter.differentQuestions] : []),
    ...different.others,
  ]);
  return all.length === 0 ? [letter.samePaper] : [...new Set(all)];
}

function whoDoesWhat(edition: Edition, model: ResitLetter): Content {
  const { letter } = edition.texts;
  const choice = model.methods.some(({ ways }) => ways.length > 1) ? letter.choose : letter.onlyWay;
  const contact = letter.contact(model.contact?.trim() || organisationName(edition, model));
  return factsTable(
    [
      [letter.you, `${choice} ${contact}`],
      [letter.yourEmployer, model.actionPlanRequired ? letter.actionPlan : letter.support],
      [letter.yourProvider, model.actionPlanRequired ? `${letter.actionPlan} ${letter.support}` : letter.support],
    ],
    textWidth,
    labelWidth,
  );
}
