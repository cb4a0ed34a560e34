import type { ReportModel } from '../../../shared/domain/report-model.ts';
import type { Edition } from '../edition.ts';
import { colours, margins, textWidth, type } from '../styles.ts';
import type { Content } from '../tagged/nodes.ts';
import { fullName, titleOf } from './cover.ts';

/** A text at a page's head is cut to so many characters; if its letters are so wide that it breaks even so, its first line stands. */
const longest = { name: 44, title: 54 } as const;
const width = { name: 200, practice: 56 } as const;
const oneLineOnly = { maxHeight: 13 } as const;

function shortened(text: string, most: number): string {
  const oneLine = text.replace(/\s+/g, ' ').trim();
  return oneLine.length <= most ? oneLine : `${oneLine.slice(0, most - 1).trimEnd()}…`;
}

const rule = (y: number): Content => ({
  canvas: [{ type: 'line', x1: 0, y1: y, x2: textWidth, y2: y, lineWidth: 0.5, lineColor: colours.rule }],
});

/** The head of every page: the apprentice, what the document is, and PRACTICE where it is one. */
export function pageHead(edition: Edition, model: ReportModel): Content {
  const practice: Content[] = model.practice
    ? [
        {
          ...type.quiet,
          text: edition.texts.practice,
          bold: true,
          color: edition.accent,
          width: width.practice,
          alignment: 'center',
        },
      ]
    : [];
  return {
    margin: [margins.left, 38, margins.right, 0],
    stack: [
      {
        columns: [
          {
            ...type.quiet,
            text: shortened(fullName(model), longest.name),
            ...oneLineOnly,
            bold: true,
            color: colours.ink,
            width: width.name,
          },
          ...practice,
          {
            ...type.quiet,
            text: shortened(titleOf(edition, model), longest.title),
            ...oneLineOnly,
            alignment: 'right',
            width: '*',
          },
        ],
      },
      rule(5),
    ],
  };
}

/** The foot of every page: the document and its version, the anchor in the audit log, and the page of how many. */
export function pageFoot({ texts }: Edition, model: ReportModel, page: number, pages: number): Content {
  const { audit } = model;
  const head = audit.head.length > 16 ? `${audit.head.slice(0, 16)}…` : audit.head;
  return {
    margin: [margins.left, 20, margins.right, 0],
    stack: [
      rule(0),
      {
        margin: [0, 5, 0, 0],
        columns: [
          {
            ...type.quiet,
            text: shortened(texts.documentVersion(model.documentId, model.version), longest.name),
            ...oneLineOnly,
            width: '*',
          },
          { ...type.quiet, text: texts.auditAnchor(audit.sequence, head), alignment: 'center', width: '*' },
          { ...type.quiet, text: texts.pageOf(page, pages), alignment: 'right', width: '*' },
        ],
      },
    ],
  };
}
