import { CircleCheck, CircleX, Info } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { capitalised, formatDate, formatDateTime } from '../../../shared/british.ts';
import type { Verification } from '../../../shared/contract/reports.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { Section } from '../../ui/section.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { Fingerprint } from '../settings/certificate-facts.tsx';

type Timestamp = NonNullable<Verification['signatures'][number]['timestamp']>;

/** All that was found in one file, the verdict first. */
export function Finding({ verification }: { readonly verification: Verification }) {
  const { ok, sentences, signatures, documentTimestamps, fileName, sha256, document } = verification;
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each finding is read from its verdict on
  useEffect(() => heading.current?.focus(), [verification]);
  const [verdict, ...rest] = sentences;
  const Icon = ok ? CircleCheck : CircleX;
  return (
    <>
      <div className="verdict" data-tone={ok ? 'met' : 'not-met'}>
        <Icon size={28} aria-hidden />
        <div>
          <h2 className="verdict-words" ref={heading} tabIndex={-1}>
            {verdict}
          </h2>
          {signatures.length === 0 ? <Sentences sentences={rest} /> : null}
        </div>
      </div>
      {document ? <DocumentFacts document={document} /> : null}
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
      {documentTimestamps.map(stamp => (
        <DocumentTimestamp key={`${stamp.authority} ${stamp.at}`} stamp={stamp} />
      ))}
      {signatures.length > 0 && rest.length > 0 ? (
        <Disclosure title="The finding in full" level={2} isOpenAtFirst={!ok}>
          <Sentences sentences={rest} />
        </Disclosure>
      ) : null}
    </>
  );
}

/** What the document is, as its own content says. */
function DocumentFacts({ document }: { readonly document: NonNullable<Verification['document']> }) {
  const { documentId, title, apprentice, practice } = document;
  return (
    <Section title="Document" aside={practice ? <StatusTag tone="practice" word="PRACTICE" /> : null}>
      <FactList
        layout="rows"
        facts={[
          { name: 'Document', value: documentId },
          { name: 'Title', value: title },
          { name: 'Apprentice', value: apprentice },
          ...(practice ? [{ name: 'Practice', value: 'Made for practice: it states no result.' }] : []),
        ]}
      />
    </Section>
  );
}

/** A time stamp over the whole document. */
function DocumentTimestamp({ stamp }: { readonly stamp: Verification['documentTimestamps'][number] }) {
  const isGood = stamp.intact && stamp.unchangedSince && stamp.problems.length === 0;
  return (
    <Section
      title={`Time stamp of ${stamp.authority}`}
      aside={<StatusTag tone={isGood ? 'met' : 'not-met'} word={isGood ? 'Valid' : 'Not valid'} />}
    >
      <Problems problems={stamp.problems} />
      <FactList
        layout="rows"
        facts={[
          { name: 'Time', value: stamp.at ? formatDateTime(stamp.at) : 'No time is given' },
          { name: 'What was stamped', value: stamp.intact ? 'Intact' : 'Not intact' },
          { name: 'Since then', value: sinceWords(stamp) },
          { name: 'Authority', value: stamp.trusted ? 'Trusted in this workspace' : 'Not known to this workspace' },
        ]}
      />
    </Section>
  );
}

/** What became of the document later; of what is not intact that cannot be said. */
function sinceWords({
  intact,
  unchangedSince,
}: {
  readonly intact: boolean;
  readonly unchangedSince: boolean;
}): string {
  if (!intact) return 'Cannot be said';
  return unchangedSince ? 'Unchanged' : 'Changed';
}

function timestampWords({ at, authority, trusted, problems }: Timestamp): string {
  const when = at ? formatDateTime(at) : 'no time';
  const standing = trusted ? 'trusted in this workspace' : 'not known to this workspace';
  return [`${when}, by ${authority} (${standing}).`, ...problems].join(' ');
}

function Remarks({ remarks }: { readonly remarks: readonly string[] }) {
  if (remarks.length === 0) return null;
  return (
    <ul className="verify-remarks" aria-label="Worth knowing">
      {remarks.map(remark => (
        <li key={remark}>
          <Info size={14} aria-hidden /> {remark}
        </li>
      ))}
    </ul>
  );
}

function Problems({ problems }: { readonly problems: readonly string[] }) {
  if (problems.length === 0) return null;
  return (
    <ul className="verify-problems">
      {problems.map(problem => (
        <li key={problem}>
          <CircleX size={14} aria-hidden /> {problem}
        </li>
      ))}
    </ul>
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
      <Problems problems={signature.problems} />
      <FactList
        layout="rows"
        facts={[
          { name: 'Signed as', value: signature.role },
          { name: 'On', value: signature.signedAt ? formatDateTime(signature.signedAt) : 'No time is given' },
          { name: 'What was signed', value: signature.intact ? 'Intact' : 'Not intact' },
          { name: 'Since then', value: sinceWords(signature) },
          {
            name: 'Certificate',
            value: (
              <>
                <span className="strong">{capitalised(signature.trust)}.</span> {signature.trustWords}
              </>
            ),
          },
          ...(signature.issuer === '' ? [] : [{ name: 'Issued by', value: signature.issuer }]),
          ...(signature.validFrom && signature.validUntil
            ? [
                {
                  name: 'Certificate valid',
                  value: `${formatDate(signature.validFrom)} to ${formatDate(signature.validUntil)}`,
                },
              ]
            : []),
          ...(signature.timestamp ? [{ name: 'Time stamp', value: timestampWords(signature.timestamp) }] : []),
          { name: 'Fingerprint', value: <Fingerprint hex={signature.certificateFingerprint} /> },
        ]}
      />
      <Remarks remarks={signature.remarks} />
    </Section>
  );
}
