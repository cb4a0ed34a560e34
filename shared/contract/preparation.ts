import { z } from 'zod';
import { bookingStates } from '../domain/bookings.ts';
import { dueTimes } from '../domain/due.ts';
import { requirementStates } from '../domain/gateway.ts';
import { period } from '../domain/plan.ts';
import { command, query } from './channel.ts';
import { id, instant, line, nothing, obstacle } from './shapes.ts';

const words = z.string().trim().max(500);
const assessment = z.strictObject({ assessmentId: id });
const isoDate = z.iso.date();

/** When and where a method is held, by the clock of the place. */
const appointment = z.strictObject({
  on: isoDate,
  at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give the time as 09:30.'),
  place: line,
  /** Why this day is taken although the plan speaks against it; empty when it does not. */
  exception: words,
});

/** How a requirement of the gateway was found. */
const requirementRecord = z.strictObject({
  state: z.enum(requirementStates),
  /** What was seen, or why it does not apply. */
  evidence: words,
  confirmedBy: line,
  confirmedOn: isoDate,
});

/** What was agreed before or on the day: a reasonable adjustment or a special consideration. */
const adjustment = z.strictObject({
  kind: z.enum(['reasonableAdjustment', 'specialConsideration']),
  /** The method that it is for; null: all of them. */
  methodKey: z.string().nullable(),
  what: z.string().trim().min(1, 'Say what was agreed.').max(500),
  extraTimePercent: z.number().int().min(0).max(200),
  agreedBy: line,
  agreedOn: isoDate,
});

export const preparationChannels = {
  /** What is prepared for an assessment: its gateway, its bookings and what was agreed for the apprentice. */
  'preparation.get': query(
    assessment,
    z.strictObject({
      gateway: z.strictObject({
        /** The field's word for it: gateway, or gateway to completion. */
        title: z.string(),
        requirements: z.array(
          z.strictObject({
            key: z.string(),
            title: z.string(),
            mandatory: z.boolean(),
            appliesIf: z.string().nullable(),
            /** What the plan asks for as evidence. */
            evidenceWanted: z.string().nullable(),
            mayNotApply: z.boolean(),
            record: requirementRecord.nullable(),
            /** What was recorded before and until when it stood, the latest first. */
            earlier: z.array(requirementRecord.extend({ until: instant })),
          }),
        ),
        /** What keeps it from being confirmed. */
        obstacles: z.array(z.string()),
        confirmed: z.strictObject({ passedOn: isoDate, by: z.string(), at: instant }).nullable(),
        /** Earlier confirmations that were unlocked, the latest last. */
        unlocked: z.array(z.strictObject({ passedOn: isoDate, by: z.string(), at: instant, reason: z.string() })),
        /** What an unconfirmed gateway means for beginning a session. */
        bar: obstacle.nullable(),
      }),
      /** The last day of the assessment period; null before the gateway, or where the plan leaves it open. */
      periodEnd: isoDate.nullable(),
      bookings: z.array(
        appointment.extend({
          id,
          methodKey: z.string(),
          state: z.enum(bookingStates),
          endedReason: z.string().nullable(),
        }),
      ),
      /** The notice that the plan asks for, method by method; null where it sets none. */
      notices: z.array(z.strictObject({ methodKey: z.string(), notice: period.nullable() })),
      adjustments: z.array(adjustment.extend({ id, withdrawnReason: z.string().nullable() })),
    }),
  ),
  'gateway.record': command(assessment.extend({ requirementKey: z.string(), ...requirementRecord.shape }), nothing),
  /** Confirms the gateway and locks it; the assessment period counts from its day. */
  'gateway.confirm': command(assessment.extend({ passedOn: isoDate }), nothing),
  'gateway.unlock': command(assessment.extend({ reason: line }), nothing),

  'booking.make': command(assessment.extend({ methodKey: z.string(), ...appointment.shape }), z.strictObject({ id })),
  /** Takes another day, time or place, with the reason; the earlier booking stays in the record. */
  'booking.move': command(z.strictObject({ id, ...appointment.shape, reason: line }), z.strictObject({ id })),
  'booking.cancel': command(z.strictObject({ id, reason: line }), nothing),

  'adjustment.record': command(assessment.extend(adjustment.shape), z.strictObject({ id })),
  'adjustment.withdraw': command(z.strictObject({ id, reason: line }), nothing),

  /** What is overdue, due today, this week and soon, of every assessment, in words. */
  'due.list': query(
    nothing,
    z.array(
      z.strictObject({
        assessmentId: id,
        apprenticeName: z.string(),
        when: z.enum(dueTimes),
        on: isoDate,
        words: z.string(),
      }),
    ),
  ),
} as const;
