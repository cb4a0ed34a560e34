import { createHash } from 'node:crypto';
import type { ReportModel } from '../../shared/domain/report-model.ts';
import type { ReportStyle } from '../../shared/organisation-style.ts';
import { REPORT_FIELDS } from '../signing/report-fields.ts';
import { addSignatureFields, type EmptyField } from '../signing/signature-fields.ts';
import { contentsOf } from './contents.ts';
import { outcomeHead } from './documents/outcome-statement.ts';
import { type Edition, editionOf } from './edition.ts';
import { mainFamily } from './fonts.ts';
import { fullName, titleOf } from './parts/cover.ts';
import { logoName } from './parts/letterhead.ts';
import { pageFoot, pageHead } from './parts/running-heads.ts';
import { printableCopy } from './printable.ts';
import { colours, margins, page, type } from './styles.ts';
import { type PaintedDocument, print } from './tagged/printer.ts';
import { fieldTag } from './tagged/structure.ts';

/**
 * Makes a document as PDF 1.7 that is PDF/A-3a and PDF/UA-1 at once: tagged, with the model attached as JSON and with empty
 * signature fields. The same model in the same style gives the same bytes. Throws AppError for a logo that cannot be
 * used, and Error when a judgement rests on a note that the model lacks.
 */
export async function buildReport(model: ReportModel, style: ReportStyle | null = null): Promise<Uint8Array> {
  const edition = editionOf(style);
  const json = Buffer.from(`${JSON.stringify(model, null, 2)}\n`);
  const shown = printableCopy(model);
  const { texts, logo } = edition;
  return print(
    {
      info: infoOf(edition, shown),
      identifier: identifierOf(json, edition),
      pageSize: page,
      margins,
      style: { font: mainFamily, ...type.body },
      header: () => (shown.kind === 'outcome' ? outcomeHead(edition, shown) : pageHead(edition, shown)),
      footer: (number, pages) => pageFoot(edition, shown, number, pages),
      watermark: shown.practice ? { text: texts.practice, color: colours.practice, fontSize: 128 } : null,
      attachment: { ...texts.attachment, type: 'application/json', bytes: json },
      pictures: logo ? { [logoName]: Buffer.from(logo.bytes) } : {},
      content: contentsOf(shown, edition),
    },
    painted => addFields(edition, painted),
  );
}

/** Sixteen bytes that stand for everything that the document is made of. */
function identifierOf(json: Uint8Array, { accent, organisation, logo, texts }: Edition): Uint8Array {
  const hash = createHash('sha256').update(json);
  hash.update(JSON.stringify([texts.locale, accent, organisation, logo?.alt ?? null]));
  if (logo) hash.update(logo.bytes);
  return hash.digest().subarray(0, 16);
}

function infoOf(edition: Edition, model: ReportModel) {
  const { texts } = edition;
  const { standard, organisation } = model;
  const names = ['assessor' in model ? model.assessor.name : '', organisation?.name ?? edition.organisation ?? ''];
  const practice = model.practice ? [texts.practice] : [];
  return {
    title: texts.documentTitle(titleOf(edition, model), fullName(model), model.documentId, model.version),
    author: names.filter(name => name !== '').join(', '),
    subject: texts.standardLine(standard),
    keywords: [texts.keywords, standard.reference, ...practice].join(', '),
    creator: 'EPA Workbench',
    date: new Date(model.preparedAt),
    language: texts.locale,
  };
}

function addFields({ texts }: Edition, { document, fields, structure }: PaintedDocument): void {
  const { fieldNames } = texts.signatures;
  const tooltips = new Map<string, string>([
    [REPORT_FIELDS.assessor, fieldNames.assessor],
    [REPORT_FIELDS.qualityAssurer, fieldNames.qualityAssurer],
    [REPORT_FIELDS.organisation, fieldNames.organisation],
  ]);
  const empty: EmptyField[] = fields.map(field => ({
    ...field,
    page: field.page + 1,
    tooltip: tooltips.get(field.name) ?? field.name,
  }));
  type Parameters_ = Parameters<typeof addSignatureFields>;
  addSignatureFields(document as unknown as Parameters_[0], empty, field => {
    const element = document.struct('Form', { alt: field.tooltip });
    fieldTag(structure, field.name).fieldElement = element;
    return element as unknown as ReturnType<Parameters_[2]>;
  });
}
