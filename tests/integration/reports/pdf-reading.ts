import { nameOf, type PdfObjects, type PdfValue, readPdf, textOf, valueReader } from './pdf-objects.ts';

/** An operator of a page's content with the marked content that it stands in. */
export interface PaintedOperator {
  readonly operator: string;
  readonly operands: readonly PdfValue[];
  /** The tag of the innermost marked content: a role, `Artifact`, or null outside of any. */
  readonly tag: string | null;
  readonly mcid: number | null;
}

/** An element of the logical structure. */
export interface Element {
  readonly role: string;
  readonly alt: string;
  readonly attributes: Readonly<Record<string, PdfValue>>;
  readonly children: readonly Element[];
  /** What of the pages and annotations belongs to the element itself. */
  readonly contents: readonly { readonly page: number; readonly mcid: number }[];
  readonly annotations: readonly Readonly<Record<string, PdfValue>>[];
}

/** Operators that put something on the page (ISO 32000-1, table 51), apart from clipping and paths that are not painted. */
export const paintingOperators = new Set('S s f F f* B B* b b* sh Do EI Tj TJ \' "'.split(' '));

export const catalogOf = (pdf: PdfObjects) => pdf.dictionary(pdf.trailer.dict['Root']);

/** The pages' references, in order. */
export function pagesOf(pdf: PdfObjects): readonly PdfValue[] {
  return pdf.list(pdf.dictionary(catalogOf(pdf)['Pages'])['Kids']);
}

/** All operators of a page. Throws when marked content is not balanced. */
export function operatorsOf(pdf: PdfObjects, page: PdfValue): PaintedOperator[] {
  const reader = valueReader(pdf.stream(pdf.dictionary(page)['Contents']).toString('latin1'), 0);
  const open: { readonly tag: string; readonly mcid: number | null }[] = [];
  const operators: PaintedOperator[] = [];
  let operands: PdfValue[] = [];
  for (let word = reader.word(); word !== null; word = reader.word()) {
    if (!/^[A-Za-z'"]/.test(word) || ['true', 'false', 'null'].includes(word)) {
      operands.push(reader.parse(word));
      continue;
    }
    if (word === 'BDC' || word === 'BMC') open.push({ tag: nameOf(operands[0]), mcid: mcidOf(pdf, operands[1]) });
    operators.push({ operator: word, operands, tag: open.at(-1)?.tag ?? null, mcid: open.at(-1)?.mcid ?? null });
    if (word === 'EMC' && !open.pop()) throw new Error('Marked content ends that was not begun');
    operands = [];
  }
  if (open.length > 0) throw new Error('Marked content is left open at the end of the page');
  return operators;
}

function mcidOf(pdf: PdfObjects, properties: PdfValue | undefined): number | null {
  const mcid = pdf.dictionary(properties)['MCID'];
  return typeof mcid === 'number' ? mcid : null;
}

/** The structure tree's one root element. */
export function structureOf(pdf: PdfObjects): Element {
  const root = pdf.dictionary(catalogOf(pdf)['StructTreeRoot']);
  const [document] = pdf.list(root['K']);
  const pages = pagesOf(pdf).map(page => JSON.stringify(page));
  return elementOf(pdf, document ?? null, pages);
}

function elementOf(pdf: PdfObjects, value: PdfValue, pages: readonly string[]): Element {
  const entries = pdf.dictionary(value);
  const children: Element[] = [];
  const contents: { page: number; mcid: number }[] = [];
  const annotations: Readonly<Record<string, PdfValue>>[] = [];
  for (const kid of pdf.list(entries['K'])) {
    const kidEntries = pdf.dictionary(kid);
    const type = nameOf(kidEntries['Type']);
    if (typeof kid === 'number') contents.push({ page: pages.indexOf(JSON.stringify(entries['Pg'])), mcid: kid });
    else if (type === 'MCR') {
      contents.push({ page: pages.indexOf(JSON.stringify(kidEntries['Pg'])), mcid: Number(kidEntries['MCID']) });
    } else if (type === 'OBJR') annotations.push(pdf.dictionary(kidEntries['Obj']));
    else children.push(elementOf(pdf, kid, pages));
  }
  const attributes = pdf.dictionary(entries['A']);
  return { role: nameOf(entries['S']), alt: textOf(entries['Alt']), attributes, children, contents, annotations };
}

/** An element and all below it, in reading order. */
export function allElements(element: Element): Element[] {
  return [element, ...element.children.flatMap(allElements)];
}

/** The roles as an indented outline, equal neighbours counted. */
export function rolesOutline(element: Element, indent = ''): string {
  const lines: string[] = [];
  for (const child of element.children.map(one => rolesOutline(one, `${indent}  `))) {
    const [, count, before] = /^(?:(\d+) × )?([\s\S]*)$/.exec(lines.at(-1) ?? '') ?? [];
    if (before === child) lines[lines.length - 1] = `${Number(count ?? 1) + 1} × ${child}`;
    else lines.push(child);
  }
  return [`${indent}${element.role}`, ...lines].join('\n');
}

/** The model that is attached to a document. */
export function attachedModel(bytes: Uint8Array): unknown {
  const pdf = readPdf(bytes);
  const [file] = pdf.list(catalogOf(pdf)['AF']);
  return JSON.parse(pdf.stream(pdf.dictionary(pdf.dictionary(file)['EF'])['F']).toString('utf8'));
}
