import { type Framework, type FrameworkItem, type ItemKind, ksbsOf } from '../../../shared/domain/framework.ts';
import { compareKsbCodes } from '../../../shared/domain/ksb-codes.ts';
import { fits } from '../common/fits.ts';

/** The headings of items, in the order of the published standards. */
export const kindTitles: Readonly<Record<ItemKind, string>> = {
  duty: 'Duties',
  knowledge: 'Knowledge',
  skill: 'Skills',
  behaviour: 'Behaviours',
  technicalKnowledge: 'Technical knowledge',
  technicalSkill: 'Technical skills',
  employabilityBehaviour: 'Employability skills and behaviours',
  performanceCriterion: 'Performance criteria',
  competency: 'Competencies',
  indicator: 'Indicators',
};

/** The kind of an item in the singular, small: "duty", "skill". */
export const kindWords: Readonly<Record<ItemKind, string>> = {
  duty: 'duty',
  knowledge: 'knowledge',
  skill: 'skill',
  behaviour: 'behaviour',
  technicalKnowledge: 'technical knowledge',
  technicalSkill: 'technical skill',
  employabilityBehaviour: 'employability skill or behaviour',
  performanceCriterion: 'performance criterion',
  competency: 'competency',
  indicator: 'indicator',
};

/** Items of one kind under their heading. */
export interface ItemGroup {
  readonly kind: ItemKind;
  readonly title: string;
  readonly items: readonly FrameworkItem[];
}

/** The items by kind in the standard's order; kinds without an item are left out. */
export function groupedByKind(items: readonly FrameworkItem[]): readonly ItemGroup[] {
  const kinds = [...new Set(items.map(item => item.kind))];
  return kinds.map(kind => ({ kind, title: kindTitles[kind], items: items.filter(item => item.kind === kind) }));
}

/** The items linked with this one in either direction: the KSBs of a duty, the duties of a KSB, in the order of their codes. */
export function linkedWith(framework: Framework, code: string): readonly FrameworkItem[] {
  const codes = new Set(framework.links.flatMap(({ from, to }) => (from === code ? [to] : to === code ? [from] : [])));
  return framework.items.filter(item => codes.has(item.code)).toSorted((a, b) => byKindThenCode(framework, a, b));
}

function byKindThenCode(framework: Framework, a: FrameworkItem, b: FrameworkItem): number {
  const kinds = [...new Set(framework.items.map(item => item.kind))];
  return kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || compareKsbCodes(a.code, b.code);
}

/** The items that hold every word of the query in their code or text; an exact code comes alone. */
export function itemsThatFit(items: readonly FrameworkItem[], query: string): readonly FrameworkItem[] {
  const typed = query.trim().toUpperCase();
  const exact = items.filter(item => item.code === typed);
  return exact.length > 0 ? exact : items.filter(item => fits(query, [item.code, item.text]));
}

/** The standard in figures, as its page tells them. */
export function countsOf(framework: Framework) {
  const duties = framework.items.filter(item => item.kind === 'duty').length;
  return { duties, ksbs: ksbsOf(framework).length, links: framework.links.length };
}

/** An item as it is copied: code and text. */
export const copiedItem = ({ code, text }: FrameworkItem): string => `${code} ${text}`;
