import { useState } from 'react';
import { formatDate } from '../../../shared/british.ts';
import { useAction } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { notify } from '../../ui/toast.tsx';
import { CertificateList, commonName } from './certificate-facts.tsx';
import { type ChosenFile, ImportIdentity } from './import-identity.tsx';
import { type PersonWithIdentity, roleNames } from './person-words.ts';
import { tellWarnings } from './tell-warnings.ts';

/** Somebody of the workspace, the certificate that they sign with, and the ways to another one. */
export function PersonLine({ person }: { readonly person: PersonWithIdentity }) {
  const { personId, name, role, identity } = person;
  const make = useAction('identity.make');
  const choose = useAction('identity.chooseFile');
  const request = useAction('identity.saveRequest');
  const install = useAction('identity.installIssued');
  const [file, setFile] = useState<ChosenFile | null>(null);
  const error = make.error ?? choose.error ?? request.error ?? install.error;
  return (
    <li className="settings-line">
      <div className="reviewed-words">
        <h3 className="document-title">{name}</h3>
        <p className="muted">
          {roleNames[role]}. {certificateWords(person)}
        </p>
      </div>
      <fieldset className="row" aria-label={`Certificate of ${name}`}>
        {identity ? null : (
          <Button size="dense" isPending={make.isPending} onPress={() => make.start({ personId })}>
            Make a key here
          </Button>
        )}
        <Button size="dense" isPending={choose.isPending} onPress={() => choose.start({}, setFile)}>
          Use one from a file…
        </Button>
        <Button
          size="dense"
          isPending={request.isPending}
          onPress={() =>
            request.start({ personId }, saved => saved && notify({ words: `Request saved as ${saved.file}` }))
          }
        >
          Save a request…
        </Button>
        <Button
          size="dense"
          isPending={install.isPending}
          onPress={() => install.start({ personId }, done => done && tellWarnings(name, done.warnings))}
        >
          Take in an issued certificate…
        </Button>
      </fieldset>
      {identity ? (
        <div className="document-earlier">
          <Disclosure title={`Certificate of ${name} in full`} level={4}>
            <CertificateList certificate={identity} />
          </Disclosure>
        </div>
      ) : null}
      {error ? <ErrorPanel error={error} /> : null}
      {file ? <ImportIdentity person={person} file={file} onClose={() => setFile(null)} /> : null}
    </li>
  );
}

function certificateWords({ identity }: PersonWithIdentity): string {
  if (!identity) return 'No certificate yet; one is made at the first signature.';
  const origin = {
    own: 'Signs with a key made here, vouched for by nobody else',
    imported: `Signs with a certificate from a file, issued by ${commonName(identity.issuer)}`,
    issued: `Signs with a certificate issued by ${commonName(identity.issuer)}`,
  }[identity.origin];
  return `${origin}; valid until ${formatDate(identity.notAfter)}.`;
}
