import { assessmentTexts } from './english-assessment.ts';
import { commonTexts } from './english-common.ts';
import { outcomeTexts } from './english-outcome.ts';
import { reviewTexts } from './english-review.ts';

/** The texts of all documents in British English. */
export const english = { ...commonTexts, ...assessmentTexts, ...outcomeTexts, ...reviewTexts };
