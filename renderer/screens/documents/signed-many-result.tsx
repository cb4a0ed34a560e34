import { formatCount } from '../../../shared/british.ts';
import type { ReadyCase, SignedMany } from '../../../shared/contract/reports.ts';
import { StatusTag } from '../../ui/status-tag.tsx';

interface SignedManyResultProps {
  readonly result: SignedMany;
  readonly cases: readonly ReadyCase[];
}

/** What became of a batch: how many were signed, where they are, and which were not signed and why. */
export function SignedManyResult({ result, cases }: SignedManyResultProps) {
  const { notSigned, stopped } = result;
  return (
    <div className="stack stack-tight">
      <p className="strong">{signedWords(result)}</p>
      {stopped === null ? null : <p>{stopped}</p>}
      {notSigned.length > 0 ? (
        <ul className="not-signed" aria-label="Not signed">
          {notSigned.map(({ subject, reason }) => (
            <li key={JSON.stringify(subject)}>
              <StatusTag tone="not-met" word="Not signed" /> {nameOf(cases, subject)}. {reason}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function nameOf(cases: readonly ReadyCase[], subject: SignedMany['notSigned'][number]['subject']): string {
  const wanted = JSON.stringify(subject);
  for (const { apprenticeName, reports } of cases) {
    const found = reports.find(report => JSON.stringify(report.subject) === wanted);
    if (found) return `${apprenticeName}, ${found.title}`;
  }
  return 'A report';
}

function signedWords({ signed, skipped, folder, remaining }: SignedMany): string {
  return [
    `${formatCount(signed, 'report')} signed${folder === null ? '' : ` and saved in ${folder}`}.`,
    ...(skipped > 0 ? [`${formatCount(skipped, 'report')} had been signed before.`] : []),
    ...(remaining > 0 ? [`Stopped; ${formatCount(remaining, 'report')} to go.`] : []),
  ].join(' ');
}
