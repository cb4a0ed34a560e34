import type { MethodReport } from '../../../shared/domain/report-model.ts';
import type { ListedPiece } from '../../../shared/domain/reports/method-report.ts';
import type { Edition } from '../edition.ts';
import { breakableFrom, estimatedHeight } from '../heights.ts';
import { colours, grid, type } from '../styles.ts';
import type { Content } from '../tagged/nodes.ts';
import { evidenceQuotation, type NumberedNote } from './evidence-quotation.ts';
import { subsection } from './headings.ts';
import { portfolioQuotation } from './portfolio.ts';

/** What judgements rest on: the notes with their numbers, and the portfolio. */
export interface Evidence {
  readonly notes: ReadonlyMap<string, NumberedNote>;
  readonly portfolio: readonly ListedPiece[];
  /** Whether the method was held elsewhere, so that its record stands behind every judgement. */
  readonly isRecorded: boolean;
  /** Whether a score decides, so that a theme may have nothing to be judged. */
  readonly isScored: boolean;
}

type Theme = MethodReport['themes'][number];
type Descriptor = Theme['descriptors'][number];

/** A theme: what it covers, then each descriptor with its decision, rationale and evidence. `letter` is the theme's by its place. */
export function themeSection(edition: Edition, theme: Theme, letter: string, evidence: Evidence): Content {
  const { texts } = edition;
  const { descriptors } = theme;
  const met = descriptors.filter(({ decision }) => decision === 'met').length;
  const counted =
    descriptors.length === 0
      ? texts.theme[evidence.isScored ? 'byScore' : 'noDescriptors']
      : `${texts.theme.metCount(met, descriptors.length)}.`;
  const covers = theme.ksbs.length === 0 ? '' : `${texts.theme.ksbs(theme.ksbs.join(', '))} `;
  return subsection(`theme-${theme.key}`, texts.theme.title(letter, theme.title), 'judgements', [
    {
      ...type.quiet,
      text: `${covers}${counted}`,
      margin: [0, 0, 0, 8],
      needs: 16 + (descriptors[0] ? headHeight(descriptors[0]) : 0),
    },
    ...descriptors.map(descriptor => judgedDescriptor(edition, descriptor, evidence)),
  ]);
}

function judgedDescriptor(edition: Edition, descriptor: Descriptor, evidence: Evidence): Content {
  return {
    margin: [0, 0, 0, 9],
    needs: headHeight(descriptor),
    columns: [
      { width: grid.side, stack: decisionOf(edition, descriptor) },
      { width: grid.main, stack: [...statementOf(edition, descriptor), ...evidenceOf(edition, descriptor, evidence)] },
    ],
    columnGap: grid.gap,
  };
}

/** Height of a descriptor's words and the first lines of its rationale, which stay together. */
function headHeight({ text }: Descriptor): number {
  return Math.min(breakableFrom, estimatedHeight(text, grid.main, type.body.fontSize) + 52);
}

function decisionOf({ texts, accent }: Edition, { label, grade, decision, ksbs }: Descriptor): Content[] {
  const color = decision === 'met' ? accent : decision === 'notMet' ? colours.ink : colours.quiet;
  return [
    { ...type.label, text: label, tag: 'H4' },
    { ...type.body, text: texts.decisionWords[decision ?? 'open'], bold: true, color, margin: [0, 1, 0, 1] },
    { ...type.quiet, text: texts.theme.grades[grade] },
    ...(ksbs.length > 0 ? [{ ...type.quiet, text: ksbs.join(' ') }] : []),
  ];
}

function statementOf({ texts }: Edition, { text, rationale, decision }: Descriptor): Content[] {
  const none = decision === null ? texts.theme.notJudged : texts.theme.noRationale;
  const reason = rationale.trim() === '' ? none : rationale;
  const missing = rationale.trim() === '' ? { color: colours.quiet } : {};
  return [
    { ...type.body, text, bold: true, margin: [0, 1, 0, 4] },
    { ...type.body, ...missing, text: reason, margin: [0, 0, 0, 6] },
  ];
}

function evidenceOf(edition: Edition, descriptor: Descriptor, evidence: Evidence): Content[] {
  const { notes, portfolio, isRecorded } = evidence;
  const cited: Content[] = descriptor.evidenceNoteIds.map(id => {
    const note = notes.get(id);
    if (!note) throw new Error(`Descriptor ${descriptor.key} rests on note ${id}, which the report does not hold`);
    return evidenceQuotation(edition, note);
  });
  cited.push(...(descriptor.portfolioEvidenceIds ?? []).map(id => portfolioQuotation(edition, portfolio, id)));
  if (cited.length > 0 || descriptor.decision === null) return cited;
  return [{ ...type.quiet, text: edition.texts.theme[isRecorded ? 'byRecord' : 'noEvidence'] }];
}
