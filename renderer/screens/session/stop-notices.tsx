import { capitalised, formatClock } from '../../../shared/british.ts';
import { type SessionStop, stopNames } from '../../../shared/domain/session-stops.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import type { SessionDesk } from './use-session-desk.ts';

/** What a stop still asks for: its record, and for suspected malpractice the decision. */
export function StopNotices({ desk }: { readonly desk: SessionDesk }) {
  return desk.view.stops.map(stop => <StopNotice key={stop.id} desk={desk} stop={stop} />);
}

function StopNotice({ desk, stop }: { readonly desk: SessionDesk; readonly stop: SessionStop }) {
  const { name } = stopNames[stop.kind];
  if (stop.record === null) {
    return (
      <Banner
        kind="warning"
        title={`${capitalised(name)}: stopped at ${formatClock(stop.stoppedAt)}`}
        actions={
          <Button onPress={() => desk.setDialog({ kind: 'stopRecord', stopId: stop.id })}>Write the record…</Button>
        }
      >
        Record what happened, what was done and who was told. Until then the clock cannot go on.
      </Banner>
    );
  }
  if (stop.kind !== 'malpractice' || stop.decision !== null) return null;
  return (
    <Banner
      kind="warning"
      title="The result is withheld"
      actions={
        <Button onPress={() => desk.setDialog({ kind: 'decide', stopId: stop.id })}>Record the decision…</Button>
      }
    >
      Malpractice was suspected at {formatClock(stop.stoppedAt)}. Hold on to the evidence until the organisation has
      decided.
    </Banner>
  );
}
