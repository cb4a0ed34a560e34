import type { OutcomeStatement, ReportModel, ResitLetter } from '../../../shared/domain/report-model.ts';
import type { Edition } from '../edition.ts';

/** The organisation by its name, or by what it is where the model does not name it. */
export function organisationName({ texts }: Edition, { organisation }: ReportModel): string {
  return organisation?.name.trim() || texts.theOrganisation;
}

/** How to disagree with a result, by the plan's stages. */
export function appealsSentence(edition: Edition, model: OutcomeStatement | ResitLetter): string {
  const { appeals } = edition.texts;
  const name = organisationName(edition, model);
  return model.appeals.length === 0 ? appeals.none(name) : appeals.sentence(name, model.appeals);
}
