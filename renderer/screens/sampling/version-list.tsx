import { useState } from 'react';
import { formatCount, formatDate } from '../../../shared/british.ts';
import type { AssessmentVersion } from '../../../shared/contract/assessment-versions.ts';
import { useAction } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { KsbChip, KsbList } from '../../ui/ksb-chip.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { ReasonDialog } from '../session/reason-dialog.tsx';

interface VersionListProps {
  readonly versions: readonly AssessmentVersion[];
  readonly texts: ReadonlyMap<string, string>;
}

const usual = ['A question was published', 'Replaced by a newer version', 'It was too hard', 'It was too easy'];

/** The assessment versions of a plan with their statements and how often each was used. */
export function VersionList({ versions, texts }: VersionListProps) {
  const [withdrawing, setWithdrawing] = useState<AssessmentVersion>();
  const { run } = useAction('assessmentVersion.withdraw');
  if (versions.length === 0) {
    return (
      <p className="muted">
        There is none yet: every assessment is about every statement. Add a version to sample those that are not
        mandatory.
      </p>
    );
  }
  return (
    <>
      <ul className="requirements">
        {versions.map(version => (
          <li key={version.id} className="stack stack-tight">
            <div className="row row-apart">
              <span>
                <span className="strong">{version.label}</span>{' '}
                <span className="muted">
                  {formatCount(version.statements.length, 'statement')} · added {formatDate(version.addedAt)} · used in{' '}
                  {formatCount(version.sessions, 'session')}
                </span>
              </span>
              {version.withdrawnReason === null ? (
                <Button size="dense" onPress={() => setWithdrawing(version)}>
                  Withdraw…
                </Button>
              ) : (
                <StatusTag tone="locked" word={`Withdrawn: ${version.withdrawnReason}`} />
              )}
            </div>
            <KsbList>
              {version.statements.map(code => (
                <KsbChip key={code} code={code} text={texts.get(code)} />
              ))}
            </KsbList>
          </li>
        ))}
      </ul>
      {withdrawing ? (
        <ReasonDialog
          title={`Withdraw version “${withdrawing.label}”?`}
          isOpen
          onClose={() => setWithdrawing(undefined)}
          action="Withdraw it"
          cancel="Keep it"
          description="It stands in the record beside the version."
          usual={usual}
          onReason={reason => run({ id: withdrawing.id, reason })}
        >
          <p className="prose">
            No further assessment can choose it. Sessions that were held with it stay as they are, and so does the log.
          </p>
        </ReasonDialog>
      ) : null}
    </>
  );
}
