import type { Plan } from './plan.ts';

/** Where a plan stands: being typed in, compared by a second person, relied on, or replaced by a confirmed newer version. */
export const planStatuses = ['draft', 'checked', 'confirmed', 'superseded'] as const;
export type PlanStatus = (typeof planStatuses)[number];

/** Whether two names that were typed mean one person: letters alone count, small or capital, with accents or without. */
export function isSamePerson(one: string, other: string): boolean {
  return lettersOf(one) === lettersOf(other);
}

/** Whether a name can be told from others at all. */
export const isName = (name: string): boolean => lettersOf(name).length >= 2;

function lettersOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();
}

/** The version that follows: its last number plus one (`1.0` → `1.1`, `AP02` → `AP03`), or ` 2` added where it has none. */
export function nextVersion(version: string): string {
  const [, before = '', digits, after = ''] = /^(.*?)(\d+)(\D*)$/.exec(version) ?? [];
  if (digits === undefined) return `${version} 2`.trim();
  return `${before}${String(Number(digits) + 1).padStart(digits.length, '0')}${after}`;
}

/** A new draft with the content of this plan. A draft from the template is to be typed in from the published plan, so it says no longer that it is a template. */
export function draftOf(plan: Plan, id: string): Plan {
  const { transcription: _, supersedes: __, ...content } = plan;
  if (plan.origin !== 'template') return { ...content, id, title: `${plan.title} (copy)` };
  const { reference, title } = plan.standard;
  return {
    ...content,
    id,
    version: '',
    title: `${reference} ${title}: assessment plan`,
    origin: 'published',
    source: '',
  };
}

/** A draft of the version that is to follow this plan. */
export function successorOf(plan: Plan, id: string): Plan {
  const { transcription: _, ...content } = plan;
  return { ...content, id, version: nextVersion(plan.version), supersedes: plan.id };
}
