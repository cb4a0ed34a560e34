import { useState } from 'react';
import { formatDate } from '../../../shared/british.ts';
import type { IssuedCertificate } from '../../../shared/contract/identities.ts';
import { useAction } from '../../api.ts';
import { FormDialog } from '../assessment/form-dialog.tsx';
import { YearsField } from './years-field.tsx';

interface RenewCertificateProps {
  readonly certificate: IssuedCertificate;
  readonly onClose: () => void;
}

/** Issues the same certificate again with new dates. */
export function RenewCertificate({ certificate, onClose }: RenewCertificateProps) {
  const renew = useAction('authority.renew');
  const [years, setYears] = useState(2);
  const submit = (): boolean => {
    renew.start({ certificateId: certificate.id, validYears: years }, renewed => renewed && onClose());
    return true;
  };
  return (
    <FormDialog
      title={`Renew the certificate of ${certificate.holder}`}
      onClose={onClose}
      action={certificate.personId === null ? 'Renew and save it…' : 'Renew the certificate'}
      isPending={renew.isPending}
      fault={renew.error}
      onSubmit={submit}
    >
      <p className="prose">
        The one before is valid until {formatDate(certificate.notAfter)} and stays good for what was signed with it.
      </p>
      <YearsField years={years} onChange={setYears} />
    </FormDialog>
  );
}
