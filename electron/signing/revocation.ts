import { formatDateTime } from '../../shared/british.ts';
import { type Certificate, isIssuedBy } from './certificates.ts';
import { isListOf, type Revocation, type RevocationList, type RevocationReason, serialKey } from './revocation-list.ts';
import { judgeTrust, type Trust } from './trust.ts';

/** What a verifier goes by: all of it comes from the reader's own organisation, nothing from the document. */
export interface Authorities {
  readonly roots: readonly Certificate[];
  readonly timestampRoots: readonly Certificate[];
  readonly revocationLists: readonly RevocationList[];
}

/** When a signature was made: `at` as it is known, `provenBy` the earliest trusted time stamp over it. */
export interface SigningMoment {
  readonly at: Date;
  readonly provenBy: Date | undefined;
}

/** Whether a signer is trusted, and what a reader should know beside it, in plain words. */
export interface Judgement {
  readonly trust: Trust;
  readonly remarks: readonly string[];
}

const REASONS: Readonly<Record<RevocationReason, string>> = {
  unspecified: '',
  keyCompromise: ' because somebody else may have the key',
  cACompromise: ' because somebody else may have its issuer’s key',
  affiliationChanged: ' because the person’s position changed',
  superseded: ' because another one replaced it',
  cessationOfOperation: ' because it was no longer needed',
  privilegeWithdrawn: ' because the permission to sign was withdrawn',
};

/** The earliest withdrawal, by lists that their issuers really signed, of a certificate of the chain. */
function findRevocation(
  chain: readonly Certificate[],
  roots: readonly Certificate[],
  lists: readonly RevocationList[],
): Revocation | undefined {
  const found = chain.flatMap(certificate => {
    const issuers = [...chain, ...roots].filter(issuer => isIssuedBy(certificate, issuer));
    return lists
      .filter(list => issuers.some(issuer => isListOf(list, issuer)))
      .map(list => list.revoked.get(serialKey(certificate.x509.serialNumber)));
  });
  return found.filter(revocation => revocation !== undefined).sort((a, b) => a.at.getTime() - b.at.getTime())[0];
}

/**
 * Judges a signer by roots and revocation lists: a certificate that was withdrawn before the signature was made is not
 * trusted, one that was withdrawn later still is, with a remark.
 */
export function judgeSigner(
  chain: readonly Certificate[],
  { roots, revocationLists }: Authorities,
  moment: SigningMoment,
): Judgement {
  const trust = judgeTrust(chain, roots, moment.at);
  const revocation = findRevocation(chain, roots, revocationLists);
  if (!revocation || trust === 'expired at signing') return { trust, remarks: [] };
  const when = `on ${formatDateTime(revocation.at.toISOString())}${REASONS[revocation.reason]}`;
  if (revocation.at <= moment.at) {
    return { trust: 'revoked', remarks: [`The certificate was withdrawn ${when}, before the signature was made.`] };
  }
  const isProven = moment.provenBy !== undefined && moment.provenBy < revocation.at;
  const doubt = isProven ? '' : ' That the signature is older is only what the signer’s computer said.';
  return { trust, remarks: [`The certificate was withdrawn ${when}, after the signature was made.${doubt}`] };
}

/** A stolen key can stamp any time, so that one that may be stolen is not trusted for any (RFC 3161 §4). */
const isStolen = ({ reason }: Revocation): boolean => reason === 'keyCompromise' || reason === 'cACompromise';

/** Whether the authority of a time stamp is trusted for the time that it gave. */
export function trustsTimestamp(chain: readonly Certificate[], authorities: Authorities, at: Date): boolean {
  const { timestampRoots, revocationLists } = authorities;
  const revocation = findRevocation(chain, timestampRoots, revocationLists);
  const isWithdrawn = revocation !== undefined && (revocation.at <= at || isStolen(revocation));
  return judgeTrust(chain, timestampRoots, at) === 'trusted' && !isWithdrawn;
}
