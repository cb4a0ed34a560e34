import type { PdfkitElement, PdfReference } from './internals.ts';

/** The structure types of ISO 32000-1 §14.8.4 that the reports use. */
export type Role =
  | 'Document'
  | 'Sect'
  | 'Div'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'P'
  | 'BlockQuote'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'Link'
  | 'Form';

/** pdfkit's handle of one marked-content sequence: the page that it is on and its number there. */
export interface MarkedContent {
  readonly refs: readonly { readonly pageRef: PdfReference; readonly mcid: number }[];
}

/** An annotation that belongs to an element: a link or a form field. */
export interface AnnotationChild {
  readonly annotation: PdfReference;
  readonly page: PdfReference;
}

/** Left, bottom, right and top in points from the page's lower left corner. */
export type BoundingBox = readonly [number, number, number, number];

/** An element of the logical structure, built while the pages are laid out and filled while they are painted. */
export interface Tag {
  readonly role: Role;
  readonly parent: Tag | null;
  readonly children: (Tag | MarkedContent | AnnotationChild)[];
  readonly alt?: string;
  readonly scope?: 'Row' | 'Column';
  readonly colSpan?: number;
  readonly numbering?: 'Decimal' | 'None';
  /** Name of the form field that this element stands for. */
  readonly field?: string;
  /** pdfkit's own element for that field, which writes itself. */
  fieldElement?: PdfkitElement;
  bounds?: BoundingBox;
}

/** What is painted without being content: page furniture, rules, fills. */
export interface Artifact {
  readonly artifact: 'Pagination' | 'Layout' | 'Background';
}

/** What a painted thing belongs to. */
export type Mark = Tag | Artifact;

/** A link that is being painted: its element and its words, which become the annotation's description. */
export interface LinkTag {
  readonly tag: Tag;
  readonly words: string;
}

export const layoutArtifact: Artifact = { artifact: 'Layout' };

/** Whether a mark is an element of the structure and not an artifact. */
export const isTag = (mark: Mark): mark is Tag => 'role' in mark;

type TagDetails = Partial<Pick<Tag, 'alt' | 'scope' | 'colSpan' | 'numbering' | 'field'>>;

/** Adds an element as the parent's last child. */
export function addTag(parent: Tag, role: Role, details: TagDetails = {}): Tag {
  const tag: Tag = { role, parent, children: [], ...details };
  parent.children.push(tag);
  return tag;
}
