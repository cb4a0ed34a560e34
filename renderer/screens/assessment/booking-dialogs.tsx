import { useState } from 'react';
import { bookingRemarks } from '../../../shared/domain/bookings.ts';
import { useAction } from '../../api.ts';
import { localToday } from '../../ui/british-date.ts';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ReasonDialog } from '../session/reason-dialog.tsx';
import type { Booking } from './booking-line.tsx';
import { timeTyped } from './booking-time.ts';
import { FormDialog } from './form-dialog.tsx';
import type { Preparation } from './gateway-section.tsx';

interface BookingDialogProps {
  readonly assessmentId: string;
  readonly method: { readonly key: string; readonly name: string };
  readonly preparation: Preparation;
  /** The booking that is moved; none: a new one is made. */
  readonly moved: Booking | null;
  readonly onClose: () => void;
}

function dayProblem(on: string | null): string | null {
  if (on === null) return 'Give the day.';
  return on < localToday() ? 'This day has passed.' : null;
}

type Props = Pick<BookingDialogProps, 'method' | 'preparation' | 'moved'>;

/** The booking as it is typed, what the plan says against its day, and what is wrong with it. */
function useBookingForm({ method, preparation, moved }: Props) {
  const [form, setForm] = useState({
    on: moved?.on ?? null,
    at: moved?.at ?? '',
    place: moved?.place ?? '',
    exception: '',
    reason: '',
  });
  const [isChecked, setChecked] = useState(false);
  const notice = preparation.notices.find(({ methodKey }) => methodKey === method.key)?.notice ?? null;
  const dates = { today: localToday(), periodEnd: preparation.periodEnd };
  const remarks = form.on === null ? [] : bookingRemarks({ notice }, { ...dates, on: form.on });
  const at = timeTyped(form.at);
  const problems = {
    on: dayProblem(form.on),
    at: at === null ? 'Give the time like 09:30.' : null,
    place: form.place.trim() === '' ? 'Say where it is held.' : null,
    exception: remarks.length > 0 && form.exception.trim() === '' ? 'Say why this day is taken all the same.' : null,
    reason: moved && form.reason.trim() === '' ? 'Say why the booking is moved.' : null,
  };
  const isRight = Object.values(problems).every(problem => problem === null);
  return {
    form,
    change: (part: Partial<typeof form>): void => setForm(before => ({ ...before, ...part })),
    remarks,
    /** What is wrong with a field, once the form was sent. */
    wrong: (field: keyof typeof problems): string | null => (isChecked ? problems[field] : null),
    check: () => setChecked(true),
    /** The booking that can be made; null while something is wrong. */
    appointment:
      isRight && form.on !== null && at !== null
        ? { on: form.on, at, place: form.place, exception: remarks.length > 0 ? form.exception : '' }
        : null,
  };
}

/** Books a method, or moves its booking; what the plan says against the day is told at once and asks for a reason. */
export function BookingDialog({ assessmentId, method, preparation, moved, onClose }: BookingDialogProps) {
  const make = useAction('booking.make');
  const move = useAction('booking.move');
  const booking = useBookingForm({ method, preparation, moved });
  const { form, change, wrong, appointment } = booking;
  const submit = (): boolean => {
    booking.check();
    if (appointment === null) return false;
    if (moved) move.start({ id: moved.id, ...appointment, reason: form.reason }, onClose);
    else make.start({ assessmentId, methodKey: method.key, ...appointment }, onClose);
    return true;
  };
  return (
    <FormDialog
      title={moved ? `Move the booking: ${method.name}` : `Book: ${method.name}`}
      action={moved ? 'Move the booking' : 'Book it'}
      isPending={make.isPending || move.isPending}
      fault={make.error ?? move.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <AppointmentFields booking={booking} />
      {moved ? (
        <TextField
          label="Reason for moving it"
          value={form.reason}
          onChange={reason => change({ reason })}
          maxLength={200}
          error={wrong('reason')}
        />
      ) : null}
    </FormDialog>
  );
}

function AppointmentFields({ booking }: { readonly booking: ReturnType<typeof useBookingForm> }) {
  const { form, change, wrong, remarks } = booking;
  return (
    <>
      <div className="row row-fields">
        <DateField label="Day" value={form.on} onChange={on => change({ on })} error={wrong('on')} />
        <TextField
          label="Time"
          placeholder="09:30"
          value={form.at}
          onChange={typed => change({ at: typed })}
          error={wrong('at')}
        />
      </div>
      <TextField
        label="Place"
        value={form.place}
        onChange={place => change({ place })}
        maxLength={200}
        error={wrong('place')}
      />
      {remarks.length > 0 ? (
        <div className="stack stack-tight">
          <p className="field-remark" role="status">
            {remarks.join(' ')}
          </p>
          <TextField
            label="Why this day is taken"
            description="For example that everybody agreed to shorter notice."
            value={form.exception}
            onChange={exception => change({ exception })}
            maxLength={500}
            error={wrong('exception')}
          />
        </div>
      ) : null}
    </>
  );
}

interface CancelBookingDialogProps {
  readonly booking: Booking;
  readonly onClose: () => void;
}

const usual = ['The apprentice is ill', 'The apprentice did not attend', 'The employer cannot host it'];

/** Cancels a booking with its reason. */
export function CancelBookingDialog({ booking, onClose }: CancelBookingDialogProps) {
  const { run } = useAction('booking.cancel');
  return (
    <ReasonDialog
      title="Cancel this booking?"
      isOpen
      onClose={onClose}
      action="Cancel the booking"
      cancel="Keep it"
      description="The booking stays in the record with it."
      usual={usual}
      onReason={reason => run({ id: booking.id, reason })}
    >
      <p className="prose">The method is then without a booking until another is made.</p>
    </ReasonDialog>
  );
}
