import { Clock } from 'lucide-react';
import type { SignedReport } from '../../../shared/contract/shapes.ts';
import { useAction, useAsk } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';

/** Adds a time stamp over a report with all its signatures, where the workspace has a time stamp authority and the report has none yet. */
export function AddTimestamp({ signed }: { readonly signed: SignedReport }) {
  const add = useAction('report.timestamp');
  const { data } = useAsk('timestamp.get', {});
  if (!data?.agreed || data.address === null || signed.timestampedAt !== null) return null;
  return (
    <>
      <div className="row">
        <Button icon={Clock} isPending={add.isPending} onPress={() => add.start({ reportId: signed.id })}>
          Add a time stamp
        </Button>
        <span className="muted">A hash is sent to {data.address}; the report stays here.</span>
      </div>
      {add.error ? <ErrorPanel title="No time stamp was added" error={add.error} /> : null}
    </>
  );
}
