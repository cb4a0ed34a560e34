import type { FrameworkItem, ItemKind } from '../../shared/domain/framework.ts';
import { asIdentity, asList, asText, asYesNo, field, given, type LooseRecord, looseRecord } from './fields.ts';
import { noteProblem, noteRepair } from './findings.ts';
import { readable, type StandardReader, take } from './standard-reader.ts';

/** A list of statements in a record: its field, the fields that may hold an element's identifier and its core mark, and what its elements are. */
interface StatementList {
  readonly name: string;
  readonly identifiers: readonly string[];
  readonly kind: ItemKind;
  readonly prefix: string;
  readonly called: string;
  readonly coreMark?: string;
}

const apprenticeshipLists: readonly StatementList[] = [
  { name: 'knowledges', identifiers: ['knowledgeId'], kind: 'knowledge', prefix: 'K', called: 'knowledge' },
  {
    name: 'skills',
    identifiers: ['skillId'],
    kind: 'skill',
    prefix: 'S',
    called: 'skills',
    coreMark: 'isThisACoreSkill',
  },
  { name: 'behaviours', identifiers: ['behaviourId'], kind: 'behaviour', prefix: 'B', called: 'behaviours' },
];
const foundationLists: readonly StatementList[] = [
  {
    name: 'technicalKnowledges',
    identifiers: [],
    kind: 'technicalKnowledge',
    prefix: 'TK',
    called: 'technical knowledge',
  },
  { name: 'technicalSkills', identifiers: [], kind: 'technicalSkill', prefix: 'TS', called: 'technical skills' },
  {
    name: 'employabilitySkillsAndBehaviours',
    identifiers: [],
    kind: 'employabilityBehaviour',
    prefix: 'ESB',
    called: 'employability skills and behaviours',
  },
];
const dutyList: StatementList = {
  name: 'duties',
  identifiers: ['dutyID'],
  kind: 'duty',
  prefix: 'D',
  called: 'duties',
  coreMark: 'isThisACoreDuty',
};

/** What kind of record it is: with duties and KSBs, a foundation apprenticeship, or a unit, which has neither duties nor behaviours. */
export type RecordKind = 'apprenticeship' | 'foundation' | 'unit';

/** An item with the element of the record that it was read from. */
export interface ReadItem {
  readonly item: FrameworkItem;
  readonly element: LooseRecord;
}

/** The statements of a record: duties first, then each kind in the order of the published standards. Codes follow from the order, so that an element without words keeps its place. */
export function readItems(reader: StandardReader, kind: RecordKind): readonly ReadItem[] {
  const seen = new Set<string>();
  return [dutyList, ...apprenticeshipLists, ...foundationLists].flatMap(list =>
    readList(reader, list, isExpected(list, kind), seen),
  );
}

function isExpected(list: StatementList, kind: RecordKind): boolean {
  if (kind === 'apprenticeship') return !foundationLists.includes(list);
  return foundationLists.includes(list) && (kind === 'foundation' || list.kind !== 'employabilityBehaviour');
}

function readList(
  reader: StandardReader,
  list: StatementList,
  expected: boolean,
  seen: Set<string>,
): readonly ReadItem[] {
  const found = take(reader, list.name, asList, expected, 'a list');
  const elements = given(found) ?? [];
  if (expected && elements.length === 0 && found.state !== 'invalid') {
    const why = { given: 'is empty', null: 'is null', absent: 'is not there' }[found.state];
    noteProblem(reader.findings, list.name, `The list of ${list.called} ${why}.`);
  }
  return elements.map((element, index) => readElement(reader, list, element, index, seen));
}

/** Stands where the source has no words, so that what follows keeps its code. */
const noWords = '[No wording in the source]';

function readElement(
  reader: StandardReader,
  list: StatementList,
  held: unknown,
  index: number,
  seen: Set<string>,
): ReadItem {
  const code = `${list.prefix}${index + 1}`;
  const element = looseRecord(held);
  const raw = typeof held === 'string' ? held : firstText(element, ['detail', 'dutyDetail', 'description', 'text']);
  const text = withoutOwnCode(reader, code, readable(reader, code, raw ?? ''));
  if (text === '')
    noteProblem(reader.findings, code, 'It has no wording. Its place is kept, so that later codes are right.');
  const identity = identityOf(reader, list, element, code, seen);
  const core = list.coreMark && given(field(element, list.coreMark, asYesNo)) === false ? { core: false } : {};
  const notes = readable(reader, `${code}, criteria`, firstText(element, ['criteriaForMeasuringPerformance']) ?? '');
  return {
    element,
    item: {
      code,
      kind: list.kind,
      text: text === '' ? noWords : text,
      ...(identity === undefined ? {} : { identity }),
      ...core,
      ...(notes === '' ? {} : { notes }),
    },
  };
}

function firstText(element: LooseRecord, names: readonly string[]): string | undefined {
  return names.map(name => given(field(element, name, asText))).find(text => text !== undefined);
}

/** A statement that repeats its own code, "K1: Principles…", loses it; another one's code at its head is told. */
function withoutOwnCode(reader: StandardReader, code: string, text: string): string {
  const [head, printed] = /^((?:ESB|TK|TS|K|S|B)\d{1,3})\s*[:.)–-]\s*/.exec(text) ?? [];
  if (head === undefined || printed === undefined) return text;
  if (printed !== code) {
    noteProblem(reader.findings, code, `Its wording begins with ${printed}, and by its place it is ${code}.`);
    return text;
  }
  const rest = text.slice(head.length);
  noteRepair(reader.findings, code, text, rest);
  return rest;
}

function identityOf(
  reader: StandardReader,
  list: StatementList,
  element: LooseRecord,
  code: string,
  seen: Set<string>,
): string | undefined {
  const names = [...list.identifiers, 'id', 'key'];
  const identity = names.map(name => given(field(element, name, asIdentity))).find(one => one !== undefined);
  if (identity === undefined) {
    noteProblem(reader.findings, code, 'It has no identifier, so nothing can be linked to it.');
    return undefined;
  }
  if (seen.has(identity.toLowerCase())) {
    noteProblem(reader.findings, code, 'Its identifier was given before. Links lead to the first that has it.');
    return undefined;
  }
  seen.add(identity.toLowerCase());
  return identity;
}
