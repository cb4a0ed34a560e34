import { type Certificate, isIssuedBy, isValidAt } from './certificates.ts';

/** What the certificate of a signer rests on. */
export type Trust = 'trusted' | 'self-signed' | 'unknown issuer' | 'expired at signing' | 'revoked';

const LONGEST_CHAIN = 6;

const mayIssue = (authority: Certificate, authoritiesBelow: number): boolean =>
  authority.authority && authority.pathLength >= authoritiesBelow;

/**
 * The certificates from the signer's upwards, as far as the given ones lead; each was really signed by the next.
 * A self-signed certificate ends the chain.
 */
export function buildChain(leaf: Certificate, others: readonly Certificate[]): readonly Certificate[] {
  const chain = [leaf];
  while (chain.length < LONGEST_CHAIN) {
    const top = chain.at(-1) ?? leaf;
    const next = others.find(
      other => !chain.includes(other) && mayIssue(other, chain.length - 1) && isIssuedBy(top, other),
    );
    if (!next) break;
    chain.push(next);
  }
  return chain;
}

/**
 * Whether the carried certificates are the signer's alone, or its whole chain up to a self-signed one. A signature does not
 * cover the certificates above the signer's, so only then does each of them prove that it is undamaged.
 */
export function isProvable(chain: readonly Certificate[], carried: readonly Certificate[]): boolean {
  return chain.length === carried.length && (chain.length === 1 || chain.at(-1)?.selfSigned === true);
}

/**
 * Judges the signer's certificate at the moment of signing against the organisation's own roots (RFC 5280 §6 without
 * policies, which assessment organisations' authorities do not use; for revocation see `judgeSigner`).
 */
export function judgeTrust(chain: readonly Certificate[], roots: readonly Certificate[], signedAt: Date): Trust {
  const [leaf] = chain;
  if (!leaf) return 'unknown issuer';
  if (!isValidAt(leaf, signedAt)) return 'expired at signing';
  if (roots.some(root => root.der.equals(leaf.der))) return 'trusted';
  const isAnchored = chain.some((certificate, depth) => {
    const pathIsValid = chain.slice(0, depth + 1).every(member => isValidAt(member, signedAt));
    return pathIsValid && roots.some(root => anchors(root, certificate, depth, signedAt));
  });
  if (isAnchored && leaf.signsDocuments) return 'trusted';
  return leaf.selfSigned ? 'self-signed' : 'unknown issuer';
}

function anchors(root: Certificate, certificate: Certificate, depth: number, signedAt: Date): boolean {
  if (root.der.equals(certificate.der)) return depth > 0;
  return isValidAt(root, signedAt) && mayIssue(root, depth) && isIssuedBy(certificate, root);
}
