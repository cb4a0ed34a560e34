import {
  catalogOf,
  entryOf,
  lastRevision,
  objectOf,
  type PdfState,
  resolve,
  signatureFields,
  stack,
} from './pdf-state.ts';
import { asDict, asItems, asName, asRef, asText, type PdfDict, type PdfValue } from './pdf-values.ts';

/** What the objects of a document are to a reader, by object number: “the content of page 3”, “an attached file”. */
export type ObjectLabels = ReadonlyMap<number, string>;

const MOST_PAGES = 10_000;

/** Keys that lead back or across to other parts of the document, and so are not followed. */
const SIDEWAYS = new Set(['Parent', 'P', 'Pg', 'Dest', 'Prev', 'Next']);

/** Gives the label to everything that the value leads to and that has none yet. */
function spread(state: PdfState, labels: Map<number, string>, value: PdfValue | undefined, label: string): void {
  const waiting: PdfValue[] = [value ?? null];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const ref = asRef(next);
    if (ref && !labels.has(ref.number)) {
      labels.set(ref.number, label);
      waiting.push(objectOf(state, ref.number)?.value ?? null);
    }
    stack(waiting, asItems(next));
    for (const [key, entry] of asDict(next)?.entries ?? []) if (!SIDEWAYS.has(key)) waiting.push(entry);
  }
}

/** Page objects in reading order; nodes of the page tree are labelled on the way. */
function findPages(state: PdfState, labels: Map<number, string>, root: PdfValue | undefined): readonly PdfDict[] {
  const pages: PdfDict[] = [];
  const waiting: PdfValue[] = [root ?? null];
  for (let next = waiting.pop(); next !== undefined && pages.length < MOST_PAGES; next = waiting.pop()) {
    const number = asRef(next)?.number;
    const dict = asDict(resolve(state, next));
    if (number === undefined || !dict || labels.has(number)) continue;
    const kids = asItems(entryOf(state, dict, 'Kids'));
    if (!kids) pages.push(dict);
    labels.set(number, kids ? 'the order of the pages' : `page ${pages.length}`);
    stack(waiting, kids);
  }
  return pages;
}

function annotationLabel(state: PdfState, annotation: PdfDict, page: number): string {
  const field = asText(entryOf(state, annotation, 'T'));
  if (field !== undefined) return `the field “${field}” on page ${page}`;
  return asName(annotation.entries.get('Subtype')) === 'Link' ? `a link on page ${page}` : `a note on page ${page}`;
}

function labelPage(state: PdfState, labels: Map<number, string>, dict: PdfDict, page: number): void {
  spread(state, labels, dict.entries.get('Contents'), `the content of page ${page}`);
  for (const value of asItems(entryOf(state, dict, 'Annots')) ?? []) {
    const annotation = asDict(resolve(state, value));
    if (annotation) spread(state, labels, value, annotationLabel(state, annotation, page));
  }
  const resources = asDict(entryOf(state, dict, 'Resources'));
  spread(state, labels, resources?.entries.get('Font'), `the lettering of page ${page}`);
  spread(state, labels, resources?.entries.get('XObject'), `a picture on page ${page}`);
  spread(state, labels, dict.entries.get('Resources'), `the colours or patterns of page ${page}`);
}

/** Labels every object that can be reached in this state. */
export function labelObjects(state: PdfState): ObjectLabels {
  const labels = new Map<number, string>();
  const { number, dict } = catalogOf(state);
  labels.set(number, 'the catalogue of the document');
  for (const field of signatureFields(state)) {
    const place = `“${field.name}”`;
    spread(state, labels, field.dict.entries.get('V'), `the signature in ${place}`);
    spread(state, labels, field.dict.entries.get('AP'), `the appearance of the signature in ${place}`);
    labels.set(field.number, `the signature field ${place}`);
  }
  findPages(state, labels, dict.entries.get('Pages')).forEach((page, index) => {
    labelPage(state, labels, page, index + 1);
  });
  spread(state, labels, dict.entries.get('AcroForm'), 'the list of signature fields');
  spread(state, labels, dict.entries.get('Names'), 'an attached file');
  spread(state, labels, dict.entries.get('AF'), 'an attached file');
  spread(state, labels, dict.entries.get('StructTreeRoot'), 'the reading order for screen readers');
  spread(state, labels, dict.entries.get('Outlines'), 'the bookmarks');
  spread(state, labels, lastRevision(state).trailer.entries.get('Info'), 'the title and other document properties');
  spread(state, labels, dict.entries.get('Metadata'), 'the title and other document properties');
  return labels;
}
