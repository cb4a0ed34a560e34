import type { Review, ReviewCase } from '../../../shared/contract/quality-assurance.ts';
import type { StatusTone } from '../../ui/status-tag.tsx';

interface Shown {
  readonly tone: StatusTone;
  readonly word: string;
}

/** Where quality assurance stands, by word and shape. */
export const stateMarks: Readonly<Record<ReviewCase['state'], Shown>> = {
  waiting: { tone: 'waiting', word: 'Waits for a review' },
  notSampled: { tone: 'neutral', word: 'Not sampled' },
  agreed: { tone: 'met', word: 'Agreed' },
  returned: { tone: 'warning', word: 'Returned to the assessor' },
  released: { tone: 'locked', word: 'Released' },
};

/** A decision, by word and shape. */
export const decisionMarks: Readonly<Record<Review['decision'], Shown>> = {
  agreed: { tone: 'met', word: 'Agreed' },
  returned: { tone: 'warning', word: 'Returned' },
  changed: { tone: 'warning', word: 'Changed' },
};

/** What the reviewer can decide, each with what follows from it. */
export const decisionChoices: readonly {
  readonly id: Review['decision'];
  readonly title: string;
  readonly detail: string;
}[] = [
  { id: 'agreed', title: 'Agreed', detail: 'The reports stand as they are and can be countersigned.' },
  {
    id: 'returned',
    title: 'Returned',
    detail: 'The assessor looks again and signs a new version; what was signed stays in the record.',
  },
  {
    id: 'changed',
    title: 'Changed',
    detail: 'The grade was found to be another one. The assessor puts it right and signs a new version.',
  },
];

/** What is to be done next about quality assurance, in a sentence; empty when the case says it already. */
export function nextWords({ state, revising, released }: ReviewCase): string {
  if (released) return '';
  if (revising.length > 0) return 'Put right what was returned, and sign the report again.';
  switch (state) {
    case 'waiting':
      return 'Somebody other than the assessor reads the reports and records what they decide.';
    case 'returned':
      return 'The assessor opens a new version of what was returned, puts it right and signs it.';
    case 'notSampled':
      return 'The sampling rule does not ask for a review; one can be recorded all the same.';
    default:
      return '';
  }
}
