import { useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import { useAction } from '../../api.ts';
import { PassphraseField } from '../../ui/passphrase-field.tsx';
import { FormDialog } from '../assessment/form-dialog.tsx';
import type { PersonWithIdentity } from './person-words.ts';
import { tellWarnings } from './tell-warnings.ts';

export type ChosenFile = NonNullable<Output<'identity.chooseFile'>>;

interface ImportIdentityProps {
  readonly person: PersonWithIdentity;
  readonly file: ChosenFile;
  readonly onClose: () => void;
}

/** Takes key and certificate out of a PKCS #12 file, which its password opens. */
export function ImportIdentity({ person, file, onClose }: ImportIdentityProps) {
  const take = useAction('identity.import');
  const [password, setPassword] = useState('');
  const submit = (): boolean => {
    take.start({ personId: person.personId, bytes: new Uint8Array(file.bytes), password }, ({ warnings }) => {
      tellWarnings(person.name, warnings);
      onClose();
    });
    return true;
  };
  return (
    <FormDialog
      title={`Use ${file.fileName} for ${person.name}`}
      onClose={onClose}
      action="Sign with it from now on"
      isPending={take.isPending}
      fault={take.error}
      onSubmit={submit}
    >
      <p className="prose">
        Key and certificate are copied into the encrypted workspace; the file stays as it is. What was signed before
        keeps the certificate that it was signed with.
      </p>
      <PassphraseField
        label="Password of the file"
        purpose="current"
        value={password}
        onChange={setPassword}
        autoFocus
      />
    </FormDialog>
  );
}
