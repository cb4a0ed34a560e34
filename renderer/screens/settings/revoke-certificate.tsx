import { useState } from 'react';
import type { IssuedCertificate } from '../../../shared/contract/identities.ts';
import { useAction } from '../../api.ts';
import { AlertDialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { type RevocationReason, revocationReasons } from './revocation-words.ts';

interface RevokeCertificateProps {
  readonly certificate: IssuedCertificate;
  readonly onClose: () => void;
}

/** Withdraws a certificate, with the reason. */
export function RevokeCertificate({ certificate, onClose }: RevokeCertificateProps) {
  const { run } = useAction('authority.revoke');
  const [reason, setReason] = useState<RevocationReason | null>(null);
  return (
    <AlertDialog
      title={`Revoke the certificate of ${certificate.holder}?`}
      isOpen
      onClose={onClose}
      action="Revoke the certificate"
      cancel="Keep it valid"
      isActionDisabled={reason === null}
      onAction={() => (reason === null ? undefined : run({ certificateId: certificate.id, reason }))}
    >
      <p className="prose">
        Signatures made with it from now on are not trusted. This cannot be taken back. Save the revocation list
        afterwards and give it to everybody who checks the organisation’s reports.
      </p>
      <Select
        label="Reason"
        choices={revocationReasons}
        value={reason}
        onChange={id => setReason(revocationReasons.find(one => one.id === id)?.id ?? null)}
      />
    </AlertDialog>
  );
}
