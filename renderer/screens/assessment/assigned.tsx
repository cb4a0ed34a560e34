import { useState } from 'react';
import { useAction } from '../../api.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { instantWords } from '../../ui/instant.ts';
import type { Assessment } from '../assessment.tsx';
import { ReasonDialog } from '../session/reason-dialog.tsx';

interface AssignedProps {
  readonly assessmentId: string;
  readonly assignment: NonNullable<Assessment['assignment']>;
}

/** That an assessment was given to an assessor, who keeps its record; as long as nothing came back, it can be taken back. */
export function Assigned({ assessmentId, assignment }: AssignedProps) {
  const [isRecalling, setRecalling] = useState(false);
  const recall = useAction('assignment.recall');
  const { assessor, assignedAt, receivedAt } = assignment;
  const now = new Date().toISOString();
  return (
    <>
      <Banner
        kind="info"
        title={`With ${assessor}`}
        actions={receivedAt === null ? <Button onPress={() => setRecalling(true)}>Take it back…</Button> : null}
      >
        {receivedAt === null
          ? `Assigned ${instantWords(assignedAt, now)}. Their results arrive in a pack.`
          : `The record arrived ${instantWords(receivedAt, now)} and is read here; reviews, countersignatures and the release are added here and go back in a review pack.`}
      </Banner>
      {isRecalling ? (
        <ReasonDialog
          title={`Take this assessment back from ${assessor}?`}
          isOpen
          onClose={() => setRecalling(false)}
          action="Take it back"
          cancel="Leave it there"
          tone="danger"
          description="It stands in the audit log."
          usual={['The assessor cannot do it', 'The apprentice withdrew', 'It was assigned by mistake']}
          onReason={reason => recall.run({ assessmentId, reason })}
        >
          <p className="prose">
            It can be assigned to somebody else then. Tell {assessor}: what they send of it is not taken in any more.
          </p>
        </ReasonDialog>
      ) : null}
    </>
  );
}
