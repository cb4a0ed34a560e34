import { formatDate } from '../../shared/british.ts';
import type { Framework } from '../../shared/domain/framework.ts';
import { asList, asText, asYesNo, field, given, looseRecord } from './fields.ts';
import { readable, type StandardReader, take, takeText } from './standard-reader.ts';

type Facts = Framework['facts'];
type Shape = '2021' | '2026';

/** What a fact is made of: text as it is, a day, months, pounds, yes or no, or a list of texts or of records with a title. */
type Form = 'text' | 'day' | 'months' | 'pounds' | 'yesNo' | 'list';

/** The facts of a record that are shown and not computed with: label, field, form, and the shapes in which the field is expected. */
const facts: readonly (readonly [label: string, name: string, form: Form, shapes: readonly Shape[]])[] = [
  ['Status', 'status', 'text', ['2026']],
  ['Approved for delivery', 'approvedForDelivery', 'day', ['2026']],
  ['Published', 'publishDate', 'day', []],
  ['Created', 'createdDate', 'day', []],
  ['Changed', 'changedDate', 'day', []],
  ['Last updated', 'lastUpdated', 'day', []],
  ['Change', 'change', 'text', []],
  ['Earliest start', 'earliestStartDate', 'day', []],
  ['Latest start', 'latestStartDate', 'day', []],
  ['Latest end', 'latestEndDate', 'day', []],
  ['Last date for starts', 'lastDateStarts', 'day', ['2021']],
  ['Typical duration', 'typicalDuration', 'months', ['2021', '2026']],
  ['Maximum funding', 'maxFunding', 'pounds', ['2021', '2026']],
  ['Route', 'route', 'text', ['2021', '2026']],
  ['Pathway', 'pathway', 'text', ['2021']],
  ['Cluster', 'cluster', 'text', ['2021']],
  ['Overview of the role', 'overviewOfRole', 'text', ['2021', '2026']],
  ['Overview of the skills gap', 'overviewOfTheSkillsGap', 'text', []],
  ['Typical job titles', 'typicalJobTitles', 'list', ['2021', '2026']],
  ['Job roles', 'jobRoles', 'list', []],
  ['Keywords', 'keywords', 'list', ['2021', '2026']],
  ['Entry requirements', 'entryRequirements', 'text', []],
  ['Qualifications', 'qualifications', 'list', ['2021', '2026']],
  ['Professional recognition', 'professionalRecognition', 'list', ['2021']],
  ['Integrated degree', 'integratedDegree', 'text', ['2021']],
  ['Integrated apprenticeship', 'integratedApprenticeship', 'yesNo', []],
  ['Core and options', 'coreAndOptions', 'yesNo', []],
  ['Regulated occupation', 'regulated', 'yesNo', ['2021', '2026']],
  ['Regulated by', 'regulatedBody', 'text', ['2021', '2026']],
  ['Regulation', 'regulationDetail', 'list', []],
  ['External quality assurance', 'eqaProvider', 'list', []],
  ['Related occupations', 'relatedOccupations', 'list', []],
  ['Assessment plan', 'assessmentPlanUrl', 'text', ['2026']],
  ['Standard page', 'standardPageUrl', 'text', ['2021', '2026']],
  ['Foundation apprenticeship page', 'foundationApprenticeshipUrl', 'text', []],
  ['Apprenticeship unit page', 'apprenticeshipUnitUrl', 'text', []],
];

/** The facts that a record gives, in the order in which they are shown; empty ones are left out. */
export function readFacts(reader: StandardReader, shape: Shape): Facts {
  const found = new Map<string, string>();
  for (const [label, name, form, shapes] of facts) {
    const value = readers[form](reader, name, shapes.includes(shape));
    if (value !== undefined && value !== '') found.set(label, value);
  }
  if (found.get('Job roles') === found.get('Typical job titles')) found.delete('Job roles');
  return Array.from(found, ([label, value]) => ({ label, value }));
}

type FactReader = (reader: StandardReader, name: string, expected: boolean) => string | undefined;

const readers: Readonly<Record<Form, FactReader>> = {
  text: takeText,
  day: (reader, name, expected) => {
    const text = takeText(reader, name, expected);
    return text === undefined ? undefined : (dayIn(text) ?? text);
  },
  months: (reader, name, expected) => {
    const text = takeText(reader, name, expected);
    return text === undefined || !/^\d+$/.test(text) ? text : months(Number(text));
  },
  pounds: (reader, name, expected) => {
    const text = takeText(reader, name, expected);
    return text === undefined || !/^\d+$/.test(text) ? text : `£${Number(text).toLocaleString('en-GB')}`;
  },
  yesNo: (reader, name, expected) => {
    const answer = given(take(reader, name, asYesNo, expected, 'yes or no'));
    return answer === undefined ? undefined : answer ? 'Yes' : 'No';
  },
  list: readList,
};

function months(number: number): string | undefined {
  if (number === 0) return undefined;
  return number === 1 ? '1 month' : `${number} months`;
}

function dayIn(text: string): string | undefined {
  const [day] = /^\d{4}-\d{2}-\d{2}/.exec(text) ?? [];
  if (day === undefined || Number.isNaN(Date.parse(day))) return undefined;
  return day.startsWith('0001') ? '' : formatDate(day);
}

const mostListed = 1_000;

/** A list of texts, or of records that are named by a title, a name or a body, as one text. */
function readList(reader: StandardReader, name: string, expected: boolean): string | undefined {
  const orOne = (value: unknown) => asList(value) ?? (typeof value === 'object' || asText(value) ? [value] : undefined);
  const elements = given(take(reader, name, orOne, expected, 'a list')) ?? [];
  const texts = elements
    .slice(0, mostListed)
    .map(element => readable(reader, name, nameOf(element)))
    .filter(text => text !== '');
  return [...new Set(texts)].join('; ');
}

function nameOf(element: unknown): string {
  const record = looseRecord(element);
  const names = ['title', 'name', 'bodyName', 'providerName'].map(one => given(field(record, one, asText)));
  return asText(element) ?? names.find(text => text !== undefined) ?? '';
}
