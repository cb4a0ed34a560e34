import { capitalised, formatDate } from '../../../shared/british.ts';
import { britishDay, localToday } from '../../ui/british-date.ts';
import { Button } from '../../ui/button.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import type { Preparation } from './gateway-section.tsx';

export type Booking = Preparation['bookings'][number];

interface BookingLineProps {
  readonly bookings: readonly Booking[];
  readonly onMove: (booking: Booking) => void;
  readonly onCancel: (booking: Booking) => void;
}

/** When and where a method is booked, with what became of earlier bookings. */
export function BookingLine({ bookings, onMove, onCancel }: BookingLineProps) {
  const current = bookings.find(({ state }) => state === 'booked');
  const ended = bookings.filter(({ endedReason }) => endedReason !== null);
  if (!current && ended.length === 0) return null;
  return (
    <div className="booking">
      {current ? (
        <div className="booking-current">
          <StatusTag
            {...(current.on < localToday()
              ? { tone: 'warning', word: 'Day passed' }
              : { tone: 'waiting', word: 'Booked' })}
          />
          <p className="booking-words">
            <span className="strong">
              {britishDay(current.on)}, {current.at}
            </span>
            , {current.place}
            {current.exception ? <span className="muted"> · {current.exception}</span> : null}
          </p>
          <div className="row">
            <Button size="dense" onPress={() => onMove(current)}>
              Move…
            </Button>
            <Button size="dense" onPress={() => onCancel(current)}>
              Cancel the booking…
            </Button>
          </div>
        </div>
      ) : null}
      {ended.map(({ id, on, at, state, endedReason }) => (
        <p className="small muted" key={id}>
          {formatDate(on)}, {at}: {capitalised(state)}, {endedReason}
        </p>
      ))}
    </div>
  );
}
