import { z } from 'zod';
import { decision } from '../domain/judgement.ts';
import { method } from '../domain/plan.ts';
import { recordedOutcome } from '../domain/recorded-outcome.ts';
import { noteKind, sessionState } from '../domain/session.ts';
import { stopKinds } from '../domain/session-stops.ts';
import { command, keep, query } from './channel.ts';
import { recording } from './recordings.ts';
import {
  draft,
  explanation,
  id,
  instant,
  judgement,
  ksbCode,
  ledgerEntry,
  line,
  methodResult,
  note,
  nothing,
  obstacle,
  openingChecklist,
  prose,
  sessionStop,
} from './shapes.ts';

/** What is recorded of a further attempt; each text may be empty where the plan does not ask for it. */
export const furtherAttempt = z.strictObject({
  kind: z.enum(['resit', 'retake']),
  actionPlan: z.string().trim().max(2000),
  exceptional: z.string().trim().max(2000),
  lateReason: z.string().trim().max(500),
});
export type FurtherAttempt = Readonly<z.infer<typeof furtherAttempt>>;

const stopWords = z.string().trim().min(1).max(2000);
const mark = z.strictObject({ about: z.string(), at: instant, offsetSeconds: z.number().int() });

const nameWord = z.string().trim().min(2, 'A name has at least two letters.').max(60);

const noteText = prose.trim().min(1, 'A note needs at least one word.');

export const sessionChannels = {
  /** Begins a method's session with the opening checklist done; the clock does not run yet. */
  'session.begin': command(
    z.strictObject({
      assessmentId: id,
      methodKey: z.string(),
      checklist: openingChecklist,
      /** For a re-sit or re-take after a fail. */
      further: furtherAttempt.optional(),
    }),
    z.strictObject({ id }),
  ),
  /** Says, with the reason, that the assessor cannot assess this method; it ends there until it is withdrawn. */
  'session.refuse': command(
    z.strictObject({ assessmentId: id, methodKey: z.string(), reason: line }),
    z.strictObject({ id }),
  ),
  'refusal.withdraw': command(z.strictObject({ id, reason: line }), nothing),
  /** Everything that the session, judge and report screens show of one session. */
  'session.get': query(
    z.strictObject({ id }),
    z.strictObject({
      id,
      assessmentId: id,
      apprenticeName: z.string(),
      standard: z.string(),
      practice: z.boolean(),
      attempt: z.number().int(),
      state: sessionState,
      checklist: openingChecklist,
      startedAt: instant.nullable(),
      closedAt: instant.nullable(),
      /** The method as the pinned plan has it. */
      method,
      /** The statements behind the method's KSB codes. */
      statements: z.array(z.strictObject({ code: z.string(), text: z.string() })),
      /** Codes of the whole standard, so that an unknown code is told from one that this method does not assess. */
      knownCodes: z.array(z.string()),
      notes: z.array(note),
      ledger: z.array(ledgerEntry),
      recording,
      /** The clock was running when the workbench last stopped and nobody has said yet how to count that time. */
      interruptedSince: instant.nullable(),
      stops: z.array(sessionStop),
      /** Words that are marked as names of service users, in the whole assessment. */
      privateNames: z.array(z.strictObject({ id, word: z.string(), replacement: z.string() })),
      /** Activities of the plan that were seen, and KSBs of which enough was seen. */
      marks: z.strictObject({ activities: z.array(mark), enough: z.array(mark) }),
      judgements: z.array(judgement),
      /** Where the outcome comes from, with what was recorded before; null for a session that was held with the workbench. */
      outcome: recordedOutcome.extend({ earlier: z.array(recordedOutcome.extend({ until: instant })) }).nullable(),
      /** The score of a test, null while there is none, with those recorded before. */
      score: z.strictObject({
        value: z.number().int().nullable(),
        earlier: z.array(z.strictObject({ score: z.number().int().nullable(), until: instant })),
      }),
      /** What does not go together among the judgements, each with the descriptors that it is about. */
      consistency: z.array(z.strictObject({ message: z.string(), descriptorKeys: z.array(z.string()) })),
      drafts: z.array(draft),
      explanations: z.array(explanation),
      result: methodResult,
      obstaclesToClosing: z.array(obstacle),
      obstaclesToSigning: z.array(obstacle),
    }),
  ),
  /** Starts the clock in a part, ends a break, or moves on to another part. */
  'clock.run': command(z.strictObject({ sessionId: id, partKey: z.string() }), nothing),
  /** Stops the clock for a break, with its reason. */
  'clock.break': command(z.strictObject({ sessionId: id, reason: line }), nothing),
  /** Splits the session, where the plan allows it: the clock stands until it goes on later. */
  'clock.split': command(z.strictObject({ sessionId: id, reason: line }), nothing),
  /** After an interruption: counts the time since, or makes a break of it. */
  'clock.settle': command(z.strictObject({ sessionId: id, countTheGap: z.boolean() }), nothing),
  /** Stops the clock at once for danger, a safeguarding concern, suspected malpractice or illness; the record of it may follow. */
  'session.stop': command(z.strictObject({ sessionId: id, kind: z.enum(stopKinds) }), z.strictObject({ id })),
  /** What happened, what was done and who was told; a later version stands beside the earlier ones. */
  'stop.record': command(
    z.strictObject({
      id,
      noticedAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give the time as hours and minutes: 14:05.'),
      what: stopWords,
      done: stopWords,
      told: stopWords,
    }),
    nothing,
  ),
  /** What the organisation decided on suspected malpractice, which withheld the result until now. */
  'stop.decide': command(
    z.strictObject({ id, outcome: z.enum(['unfounded', 'upheld']), reason: line, by: line }),
    nothing,
  ),
  /** Ticks an activity that the plan wants to see, or says that enough was seen of a KSB; takes either back. */
  'mark.set': command(
    z.strictObject({ sessionId: id, kind: z.enum(['activity', 'enough']), about: z.string(), isSet: z.boolean() }),
    nothing,
  ),
  /** The words marked as names of service users with the places that hold them, words that look like names, and when they were checked last. */
  'name.list': query(
    z.strictObject({ sessionId: id }),
    z.strictObject({
      names: z.array(
        z.strictObject({
          id,
          word: z.string(),
          replacement: z.string(),
          places: z.array(
            z.strictObject({ where: z.string(), noteId: id.nullable(), descriptorKey: z.string().nullable() }),
          ),
        }),
      ),
      likely: z.array(z.string()),
      checkedAt: instant.nullable(),
    }),
  ),
  /** Marks a word as a name that no report of the assessment may hold. Without a replacement its initials are taken. */
  'name.mark': command(
    z.strictObject({ sessionId: id, word: nameWord, replacement: z.string().trim().max(60) }),
    z.strictObject({ id }),
  ),
  'name.unmark': command(z.strictObject({ id }), nothing),
  /** Replaces a name in everything of the session that its report prints; the words before are kept. */
  'name.replace': command(z.strictObject({ sessionId: id, id }), z.strictObject({ places: z.number().int() })),
  /** Says that the session's words were looked through for names. */
  'name.check': command(z.strictObject({ sessionId: id }), nothing),
  /** Ends the session: the notes are complete. What the plan asks for and is missing needs an explanation. */
  'session.close': command(z.strictObject({ sessionId: id, explanations: z.array(explanation).readonly() }), nothing),
  /** Declares an attempt void, with the reason: it stays in the record and no longer counts. */
  'session.void': command(z.strictObject({ sessionId: id, reason: line }), nothing),
  'session.reopen': command(z.strictObject({ sessionId: id, reason: line }), nothing),

  /** Saves a note and clears the draft that it was typed in, in one transaction. `#K5` in the text tags it; so do `ksbs`. */
  'note.add': command(
    z.strictObject({
      sessionId: id,
      kind: noteKind,
      body: noteText,
      ksbs: z.array(ksbCode).readonly(),
      followsId: id.nullable(),
      /** The question of the bank that was asked. */
      bankQuestionId: id.optional(),
    }),
    z.strictObject({ id, at: instant }),
  ),
  'note.change': command(
    z.strictObject({ id, kind: noteKind, body: noteText, ksbs: z.array(ksbCode).readonly() }),
    nothing,
  ),
  'note.strike': command(z.strictObject({ id, reason: line }), nothing),
  'note.history': query(
    z.strictObject({ id }),
    z.array(z.strictObject({ body: z.string(), kind: noteKind, ksbs: z.array(z.string()), until: instant })),
  ),

  /** Records the decision on one descriptor with its rationale and evidence, and clears the rationale's draft. */
  'judgement.record': command(
    z.strictObject({
      sessionId: id,
      descriptorKey: z.string(),
      decision: decision.nullable(),
      rationale: prose,
      evidenceNoteIds: z.array(id).readonly(),
      portfolioEvidenceIds: z.array(id).readonly().default([]),
    }),
    nothing,
  ),

  /** Keeps what is being typed, durable, replacing what was kept for the same field. An empty text clears it. */
  'draft.keep': keep(draft.pick({ sessionId: true, field: true, body: true }), z.strictObject({ keptAt: instant })),
} as const;
