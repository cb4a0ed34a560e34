import type { ItemKind } from '../../shared/domain/framework.ts';

/** The English name of each kind of statement, in the singular: what an export calls it. */
export const kindNames: Readonly<Record<ItemKind, string>> = {
  duty: 'Duty',
  knowledge: 'Knowledge',
  skill: 'Skill',
  behaviour: 'Behaviour',
  technicalKnowledge: 'Technical knowledge',
  technicalSkill: 'Technical skill',
  employabilityBehaviour: 'Employability skill or behaviour',
  performanceCriterion: 'Performance criterion',
  competency: 'Competency',
  indicator: 'Indicator',
};

/** Other words for the kinds, as tables and other software have them; letters only, small. */
const otherNames: Readonly<Record<string, ItemKind>> = {
  d: 'duty',
  duties: 'duty',
  k: 'knowledge',
  knowledges: 'knowledge',
  knowledgeandunderstanding: 'knowledge',
  s: 'skill',
  skills: 'skill',
  b: 'behaviour',
  behaviours: 'behaviour',
  behavior: 'behaviour',
  behaviors: 'behaviour',
  attitude: 'behaviour',
  value: 'behaviour',
  tk: 'technicalKnowledge',
  ts: 'technicalSkill',
  technicalskills: 'technicalSkill',
  esb: 'employabilityBehaviour',
  employabilityskillsandbehaviours: 'employabilityBehaviour',
  employabilityskillandbehaviour: 'employabilityBehaviour',
  p: 'performanceCriterion',
  pc: 'performanceCriterion',
  criterion: 'performanceCriterion',
  criteria: 'performanceCriterion',
  performancecriteria: 'performanceCriterion',
  competencies: 'competency',
  competence: 'competency',
  standard: 'competency',
  statement: 'competency',
  component: 'competency',
  indicators: 'indicator',
  competencyindicator: 'indicator',
};

const letters = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');
const named: ReadonlyMap<string, ItemKind> = new Map([
  ...Object.entries(otherNames),
  ...Object.entries(kindNames).map(([kind, name]) => [letters(name), kind as ItemKind] as const),
]);

/** The kind that a word means, whatever its capitals and number, or undefined. */
export const kindNamed = (word: string): ItemKind | undefined => named.get(letters(word.slice(0, 100)));
