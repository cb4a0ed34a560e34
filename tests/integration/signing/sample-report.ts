import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type PDFDocument from 'pdfkit';
import { drawAppearance } from '../../../electron/signing/appearance.ts';
import type { SigningIdentity } from '../../../electron/signing/cms.ts';
import { createAuthority, createIdentity, type Identity } from '../../../electron/signing/identity.ts';
import { REPORT_FIELDS } from '../../../electron/signing/report-fields.ts';
import { type SignatureRequest, signPdf } from '../../../electron/signing/sign-pdf.ts';
import { addSignatureFields, type EmptyField } from '../../../electron/signing/signature-fields.ts';

export const FONTS_FOLDER = fileURLToPath(new URL('../../../resources/fonts', import.meta.url));
export const ISSUED_AT = new Date('2026-11-01T09:00:00Z');
export const ASSESSED_AT = new Date('2026-11-21T14:05:00Z');
export const QUALITY_ASSURED_AT = new Date('2026-11-23T10:30:00Z');

const require = createRequire(import.meta.url);
const PdfKit: typeof PDFDocument = createRequire(require.resolve('pdfmake'))('pdfkit');

const FIELDS: readonly EmptyField[] = [
  {
    name: REPORT_FIELDS.assessor,
    tooltip: 'Signature of the assessor',
    page: 3,
    x: 60,
    y: 500,
    width: 240,
    height: 64,
  },
  {
    name: REPORT_FIELDS.qualityAssurer,
    tooltip: 'Signature of the quality assurer',
    page: 3,
    x: 320,
    y: 500,
    width: 220,
    height: 64,
  },
];

/** A tagged report of three pages with empty signature fields, as the report builder makes them. */
export async function sampleReport(): Promise<Uint8Array> {
  const doc = new PdfKit({
    bufferPages: true,
    autoFirstPage: false,
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    pdfVersion: '1.7',
    font: `${FONTS_FOLDER}/SourceSans3-Regular.ttf`,
    info: { Title: 'Assessment report', CreationDate: ASSESSED_AT },
  });
  const chunks: Buffer[] = [];
  const finished = new Promise(resolve => {
    doc.on('data', chunk => chunks.push(chunk)).on('end', resolve);
  });
  const body = doc.struct('Document');
  doc.addStructure(body);
  for (const page of [1, 2, 3]) {
    doc.addPage({ size: 'A4' });
    body.add(doc.struct('P', {}, () => doc.text(`Page ${page}: the apprentice met criterion K${page}.`, 60, 80)));
  }
  addSignatureFields(doc, FIELDS, field => {
    const element = doc.struct('Form', { alt: field.tooltip });
    body.add(element);
    return element;
  });
  body.end();
  doc.end();
  await finished;
  return new Uint8Array(Buffer.concat(chunks));
}

export const selfSigned = (commonName = 'Dr A. Patel'): Promise<Identity> =>
  createIdentity({ commonName, organisation: 'Example Assessment Ltd', now: ISSUED_AT, validYears: 2 });

export const authority = (): Promise<Identity> =>
  createAuthority({ commonName: 'Example Assessment Root', now: ISSUED_AT, validYears: 10 });

export const issuedBy = (issuer: Identity, commonName = 'Mikael Håkansson'): Promise<Identity> =>
  createIdentity({ commonName, now: ISSUED_AT, validYears: 2, issuer });

const appearanceOf = (name: string, role: string): Promise<Uint8Array> =>
  drawAppearance({
    width: 240,
    height: 64,
    lines: [name, role, 'Signed 21 November 2026, 14:05 GMT'],
    mark: { kind: 'typed', name },
    fontsFolder: FONTS_FOLDER,
  });

export const signAsAssessor = async (
  pdf: Uint8Array,
  identity: SigningIdentity,
  signedAt = ASSESSED_AT,
): Promise<Uint8Array> => signPdf(pdf, await assessorsSignature(identity, signedAt));

export async function assessorsSignature(identity: SigningIdentity, signedAt: Date): Promise<SignatureRequest> {
  return {
    field: REPORT_FIELDS.assessor,
    identity,
    signerName: 'Dr A. Patel',
    reason: 'Judged on my own authority /Contents <00>',
    location: 'Leicester',
    signedAt,
    appearance: await appearanceOf('Dr A. Patel', 'Independent assessor'),
    certify: true,
  };
}

export async function signAsQualityAssurer(
  pdf: Uint8Array,
  identity: SigningIdentity,
  signedAt = QUALITY_ASSURED_AT,
): Promise<Uint8Array> {
  return signPdf(pdf, {
    field: REPORT_FIELDS.qualityAssurer,
    identity,
    signerName: 'Mikael Håkansson',
    reason: 'Quality assured',
    signedAt,
    appearance: await appearanceOf('Mikael Håkansson', 'Internal quality assurer'),
    certify: false,
  });
}
