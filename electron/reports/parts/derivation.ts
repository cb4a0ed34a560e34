import type { AssessmentReport } from '../../../shared/domain/report-model.ts';
import type { Edition } from '../edition.ts';
import { type } from '../styles.ts';
import type { Content } from '../tagged/nodes.ts';
import { section } from './headings.ts';
import { derivationList } from './lists.ts';

/** How the result came about, step by step, and what would have made it another one. */
export function derivation(edition: Edition, model: AssessmentReport): Content[] {
  if (model.derivation.length === 0) return [];
  const { texts } = edition;
  const wouldChange = model.kind === 'method' ? model.wouldChange : null;
  const steps = derivationList(edition, model.derivation);
  const change: Content = {
    ...type.body,
    margin: [0, 6, 0, 0],
    text: [{ text: `${texts.wouldChange}: `, bold: true }, wouldChange ?? ''],
  };
  return [section(edition, 'derivation', texts.sections.derivation, wouldChange === null ? [steps] : [steps, change])];
}
