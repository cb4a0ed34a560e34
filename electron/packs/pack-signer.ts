import { AppError } from '../../shared/errors.ts';
import { sha256 } from '../signing/cms.ts';
import { type CmsCheck, checkSignedData } from '../signing/cms-verify.ts';
import { type Authorities, judgeSigner } from '../signing/revocation.ts';
import type { Trust } from '../signing/trust.ts';
import type { VerifiedCertificate } from '../signing/verification-result.ts';
import { describeCertificate } from '../signing/verified-certificate.ts';

/** Who signed a pack; the signature itself is right. */
export interface PackSigner {
  readonly name: string;
  readonly organisation?: string;
  readonly certificate: VerifiedCertificate;
  readonly certificateDer: Buffer;
  /** What the certificate rests on, judged at the time at which the pack says that it was made. */
  readonly trust: Trust;
  /** What a reader should know beside it, in plain words. */
  readonly remarks: readonly string[];
}

const notTrusted: Readonly<Record<Exclude<Trust, 'trusted'>, string>> = {
  'self-signed': 'nobody but its sender vouches for the certificate that it is signed with',
  'unknown issuer': 'it is signed with a certificate of an authority that is not trusted here',
  'expired at signing': 'the certificate that it is signed with was not valid when the pack was made',
  revoked: 'the certificate that it is signed with had been withdrawn',
};

function checked(signature: Buffer, tagManifest: Buffer): CmsCheck {
  try {
    return checkSignedData(signature, sha256(tagManifest));
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause;
    return { chain: [], problems: [cause.message] };
  }
}

/** Checks the sender's signature over the tag manifest. Throws AppError `pack.signature` when it is not right. */
export function readSigner(
  signature: Buffer,
  tagManifest: Buffer,
  authorities: Authorities,
  madeAt: string,
): PackSigner {
  const { chain, problems } = checked(signature, tagManifest);
  const [leaf] = chain;
  if (!leaf || problems.length > 0) {
    throw new AppError(
      'pack.signature',
      `The pack’s signature does not fit its content: it is forged, or the pack was changed after it was signed. Do not rely on it; ask the sender to send it again. Nothing was read. (${problems.join(' ')})`,
    );
  }
  const { commonName, organisation, text } = leaf.subject;
  const { trust, remarks } = judgeSigner(chain, authorities, { at: new Date(madeAt), provenBy: undefined });
  return {
    name: commonName ?? text,
    ...(organisation !== undefined && { organisation }),
    certificate: describeCertificate(leaf),
    certificateDer: leaf.der,
    trust,
    remarks,
  };
}

/** Refuses a signer who is not trusted: AppError `pack.signer`. */
export function requireTrusted({ trust, name, certificate }: PackSigner): void {
  if (trust === 'trusted') return;
  throw new AppError(
    'pack.signer',
    `The pack is signed by ${name}, but ${notTrusted[trust]}. Nothing was read. If you expected it, compare the certificate’s fingerprint with the sender by telephone (${certificate.sha256.slice(0, 16)}…), then trust its authority in the settings and open the pack again.`,
  );
}
