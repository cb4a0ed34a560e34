import type PDFDocument from 'pdfkit';
import { REPORT_FIELDS } from './report-fields.ts';

type Doc = typeof PDFDocument;
type Reference = PDFKit.PDFKitReference;

/** An empty signature field on a page: `page` counts from 1, the box is in points from the page's top left corner. */
export interface EmptyField {
  readonly name: string;
  /** Read out by screen readers: whose signature belongs here. */
  readonly tooltip: string;
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Makes the `Form` structure element for a field and puts it into the reading order; it is not ended yet. */
export type AddFormElement = (field: EmptyField) => PDFKit.PDFStructureElement;

/** Parts of pdfkit 0.19 that its published types leave out. */
interface DocInternals {
  readonly _root: { readonly data: { AcroForm?: unknown; Extensions?: unknown } };
  endAcroForm(): unknown;
}

interface ElementInternals {
  readonly dictionary: { readonly data: { K?: unknown } };
  _flushChild(child: { readonly annotationRef?: Reference }): void;
}

/**
 * Adds the fields, empty, to a pdfkit document with buffered pages before its `end()`, and a field without a box for a
 * later time stamp. They are made now because a field that is added to a signed report counts as a change.
 */
export function addSignatureFields(doc: Doc, fields: readonly EmptyField[], addFormElement: AddFormElement): void {
  const widgets = fields.map(field => addField(doc, field, addFormElement(field)));
  const form = doc.ref({ Fields: [...widgets, addTimestampField(doc)], SigFlags: 1 });
  const internals = doc as unknown as DocInternals;
  internals._root.data.AcroForm = form;
  internals._root.data.Extensions = { ESIC: { BaseVersion: '1.7', ExtensionLevel: 1 } };
  // pdfkit's own version insists on a font for text fields, of which there are none.
  internals.endAcroForm = () => {
    form.end(undefined);
    return doc;
  };
}

/** Field and widget are one object: with a widget of its own, poppler 22 reports a signed field as not signed. */
function addField(doc: Doc, field: EmptyField, element: PDFKit.PDFStructureElement): Reference {
  doc.switchToPage(field.page - 1);
  const page = doc.page.dictionary;
  const appearance = doc.ref({
    Type: 'XObject',
    Subtype: 'Form',
    FormType: 1,
    BBox: [0, 0, field.width, field.height],
    Resources: {},
  });
  appearance.end('q Q'); // empty on paper; without any operator pdfkit would not write a stream, as PDF/A demands
  referToWidgetDirectly(element as unknown as ElementInternals, page);
  doc.annotate(field.x, field.y, field.width, field.height, {
    ...fieldEntries(field.name, field.tooltip, page),
    AP: { N: appearance },
    structParent: element,
  } as PDFKit.Mixins.AnnotationOption);
  return doc.page.annotations.at(-1);
}

/** Flag 132: printed and locked. No highlight colour, and `String` objects are what pdfkit writes as text. */
const fieldEntries = (name: string, tooltip: string, page: Reference) => ({
  Subtype: 'Widget',
  FT: 'Sig',
  F: 132,
  T: new String(name),
  TU: new String(tooltip),
  P: page,
  C: [],
});

/**
 * pdfkit would write /K as an array, and as /Pg the page that is current when the document ends. It must be the page of
 * the widget; and a single dictionary, since other verifiers take a countersignature for a change of the structure otherwise.
 */
function referToWidgetDirectly(element: ElementInternals, page: Reference): void {
  const flush = element._flushChild.bind(element);
  element._flushChild = child => {
    if (child.annotationRef) element.dictionary.data.K = { Type: 'OBJR', Obj: child.annotationRef, Pg: page };
    else flush(child);
  };
}

/** Not hidden by its flags, which PDF/A forbids, but by a box without a size. */
function addTimestampField(doc: Doc): Reference {
  doc.switchToPage(0);
  const entries = fieldEntries(REPORT_FIELDS.timestamp, 'Time stamp of the document', doc.page.dictionary);
  doc.annotate(0, 0, 0, 0, entries as unknown as PDFKit.Mixins.AnnotationOption);
  return doc.page.annotations.at(-1);
}
