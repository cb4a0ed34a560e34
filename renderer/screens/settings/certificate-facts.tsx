import { formatDate } from '../../../shared/british.ts';
import type { CertificateFacts } from '../../../shared/contract/identities.ts';
import { FactList } from '../../ui/fact-list.tsx';

/** A SHA-256 in groups of four, as it is read out and compared. */
export function Fingerprint({ hex }: { readonly hex: string }) {
  return <code className="fingerprint">{hex.toUpperCase().replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>;
}

/** The name that people know somebody by, out of the whole name in a certificate. */
export const commonName = (subject: string): string => /(?:^|, )CN=((?:\\.|[^,\\])+)/.exec(subject)?.[1] ?? subject;

/** A certificate as people compare it. */
export function CertificateList({ certificate }: { readonly certificate: CertificateFacts }) {
  const { subject, issuer, notBefore, notAfter, fingerprint, selfSigned } = certificate;
  return (
    <FactList
      layout="rows"
      facts={[
        { name: 'Name', value: subject },
        { name: 'Vouched for by', value: selfSigned ? 'Nobody else: it is its own' : issuer },
        { name: 'Valid', value: `${formatDate(notBefore)} to ${formatDate(notAfter)}` },
        { name: 'Fingerprint', value: <Fingerprint hex={fingerprint} /> },
      ]}
    />
  );
}
