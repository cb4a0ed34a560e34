import type { ReportLanguage } from '../../shared/organisation-style.ts';
import { english } from './texts/english.ts';

/** Every text of the documents that does not come from the model, with how dates, lengths and lists are written. */
export type Texts = typeof english;

const catalogues: Readonly<Record<ReportLanguage, Texts>> = { en: english };

/** The catalogue of a language. A further language is a further catalogue of the same shape. */
export const textsOf = (language: ReportLanguage): Texts => catalogues[language];
