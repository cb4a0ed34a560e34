import { labelObjects, type ObjectLabels } from './object-labels.ts';
import { type PdfFile, type PdfObject, readObjectAt } from './pdf-file.ts';
import { cursorAt, skipSpace } from './pdf-lexer.ts';
import {
  catalogOf,
  lastRevision,
  objectOf,
  offsetOf,
  type PdfState,
  type SignatureField,
  signatureFields,
  stack,
} from './pdf-state.ts';
import { asDict, asItems, asRef, type PdfDict, type PdfValue, unreadable, writeValue } from './pdf-values.ts';

/*
 * What a later revision may do to a signed document: fill one signature field that was there, empty, when it was signed,
 * and add material for validating signatures to the catalogue. Everything else counts as a change, even where other
 * readers tolerate it, and so does an update in an unusual form: then two readers might see two documents.
 */

/** A step from one revision to the next. */
export interface RevisionStep {
  readonly before: PdfState;
  readonly after: PdfState;
  /** The field whose signature covers exactly the new revision. */
  readonly signing: SignatureField | undefined;
  /** Numbers of all objects that the earlier revisions refer to, whether they have them or not. */
  readonly referred: ReadonlySet<number>;
}

const CATALOGUE_MAY_CHANGE = new Set(['DSS', 'Extensions']); // ETSI EN 319 142-1 §5.4.2
const FIELD_MAY_CHANGE = new Set(['V', 'AP']);
const FORM_MAY_CHANGE = new Set(['SigFlags']);
const TRAILER_MAY_HAVE = new Set(['Size', 'Root', 'Info', 'ID', 'Prev']);

const CATALOGUE_CHANGES: Readonly<Record<string, string>> = {
  AcroForm: 'the form with the signature fields was exchanged',
  AF: 'the attached files were changed',
  Names: 'the attached files were changed',
  Metadata: 'the title and other document properties were changed',
  OpenAction: 'an action that runs when the document is opened was added or changed',
  Outlines: 'the bookmarks were changed',
  Pages: 'the pages were exchanged',
  Perms: 'the rule that no changes are allowed was lifted or altered',
  StructTreeRoot: 'the reading order for screen readers was changed',
};

const entryText = (dict: PdfDict | undefined, key: string): string => writeValue(dict?.entries.get(key) ?? null);

/** The keys whose values differ. */
function changedKeys(before: PdfDict | undefined, after: PdfDict | undefined): readonly string[] {
  const keys = new Set([...(before?.entries.keys() ?? []), ...(after?.entries.keys() ?? [])]);
  return [...keys].filter(key => entryText(before, key) !== entryText(after, key));
}

/**
 * Reads the bytes of an update, which must be its objects one after the other, the table of exactly these objects, and
 * the end: nothing may be hidden between them. Throws AppError `pdf.unreadable` otherwise.
 */
function readUpdate(step: RevisionStep): readonly PdfObject[] {
  const { file } = step.after;
  const revision = lastRevision(step.after);
  const cursor = cursorAt(file.bytes, lastRevision(step.before).end, file.limits);
  const objects: PdfObject[] = [];
  for (skipSpace(cursor, false); cursor.at < revision.table; skipSpace(cursor, false)) {
    const object = readObjectAt(file, cursor.at);
    objects.push(object);
    cursor.at = object.end;
  }
  const listed = [...revision.offsets.values()].filter(offset => offset !== null);
  const isComplete =
    cursor.at === revision.table &&
    listed.length === objects.length &&
    objects.every(object => revision.offsets.get(object.number) === object.start);
  if (!isComplete) unreadable('the update does not contain exactly what it lists');
  return objects;
}

function trailerChanges(step: RevisionStep): readonly string[] {
  const before = lastRevision(step.before).trailer;
  const after = lastRevision(step.after).trailer;
  const isSame = (key: string): boolean => entryText(before, key) === entryText(after, key);
  const firstId = (trailer: PdfDict): string => writeValue(asItems(trailer.entries.get('ID'))?.[0] ?? null);
  const isPlain =
    isSame('Root') &&
    isSame('Info') &&
    firstId(before) === firstId(after) &&
    [...after.entries.keys()].every(key => TRAILER_MAY_HAVE.has(key));
  return isPlain ? [] : ['the document was exchanged for another one in the same file'];
}

function catalogueChanges(before: PdfDict | undefined, after: PdfDict | undefined): readonly string[] {
  return changedKeys(before, after)
    .filter(key => !CATALOGUE_MAY_CHANGE.has(key))
    .map(key => CATALOGUE_CHANGES[key] ?? `the settings of the whole document were changed (${key})`);
}

function formChanges(before: PdfDict | undefined, after: PdfDict | undefined): readonly string[] {
  const onlyFlags = changedKeys(before, after).every(key => FORM_MAY_CHANGE.has(key));
  return onlyFlags && after?.entries.get('SigFlags') === 3 ? [] : ['signature fields were added, removed or changed'];
}

/** A signed field gets a signature and one appearance stream, /N; nothing else of it may change. */
function signedFieldChanges(field: SignatureField, before: PdfDict | undefined, after: PdfDict | undefined) {
  const appearance = asDict(after?.entries.get('AP'));
  const isFilled =
    changedKeys(before, after).every(key => FIELD_MAY_CHANGE.has(key)) &&
    [...(appearance?.entries.keys() ?? [])].every(key => key === 'N');
  return isFilled ? [] : [`the signature field “${field.name}” was changed beyond being signed`];
}

function pageChanges(page: string, before: PdfDict | undefined, after: PdfDict | undefined): readonly string[] {
  const keys = changedKeys(before, after);
  return [
    ...(keys.includes('Contents') ? [`the content of ${page} was replaced`] : []),
    ...(keys.includes('Annots') ? [`a note, stamp or field was added to or removed from ${page}`] : []),
    ...(keys.every(key => key === 'Contents' || key === 'Annots') ? [] : [`${page} was changed`]),
  ];
}

/** The earlier state, as far as judging replaced objects needs it. */
interface Earlier {
  readonly catalogue: number;
  readonly form: number | undefined;
  readonly emptyFields: ReadonlyMap<number, SignatureField>;
  readonly labels: ObjectLabels;
}

function readEarlier(step: RevisionStep, replaced: readonly number[]): Earlier {
  const catalogue = catalogOf(step.before);
  const form = asRef(catalogue.dict.entries.get('AcroForm'))?.number;
  const emptyFields = signatureFields(step.before).filter(field => !field.signature);
  const usual = [catalogue.number, form, step.signing?.number];
  return {
    catalogue: catalogue.number,
    form,
    emptyFields: new Map(emptyFields.map(field => [field.number, field])),
    labels: replaced.every(number => usual.includes(number)) ? new Map() : labelObjects(step.before),
  };
}

/** What was done to one object that the document already had. */
function objectChanges(step: RevisionStep, earlier: Earlier, number: number): readonly string[] {
  const before = asDict(objectOf(step.before, number)?.value);
  const object = objectOf(step.after, number);
  const after = asDict(object?.value);
  const label = earlier.labels.get(number) ?? `a part of the document (object ${number})`;
  if (!object) return [`${label} was removed`];
  if (number === earlier.catalogue) return catalogueChanges(before, after);
  if (number === earlier.form) return formChanges(before, after);
  const field = earlier.emptyFields.get(number);
  if (field && step.signing?.number === number) return signedFieldChanges(field, before, after);
  if (/^page \d+$/.test(label)) return pageChanges(label, before, after);
  return [`${label} was replaced`];
}

/** Calls `visit` for each reference in the value, and goes on from there if `visit` says so. */
function follow(state: PdfState, start: PdfValue, visit: (number: number) => boolean): void {
  const waiting: PdfValue[] = [start];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const ref = asRef(next);
    if (ref && visit(ref.number)) waiting.push(objectOf(state, ref.number)?.value ?? null);
    stack(waiting, asItems(next));
    for (const entry of asDict(next)?.entries.values() ?? []) waiting.push(entry);
  }
}

/** Adds the numbers of all objects that the objects of one revision refer to. */
export function collectReferences(file: PdfFile, revision: number, referred: Set<number>): void {
  for (const [number, offset] of file.revisions[revision]?.offsets ?? []) {
    if (offset === null) continue;
    follow({ file, upTo: revision }, readObjectAt(file, offset, number).value, reference => {
      referred.add(reference);
      return false;
    });
  }
}

/**
 * New objects must belong to the new signature or to the material for validating signatures. An object that was referred to
 * before it existed would change what was signed.
 */
function additionChanges(step: RevisionStep, added: readonly number[]): readonly string[] {
  if (added.length === 0) return [];
  const unexplained = new Set(added);
  const field = asDict(objectOf(step.after, step.signing?.number ?? -1)?.value);
  const catalogue = catalogOf(step.after).dict;
  const origins = [field, catalogue].flatMap((dict, index) =>
    [...(index === 0 ? FIELD_MAY_CHANGE : CATALOGUE_MAY_CHANGE)].map(key => dict?.entries.get(key) ?? null),
  );
  for (const origin of origins) follow(step.after, origin, number => unexplained.delete(number));
  return [
    ...(added.some(number => step.referred.has(number)) ? ['a part that was left empty was filled in afterwards'] : []),
    ...(unexplained.size > 0 ? ['material that belongs to no signature was added'] : []),
  ];
}

const addsValidation = ({ before, after }: RevisionStep): boolean =>
  changedKeys(catalogOf(before).dict, catalogOf(after).dict).some(key => CATALOGUE_MAY_CHANGE.has(key));

/** What a revision changed that it must not, in plain words; nothing when it only signed the document. */
export function changesInStep(step: RevisionStep): readonly string[] {
  const update = readUpdate(step);
  const removed = [...lastRevision(step.after).offsets].filter(([number, offset]) => offset === null && number !== 0);
  const numbers = [...update.map(object => object.number), ...removed.map(([number]) => number)];
  const replaced = numbers.filter(number => offsetOf(step.before, number) !== undefined);
  const added = numbers.filter(number => offsetOf(step.before, number) === undefined);
  const earlier = readEarlier(step, replaced);
  const changes = [
    ...trailerChanges(step),
    ...replaced.flatMap(number => objectChanges(step, earlier, number)),
    ...additionChanges(step, added),
  ];
  const isForSomething = step.signing || addsValidation(step);
  return changes.length > 0 || isForSomething ? [...new Set(changes)] : ['an update was added that nobody signed'];
}
