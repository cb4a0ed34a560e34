import type { Plan } from './plan.ts';

/** The words in which the field speaks of a plan; they differ between the present model and the reformed one. */
export interface PlanVocabulary {
  /** What groups the KSBs of a method. */
  readonly theme: string;
  readonly themes: string;
  readonly assessment: string;
  readonly organisation: string;
  /** The point at which the apprentice is declared ready: before the assessment, or before certification. */
  readonly gateway: string;
}

const vocabularies: Readonly<Record<Plan['planModel'], PlanVocabulary>> = {
  epa: {
    theme: 'theme',
    themes: 'themes',
    assessment: 'end-point assessment',
    organisation: 'end-point assessment organisation',
    gateway: 'gateway',
  },
  aap: {
    theme: 'assessment outcome',
    themes: 'assessment outcomes',
    assessment: 'apprenticeship assessment',
    organisation: 'assessment organisation',
    gateway: 'gateway to completion',
  },
};

/** The words for plans of this model. */
export const vocabularyOf = ({ planModel }: Pick<Plan, 'planModel'>): PlanVocabulary => vocabularies[planModel];
