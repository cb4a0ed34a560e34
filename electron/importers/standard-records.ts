import type { Problem } from '../../shared/domain/framework-import.ts';
import { AppError } from '../../shared/errors.ts';
import { type LooseRecord, looseRecord } from './fields.ts';
import { isRecord } from './read-json.ts';

/** A record of a standard, and where in the file it stands. */
export interface StandardRecord {
  readonly place: string;
  readonly record: LooseRecord;
}

const telling = [
  'knowledges',
  'skills',
  'behaviours',
  'duties',
  'technicalknowledges',
  'technicalskills',
  'employabilityskillsandbehaviours',
];
const deepestWrapping = 4;
const mostRecords = 20_000;
const mostElements = 2_000_000;

/** The records of standards in JSON: one, a list, or either of them wrapped in objects. Throws AppError `import.noStandard` where there is none, and `import.tooMany` beyond 20,000 or 2 million statements and links. */
export function recordsIn(value: unknown): {
  readonly records: readonly StandardRecord[];
  readonly problems: readonly Problem[];
} {
  const records: StandardRecord[] = [];
  const problems: Problem[] = [];
  collect(value, '', deepestWrapping, records, problems);
  const elements = records.reduce((sum, { record }) => sum + elementsIn(record), 0);
  if (records.length > mostRecords || elements > mostElements) {
    throw new AppError(
      'import.tooMany',
      'This file holds over 20,000 standards, or over 2 million statements and links. Split it, and import the parts.',
    );
  }
  if (records.length === 0) {
    throw new AppError(
      'import.noStandard',
      'This JSON holds no standard: nothing in it has duties, knowledge, skills or behaviours. Import the answer of the standards API, saved as it is.',
    );
  }
  return { records, problems };
}

function collect(value: unknown, place: string, depth: number, records: StandardRecord[], problems: Problem[]): void {
  if (Array.isArray(value)) collectList(value, place, depth, records, problems);
  else if (isStandard(value)) records.push({ place: place || 'The record', record: looseRecord(value) });
  else if (isRecord(value) && depth > 0) {
    for (const [key, held] of Object.entries(value)) {
      if (typeof held === 'object') collect(held, key, depth - 1, records, problems);
    }
  }
}

function collectList(
  list: readonly unknown[],
  place: string,
  depth: number,
  records: StandardRecord[],
  problems: Problem[],
): void {
  const inside = list.some(isStandard);
  const looked = inside ? list : list.slice(0, mostRecords);
  looked.forEach((element, index) => {
    if (typeof element !== 'object' && !inside) return;
    const here = `${place ? `${place}, r` : 'R'}ecord ${index + 1}`;
    if (isStandard(element) || (!inside && depth > 0)) collect(element, here, depth - 1, records, problems);
    else if (inside) problems.push({ place: here, message: 'This is no record of a standard, and was left out.' });
  });
}

function isStandard(value: unknown): boolean {
  const names = isRecord(value) ? Object.keys(value).map(key => key.toLowerCase()) : [];
  if (telling.some(key => names.includes(key))) return true;
  return names.includes('title') && (names.includes('larscode') || names.includes('referencenumber'));
}

/** How many elements the lists of a record hold, with those of the lists inside them. */
function elementsIn(record: LooseRecord): number {
  const lists = [...telling, 'options', 'optionsunstructuredtemplate']
    .map(key => record.get(key))
    .filter(Array.isArray);
  const inside = lists
    .flat()
    .filter(isRecord)
    .flatMap(element => Object.values(element).filter(Array.isArray));
  return [...lists, ...inside].reduce((sum, list) => sum + list.length, 0);
}
