import { formatCount } from '../../../shared/british.ts';
import type { FoundFramework } from '../../../shared/contract/imports.ts';
import type { ItemKind } from '../../../shared/domain/framework.ts';
import type { ImportFormat, ImportStanding } from '../../../shared/domain/framework-import.ts';
import type { StatusTone } from '../../ui/status-tag.tsx';

const kindNames: Readonly<Record<ItemKind, readonly [one: string, several: string]>> = {
  duty: ['duty', 'duties'],
  knowledge: ['knowledge statement', 'knowledge statements'],
  skill: ['skill', 'skills'],
  behaviour: ['behaviour', 'behaviours'],
  technicalKnowledge: ['technical knowledge statement', 'technical knowledge statements'],
  technicalSkill: ['technical skill', 'technical skills'],
  employabilityBehaviour: ['employability skill or behaviour', 'employability skills and behaviours'],
  performanceCriterion: ['performance criterion', 'performance criteria'],
  competency: ['competency', 'competencies'],
  indicator: ['indicator', 'indicators'],
};

/** Statements by their kind: “15 duties, 31 knowledge statements”. */
export function countsInWords(counts: FoundFramework['counts']): string {
  const parts = Object.entries(counts).map(([kind, number]) => formatCount(number, ...kindNames[kind as ItemKind]));
  return parts.join(', ') || 'No statement';
}

/** How many links the source names, and how many of them lead somewhere. */
export function linksInWords({ found, resolved, outside }: FoundFramework['links']): string {
  if (found === 0) return 'None';
  const lost = found - resolved - outside;
  return [
    `${resolved} of ${found} lead to a statement`,
    ...(outside > 0 ? [`${outside} to other frameworks`] : []),
    ...(lost > 0 ? [`${lost} could not be resolved`] : []),
  ].join(', ');
}

/** What differs from the version that is held, in one line. */
export function changesInWords(changes: NonNullable<FoundFramework['changes']>): string {
  const { same, moved, changed, added, removed, links } = changes;
  const parts = [
    ...(changed > 0 ? [`${changed} changed`] : []),
    ...(added > 0 ? [`${added} added`] : []),
    ...(removed > 0 ? [`${removed} removed`] : []),
    ...(moved > 0 ? [`${moved} with another code`] : []),
    ...(links > 0 ? [formatCount(links, 'different link')] : []),
  ];
  return `${parts.join(', ') || 'No statement differs'}; ${same} the same`;
}

/** A standing as a tag. */
export const standingTags: Readonly<Record<ImportStanding, { readonly tone: StatusTone; readonly word: string }>> = {
  new: { tone: 'info', word: 'New' },
  version: { tone: 'info', word: 'Another version' },
  same: { tone: 'met', word: 'Here already' },
  clash: { tone: 'warning', word: 'Needs a label' },
  unnamed: { tone: 'warning', word: 'Needs a reference' },
  empty: { tone: 'not-met', word: 'No statements' },
};

/** Whether a framework can be imported as it stands. */
export const isTakable = ({ standing }: FoundFramework): boolean => standing === 'new' || standing === 'version';

/** What kind of source was recognised. */
export const formatWords: Readonly<Record<ImportFormat, string>> = {
  standards: 'Standards as JSON',
  case: 'CASE package',
  csv: 'Table (CSV)',
  text: 'Text',
};
