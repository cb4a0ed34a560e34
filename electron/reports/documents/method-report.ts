import { themeLetter } from '../../../shared/domain/descriptor-labels.ts';
import type { MethodReport } from '../../../shared/domain/report-model.ts';
import type { Edition } from '../edition.ts';
import { cover, resultPanel } from '../parts/cover.ts';
import { methodCoverage } from '../parts/coverage-tables.ts';
import { derivation } from '../parts/derivation.ts';
import { numbered } from '../parts/evidence-quotation.ts';
import { about, apprenticeAndPlan, sessionFacts } from '../parts/facts.ts';
import { leadingIn, section } from '../parts/headings.ts';
import { notesInFull } from '../parts/notes-in-full.ts';
import { portfolioSection } from '../parts/portfolio.ts';
import { recordingSection } from '../parts/recording.ts';
import { signatures } from '../parts/signature-block.ts';
import { themeProfile } from '../parts/theme-profile.ts';
import { themeSection } from '../parts/theme-section.ts';
import { time } from '../parts/time.ts';
import { type } from '../styles.ts';
import type { Content } from '../tagged/nodes.ts';

/** The report on one method: result, conditions, time, judgements with their evidence, coverage, signatures, notes. */
export function methodContents(edition: Edition, model: MethodReport): Content[] {
  const { sections, result, gradeNames } = edition.texts;
  return [
    ...cover(edition, model),
    resultPanel(edition, {
      label: result,
      word: gradeNames[model.grade],
      statement: model.derivation.findLast(line => line.effect === 'result')?.text ?? null,
      counts: countsOf(edition, model),
    }),
    apprenticeAndPlan(edition, model),
    ...profile(edition, model),
    ...derivation(edition, model),
    section(edition, 'session', sections.session, sessionFacts(edition, model)),
    ...(model.recorded ? [] : [time(edition, model)]),
    ...recordingSection(edition, model),
    ...judgements(edition, model),
    ...portfolioSection(edition, model),
    ...(model.recorded ? [] : methodCoverage(edition, model)),
    signatures(edition, model),
    ...(model.recorded ? [] : [notesInFull(edition, model)]),
    about(edition, model),
  ];
}

function profile(edition: Edition, { themes }: MethodReport): Content[] {
  if (themes.every(({ descriptors }) => descriptors.length === 0)) return [];
  const lettered = themes.map((theme, index) => ({ ...theme, letter: themeLetter(index) }));
  return [section(edition, 'profile', edition.texts.sections.profile, themeProfile(edition, lettered))];
}

function judgements(edition: Edition, model: MethodReport): Content[] {
  if (model.themes.length === 0) return [];
  const { sections, theme: texts } = edition.texts;
  const evidence = {
    notes: numbered(model.notes),
    portfolio: model.portfolio ?? [],
    isRecorded: model.recorded !== undefined,
    isScored: model.score !== undefined,
  };
  const themes = model.themes.map((theme, index) => themeSection(edition, theme, themeLetter(index), evidence));
  const introduction = leadingIn(
    { ...type.quiet, text: model.recorded ? texts.recordedIntroduction : texts.introduction },
    30,
    themes[0],
  );
  return [section(edition, 'judgements', sections.judgements, [introduction, ...themes])];
}

function countsOf({ texts }: Edition, model: MethodReport): string[] {
  const judged = model.themes.flatMap(({ descriptors }) => descriptors);
  const met = judged.filter(({ decision }) => decision === 'met').length;
  return [
    ...(judged.length > 0 ? [texts.theme.metCount(met, judged.length)] : []),
    ...(model.score ? [texts.score(model.score.value, model.score.outOf)] : []),
    ...(model.recorded
      ? []
      : [
          texts.format.count(model.questions.asked, texts.counts.question),
          texts.format.duration(model.time.assessmentSeconds),
        ]),
  ];
}
