import { useEffect, useRef, useState } from 'react';
import { formatCount } from '../../../shared/british.ts';
import type { CheckedFile, Verification } from '../../../shared/contract/reports.ts';
import { Section } from '../../ui/section.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { Table, type TableColumn } from '../../ui/table.tsx';
import { Finding } from './finding.tsx';

interface FindingsProps {
  readonly files: readonly CheckedFile[];
  readonly remaining: number;
}

/** One file's finding in full; of several a table, from which each opens. */
export function Findings({ files, remaining }: FindingsProps) {
  const rows = files.map(rowOf);
  const [openId, setOpenId] = useState(rows.length === 1 ? '0' : null);
  const [only] = files;
  const open = openId === null ? undefined : files[Number(openId)];
  return (
    <>
      {files.length === 1 && only?.kind === 'checked' ? null : (
        <Summary rows={rows} remaining={remaining} onOpen={setOpenId} />
      )}
      {open?.kind === 'checked' ? <Finding key={openId} verification={open.verification} /> : null}
    </>
  );
}

interface Row {
  readonly id: string;
  readonly fileName: string;
  readonly verification: Verification | null;
  readonly reason: string;
}

const rowOf = (file: CheckedFile, index: number): Row =>
  file.kind === 'checked'
    ? { id: `${index}`, fileName: file.verification.fileName, verification: file.verification, reason: '' }
    : { id: `${index}`, fileName: file.fileName, verification: null, reason: file.reason };

interface SummaryProps {
  readonly rows: readonly Row[];
  readonly remaining: number;
  readonly onOpen: (id: string) => void;
}

function Summary({ rows, remaining, onOpen }: SummaryProps) {
  const words = useRef<HTMLParagraphElement>(null);
  useEffect(() => words.current?.focus(), []);
  const intact = rows.filter(({ verification }) => verification?.ok).length;
  const stopped = remaining > 0 ? ` Stopped: ${formatCount(remaining, 'file')} not looked at.` : '';
  return (
    <Section title="What was found" note={formatCount(rows.length, 'file')}>
      <p className="strong" ref={words} tabIndex={-1}>
        {intact === rows.length
          ? 'Every report is intact.'
          : `${intact} of ${formatCount(rows.length, 'file')} are intact.`}
        {stopped}
      </p>
      <Table label="Files" columns={columns} rows={sorted(rows)} onOpen={onOpen} />
      <p className="muted small">Enter opens a file’s finding in full.</p>
    </Section>
  );
}

/** What is not well first; otherwise the order in which the files came. */
const sorted = (rows: readonly Row[]): readonly Row[] =>
  rows.toSorted((a, b) => Number(a.verification?.ok ?? false) - Number(b.verification?.ok ?? false));

const columns: readonly TableColumn<Row>[] = [
  { id: 'file', title: 'File', isRowHeader: true, cell: ({ fileName }) => fileName },
  { id: 'verdict', title: 'Verdict', cell: ({ verification }) => <Verdict verification={verification} /> },
  { id: 'what', title: 'What it is', cell: whatItIs },
  { id: 'signers', title: 'Signed by', cell: ({ verification }) => signersOf(verification) },
];

function Verdict({ verification }: { readonly verification: Verification | null }) {
  if (!verification) return <StatusTag tone="not-met" word="Not checked" />;
  if (verification.ok) return <StatusTag tone="met" word="Intact" />;
  return <StatusTag tone="not-met" word={verification.signatures.length === 0 ? 'No signature' : 'Not intact'} />;
}

function whatItIs({ verification, reason }: Row): string {
  if (!verification) return reason;
  const { document, sentences } = verification;
  if (!document) return sentences[0] ?? '';
  const practice = document.practice ? ' (practice)' : '';
  return `${document.title}, ${document.apprentice}${practice}`;
}

/** Each signer, with whether the certificate is trusted here; of a signature that does not hold only that. */
function signersOf(verification: Verification | null): string {
  const signatures = verification?.signatures ?? [];
  if (signatures.length === 0) return 'Nobody';
  return signatures
    .map(({ signerName, trust, intact, unchangedSince }) => {
      const holds = intact && unchangedSince;
      return `${signerName} (${holds ? trust : 'does not hold'})`;
    })
    .join(', ');
}
