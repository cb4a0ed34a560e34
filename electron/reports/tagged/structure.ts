import type { PdfDocumentBase, PdfReference } from './internals.ts';
import type { AnnotationChild, MarkedContent, Tag } from './tags.ts';

/** Elements that stay although nothing is painted for them: an empty cell keeps its place in the row. */
const keptWhenEmpty = new Set(['TD', 'TH']);

/** Writes the tree of elements into the document as its structure tree. Elements without content are left out. */
export function writeStructure(document: PdfDocumentBase, root: Tag): void {
  const treeRoot = document.getStructTreeRoot();
  const element = hasContent(root) ? writeElement(document, root, treeRoot) : null;
  treeRoot.data.K = element ? [element] : [];
}

function hasContent(tag: Tag): boolean {
  if (tag.fieldElement || keptWhenEmpty.has(tag.role)) return true;
  return tag.children.some(child => !('role' in child) || hasContent(child));
}

function writeElement(document: PdfDocumentBase, tag: Tag, parent: PdfReference): PdfReference {
  const element = document.ref({ Type: 'StructElem', S: tag.role, P: parent });
  if (tag.alt !== undefined) element.data.Alt = new String(tag.alt) as string;
  const attributes = attributesOf(tag);
  if (attributes) element.data.A = attributes;
  const kids: unknown[] = [];
  for (const child of tag.children) {
    if ('role' in child) {
      if (hasContent(child)) kids.push(writeChild(document, child, element));
    } else if ('annotation' in child) kids.push(annotationKid(document, child, element));
    else kids.push(...contentKids(document, child, element));
  }
  // A lone child stands by itself: some validators of later signatures know a form field's element only in this form.
  element.data.K = kids.length === 1 ? kids[0] : kids;
  element.end();
  return element;
}

function writeChild(document: PdfDocumentBase, tag: Tag, parent: PdfReference): PdfReference {
  const { fieldElement } = tag;
  if (!fieldElement) return writeElement(document, tag, parent);
  fieldElement.setParent(parent);
  fieldElement.end();
  return fieldElement.dictionary;
}

/** The element of the tree that stands for a form field. Throws when the content has no place for such a field. */
export function fieldTag(tag: Tag, field: string): Tag {
  const found = findField(tag, field);
  if (!found) throw new Error(`The document has no place for the field ${field}`);
  return found;
}

function findField(tag: Tag, field: string): Tag | null {
  if (tag.field === field) return tag;
  for (const child of tag.children) {
    const found = 'role' in child ? findField(child, field) : null;
    if (found) return found;
  }
  return null;
}

function contentKids(document: PdfDocumentBase, content: MarkedContent, element: PdfReference): unknown[] {
  return content.refs.map(({ pageRef, mcid }) => {
    document.getStructParentTree().get(pageRef.data.StructParents)[mcid] = element;
    element.data.Pg ??= pageRef;
    return element.data.Pg === pageRef ? mcid : { Type: 'MCR', Pg: pageRef, MCID: mcid };
  });
}

function annotationKid(
  document: PdfDocumentBase,
  { annotation, page }: AnnotationChild,
  element: PdfReference,
): object {
  document.getStructParentTree().add(annotation.data.StructParent, element);
  return { Type: 'OBJR', Obj: annotation, Pg: page };
}

/** Attributes as ISO 32000-1 §14.8.5 groups them by owner; an element of ours never needs two owners. */
function attributesOf(tag: Tag): object | null {
  if (tag.bounds) return { O: 'Layout', Placement: 'Block', BBox: [...tag.bounds] };
  if (tag.numbering) return { O: 'List', ListNumbering: tag.numbering };
  if (tag.scope === undefined && tag.colSpan === undefined) return null;
  return {
    O: 'Table',
    ...(tag.scope && { Scope: tag.scope }),
    ...(tag.colSpan && { ColSpan: tag.colSpan }),
  };
}
