import { CircleCheck, CircleX, FileSearch } from 'lucide-react';
import { useState } from 'react';
import { capitalised, formatDateTime } from '../../shared/british.ts';
import type { Verification } from '../../shared/contract/reports.ts';
import { useActions } from '../actions.ts';
import { useAction } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorPanel } from '../ui/error-panel.tsx';
import { FactList } from '../ui/fact-list.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Section } from '../ui/section.tsx';
import { StatusTag } from '../ui/status-tag.tsx';

/** Check a report: whether a PDF is signed, by whom, and unchanged since. */
export function VerifyScreen() {
  const check = useAction('report.verifyFile');
  const [verification, setVerification] = useState<Verification | null>(null);
  const choose = (): void => check.start({}, found => found && setVerification(found));
  useActions([
    { id: 'report.choose', title: 'Choose a PDF to check', section: 'Report', keys: 'Mod+Enter', run: choose },
  ]);
  const button = (
    <Button tone="primary" icon={FileSearch} keys="Mod+Enter" isPending={check.isPending} onPress={choose}>
      {verification ? 'Check another PDF…' : 'Choose a PDF…'}
    </Button>
  );
  return (
    <div className="page">
      <PageHeader title="Check a report" {...(verification ? { actions: button } : {})} />
      {check.error ? <ErrorPanel title="The file was not checked" error={check.error} /> : null}
      {verification ? (
        <Finding verification={verification} />
      ) : (
        <EmptyState title="Is this report genuine?" action={button}>
          Choose a PDF report. You are told in words whether it is signed, by whom, and whether anything was changed
          since. The file stays on this computer; nothing is sent anywhere.
        </EmptyState>
      )}
    </div>
  );
}

function Finding({ verification }: { readonly verification: Verification }) {
  const { ok, sentences, signatures, fileName, sha256 } = verification;
  const [verdict, ...rest] = sentences;
  const Icon = ok ? CircleCheck : CircleX;
  return (
    <>
      <div className="verdict" role="status" data-tone={ok ? 'met' : 'not-met'}>
        <Icon size={28} aria-hidden />
        <div>
          <p className="verdict-words">{verdict}</p>
          {signatures.length === 0 ? <Sentences sentences={rest} /> : null}
        </div>
      </div>
      <Section title="File">
        <FactList
          layout="rows"
          facts={[
            { name: 'Name', value: fileName },
            { name: 'SHA-256', value: <code className="fingerprint">{sha256}</code> },
          ]}
        />
      </Section>
      {signatures.map(signature => (
        <Signature
          key={`${signature.role} ${signature.certificateFingerprint} ${signature.signedAt}`}
          signature={signature}
        />
      ))}
      {signatures.length > 0 && rest.length > 0 ? (
        <Disclosure title="The finding in full" level={2} isOpenAtFirst={!ok}>
          <Sentences sentences={rest} />
        </Disclosure>
      ) : null}
    </>
  );
}

function Sentences({ sentences }: { readonly sentences: readonly string[] }) {
  return sentences.map(sentence => <p key={sentence}>{sentence}</p>);
}

function Signature({ signature }: { readonly signature: Verification['signatures'][number] }) {
  const isGood = signature.intact && signature.unchangedSince && signature.problems.length === 0;
  return (
    <Section
      title={`Signature of ${signature.signerName}`}
      aside={<StatusTag tone={isGood ? 'met' : 'not-met'} word={isGood ? 'Valid' : 'Not valid'} />}
    >
      {signature.problems.length > 0 ? (
        <ul className="verify-problems">
          {signature.problems.map(problem => (
            <li key={problem}>
              <CircleX size={14} aria-hidden /> {problem}
            </li>
          ))}
        </ul>
      ) : null}
      <FactList
        layout="rows"
        facts={[
          { name: 'Signed as', value: signature.role },
          { name: 'On', value: signature.signedAt ? formatDateTime(signature.signedAt) : 'No time is given' },
          { name: 'What was signed', value: signature.intact ? 'Intact' : 'Not intact' },
          { name: 'Since then', value: signature.unchangedSince ? 'Unchanged' : 'Changed' },
          { name: 'Certificate', value: capitalised(signature.trust) },
          { name: 'Fingerprint', value: <code className="fingerprint">{signature.certificateFingerprint}</code> },
        ]}
      />
    </Section>
  );
}
