import { z } from 'zod';
import { calendarDate } from '../../shared/british.ts';
import { bookingRemarks, bookingStates } from '../../shared/domain/bookings.ts';
import { AppError } from '../../shared/errors.ts';
import type { CommandContext, Handler } from '../core/contexts.ts';
import { type Reader, read, write } from '../db/statements.ts';
import { planOfAssessment } from './assessment-plans.ts';
import { assessmentById } from './assessment-rows.ts';
import { attemptsAt } from './attempts.ts';
import { periodEndOf } from './gateway.ts';
import { sha256 } from './stored.ts';

const bookingRow = z.strictObject({
  id: z.string(),
  assessmentId: z.string(),
  methodKey: z.string(),
  heldOn: z.string(),
  heldAt: z.string(),
  place: z.string(),
  exception: z.string(),
  state: z.enum(bookingStates),
  endedReason: z.string().nullable(),
});
type BookingRow = z.output<typeof bookingRow>;

const columns = 'id, assessment_id, method_key, held_on, held_at, place, exception, state, ended_reason';
const bookingsOfAssessment = read<{ assessmentId: string }>()(
  `SELECT ${columns} FROM booking WHERE assessment_id = @assessmentId ORDER BY booked_at, id`,
  bookingRow,
);
const oneBooking = read<{ id: string }>()(`SELECT ${columns} FROM booking WHERE id = @id`, bookingRow);
const insertBooking = write<{
  id: string;
  assessmentId: string;
  methodKey: string;
  on: string;
  at: string;
  place: string;
  exception: string;
  now: string;
}>(
  "INSERT INTO booking (id, assessment_id, method_key, held_on, held_at, place, exception, state, booked_at, changed_at) VALUES (@id, @assessmentId, @methodKey, @on, @at, @place, @exception, 'booked', @now, @now)",
);
const endBooking = write<{ id: string; state: 'moved' | 'cancelled'; reason: string; now: string }>(
  'UPDATE booking SET state = @state, ended_reason = @reason, changed_at = @now WHERE id = @id',
);
const updateKept = write<{ assessmentId: string; methodKey: string; sessionId: string; now: string }>(
  "UPDATE booking SET state = 'kept', session_id = @sessionId, changed_at = @now WHERE assessment_id = @assessmentId AND method_key = @methodKey AND state = 'booked'",
);

/** The bookings of an assessment in the order in which they were made. */
export const bookingsOf = (reader: Reader, assessmentId: string): readonly BookingRow[] =>
  reader.all(bookingsOfAssessment, { assessmentId });

/** Marks the method's booking, where it has one, as kept by the session that begins now. */
export function keepBooking(
  { writer, now }: CommandContext,
  begun: { readonly assessmentId: string; readonly methodKey: string; readonly sessionId: string },
): void {
  writer.run(updateKept, { ...begun, now: now.toISOString() });
}

interface Appointment {
  readonly on: string;
  readonly at: string;
  readonly place: string;
  readonly exception: string;
}

/** Refuses a day in the past, and one that the plan speaks against without a reason. Throws AppError `booking.past` or `booking.exception`. */
function refuseUnexplained(
  { reader, now }: CommandContext,
  {
    assessmentId,
    methodKey,
    on,
    exception,
  }: Appointment & { readonly assessmentId: string; readonly methodKey: string },
): void {
  const today = calendarDate(now.toISOString());
  if (on < today) throw new AppError('booking.past', 'This day has passed. Choose one that is still to come.');
  const plan = planOfAssessment(reader, assessmentById(reader, assessmentId), now.toISOString());
  const method = plan.methods.find(({ key }) => key === methodKey);
  if (!method) throw new AppError('method.unknown', 'The plan has no such method.');
  const { chance } = attemptsAt(reader, assessmentId, plan, method, now);
  if (!chance.allowed) throw new AppError('booking.refused', chance.why);
  const periodEnd = periodEndOf(reader, assessmentId, plan);
  const remarks = bookingRemarks(method, { today, on, periodEnd });
  if (remarks.length > 0 && exception === '') {
    throw new AppError(
      'booking.exception',
      `${remarks.join(' ')} Choose another day, or record why this one is taken.`,
    );
  }
}

/** The booking that stands. Throws AppError `booking.unknown` or `booking.ended`. */
function standing(reader: Reader, id: string): BookingRow {
  const booking = reader.one(oneBooking, { id });
  if (!booking) throw new AppError('booking.unknown', 'This booking is not in the workspace.');
  if (booking.state !== 'booked') throw new AppError('booking.ended', 'This booking does not stand any more.');
  return booking;
}

const hashOf = (exception: string): string | null => (exception === '' ? null : sha256(exception));

export const makeBooking: Handler<'booking.make'> = (context, booking) => {
  const { reader, writer, now } = context;
  const { assessmentId, methodKey, on, at, exception } = booking;
  if (bookingsOf(reader, assessmentId).some(each => each.methodKey === methodKey && each.state === 'booked')) {
    throw new AppError('booking.twice', 'This method is booked already. Move its booking instead.');
  }
  refuseUnexplained(context, booking);
  const id = context.newId();
  writer.run(insertBooking, { id, ...booking, now: now.toISOString() });
  const detail = { methodKey, on, at, exceptionSha256: hashOf(exception) };
  context.record({ type: 'booking.made', subjectId: assessmentId, detail });
  return { id };
};

export const moveBooking: Handler<'booking.move'> = (context, { id: movedFrom, reason, ...appointment }) => {
  const { reader, writer } = context;
  const { assessmentId, methodKey } = standing(reader, movedFrom);
  refuseUnexplained(context, { assessmentId, methodKey, ...appointment });
  const now = context.now.toISOString();
  const id = context.newId();
  writer.run(endBooking, { id: movedFrom, state: 'moved', reason, now });
  writer.run(insertBooking, { id, assessmentId, methodKey, ...appointment, now });
  const { on, at, exception } = appointment;
  const detail = { methodKey, on, at, exceptionSha256: hashOf(exception), movedFrom, reasonSha256: sha256(reason) };
  context.record({ type: 'booking.moved', subjectId: assessmentId, detail });
  return { id };
};

export const cancelBooking: Handler<'booking.cancel'> = (context, { id, reason }) => {
  const { assessmentId, methodKey } = standing(context.reader, id);
  context.writer.run(endBooking, { id, state: 'cancelled', reason, now: context.now.toISOString() });
  const detail = { methodKey, reasonSha256: sha256(reason) };
  context.record({ type: 'booking.cancelled', subjectId: assessmentId, detail });
  return {};
};
