import type { Edition } from '../edition.ts';
import { textWidth, type } from '../styles.ts';
import type { Content, TextNode } from '../tagged/nodes.ts';

/** Height of a few lines: what must at least follow a heading on its page. */
const fewLines = 46;

/** The height that content must find free to begin on a page: what it says itself, or else what its first part says. */
export function needsOf(content: Content | undefined): number {
  if (content?.needs !== undefined) return content.needs;
  return content && 'stack' in content ? needsOf(content.stack[0]) : fewLines;
}

/** A paragraph that leads in what follows and so stays with it; its own height is in points. */
export function leadingIn(paragraph: TextNode, height: number, follows: Content | undefined): TextNode {
  return { ...paragraph, needs: height + needsOf(follows) };
}

/** A section: a rule, a heading in the outline, and what follows, which never starts on another page than its heading. */
export function section(
  { accent }: Edition,
  key: string,
  title: string,
  content: Content[],
  begin?: 'on a new page',
): Content {
  const rule: Content = {
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: textWidth, y2: 0, lineWidth: 0.75, lineColor: accent }],
    margin: [0, 20, 0, 7],
    needs: begin === undefined ? 60 + needsOf(content[0]) : Number.POSITIVE_INFINITY,
  };
  const heading: TextNode = {
    ...type.section,
    text: title,
    tag: 'H2',
    color: accent,
    margin: [0, 0, 0, 6],
    outlineEntry: { key, title, under: null },
  };
  return { tag: 'Sect', stack: [rule, heading, ...content] };
}

/** A section's part with a heading of its own in the outline. */
export function subsection(key: string, title: string, under: string, content: Content[]): Content {
  const heading: TextNode = {
    ...type.theme,
    text: title,
    tag: 'H3',
    margin: [0, 12, 0, 3],
    needs: 34 + needsOf(content[0]),
    outlineEntry: { key, title, under },
  };
  return { tag: 'Sect', stack: [heading, ...content] };
}

/** A heading within a section that is not in the outline. */
export function minorHeading(title: string, follows: Content | undefined): TextNode {
  return { ...type.label, text: title, tag: 'H3', margin: [0, 10, 0, 4], needs: 30 + needsOf(follows) };
}
