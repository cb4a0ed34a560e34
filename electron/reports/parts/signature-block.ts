import type { ReportModel } from '../../../shared/domain/report-model.ts';
import { type SignaturePlace, type SignerRole, signaturePlaces } from '../../../shared/domain/report-signatures.ts';
import { REPORT_FIELDS } from '../../signing/report-fields.ts';
import type { Edition } from '../edition.ts';
import { estimatedHeight } from '../heights.ts';
import { half, textWidth, type } from '../styles.ts';
import type { Content } from '../tagged/nodes.ts';
import { section } from './headings.ts';

/** Size of a signature box in points, and so of the appearance that a signature is shown by. */
export const signatureBox = { width: 230, height: 76 } as const;

/** Height of what stands below the declaration on the same page: the air, the signers' names, the boxes and the explanation. */
const belowDeclaration = 12 + 16 + signatureBox.height + 8 + 13;

/** The section in which the document is signed. */
export function signatures(edition: Edition, model: ReportModel): Content {
  const { heading, headingOfOne } = edition.texts.signatures;
  const title = signaturePlaces(model).length === 1 ? headingOfOne : heading;
  return section(edition, 'signatures', title, signatureBlock(edition, model));
}

/** The first signer's declaration, then a box for each signature, kept on one page. */
function signatureBlock(edition: Edition, model: ReportModel): Content[] {
  const { signatures: texts } = edition.texts;
  const places = signaturePlaces(model);
  const declaration = places[0] ? texts.declarations[places[0].declaration] : '';
  return [
    {
      ...type.body,
      text: declaration,
      margin: [0, 0, 0, 12],
      needs: estimatedHeight(declaration, textWidth, type.body.fontSize) + belowDeclaration,
    },
    {
      unbreakable: true,
      stack: [
        { columns: places.map(place => signature(edition, model, place)), columnGap: half.gap },
        { ...type.quiet, text: texts.explanation, margin: [0, 8, 0, 0] },
      ],
    },
  ];
}

/** The organisation's signature beside what is to be said of it: the first line stands out, the declaration is the last. */
export function released(edition: Edition, model: ReportModel, [first = '', ...others]: readonly string[]): Content {
  const { signatures: texts } = edition.texts;
  const places = signaturePlaces(model);
  const lines = [...others, ...places.map(({ declaration }) => texts.declarations[declaration])];
  const words: Content[] = [
    { ...type.small, text: first, bold: true, margin: [0, 0, 0, 4] },
    ...lines.map((text): Content => ({ ...type.quiet, text, margin: [0, 0, 0, 4] })),
  ];
  return {
    margin: [0, 16, 0, 0],
    unbreakable: true,
    columns: [{ width: half.width, stack: words }, ...places.map(place => signature(edition, model, place))],
    columnGap: half.gap,
  };
}

/** A place for one signature: as what it is given and by whom, and the box. */
function signature({ texts, accent }: Edition, model: ReportModel, { role }: SignaturePlace): Content {
  const words = texts.signatures.signer(texts.signatures.roles[role], signerName(model, role));
  const box = { type: 'rect', x: 0, y: 0, w: signatureBox.width, h: signatureBox.height, r: 2 } as const;
  return {
    width: half.width,
    stack: [
      { ...type.small, text: words, bold: true, margin: [0, 0, 0, 4] },
      { canvas: [{ ...box, lineWidth: 0.75, lineColor: accent, field: REPORT_FIELDS[role] }] },
    ],
  };
}

/** Who is to sign, where the model names them. */
function signerName(model: ReportModel, role: SignerRole): string {
  if (role === 'organisation') return model.organisation?.name ?? '';
  if (role === 'assessor') return 'assessor' in model ? model.assessor.name : '';
  return model.kind === 'qualityAssurance' ? model.reviewer.name : '';
}
