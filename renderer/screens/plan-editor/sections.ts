import type { Plan } from '../../../shared/domain/plan.ts';
import { themesTitle } from '../../../shared/domain/plan-blank.ts';
import type { PlanFinding, PlanPlace } from '../../../shared/domain/plan-finding.ts';
import { vocabularyOf } from '../../../shared/domain/plan-vocabulary.ts';

/** A section of the editor, in the order in which plans are published. */
export interface EditorSection {
  /** `identity`, `method-observation`, `map`, `themes-observation`… */
  readonly id: string;
  readonly title: string;
  /** The method that it is about, by its index. */
  readonly method?: number;
}

/** The sections of a plan's editor. A method has two: its times and rules, and what it is judged by. */
export function sectionsOf(plan: Plan): readonly EditorSection[] {
  const { planModel, methods } = plan;
  const nameOf = (index: number): string => methods[index]?.name.trim() || `Method ${index + 1}`;
  const { gateway } = vocabularyOf(plan);
  return [
    { id: 'identity', title: 'Identity and source' },
    { id: 'programme', title: 'Programme' },
    { id: 'pathways', title: 'Pathways' },
    { id: 'gateway', title: planModel === 'epa' ? 'Gateway' : 'Before assessment' },
    {
      id: 'completion',
      title: planModel === 'epa' ? 'Completion' : gateway.charAt(0).toUpperCase() + gateway.slice(1),
    },
    { id: 'methods', title: 'Methods and their order' },
    ...methods.map(({ key }, method) => ({ id: `method-${key}`, title: nameOf(method), method })),
    { id: 'map', title: 'KSBs and methods' },
    ...methods.map(({ key }, method) => ({
      id: `themes-${key}`,
      title: `${themesTitle(plan)}: ${nameOf(method)}`,
      method,
    })),
    { id: 'gradeTable', title: 'Grade table' },
    { id: 'resits', title: 'Re-sits and re-takes' },
    { id: 'results', title: 'Results' },
    { id: 'appeals', title: 'Appeals' },
    { id: 'assessor', title: 'Assessor' },
    { id: 'dispensations', title: 'Dispensations' },
  ];
}

const ofRoot: Readonly<Record<string, string>> = {
  programme: 'programme',
  pathways: 'pathways',
  gateway: 'gateway',
  completion: 'completion',
  order: 'methods',
  methods: 'map',
  sampling: 'completion',
  shares: 'methods',
  overallGrades: 'gradeTable',
  gradeTable: 'gradeTable',
  resits: 'resits',
  results: 'results',
  appeals: 'appeals',
  assessor: 'assessor',
  dispensations: 'dispensations',
};

/** What of a method is judged by, and so stands with its themes. */
const ofThemes = ['themes', 'grades', 'gradeRule', 'criticalKsbs'];

/** The id of the section that holds a place. */
export function sectionOfPlace(plan: Plan, place: PlanPlace): string {
  const [root, index, inner] = place;
  if (root !== 'methods') return ofRoot[String(root)] ?? 'identity';
  if (plan.methods.length === 0) return 'methods';
  const method = typeof index === 'number' ? plan.methods[index] : undefined;
  if (!method || inner === 'ksbs') return 'map';
  return ofThemes.includes(String(inner)) ? `themes-${method.key}` : `method-${method.key}`;
}

/** How many errors and warnings each section has, by its id. */
export function countsOfSections(
  plan: Plan,
  findings: readonly PlanFinding[],
): ReadonlyMap<string, { readonly errors: number; readonly warnings: number }> {
  const counts = new Map<string, { errors: number; warnings: number }>();
  for (const { place, severity } of findings) {
    const id = sectionOfPlace(plan, place);
    const count = counts.get(id) ?? { errors: 0, warnings: 0 };
    counts.set(
      id,
      severity === 'error' ? { ...count, errors: count.errors + 1 } : { ...count, warnings: count.warnings + 1 },
    );
  }
  return counts;
}
