import type { PDFPageProxy } from 'pdfjs-dist';

/** A stretch of a page as it is read out: a heading with its level in the document, or a paragraph. */
export interface ReadBlock {
  readonly level: number | null;
  readonly text: string;
}

/** A node of a page's structure tree, as pdf.js tells it. */
export interface TreeNode {
  readonly role?: string;
  readonly children?: readonly TreeNode[];
  readonly type?: string;
  readonly id?: string;
}

/** What stands in one marked stretch of the page. */
export type MarkedTexts = ReadonlyMap<string, string>;

/** The text of a page in reading order, by the document's own tags; by lines where it has none. */
export async function readPage(page: PDFPageProxy): Promise<readonly ReadBlock[]> {
  const [tree, content] = await Promise.all([
    page.getStructTree() as Promise<TreeNode | null>,
    page.getTextContent({ includeMarkedContent: true }),
  ]);
  const items = content.items as readonly PageItem[];
  return tree ? blocksOf(tree, markedTexts(items)) : linesOf(items);
}

/** A piece of text, or the beginning or end of a marked stretch. */
interface PageItem {
  readonly type?: string;
  readonly id?: string;
  readonly str?: string;
  readonly hasEOL?: boolean;
}

/** The texts of the marked stretches by their ids. */
export function markedTexts(items: readonly PageItem[]): MarkedTexts {
  const texts = new Map<string, string>();
  const open: (string | undefined)[] = [];
  for (const item of items) {
    if (item.type?.startsWith('beginMarkedContent')) open.push(item.id);
    else if (item.type === 'endMarkedContent') open.pop();
    else {
      const id = open.findLast(one => one !== undefined);
      if (id !== undefined) texts.set(id, `${texts.get(id) ?? ''}${item.str ?? ''}${item.hasEOL ? ' ' : ''}`);
    }
  }
  return texts;
}

/** Tags whose text is read out in one go, a table's row with its cells. */
const wholes = /^(?:H[1-6]?|P|LI|TR|Caption|TOCI|BlockQuote|Note)$/;

/** The blocks of a structure tree in its order. */
export function blocksOf(node: TreeNode, texts: MarkedTexts): readonly ReadBlock[] {
  if (node.type === 'content' || wholes.test(node.role ?? '')) {
    const text = textOf(node, texts).replace(/\s+/g, ' ').trim();
    const level = /^H([1-6])$/.exec(node.role ?? '')?.[1];
    return text === '' ? [] : [{ level: level === undefined ? null : Number(level), text }];
  }
  return (node.children ?? []).flatMap(child => blocksOf(child, texts));
}

function textOf(node: TreeNode, texts: MarkedTexts): string {
  if (node.type === 'content') return texts.get(node.id ?? '') ?? '';
  return (node.children ?? []).map(child => textOf(child, texts)).join(node.role === 'TR' ? ' · ' : ' ');
}

function linesOf(items: readonly PageItem[]): readonly ReadBlock[] {
  const text = items.map(item => `${item.str ?? ''}${item.hasEOL ? '\n' : ''}`).join('');
  return text
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => ({ level: null, text: line.trim() }));
}
