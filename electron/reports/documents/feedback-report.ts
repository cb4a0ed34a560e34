import { themeLetter } from '../../../shared/domain/descriptor-labels.ts';
import type { FeedbackReport } from '../../../shared/domain/report-model.ts';
import type { Edition } from '../edition.ts';
import { breakableFrom, estimatedHeight } from '../heights.ts';
import { cover, resultPanel } from '../parts/cover.ts';
import { about } from '../parts/facts.ts';
import { leadingIn, minorHeading, section } from '../parts/headings.ts';
import { numberedList } from '../parts/lists.ts';
import { signatures } from '../parts/signature-block.ts';
import { themeProfile } from '../parts/theme-profile.ts';
import { colours, grid, quotationLayout, type } from '../styles.ts';
import type { Content } from '../tagged/nodes.ts';

type Method = FeedbackReport['methods'][number];
type Point = Method['themes'][number]['descriptors'][number];

interface PointOfTheme {
  readonly theme: string;
  readonly point: Point;
}

/** Feedback for the apprentice: per method what was shown, what was not and why; then what to do next. */
export function feedbackContents(edition: Edition, model: FeedbackReport): Content[] {
  const { texts } = edition;
  const { feedback, gradeNames } = texts;
  const next =
    model.nextSteps.length === 0 ? [] : [section(edition, 'next', feedback.next, [numberedList(model.nextSteps)])];
  return [
    ...cover(edition, model),
    resultPanel(edition, {
      label: texts.overallResult,
      word: model.grade === null ? texts.review.noGrade : gradeNames[model.grade],
      statement: model.grade === null ? feedback.pending : null,
      counts: model.methods.map(({ name, grade }) => texts.overall.methodGrade(name, gradeNames[grade])),
    }),
    { ...type.body, text: model.opening?.trim() || feedback.introduction, margin: [0, 14, 0, 0] },
    ...model.methods.map(method => methodFeedback(edition, method)),
    ...next,
    signatures(edition, model),
    about(edition, model),
  ];
}

function methodFeedback(edition: Edition, method: Method): Content {
  const { texts } = edition;
  const { feedback, format } = texts;
  const points = method.themes.flatMap((theme, index) =>
    theme.descriptors.map(
      (point): PointOfTheme => ({
        theme: texts.theme.title(themeLetter(index), theme.title),
        point,
      }),
    ),
  );
  const having = (decision: Point['decision'], ...grades: Point['grade'][]) =>
    points.filter(({ point }) => point.decision === decision && grades.includes(point.grade));
  const met = having('met', 'pass', 'distinction');
  const notMet = having('notMet', 'pass');
  const lettered = method.themes.map((theme, index) => ({ ...theme, letter: themeLetter(index) }));
  const title = texts.overall.methodGrade(method.name, texts.gradeNames[method.grade]);
  const profile = themeProfile(edition, lettered);
  const when = { ...type.quiet, text: feedback.assessedOn(format.date(method.assessedOn), method.attempt) };
  return section(edition, `method-${method.key}`, title, [
    leadingIn({ ...when, margin: [0, 0, 0, 8] }, 18, profile[0]),
    ...profile,
    ...group(edition, feedback.strengths, met, points.length === 0 ? null : feedback.nothingMet),
    ...group(
      edition,
      feedback.notMet,
      notMet,
      points.length > 0 && met.length === points.length ? feedback.allMet : null,
    ),
    ...group(edition, feedback.furtherOn, having('notMet', 'distinction'), null),
  ]);
}

/** Points under a heading and the names of their themes; without points a sentence that says so, or nothing. */
function group(edition: Edition, title: string, points: readonly PointOfTheme[], otherwise: string | null): Content[] {
  if (points.length === 0) return otherwise === null ? [] : [{ ...type.body, text: otherwise, margin: [0, 8, 0, 0] }];
  const themes = [...new Set(points.map(({ theme }) => theme))];
  const content = themes.flatMap(theme => {
    const list = listOf(
      edition,
      points.filter(one => one.theme === theme),
    );
    const heading: Content = {
      ...type.body,
      text: theme,
      tag: 'H4',
      bold: true,
      color: colours.quiet,
      margin: [0, 5, 0, 4],
      needs: 20 + (list.needs ?? 0),
    };
    return [heading, list];
  });
  return [minorHeading(title, content[0]), ...content];
}

function listOf(edition: Edition, points: readonly PointOfTheme[]): Content {
  const items = points.map(({ point }) => item(edition, point));
  return { tag: 'L', numbering: 'None', needs: items[0]?.needs ?? 0, stack: items };
}

function item(edition: Edition, point: Point): Content {
  const { feedback, decisionWords } = edition.texts;
  const words = point.words?.trim() ?? '';
  const height =
    estimatedHeight(point.text, grid.main, type.body.fontSize) +
    (words === '' ? 0 : estimatedHeight(words, grid.main - 12, type.body.fontSize) + 5);
  return {
    tag: 'LI',
    margin: [0, 0, 0, 8],
    needs: Math.min(height, breakableFrom),
    columns: [
      {
        width: grid.side,
        tag: 'Lbl',
        stack: [
          {
            ...type.body,
            text: `${point.label}  ${decisionWords[point.decision ?? 'open']}`,
            bold: true,
            color: point.decision === 'met' ? edition.accent : colours.ink,
          },
          { ...type.quiet, text: feedback[point.grade] },
        ],
      },
      {
        width: grid.main,
        tag: 'LBody',
        stack: [{ ...type.body, text: point.text }, ...(words === '' ? [] : [wordsFor(edition, words, height)])],
      },
    ],
    columnGap: grid.gap,
  };
}

function wordsFor(edition: Edition, text: string, height: number): Content {
  return {
    forLayout: true,
    margin: [0, 5, 0, 0],
    table: {
      widths: [grid.main - 10.5],
      dontBreakRows: height < breakableFrom,
      body: [[{ stack: [{ ...type.body, text }] }]],
    },
    layout: quotationLayout(edition),
  };
}
