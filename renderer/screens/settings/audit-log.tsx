import { CircleCheck, ShieldAlert } from 'lucide-react';
import { useState } from 'react';
import { formatDateTime } from '../../../shared/british.ts';
import type { Output } from '../../../shared/contract.ts';
import { useAsk } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';

/** How many events a page of the log shows. */
const perPage = 50;

type Log = Output<'audit.list'>;

/** The audit log, the latest event first, and whether its chain is whole. */
export function AuditLog() {
  /** The number below which each page begins; the last one is shown. */
  const [starts, setStarts] = useState<readonly (number | null)[]>([null]);
  const { data, error } = useAsk('audit.list', { before: starts.at(-1) ?? null, limit: perPage });
  const first = data?.events.at(-1)?.sequence ?? 1;
  return (
    <Section
      title="Audit log"
      aside={
        <>
          <Button
            size="dense"
            isDisabled={starts.length === 1}
            onPress={() => setStarts(before => before.slice(0, -1))}
          >
            Later events
          </Button>
          <Button size="dense" isDisabled={first <= 1} onPress={() => setStarts(before => [...before, first])}>
            Earlier events
          </Button>
        </>
      }
    >
      {error ? <ErrorPanel title="The audit log could not be shown" error={error} /> : null}
      {data ? (
        <>
          <ChainState brokenAt={data.brokenAt} />
          <Events events={data.events} />
        </>
      ) : error ? null : (
        <Loading what="the audit log" />
      )}
    </Section>
  );
}

function ChainState({ brokenAt }: Pick<Log, 'brokenAt'>) {
  if (brokenAt !== null)
    return (
      <p className="finding" data-severity="error" role="alert">
        <ShieldAlert size={16} aria-hidden />
        The log does not fit together from event {brokenAt} on: something outside the workbench has changed it. Keep
        this folder as it is and compare it with your last copy.
      </p>
    );
  return (
    <p className="finding" data-severity="none">
      <CircleCheck size={16} aria-hidden />
      The log is whole: every event fits the one before it and bears the workspace’s signature.
    </p>
  );
}

function Events({ events }: Pick<Log, 'events'>) {
  return (
    <div className="dense audit">
      <Table
        label="Audit log"
        columns={[
          { id: 'sequence', title: 'No.', align: 'end', cell: event => event.sequence },
          { id: 'at', title: 'Time', cell: event => <time dateTime={event.at}>{formatDateTime(event.at)}</time> },
          { id: 'actor', title: 'Who', cell: event => event.actor },
          { id: 'what', title: 'What', cell: event => event.sentence, isRowHeader: true },
        ]}
        rows={events.map(event => ({ ...event, id: String(event.sequence) }))}
      />
    </div>
  );
}
