import { AppError } from '../../shared/errors.ts';
import { sha256 } from './cms.ts';
import { type CmsCheck, checkSignedData } from './cms-verify.ts';
import type { DistinguishedName } from './names.ts';
import type { PdfFile } from './pdf-file.ts';
import { catalogOf, entryOf, type PdfState } from './pdf-state.ts';
import { asDate, asDict, asName, asRef, asText, type PdfDict } from './pdf-values.ts';
import { isRole, roleOfField } from './report-fields.ts';
import { type Authorities, type Judgement, judgeSigner, type SigningMoment } from './revocation.ts';
import { digestOf } from './signature-algorithms.ts';
import { coveredParts, rangeProblems, readCms, type SignedField } from './signed-field.ts';
import { checkTimestampToken } from './timestamp-token.ts';
import type { StandingSince, VerifiedSignature, VerifiedTimestamp } from './verification-result.ts';
import { describeCertificate } from './verified-certificate.ts';
import { examineTimestamp } from './verify-timestamp.ts';

/** A signature by itself, before asking what happened to the document later. */
export type SignatureFindings = Omit<VerifiedSignature, Exclude<keyof StandingSince, 'field' | 'problems'>>;

const UNJUDGED: Judgement = { trust: 'unknown issuer', remarks: [] };

function checkCms(file: PdfFile, signature: PdfDict): CmsCheck {
  try {
    return checkSignedData(readCms(file, signature), sha256(...coveredParts(file, signature)));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { chain: [], problems: [error.message] };
  }
}

function certifies(state: PdfState, field: SignedField): boolean {
  const revision = { ...state, upTo: Math.max(0, field.revision) };
  const permissions = asDict(entryOf(revision, catalogOf(revision).dict, 'Perms'));
  const certified = asRef(permissions?.entries.get('DocMDP'));
  return certified !== undefined && certified.number === asRef(field.dict.entries.get('V'))?.number;
}

function checkTimestamp({ timestamp }: CmsCheck, authorities: Authorities): VerifiedTimestamp | undefined {
  if (!timestamp) return undefined;
  const check = checkTimestampToken(timestamp.token, hash => digestOf(hash, timestamp.signatureValue));
  return examineTimestamp(check, authorities);
}

/** The earlier of two moments, of which each may be missing. */
const earlier = (a: Date | undefined, b: Date | undefined): Date | undefined => (a && b ? (a < b ? a : b) : (a ?? b));

/** A trusted time stamp counts for more than the clock of the signer's computer. */
function momentOf(
  claimed: Date | undefined,
  timestamp: VerifiedTimestamp | undefined,
  provenBy: Date | undefined,
): SigningMoment | undefined {
  const stamped = timestamp?.trusted && timestamp.at !== undefined ? new Date(timestamp.at) : undefined;
  const at = stamped ?? claimed;
  return at && { at, provenBy: earlier(stamped, provenBy) };
}

/** Authorities write into a certificate as what its holder signs. */
function roleRemarks(subject: DistinguishedName | undefined, role: string): readonly string[] {
  const title = subject?.title;
  if (title === undefined || !isRole(title) || title === role) return [];
  return [`The certificate was issued to sign as ${title}, not as ${role}.`];
}

/**
 * Examines one signature of the file's newest state; `provenBy` is the earliest trusted time stamp over the document with
 * this signature. Throws AppError when the PDF around it cannot be read.
 */
export function examineSignature(
  state: PdfState,
  field: SignedField,
  authorities: Authorities,
  provenBy: Date | undefined,
): SignatureFindings {
  const { file } = state;
  const { signature } = field;
  const check = checkCms(file, signature);
  const timestamp = checkTimestamp(check, authorities);
  const signedAt = asDate(signature.entries.get('M'));
  const isPades = asName(signature.entries.get('SubFilter')) === 'ETSI.CAdES.detached';
  const [leaf] = check.chain;
  const { commonName, organisation, text } = leaf?.subject ?? {};
  const role = roleOfField(field.name);
  const moment = momentOf(signedAt, timestamp, provenBy);
  const { trust, remarks } = moment ? judgeSigner(check.chain, authorities, moment) : UNJUDGED;
  return {
    field: field.name,
    role,
    signerName: commonName ?? text ?? asText(signature.entries.get('Name')) ?? 'unknown',
    ...(organisation !== undefined && { organisation }),
    ...(signedAt && { signedAt: signedAt.toISOString() }),
    ...(timestamp && { timestamp }),
    certifies: certifies(state, field),
    ...(leaf && { certificate: describeCertificate(leaf) }),
    trust,
    remarks: [...remarks, ...roleRemarks(leaf?.subject, role)],
    problems: [
      ...(isPades ? [] : ['The signature is not of the kind that reports are signed with (PAdES).']),
      ...(signedAt ? [] : ['The signature does not say when it was made.']),
      ...rangeProblems(state, field),
      ...check.problems,
    ],
  };
}
