import { formatDate, formatList } from '../british.ts';
import { compareKsbCodes } from './ksb-codes.ts';
import type { Plan } from './plan.ts';
import { nameOfPlace, placeInWords } from './plan-field-names.ts';
import type { PlanPlace } from './plan-finding.ts';

/** One thing in which two versions of a plan differ. Null: it is not there in that version. */
export interface PlanDifference {
  /** In the later version; in the earlier one for what was taken out. */
  readonly place: PlanPlace;
  /** The place in words: `Observation with questions, questions: least number of questions`. */
  readonly where: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What is not content but belongs to the version itself. */
const ofTheVersion = ['schema', 'id', 'transcription', 'supersedes'];

/**
 * In what two versions of a plan differ, in the order of the plan, in plain words. Methods, parts, themes and descriptors are compared by their key, so
 * that one put in between does not make all that follow look changed; lists of KSB codes by what came and went; the grade table by combination.
 */
export function planDifferences(before: Plan, after: Plan): readonly PlanDifference[] {
  return differencesAt(without(before), without(after), { before, after, earlier: [], later: [] });
}

/** Where the comparison is: in both plans, for lists may have moved. */
interface At {
  readonly before: Plan;
  readonly after: Plan;
  readonly earlier: PlanPlace;
  readonly later: PlanPlace;
}

function without(plan: Plan): unknown {
  return Object.fromEntries(Object.entries(plan).filter(([name]) => !ofTheVersion.includes(name)));
}

function differencesAt(before: unknown, after: unknown, at: At): readonly PlanDifference[] {
  if (isSame(before, after)) return [];
  if (isGone(before) || isGone(after)) return [whole(before, after, at)];
  if (Array.isArray(before) && Array.isArray(after)) return differencesOfLists(before, after, at);
  if (isRecord(before) && isRecord(after) && at.later.at(-2) !== 'rows') {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(name => name !== 'key');
    return names.flatMap(name => differencesAt(before[name], after[name], below(at, name, name)));
  }
  return [whole(before, after, at)];
}

function differencesOfLists(before: readonly unknown[], after: readonly unknown[], at: At): readonly PlanDifference[] {
  if ([...before, ...after].every(element => typeof element === 'string')) {
    return [{ ...differenceOfWords(before as readonly string[], after as readonly string[]), ...whereIs(at) }];
  }
  const identity = identityIn(at.later.at(-1));
  const earlier = new Map(before.map((element, index) => [identity(element, index), { element, index }]));
  const later = new Map(after.map((element, index) => [identity(element, index), { element, index }]));
  const stayed = [...later].flatMap(([key, { element, index }]) => {
    const was = earlier.get(key);
    return differencesAt(was?.element, element, below(at, was?.index ?? index, index));
  });
  const gone = [...earlier]
    .filter(([key]) => !later.has(key))
    .flatMap(([, { element, index }]) => differencesAt(element, undefined, below(at, index, index)));
  return [...stayed, ...gone, ...moved([...earlier.keys()], [...later.keys()], at)];
}

/** What tells the elements of a list from one another. */
function identityIn(list: string | number | undefined): (element: unknown, index: number) => string {
  return (element, index) => {
    if (!isRecord(element)) return String(index);
    if (typeof element['key'] === 'string') return element['key'];
    if (list === 'rows') return JSON.stringify(Object.entries(element['methods'] as object).sort());
    if (list === 'boundaries') return String(element['grade']);
    return String(index);
  };
}

/** Elements that are all still there but in another order. */
function moved(earlier: readonly string[], later: readonly string[], at: At): readonly PlanDifference[] {
  const list = at.later.at(-1);
  if (list === 'rows' || list === 'boundaries') return [];
  const stayed = later.filter(key => earlier.includes(key));
  const order = earlier.filter(key => stayed.includes(key));
  if (stayed.every((key, index) => order[index] === key)) return [];
  const where = `${placeInWords(at.after, at.later)}, order`;
  return [{ place: at.later, where, before: 'in another order', after: 'moved' }];
}

function whole(before: unknown, after: unknown, at: At): PlanDifference {
  const isOut = isGone(after);
  const place = isOut && !isGone(before) ? at.earlier : at.later;
  const plan = place === at.earlier ? at.before : at.after;
  return {
    place,
    where: whereOf(plan, place),
    before: valueInWords(before, at.earlier),
    after: valueInWords(after, at.later),
  };
}

/** An element of a list is named by what it is; a parameter by its place. */
function whereOf(plan: Plan, place: PlanPlace): string {
  const last = place.at(-1);
  if (typeof last !== 'number') return placeInWords(plan, place);
  return placeInWords(plan, [...place, '']).replace(/: $/, '');
}

const below = (at: At, earlier: string | number, later: string | number): At => ({
  ...at,
  earlier: [...at.earlier, earlier],
  later: [...at.later, later],
});

const isGone = (value: unknown): boolean => value === undefined || value === null;
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether two values of a document are the same, whatever the order of their properties. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((element, index) => isSame(element, other[index]));
  }
  if (!isRecord(one) || !isRecord(other)) return false;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every(name => isSame(one[name], other[name]));
}

const whereIs = (at: At) => ({ place: at.later, where: placeInWords(at.after, at.later) });

/** What came and what went; both lists in full where only their order differs. */
function differenceOfWords(before: readonly string[], after: readonly string[]) {
  const gone = before.filter(entry => !after.includes(entry)).toSorted(compareKsbCodes);
  const come = after.filter(entry => !before.includes(entry)).toSorted(compareKsbCodes);
  if (gone.length + come.length === 0) return { before: formatList(before), after: formatList(after) };
  return { before: gone.length > 0 ? formatList(gone) : null, after: come.length > 0 ? formatList(come) : null };
}

/** The value of a parameter in words: `10`, `yes`, `21 November 2026`, and what a group holds. Null where there is none. */
export function valueInWords(value: unknown, place: PlanPlace): string | null {
  if (value === undefined) return null;
  if (value === null) return 'left open';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string')
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value) : value === '' ? 'empty' : spaced(value);
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) {
    if (value.length === 0) return 'none';
    return formatList(value.map((element, index) => valueInWords(element, [...place, index]) ?? ''));
  }
  const entries = Object.entries(value).filter(([name]) => name !== 'key');
  return entries
    .map(([name, inner]) => `${nameOfPlace([...place, name])}: ${valueInWords(inner, [...place, name])}`)
    .join('; ');
}

/** Choices whose stored words say nothing by themselves. */
const choiceWords: Readonly<Record<string, string>> = {
  epa: 'end-point assessment',
  aap: 'reformed',
  dbs: 'DBS check',
};

/** A choice as it is stored, `professionalDiscussion`, in words; any other text as it is. */
function spaced(value: string): string {
  const known = choiceWords[value];
  if (known !== undefined) return known;
  return /^[a-z]+([A-Z][a-z]+)+$/.test(value) ? value.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`) : value;
}
