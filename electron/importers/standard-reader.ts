import type { MissingField } from '../../shared/domain/framework.ts';
import { type Breaks, cleanText } from './clean-text.ts';
import { asText, type Field, field, given, type LooseRecord } from './fields.ts';
import { type Findings, noFindings, noteProblem, noteRepair } from './findings.ts';
import { type LossFinder, lost, repairLigatures, vocabularyOf } from './ligatures.ts';

/** Reads one record of a standard, and keeps account of what was repaired, could not be read, or was not looked at. */
export interface StandardReader {
  readonly record: LooseRecord;
  readonly findings: Findings;
  readonly missing: MissingField[];
  readonly read: Set<string>;
  readonly losses: LossFinder;
}

/** A reader of this record that has read nothing yet. */
export function standardReader(record: LooseRecord, losses: LossFinder): StandardReader {
  return { record, losses, findings: noFindings(), missing: [], read: new Set() };
}

/** A field of the record. Null and invalid ones are accounted for, absent ones if the shape has the field; an invalid one is a problem, told by what it should hold. */
export function take<T>(
  reader: StandardReader,
  name: string,
  as: (value: unknown) => T | undefined,
  expected: boolean,
  shouldHold = 'text',
): Field<T> {
  reader.read.add(name.toLowerCase());
  const found = field(reader.record, name, as);
  if (found.state === 'given') return found;
  if (found.state !== 'absent' || expected) reader.missing.push({ field: name, state: found.state });
  if (found.state === 'invalid') {
    noteProblem(reader.findings, name, `The field “${name}” does not hold ${shouldHold}, and was left out.`);
  }
  return found;
}

/** The clean text of a field, or undefined where it has none. */
export function takeText(
  reader: StandardReader,
  name: string,
  expected: boolean,
  breaks: Breaks = 'lines',
): string | undefined {
  const raw = given(take(reader, name, asText, expected));
  const text = raw === undefined ? '' : readable(reader, name, raw, breaks);
  return text === '' ? undefined : text;
}

/** Several times the longest published summary. */
const longestField = 100_000;

/** Cleans a text of the record and mends its lost letters; whatever changed is noted under the place. */
export function readable(reader: StandardReader, place: string, raw: string, breaks: Breaks = 'lines'): string {
  const { findings } = reader;
  if (raw.length > longestField) {
    noteProblem(findings, place, `Its text is over ${longestField} characters long. The rest was left out.`);
  }
  const whole = raw.slice(0, longestField);
  const clean = cleanText(whole, breaks);
  noteRepair(findings, place, whole, clean);
  for (const [word, perhaps] of reader.losses(clean)) {
    noteProblem(findings, place, `“${word}” may have lost letters: it could be “${perhaps}”. It was left as it is.`);
  }
  return clean.includes(lost) ? repairLigatures(clean, vocabularyOf(clean), findings, place) : clean;
}
