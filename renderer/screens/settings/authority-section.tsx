import { formatDateTime } from '../../../shared/british.ts';
import { useAction, useAsk } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Section } from '../../ui/section.tsx';
import { notify } from '../../ui/toast.tsx';
import { type Authority, type AuthorityDesk, AuthorityDialogs, useAuthorityDesk } from './authority-desk.tsx';
import { CertificateList } from './certificate-facts.tsx';
import { IssuedTable } from './issued-table.tsx';

/** The organisation's authority: it vouches for assessors and quality assurers, here and in other workspaces. */
export function AuthoritySection() {
  const { data, error } = useAsk('authority.get', {});
  const desk = useAuthorityDesk();
  return (
    <Section title="Organisation’s authority">
      {error ? <ErrorPanel title="The authority could not be shown" error={error} /> : null}
      {data === null ? (
        <EmptyState
          title="This workspace has no authority"
          action={<Button onPress={() => desk.ask({ kind: 'create' })}>Make an authority…</Button>}
        >
          With an authority, the organisation says which key belongs to whom. Whoever trusts the organisation then sees
          at once that a report was signed by its assessor and its quality assurer. One workspace of the organisation
          has it; the others send their requests there.
        </EmptyState>
      ) : null}
      {data ? <TheAuthority authority={data} desk={desk} /> : null}
      <AuthorityDialogs desk={desk} />
    </Section>
  );
}

interface TheAuthorityProps {
  readonly authority: Authority;
  readonly desk: AuthorityDesk;
}

function TheAuthority({ authority, desk }: TheAuthorityProps) {
  const readRequest = useAction('authority.readRequest');
  return (
    <>
      <CertificateList certificate={authority.certificate} />
      <Saving listMadeAt={authority.listMadeAt} />
      <div className="row">
        <Button tone="primary" onPress={() => desk.ask({ kind: 'issue' })}>
          Issue a certificate…
        </Button>
        <Button
          isPending={readRequest.isPending}
          onPress={() => readRequest.start({}, request => request && desk.ask({ kind: 'request', request }))}
        >
          Open a request from elsewhere…
        </Button>
      </div>
      {readRequest.error ? <ErrorPanel title="The request could not be read" error={readRequest.error} /> : null}
      <IssuedTable issued={authority.issued} desk={desk} />
    </>
  );
}

/** What others need to trust the organisation, and to learn what was withdrawn. */
function Saving({ listMadeAt }: Pick<Authority, 'listMadeAt'>) {
  const certificate = useAction('authority.saveCertificate');
  const list = useAction('authority.saveRevocationList');
  const tell = (saved: { readonly file: string } | null): void => {
    if (saved) notify({ words: `Saved as ${saved.file}` });
  };
  const error = certificate.error ?? list.error;
  return (
    <>
      <div className="row">
        <Button isPending={certificate.isPending} onPress={() => certificate.start({}, tell)}>
          Save its certificate…
        </Button>
        <Button isPending={list.isPending} onPress={() => list.start({}, tell)}>
          Save the revocation list…
        </Button>
      </div>
      <p className="muted prose">
        Give the certificate to everybody who is to trust the organisation’s reports, and the revocation list whenever
        something was withdrawn.{' '}
        {listMadeAt === null ? 'No list has been made yet.' : `The newest list is of ${formatDateTime(listMadeAt)}.`}
      </p>
      {error ? <ErrorPanel error={error} /> : null}
    </>
  );
}
