import { AppError } from '../../shared/errors.ts';
import { isValidAt, readCertificate } from './certificates.ts';
import { makeSignature, type SigningIdentity, sha256, wrapSignature } from './cms.ts';
import { openPdf } from './pdf-file.ts';
import { importPageAsForm } from './pdf-import.ts';
import { catalogOf, latestState, type PdfState, type SignatureField, signatureFields } from './pdf-state.ts';
import { addObject, type PdfUpdate, putObject, startUpdate, writeUpdate } from './pdf-update.ts';
import { type PdfDict, type PdfRef, pdfArray, pdfDate, pdfDict, pdfName, pdfText, withEntries } from './pdf-values.ts';
import { dictionaryWithGap, digestAround, fillGap, openGap, type SignatureGap } from './signature-gap.ts';
import { markFormAsSigned } from './signed-form.ts';
import { type Timestamp, timestampOver, timestampTooLarge } from './timestamp.ts';
import { buildChain, isProvable } from './trust.ts';

/** What one signature says and looks like. `appearance` is a one-page PDF the size of the field: see `drawAppearance`. */
export interface SignatureRequest {
  /** Name of an empty signature field that the report was made with. */
  readonly field: string;
  readonly identity: SigningIdentity;
  readonly signerName: string;
  readonly reason: string;
  readonly location?: string;
  readonly signedAt: Date;
  readonly appearance: Uint8Array;
  /** Only for the first signature: from then on nothing but further signatures is allowed (DocMDP /P 2). */
  readonly certify: boolean;
}

/** The same, with a time stamp over the signature value. */
export interface TimestampedRequest extends SignatureRequest {
  readonly timestamp: Timestamp;
}

/**
 * Signs a PDF as an incremental update, PAdES B-B (ETSI EN 319 142-1), and leaves earlier signatures valid. Throws
 * AppError when the field is missing or signed, the identity is not valid at `signedAt`, or certifying comes too late.
 */
export function signPdf(pdf: Uint8Array, request: SignatureRequest): Uint8Array {
  const gap = prepareSignature(pdf, request);
  const signature = makeSignature(digestAround(gap), request.identity);
  return fillGap(gap, wrapSignature(signature), tooLarge());
}

/**
 * Signs as `signPdf` does and adds a time stamp, PAdES B-T: from then on it is proven that the signature existed at that
 * time. Throws AppError also when no right time stamp comes; nothing is signed then.
 */
export async function signPdfWithTimestamp(pdf: Uint8Array, request: TimestampedRequest): Promise<Uint8Array> {
  const gap = prepareSignature(pdf, request);
  const signature = makeSignature(digestAround(gap), request.identity);
  const token = await timestampOver(sha256(signature.value), request.timestamp);
  return fillGap(gap, wrapSignature(signature, token), timestampTooLarge());
}

const tooLarge = (): AppError =>
  new AppError('signature.tooLarge', 'The certificates of this identity are too large to sign a report with.');

function prepareSignature(pdf: Uint8Array, request: SignatureRequest): SignatureGap {
  const file = openPdf(pdf);
  const state = latestState(file);
  const field = checkRequest(signatureFields(state), request);
  const update = startUpdate(file);
  const signature = addObject(update, signatureDictionary(request));
  const appearance = importPageAsForm(update, latestState(openPdf(request.appearance)));
  putObject(update, field.number, withEntries(field.dict, { V: signature, AP: pdfDict({ N: appearance }) }));
  markFormAsSigned(update, state);
  if (request.certify) grantNothingButSigning(update, state, signature);
  return openGap(writeUpdate(update), signature);
}

function checkRequest(fields: readonly SignatureField[], request: SignatureRequest): SignatureField {
  const field = fields.find(candidate => candidate.name === request.field);
  if (!field) throw new AppError('signature.noField', `The report has no signature field “${request.field}”.`);
  if (field.signature) throw new AppError('signature.fieldSigned', 'The report is already signed in this place.');
  if (request.certify && fields.some(candidate => candidate.signature)) {
    throw new AppError('signature.certifiesLate', 'Only the first signature of a report can certify it.');
  }
  checkIdentity(request.identity, request.signedAt);
  return field;
}

function checkIdentity(identity: SigningIdentity, signedAt: Date): void {
  const [leaf, ...others] = identity.chain.map(readCertificate);
  if (!leaf || !isProvable(buildChain(leaf, others), [leaf, ...others])) {
    throw new AppError(
      'identity.chain',
      'The certificates of this signing identity do not form a whole chain. Import it again with its authority’s certificates.',
    );
  }
  if (!isValidAt(leaf, signedAt)) {
    throw new AppError(
      'identity.expired',
      'Your signing identity is not valid on this date. Check the date of this computer, or make a new identity.',
    );
  }
}

function signatureDictionary(request: SignatureRequest): PdfDict {
  const kind = {
    Type: pdfName('Sig'),
    Filter: pdfName('Adobe.PPKLite'),
    SubFilter: pdfName('ETSI.CAdES.detached'),
  };
  return dictionaryWithGap(kind, {
    M: pdfDate(request.signedAt),
    Name: pdfText(request.signerName),
    Reason: pdfText(request.reason),
    Location: request.location === undefined ? undefined : pdfText(request.location),
    Prop_Build: pdfDict({ App: pdfDict({ Name: pdfName('EPA Workbench') }) }),
    Reference: request.certify ? pdfArray([certification()]) : undefined,
  });
}

const certification = (): PdfDict =>
  pdfDict({
    Type: pdfName('SigRef'),
    TransformMethod: pdfName('DocMDP'),
    TransformParams: pdfDict({ Type: pdfName('TransformParams'), P: 2, V: pdfName('1.2') }),
  });

function grantNothingButSigning(update: PdfUpdate, state: PdfState, signature: PdfRef): void {
  const { number, dict } = catalogOf(state);
  putObject(update, number, withEntries(dict, { Perms: pdfDict({ DocMDP: signature }) }));
}
