import type { Framework } from '../../shared/domain/framework.ts';
import type { FrameworkPreview } from '../../shared/domain/framework-import.ts';
import { asIdentity, asWhole, type Field, given } from './fields.ts';
import { type Imported, noteProblem, previewOf } from './findings.ts';
import { frameworkId, notStated, openGovernmentLicence, uniqueIds } from './framework-naming.ts';
import { lossFinder } from './ligatures.ts';
import { readJson } from './read-json.ts';
import { readFacts } from './standard-facts.ts';
import { type RecordKind, readItems } from './standard-items.ts';
import { readLinks } from './standard-links.ts';
import { readOptions } from './standard-options.ts';
import { type StandardReader, standardReader, take, takeText } from './standard-reader.ts';
import { recordsIn } from './standard-records.ts';
import { finished, type Steps } from './steps.ts';

/**
 * Reads apprenticeship standards from the standards API's JSON, of 2021 or 2026, one or many, with any fields missing, null or wrong.
 * Throws AppError: what `readJson` and `recordsIn` throw.
 */
export function importStandards(text: string): Imported {
  return importStandardRecords(readJson(text));
}

/** As `importStandards`, from JSON already read. Throws AppError `import.noStandard` or `import.tooMany`. */
export const importStandardRecords = (value: unknown): Imported => finished(standardRecordsInSteps(value));

/** As `importStandardRecords`, one record a step, so that a file of hundreds can be read without standing in the way of anything else. */
export function* standardRecordsInSteps(value: unknown): Steps<Imported> {
  const { records, problems } = recordsIn(value);
  const losses = lossFinder();
  const unique = uniqueIds();
  const frameworks: FrameworkPreview[] = [];
  for (const { place, record } of records) {
    frameworks.push(readStandard(standardReader(record, losses), place, unique));
    yield { done: frameworks.length, total: records.length };
  }
  return { frameworks, problems };
}

function readStandard(reader: StandardReader, place: string, unique: (id: string) => string): FrameworkPreview {
  const names = readNames(reader, place);
  const { kind, shape } = kindOf(reader, names.reference);
  const title = takeText(reader, 'title', true) ?? untitled(reader);
  const read = readItems(reader, kind);
  const { links, counts } = readLinks(reader, read);
  const options = readOptions(reader, read, kind === 'apprenticeship' && shape === '2026');
  const summary =
    takeText(reader, 'occupationalSummary', shape === '2021', 'paragraphs') ??
    takeText(reader, 'occupationSummary', false, 'paragraphs');
  const level = takeLevel(reader);
  const facts = [
    ...(level ? [{ label: 'Level', value: String(level) }] : []),
    ...names.facts,
    ...readFacts(reader, shape),
  ];
  const framework: Framework = {
    schema: 'epa-framework/1',
    id: unique(frameworkId(names.reference, names.version)),
    kind: frameworkKinds[kind],
    reference: names.reference,
    title,
    version: names.version,
    ...(level === undefined ? {} : { level }),
    ...(names.larsCode === undefined ? {} : { larsCode: names.larsCode }),
    issuer: shape === '2021' ? 'Institute for Apprenticeships and Technical Education' : 'Skills England',
    source: `The standards API’s JSON in its ${shape} shape.`,
    licence: openGovernmentLicence,
    ...(summary === undefined ? {} : { summary }),
    facts,
    sections: [],
    items: read.map(({ item }) => item),
    links: [...links],
    ...(options.length === 0 ? {} : { options: [...options] }),
    ...(reader.missing.length === 0 ? {} : { missing: reader.missing }),
  };
  return previewOf(framework, counts, reader.findings, unusedIn(reader));
}

const frameworkKinds = {
  apprenticeship: 'apprenticeshipStandard',
  foundation: 'foundationApprenticeship',
  unit: 'apprenticeshipUnit',
} as const;

/** Reference and version, and the numbers that stand in for them. */
function readNames(reader: StandardReader, place: string) {
  const lars = take(reader, 'larsCode', asIdentity, true);
  const larsCode = larsCodeIn(lars);
  const reference = takeText(reader, 'referenceNumber', true)?.replace(/\s+/g, '').toUpperCase();
  const version = versionIn(takeText(reader, 'version', true) ?? takeText(reader, 'versionNumber', false));
  reader.read.add('versionnumber');
  if (reference === undefined) {
    const instead = larsCode === undefined ? 'its place in the file stands' : 'its LARS code stands';
    noteProblem(
      reader.findings,
      'referenceNumber',
      `The record gives no reference number (ST…): ${instead} in for it.`,
    );
  }
  if (version === undefined) noteProblem(reader.findings, 'version', 'The record does not say which version it is.');
  const otherLars =
    given(lars) !== undefined && given(lars) !== '0' && larsCode === undefined ? given(lars) : undefined;
  return {
    reference: reference ?? (larsCode === undefined ? place : `LARS ${larsCode}`),
    version: version ?? notStated,
    larsCode,
    facts: [
      ...(larsCode === undefined ? [] : [{ label: 'LARS code', value: String(larsCode) }]),
      ...(otherLars === undefined ? [] : [{ label: 'LARS code', value: otherLars }]),
    ],
  };
}

/** A LARS code is a positive number; units have one with letters, and 0 means that none has been given yet. */
function larsCodeIn(lars: Field<string>): number | undefined {
  const number = asWhole(given(lars));
  return number === undefined || number === 0 ? undefined : number;
}

/** JSON numbers lose the zero of 1.0. */
const versionIn = (version: string | undefined): string | undefined =>
  version !== undefined && /^\d{1,3}$/.test(version) ? `${version}.0` : version;

function takeLevel(reader: StandardReader): number | undefined {
  const inRange = (value: unknown) => {
    const level = asWhole(value);
    return level !== undefined && level >= 1 && level <= 8 ? level : undefined;
  };
  return given(take(reader, 'level', inRange, true, 'a level from 1 to 8'));
}

function untitled(reader: StandardReader): string {
  noteProblem(reader.findings, 'title', 'The record gives no title.');
  return 'Untitled standard';
}

function kindOf({ record }: StandardReader, reference: string): { kind: RecordKind; shape: '2021' | '2026' } {
  const newer = ['referencenumber', 'version', 'versionnumber', 'status', 'approvedfordelivery', 'assessmentplanurl'];
  const technical = ['technicalknowledges', 'technicalskills', 'employabilityskillsandbehaviours'];
  const shape = newer.some(name => record.has(name)) || technical.some(name => record.has(name)) ? '2026' : '2021';
  if (/^SC\d/.test(reference) || record.has('apprenticeshipuniturl')) return { kind: 'unit', shape };
  const filled = (name: string) => Array.isArray(record.get(name)) && (record.get(name) as unknown[]).length > 0;
  const foundation =
    /^FA\d/.test(reference) || (technical.some(filled) && !['knowledges', 'skills', 'duties'].some(filled));
  return { kind: foundation ? 'foundation' : 'apprenticeship', shape };
}

const unusedIn = ({ record, read }: StandardReader): readonly string[] =>
  [...record.keys()].filter(name => !read.has(name));
