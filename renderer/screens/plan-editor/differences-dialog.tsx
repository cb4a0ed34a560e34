import { formatCount } from '../../../shared/british.ts';
import type { PlanDifference } from '../../../shared/domain/plan-differences.ts';
import { useAsk } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Table } from '../../ui/table.tsx';

interface DifferencesDialogProps {
  readonly id: string;
  readonly from: string;
  readonly onClose: () => void;
}

/** What changed from one version of a plan to another, parameter by parameter. */
export function DifferencesDialog({ id, from, onClose }: DifferencesDialogProps) {
  const { data, error } = useAsk('plan.differences', { id, from });
  return (
    <Dialog
      title={data ? `From version ${data.before.version} to version ${data.after.version}` : 'What changed'}
      isOpen
      onClose={onClose}
      size="wide"
      actions={<Button onPress={onClose}>Close</Button>}
    >
      {error ? <ErrorPanel error={error} /> : null}
      {data ? <DifferencesTable differences={data.differences} /> : error ? null : <Loading what="the differences" />}
    </Dialog>
  );
}

/** Differences of two plans: where, before, after. */
export function DifferencesTable({ differences }: { readonly differences: readonly PlanDifference[] }) {
  if (differences.length === 0) return <p className="muted">The two say the same.</p>;
  return (
    <div className="stack stack-tight differences">
      <p className="muted">{formatCount(differences.length, 'difference')}</p>
      <Table
        label="Differences"
        columns={[
          { id: 'where', title: 'Where', isRowHeader: true, cell: ({ where }) => where },
          { id: 'before', title: 'Before', cell: ({ before }) => before ?? '–' },
          { id: 'after', title: 'After', cell: ({ after }) => after ?? '–' },
        ]}
        rows={differences.map((difference, index) => ({ ...difference, id: String(index) }))}
      />
    </div>
  );
}
