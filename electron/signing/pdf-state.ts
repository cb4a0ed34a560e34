import { type PdfFile, type PdfObject, type Revision, readObjectAt } from './pdf-file.ts';
import {
  asDict,
  asItems,
  asName,
  asRef,
  asString,
  asText,
  type PdfDict,
  type PdfValue,
  unreadable,
} from './pdf-values.ts';

/** A file as a reader saw it after one of its revisions: `upTo` counts from 0, the oldest. */
export interface PdfState {
  readonly file: PdfFile;
  readonly upTo: number;
}

/** A signature field: `number` is its object, `name` the full name with those of its parents. */
export interface SignatureField {
  readonly number: number;
  readonly name: string;
  readonly dict: PdfDict;
  /** The value of /V, the signature dictionary, when the field is signed. */
  readonly signature: PdfDict | undefined;
}

const MOST_FIELDS = 1000;
const LONGEST_NAME = 1000;
const LONGEST_REFERENCE = 8;

/** The state after the newest revision. */
export const latestState = (file: PdfFile): PdfState => ({ file, upTo: file.revisions.length - 1 });

/** The newest revision that the state has. */
export const lastRevision = (state: PdfState): Revision =>
  state.file.revisions[state.upTo] ?? unreadable('a revision is missing');

/** Position of the object in this state, or undefined when it has none by this number. */
export function offsetOf(state: PdfState, number: number): number | undefined {
  for (let index = state.upTo; index >= 0; index--) {
    const offset = state.file.revisions[index]?.offsets.get(number);
    if (offset !== undefined) return offset ?? undefined;
  }
  return undefined;
}

/** The object by this number, or undefined when the state has none. */
export function objectOf(state: PdfState, number: number): PdfObject | undefined {
  const offset = offsetOf(state, number);
  return offset === undefined ? undefined : readObjectAt(state.file, offset, number);
}

/** The numbers of all objects that the state has. */
export function objectNumbers(state: PdfState): readonly number[] {
  const numbers = new Set(
    state.file.revisions.slice(0, state.upTo + 1).flatMap(revision => [...revision.offsets.keys()]),
  );
  return [...numbers].filter(number => offsetOf(state, number) !== undefined);
}

/** The value itself, or what it refers to; a reference to nothing is null. */
export function resolve(state: PdfState, value: PdfValue | undefined): PdfValue {
  let current = value ?? null;
  for (let hops = 0; hops < LONGEST_REFERENCE; hops++) {
    const ref = asRef(current);
    if (!ref) return current;
    current = objectOf(state, ref.number)?.value ?? null;
  }
  return unreadable('its references run in a circle');
}

/** The entry of a dictionary, followed if it is a reference. */
export const entryOf = (state: PdfState, dict: PdfDict | undefined, key: string): PdfValue =>
  resolve(state, dict?.entries.get(key));

/** The catalogue and its object number. */
export function catalogOf(state: PdfState): { readonly number: number; readonly dict: PdfDict } {
  const number = asRef(lastRevision(state).trailer.entries.get('Root'))?.number ?? -1;
  const dict = asDict(objectOf(state, number)?.value);
  return dict ? { number, dict } : unreadable('its catalogue is missing');
}

interface FieldToVisit {
  readonly value: PdfValue;
  readonly name: string;
  readonly type: string | undefined;
}

/** Puts members on a stack so that the first is taken first. Not `push(...members)`: a hostile array may have millions. */
export function stack<T>(waiting: T[], members: readonly T[] | undefined): void {
  for (let index = (members?.length ?? 0) - 1; index >= 0; index--) waiting.push(members?.[index] as T);
}

/** All signature fields, signed or not, in the order of the form. */
export function signatureFields(state: PdfState): readonly SignatureField[] {
  const found: SignatureField[] = [];
  const visited = new Set<number>();
  const waiting: FieldToVisit[] = [];
  const visitLater = (values: PdfValue, name: string, type: string | undefined): void =>
    stack(
      waiting,
      asItems(values)?.map(value => ({ value, name, type })),
    );
  const form = asDict(entryOf(state, catalogOf(state).dict, 'AcroForm'));
  visitLater(entryOf(state, form, 'Fields'), '', undefined);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const number = asRef(next.value)?.number;
    const dict = asDict(resolve(state, next.value));
    if (number === undefined || !dict || visited.has(number)) continue;
    if (visited.add(number).size > MOST_FIELDS) unreadable('it has too many form fields');
    const title = asString(entryOf(state, dict, 'T'));
    if (next.name.length + (title?.bytes.length ?? 0) > LONGEST_NAME) unreadable('a form field has too long a name');
    const part = asText(title);
    const name = [next.name, part].filter(Boolean).join('.');
    const type = asName(entryOf(state, dict, 'FT')) ?? next.type;
    visitLater(entryOf(state, dict, 'Kids'), name, type);
    if (type === 'Sig' && part !== undefined) {
      found.push({ number, name, dict, signature: asDict(entryOf(state, dict, 'V')) });
    }
  }
  return found;
}
