import { useState } from 'react';
import type { IssuedCertificate } from '../../../shared/contract/identities.ts';
import type { Output } from '../../../shared/contract.ts';
import { CreateAuthority } from './create-authority.tsx';
import { IssueCertificate } from './issue-certificate.tsx';
import { IssueForRequest } from './issue-for-request.tsx';
import { RenewCertificate } from './renew-certificate.tsx';
import { RevokeCertificate } from './revoke-certificate.tsx';

export type Authority = NonNullable<Output<'authority.get'>>;
export type CertificateRequest = NonNullable<Output<'authority.readRequest'>>;

/** What is being asked in a dialog about the authority. */
export type AskedOfAuthority =
  | { readonly kind: 'create' | 'issue' }
  | { readonly kind: 'request'; readonly request: CertificateRequest }
  | { readonly kind: 'renew' | 'revoke'; readonly certificate: IssuedCertificate };

export interface AuthorityDesk {
  readonly asked: AskedOfAuthority | null;
  readonly ask: (asked: AskedOfAuthority) => void;
  readonly close: () => void;
}

/** The one dialog about the authority that is open, if any. */
export function useAuthorityDesk(): AuthorityDesk {
  const [asked, setAsked] = useState<AskedOfAuthority | null>(null);
  return { asked, ask: setAsked, close: () => setAsked(null) };
}

/** The dialog about the authority that is open. */
export function AuthorityDialogs({ desk: { asked, close } }: { readonly desk: AuthorityDesk }) {
  switch (asked?.kind) {
    case undefined:
      return null;
    case 'create':
      return <CreateAuthority onClose={close} />;
    case 'issue':
      return <IssueCertificate onClose={close} />;
    case 'request':
      return <IssueForRequest request={asked.request} onClose={close} />;
    case 'renew':
      return <RenewCertificate certificate={asked.certificate} onClose={close} />;
    case 'revoke':
      return <RevokeCertificate certificate={asked.certificate} onClose={close} />;
  }
}
