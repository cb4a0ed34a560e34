import { formatDate } from '../../../shared/british.ts';
import type { IssuedCertificate } from '../../../shared/contract/identities.ts';
import { Button } from '../../ui/button.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import type { AuthorityDesk } from './authority-desk.tsx';
import { roleNames } from './person-words.ts';
import { revocationWords } from './revocation-words.ts';

interface IssuedTableProps {
  readonly issued: readonly IssuedCertificate[];
  readonly desk: AuthorityDesk;
}

/** What the authority issued, the latest first, with the ways to renew and to withdraw. */
export function IssuedTable({ issued, desk }: IssuedTableProps) {
  if (issued.length === 0) return <p className="muted">Nothing has been issued yet.</p>;
  return (
    <ul aria-label="Issued certificates">
      {issued.map(certificate => (
        <li key={certificate.id} className="settings-line">
          <div className="reviewed-words">
            <p className="row">
              <span className="strong">{certificate.holder}</span>
              <IssuedState certificate={certificate} />
            </p>
            <p className="small muted">
              {roleNames[certificate.role]}; issued {formatDate(certificate.issuedAt)}, valid until{' '}
              {formatDate(certificate.notAfter)}
              {certificate.revoked
                ? `; revoked ${formatDate(certificate.revoked.at)}: ${revocationWords(certificate.revoked.reason)}`
                : ''}
            </p>
            <p className="small muted figures">Serial number {certificate.serial}</p>
          </div>
          {certificate.revoked ? null : <IssuedSteps certificate={certificate} desk={desk} />}
        </li>
      ))}
    </ul>
  );
}

function IssuedState({ certificate }: { readonly certificate: IssuedCertificate }) {
  if (certificate.revoked) return <StatusTag tone="not-met" word="Revoked" />;
  if (Date.parse(certificate.notAfter) < Date.now()) return <StatusTag tone="warning" word="Expired" />;
  return <StatusTag tone="met" word="Valid" />;
}

interface IssuedStepsProps {
  readonly certificate: IssuedCertificate;
  readonly desk: AuthorityDesk;
}

function IssuedSteps({ certificate, desk }: IssuedStepsProps) {
  const { holder } = certificate;
  return (
    <div className="row">
      <Button
        size="dense"
        aria-label={`Renew: certificate of ${holder}`}
        onPress={() => desk.ask({ kind: 'renew', certificate })}
      >
        Renew…
      </Button>
      <Button
        size="dense"
        tone="danger"
        aria-label={`Revoke: certificate of ${holder}`}
        onPress={() => desk.ask({ kind: 'revoke', certificate })}
      >
        Revoke…
      </Button>
    </div>
  );
}
