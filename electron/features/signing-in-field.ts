import { formatDateTime } from '../../shared/british.ts';
import type { SignatureMark } from '../../shared/contract/reports.ts';
import { isOwnName } from '../../shared/domain/own-name.ts';
import { AppError } from '../../shared/errors.ts';
import { press } from '../background/threads.ts';
import type { TaskContext } from '../core/contexts.ts';
import { fontsFolder } from '../core/resources.ts';
import { signatureBox } from '../reports/parts/signature-block.ts';
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

/** Signs a PDF in one of its fields, with a time stamp where the workspace has an authority for them. Throws AppError `signature.name` for another's name typed, and `timestamp.…` when no time stamp comes; nothing is signed then. */
export async function signInField(context: TaskContext, pdf: Uint8Array, signing: FieldSigning): Promise<Uint8Array> {
  const { field, identity, name, role, reason, signedAt, certify } = signing;
  const appearance = await press('appearance', {
    ...signatureBox,
    mark: ownMark(signing),
    lines: [name, role, `Signed ${formatDateTime(signedAt.toISOString())}`],
    fontsFolder,
  });
  const request = { field, identity, signerName: name, reason, signedAt, appearance, certify };
  const timestamp = timestampFor(context, signing.timestamp);
  return timestamp ? signPdfWithTimestamp(pdf, { ...request, timestamp }) : signPdf(pdf, request);
}

/** The mark as it is drawn: a typed name must be the signer's, and is printed as the workspace has it. */
function ownMark({ mark, name }: FieldSigning): SignatureMark {
  if (mark.kind === 'drawn') return mark;
  if (isOwnName(mark.name, name)) return { kind: 'typed', name };
  throw new AppError(
    'signature.name',
    `The name typed is not the signer’s. Nothing was signed: type “${name}”, or draw the signature.`,
  );
}
