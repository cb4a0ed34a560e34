import type { PdfState } from './pdf-state.ts';
import { catalogOf, entryOf, objectOf } from './pdf-state.ts';
import { addObject, type PdfUpdate, putObject } from './pdf-update.ts';
import {
  asDict,
  asItems,
  asRef,
  type PdfDict,
  type PdfRef,
  type PdfValue,
  pdfArray,
  pdfDict,
  pdfName,
  unreadable,
} from './pdf-values.ts';

/** Copies a value of another file into the update, with all objects that it refers to, each once. */
function copyValue(update: PdfUpdate, source: PdfState, value: PdfValue, copies: Map<number, PdfRef>): PdfValue {
  const ref = asRef(value);
  if (ref) {
    const known = copies.get(ref.number);
    if (known) return known;
    const original = objectOf(source, ref.number);
    if (!original) return null;
    const copy = addObject(update, null);
    copies.set(ref.number, copy);
    putObject(update, copy.number, copyValue(update, source, original.value, copies), original.stream);
    return copy;
  }
  const items = asItems(value);
  if (items) return pdfArray(items.map(member => copyValue(update, source, member, copies)));
  const dict = asDict(value);
  if (!dict) return value;
  const entries = [...dict.entries].map(([key, entry]) => [key, copyValue(update, source, entry, copies)] as const);
  return { kind: 'dict', entries: new Map(entries) };
}

function onlyPage(source: PdfState): PdfDict {
  const pages = asDict(entryOf(source, catalogOf(source).dict, 'Pages'));
  const [first, ...rest] = asItems(entryOf(source, pages, 'Kids')) ?? [];
  const page = asDict(objectOf(source, asRef(first)?.number ?? -1)?.value);
  if (!page || rest.length > 0) unreadable('the appearance of a signature must be one page');
  return page;
}

/** Brings a one-page PDF into the update as a Form XObject (ISO 32000-1 §8.10), with its fonts; returns its reference. */
export function importPageAsForm(update: PdfUpdate, source: PdfState): PdfRef {
  const page = onlyPage(source);
  const content = objectOf(source, asRef(page.entries.get('Contents'))?.number ?? -1);
  if (!content?.stream) unreadable('the appearance of the signature has no content');
  const form = pdfDict({
    Type: pdfName('XObject'),
    Subtype: pdfName('Form'),
    FormType: 1,
    BBox: entryOf(source, page, 'MediaBox'),
    Resources: copyValue(update, source, entryOf(source, page, 'Resources'), new Map()),
    Filter: asDict(content.value)?.entries.get('Filter'),
  });
  return addObject(update, form, content.stream);
}
