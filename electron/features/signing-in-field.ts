import { formatDateTime } from '../../shared/british.ts';
import type { SignatureMark } from '../../shared/contract/reports.ts';
import type { TaskContext } from '../core/contexts.ts';
import { fontsFolder } from '../core/resources.ts';
import { signatureBox } from '../reports/parts/signature-block.ts';
import { drawAppearance } from '../signing/appearance.ts';
import type { SigningIdentity } from '../signing/cms.ts';
import { signPdf, signPdfWithTimestamp } from '../signing/sign-pdf.ts';
import { timestampFor } from './timestamping.ts';

/** One signature into a document's empty field. */
export interface FieldSigning {
  readonly field: string;
  readonly identity: SigningIdentity;
  readonly mark: SignatureMark;
  readonly name: string;
  /** As what the person signs, for the appearance. */
  readonly role: string;
  readonly reason: string;
  readonly signedAt: Date;
  /** For the first signature of a document. */
  readonly certify: boolean;
  /** Without an answer the workspace's time stamp authority is used where one is set. */
  readonly timestamp: 'use' | 'without' | undefined;
}

/** Signs a PDF in one of its fields, with a time stamp where the workspace has an authority for them. Throws AppError `timestamp.…` when none comes; nothing is signed then. */
export async function signInField(context: TaskContext, pdf: Uint8Array, signing: FieldSigning): Promise<Uint8Array> {
  const { field, identity, mark, name, role, reason, signedAt, certify } = signing;
  const appearance = await drawAppearance({
    ...signatureBox,
    mark,
    lines: [name, role, `Signed ${formatDateTime(signedAt.toISOString())}`],
    fontsFolder,
  });
  const request = { field, identity, signerName: name, reason, signedAt, appearance, certify };
  const timestamp = timestampFor(context, signing.timestamp);
  return timestamp ? signPdfWithTimestamp(pdf, { ...request, timestamp }) : signPdf(pdf, request);
}
