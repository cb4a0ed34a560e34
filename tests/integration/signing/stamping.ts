import { revocationList } from '../../../electron/signing/authority.ts';
import { readCertificate } from '../../../electron/signing/certificates.ts';
import { derMembers, TAG } from '../../../electron/signing/der.ts';
import { type HttpTimestampOptions, httpTimestamp } from '../../../electron/signing/http-timestamp.ts';
import { createAuthority, createIdentity, type Identity } from '../../../electron/signing/identity.ts';
import { openPdf } from '../../../electron/signing/pdf-file.ts';
import { latestState, signatureFields } from '../../../electron/signing/pdf-state.ts';
import { asString } from '../../../electron/signing/pdf-values.ts';
import { REPORT_FIELDS } from '../../../electron/signing/report-fields.ts';
import { signPdfWithTimestamp } from '../../../electron/signing/sign-pdf.ts';
import { readSignedData } from '../../../electron/signing/signed-data.ts';
import { asSigned, readCms } from '../../../electron/signing/signed-field.ts';
import type { Timestamp } from '../../../electron/signing/timestamp.ts';
import type { VerifyOptions } from '../../../electron/signing/verify-pdf.ts';
import { type OpensslFolder, opensslFolder } from './openssl-files.ts';
import { assessorsSignature, sampleReport } from './sample-report.ts';
import { startTimestampServer, type TimestampServer } from './timestamp-server.ts';

export const HOUR = 60 * 60 * 1000;
/** In earnest: openssl stamps with the clock of the computer. */
export const now = new Date(Math.floor(Date.now() / 1000) * 1000);

/** Two signers under an authority, an empty report, and a time stamp authority to ask. */
export interface Stamping {
  readonly files: OpensslFolder;
  readonly server: TimestampServer;
  readonly report: Uint8Array;
  readonly assessor: Identity;
  readonly qualityAssurer: Identity;
  readonly stampRoot: Uint8Array;
  /** What a reader goes by who knows both authorities. */
  readonly known: VerifyOptions;
  reaching(change?: Partial<HttpTimestampOptions>, url?: string): Timestamp;
  signStamped(timestamp?: Timestamp, signedAt?: Date): Promise<Uint8Array>;
  /** A revocation list with the assessor's certificate on it. */
  withdrawAssessor(at: Date): Promise<Uint8Array>;
  end(): void;
}

export async function startStamping(): Promise<Stamping> {
  const files = opensslFolder();
  const server = await startTimestampServer(files);
  const issued = new Date(now.getTime() - 24 * HOUR);
  const authority = await createAuthority({ commonName: 'Example Root', now: issued, validYears: 5 });
  const person = { now: issued, validYears: 2, issuer: authority };
  const assessor = await createIdentity({ commonName: 'Dr A. Patel', ...person });
  const report = await sampleReport();
  const stampRoot = files.certificate('stamproot');
  const reaching: Stamping['reaching'] = (change = {}, url = server.url) =>
    httpTimestamp(url, { fetch, timeoutMs: 20_000, maxBytes: 65_536, ...change });
  return {
    files,
    server,
    report,
    assessor,
    qualityAssurer: await createIdentity({ commonName: 'M. Håkansson', ...person }),
    stampRoot,
    known: { trustedRoots: [authority.certificateDer], timestampRoots: [stampRoot] },
    reaching,
    signStamped: async (timestamp = reaching(), signedAt = now) =>
      signPdfWithTimestamp(report, { ...(await assessorsSignature(assessor, signedAt)), timestamp }),
    withdrawAssessor: async at => {
      const { serialNumber: serial } = readCertificate(assessor.certificateDer).x509;
      const revoked = [{ serial, at, reason: 'privilegeWithdrawn' as const }];
      const draft = { authority, revoked, now, nextUpdate: new Date(now.getTime() + HOUR) };
      return (await revocationList(draft)).der;
    },
    end: () => {
      server.close();
      files.remove();
    },
  };
}

function signatureIn(pdf: Uint8Array, name: string) {
  const file = openPdf(pdf);
  const field = signatureFields(latestState(file)).find(candidate => candidate.name === name);
  const signed = field && asSigned(file, field);
  if (!signed) throw new Error(`${name} is not signed`);
  return { cms: readCms(file, signed.signature), contents: asString(signed.signature.entries.get('Contents')) };
}

/** Where the digits of a CMS stand in the file, without the zeros after them. */
export function digitsOf(pdf: Uint8Array, field: string): { readonly start: number; readonly length: number } {
  const { cms, contents } = signatureIn(pdf, field);
  return { start: (contents?.start ?? 0) + 1, length: cms.length * 2 };
}

/** The token of the time stamp over the document. */
export const documentToken = (pdf: Uint8Array): Buffer => signatureIn(pdf, REPORT_FIELDS.timestamp).cms;

/** The value of the assessor's signature and the token over it. */
export function stampIn(pdf: Uint8Array): { readonly token: Buffer; readonly signatureValue: Buffer } {
  const { signer } = readSignedData(signatureIn(pdf, REPORT_FIELDS.assessor).cms);
  if (!signer.unsigned) throw new Error('the signature has no time stamp');
  const [attribute] = derMembers(signer.unsigned, TAG.context1);
  const [token] = derMembers(derMembers(attribute, TAG.sequence)[1], TAG.set);
  if (!token) throw new Error('the time stamp is empty');
  return { token: token.bytes, signatureValue: signer.signature };
}
