import type { MethodReport, ReportModel } from '../../../shared/domain/report-model.ts';
import type { Edition } from '../edition.ts';
import { textWidth } from '../styles.ts';
import type { Content } from '../tagged/nodes.ts';
import { fullName } from './cover.ts';
import { minorHeading, section } from './headings.ts';
import { type Fact, factsTable, pairOfFacts } from './tables.ts';

const labelWidth = 92;
const wideLabel = 118;

const knownIn =
  ({ texts }: Edition) =>
  (text: string): string =>
    text.trim() === '' ? texts.unknown : text;

/** Who was assessed, beside what by: the apprentice's facts and the plan's. */
export function apprenticeAndPlan(edition: Edition, model: ReportModel): Content {
  const { facts, planOriginNames } = edition.texts;
  const known = knownIn(edition);
  const { apprentice, standard, plan } = model;
  const person: Fact[] = [
    [facts.apprentice, known(fullName(model))],
    [facts.uln, known(apprentice.uln)],
    [facts.employer, known(apprentice.employer)],
    [facts.provider, known(apprentice.trainingProvider)],
    [facts.assessor, 'assessor' in model ? known(model.assessor.name) : null],
    [facts.organisation, model.organisation?.name ?? null],
    [facts.attempt, model.kind === 'method' ? `${model.attempt}` : null],
  ];
  const basis: Fact[] = [
    [facts.standard, `${standard.title}, ${standard.reference} version ${standard.version}`],
    [facts.level, `${standard.level}`],
    [facts.lars, standard.larsCode === null ? null : `${standard.larsCode}`],
    [facts.plan, plan.title],
    [facts.planVersion, plan.version],
    [facts.planOrigin, planOriginNames[plan.origin]],
  ];
  return { ...pairOfFacts(person, basis, labelWidth), margin: [0, 12, 0, 0] };
}

/** How the session went: place and times, conditions, questions, and the explanations of what was outside the plan. */
export function sessionFacts(edition: Edition, model: MethodReport): Content[] {
  const { texts } = edition;
  const { facts } = texts;
  const known = knownIn(edition);
  const { session, questions, recorded, score } = model;
  const { adjustmentPercent, conditions } = session;
  const ownFacts: Fact[] = [
    ...heldFacts(edition, model),
    [facts.place, known(session.place)],
    [facts.adjustment, adjustmentPercent === 0 ? texts.noAdjustment : texts.percent(adjustmentPercent)],
    [facts.questions, recorded ? null : texts.questions(questions.asked, questions.minimum)],
    [texts.scoreName, score ? texts.score(score.value, score.outOf) : null],
  ];
  const named = new Set(conditions.map(({ label }) => label));
  const table = factsTable(
    [
      ...ownFacts.filter(([label]) => !named.has(label)),
      ...conditions.map(({ label, value }) => [label, known(value)] as const),
    ],
    textWidth,
    wideLabel,
  );
  if (session.explanations.length === 0) return [table];
  const explanations = factsTable(
    session.explanations.map(({ matter, reason }) => [matter, known(reason)] as const),
    textWidth,
    wideLabel,
  );
  return [table, minorHeading(texts.explanations, explanations), explanations];
}

/** When it was held; of a method held elsewhere also by whom, and what its outcome was taken from. */
function heldFacts({ texts }: Edition, { session, recorded }: MethodReport): Fact[] {
  const { facts, format, recorded: names } = texts;
  if (!recorded) {
    return [
      [facts.began, format.dateTime(session.startedAt)],
      [facts.ended, format.dateTime(session.endedAt)],
    ];
  }
  return [
    [names.heldOn, format.date(recorded.heldOn)],
    [names.heldBy, recorded.heldBy],
    [names.source, recorded.source],
  ];
}

/** What the document is and how it can be checked. */
export function about(edition: Edition, model: ReportModel): Content {
  return section(edition, 'about', edition.texts.about, [documentFacts(edition, model)]);
}

function documentFacts(edition: Edition, model: ReportModel): Content {
  const { texts } = edition;
  const { facts, format } = texts;
  const known = knownIn(edition);
  return factsTable(
    [
      [facts.documentId, texts.documentVersion(model.documentId, model.version)],
      [facts.prepared, format.dateTime(model.preparedAt)],
      [facts.attached, texts.attachment.fact],
      [facts.audit, texts.audit(model.audit.sequence, model.audit.head)],
      [facts.planHash, model.plan.sha256],
      [facts.licence, known(model.standard.licence)],
    ],
    textWidth,
    wideLabel,
  );
}
