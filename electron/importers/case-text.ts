import { type Breaks, cleanText } from './clean-text.ts';
import { type Findings, noteRepair } from './findings.ts';
import { lost, repairLigatures, vocabularyOf } from './ligatures.ts';

/** Gives the readable text of something in a package; what was repaired is noted under the place. */
export type CaseText = (place: string, raw: string, breaks?: Breaks) => string;

/** Texts of our own export are taken as they are, so that they come back equal; others are cleaned. */
export function caseTextReader(findings: Findings, asTheyAre: boolean): CaseText {
  if (asTheyAre) return (_, raw) => raw;
  return (place, raw, breaks = 'lines') => {
    const clean = cleanText(raw, breaks);
    noteRepair(findings, place, raw, clean);
    return clean.includes(lost) ? repairLigatures(clean, vocabularyOf(clean), findings, place) : clean;
  };
}
