import type { Decision } from '../../../shared/domain/judgement.ts';
import type { Grade } from '../../../shared/domain/plan.ts';
import type { QualityAssuranceReport } from '../../../shared/domain/report-model.ts';
import type { Edition } from '../edition.ts';
import { cover, resultPanel } from '../parts/cover.ts';
import { about, apprenticeAndPlan } from '../parts/facts.ts';
import { leadingIn, section, subsection } from '../parts/headings.ts';
import { numberedList } from '../parts/lists.ts';
import { signatures } from '../parts/signature-block.ts';
import { columnGap, dataTable, type Fact, factsTable } from '../parts/tables.ts';
import { textWidth, type } from '../styles.ts';
import type { Content } from '../tagged/nodes.ts';

type Method = QualityAssuranceReport['methods'][number];

/** What quality assurance sampled and why, what it looked at, what it decided and with which remarks. */
export function qualityAssuranceContents(edition: Edition, model: QualityAssuranceReport): Content[] {
  const { review, format } = edition.texts;
  const remarks = model.methods.flatMap(({ remark, descriptors }) => [remark, ...descriptors.map(one => one.remark)]);
  const actions = model.actions.map(({ text, by, until }) => review.action(text, by, until));
  return [
    ...cover(edition, model),
    resultPanel(edition, {
      label: review.decision,
      word: review.decisions[model.decision],
      statement: review.meanings[model.decision],
      counts: [
        format.count(model.lookedAt.length, review.counts.report),
        format.count(remarks.filter(remark => remark.trim() !== '').length, review.counts.remark),
      ],
    }),
    apprenticeAndPlan(edition, model),
    section(edition, 'why', review.why, [reviewFacts(edition, model), air, numberedList(model.riskReasons)]),
    ...(model.reasons.trim() === ''
      ? []
      : [section(edition, 'reasons', review.reasons, [{ ...type.body, text: model.reasons }])]),
    section(edition, 'looked-at', review.lookedAt, [lookedAt(edition, model)]),
    remarksByMethod(edition, model.methods),
    ...(actions.length === 0 ? [] : [section(edition, 'actions', review.actions, [numberedList(actions)])]),
    signatures(edition, model),
    about(edition, model),
  ];
}

const air: Content = { text: '', tag: 'Artifact', fontSize: 8 };

const gradeOr = ({ texts }: Edition, grade: Grade | null): string =>
  grade === null ? texts.review.noGrade : texts.gradeNames[grade];

function reviewFacts(edition: Edition, model: QualityAssuranceReport): Content {
  const { review, format } = edition.texts;
  const { gradeBefore, gradeAfter } = model;
  const overall: Fact =
    gradeBefore === null && gradeAfter === null
      ? [review.overallGrade, null]
      : [review.overallGrade, review.change(gradeOr(edition, gradeBefore), gradeOr(edition, gradeAfter))];
  return factsTable(
    [
      [review.reviewer, model.reviewer.name],
      [review.sampled, format.dateTime(model.sampledAt)],
      [review.decided, format.dateTime(model.decidedAt)],
      overall,
    ],
    textWidth,
    118,
  );
}

function lookedAt(edition: Edition, model: QualityAssuranceReport): Content {
  const { review, format } = edition.texts;
  const { columns } = review;
  const widths = { document: 78, signed: 84, sha256: 152 };
  const used = Object.values(widths).reduce((sum, width) => sum + width, 0) + 4 * columnGap;
  return dataTable(
    edition,
    [
      { heading: columns.document, width: widths.document },
      { heading: columns.title, width: textWidth - used },
      { heading: columns.signed, width: widths.signed },
      { heading: columns.sha256, width: widths.sha256 },
    ],
    model.lookedAt.map(({ documentId, title, signedAt, grade, sha256 }) => [
      documentId,
      title,
      `${format.date(signedAt)}\n${gradeOr(edition, grade)}`,
      inHalves(sha256),
    ]),
  );
}

/** A hash in two lines of one length, which are easier to compare than one that breaks anywhere. */
const inHalves = (hash: string): string => `${hash.slice(0, 32)}\n${hash.slice(32)}`;

function remarksByMethod(edition: Edition, methods: readonly Method[]): Content {
  const { review } = edition.texts;
  const parts = methods.map(method => remarksOn(edition, method));
  const none = { ...type.body, text: review.noRemarks };
  return section(edition, 'methods', review.methods, parts.length === 0 ? [none] : parts);
}

function remarksOn(edition: Edition, method: Method): Content {
  const { review } = edition.texts;
  const grade = review.grade(review.change(gradeOr(edition, method.gradeBefore), gradeOr(edition, method.gradeAfter)));
  const table = method.descriptors.length === 0 ? [] : [descriptors(edition, method)];
  const remark = method.remark.trim();
  if (remark === '' && table.length === 0) {
    const line: Content = { ...type.body, text: [{ text: `${grade}.`, bold: true }, ` ${review.noRemark}`] };
    return subsection(`method-${method.key}`, method.name, 'methods', [line]);
  }
  return subsection(`method-${method.key}`, method.name, 'methods', [
    { ...type.body, text: grade, bold: true, margin: [0, 0, 0, 2] },
    leadingIn(
      { ...type.body, text: remark || review.noRemark, margin: [0, 0, 0, 8] },
      30,
      table[0] ?? { text: '', needs: 0 },
    ),
    ...table,
  ]);
}

function descriptors(edition: Edition, method: Method): Content {
  const { review, decisionWords } = edition.texts;
  const { label, text, before, after, remark } = review.descriptors;
  const widths = { label: 54, text: 136, decision: 64 };
  const word = (decision: Decision | null) => decisionWords[decision ?? 'open'];
  return dataTable(
    edition,
    [
      { heading: label, width: widths.label },
      { heading: text, width: widths.text },
      { heading: before, width: widths.decision },
      { heading: after, width: widths.decision },
      { heading: remark, width: textWidth - widths.label - widths.text - 2 * widths.decision - 5 * columnGap },
    ],
    method.descriptors.map(one => [one.label, one.text, word(one.before), word(one.after), one.remark]),
  );
}
