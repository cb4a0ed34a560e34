import { z } from 'zod';
import { method } from '../domain/plan.ts';
import { planning } from '../domain/planning.ts';
import { questionWording } from '../domain/question-bank.ts';
import { command, query } from './channel.ts';
import { id, instant, nothing } from './shapes.ts';

const ofMethod = z.strictObject({ assessmentId: id, methodKey: z.string() });

export const planningChannels = {
  /** What is planned for an attempt at a method; without its number, for the one that is under way or comes next. */
  'planning.get': query(
    ofMethod.extend({ attempt: z.number().int().min(1).optional() }),
    z.strictObject({
      attempt: z.number().int(),
      /** Whether it can still be changed: until the attempt's session is closed. */
      isOpen: z.boolean(),
      method,
      statements: z.array(z.strictObject({ code: z.string(), text: z.string() })),
      planning,
      /** The approved questions of the bank for the method, and those that are picked. */
      questions: z.array(
        z.strictObject({
          id,
          themeKey: z.string(),
          ...questionWording.shape,
          /** When it was asked in an earlier attempt with this apprentice. */
          askedBefore: instant.nullable(),
          /** Whether it can be picked: on a re-sit the plan may want other questions. */
          mayBePicked: z.boolean(),
        }),
      ),
      /** What was seen of what is looked for, by the notes of this attempt; struck ones not counted. */
      seen: z.array(z.strictObject({ lookForId: id, noteId: id, offsetSeconds: z.number().int() })),
      /** How many things of the portfolio show each KSB, where the method refers to it. */
      portfolio: z.array(z.strictObject({ code: z.string(), count: z.number().int() })),
    }),
  ),
  /** Plans the attempt that is under way or comes next; what stood before is replaced. */
  'planning.set': command(ofMethod.extend({ planning }), nothing),
  /** Says that something that was looked for was seen: a note with its words, at its time. */
  'planning.tick': command(z.strictObject({ sessionId: id, lookForId: id }), z.strictObject({ id, at: instant })),
} as const;
