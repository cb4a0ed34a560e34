import { z } from 'zod';
import { fileKinds } from '../file-kinds.ts';
import { decision } from '../judgement.ts';
import { grade } from '../plan.ts';
import { stretch as stretchOfFile } from '../portfolio.ts';
import { recordedOutcome } from '../recorded-outcome.ts';
import { noteKind } from '../session.ts';
import { assessor, common, derivationLine, instant, ksbStatement, sha256 } from './common.ts';
import { reportedRecording } from './recording.ts';

/** A note as the report quotes it, with its time in the session. */
export const quotation = z.strictObject({
  noteId: z.string(),
  kind: noteKind,
  body: z.string(),
  ksbs: z.array(z.string()),
  at: instant,
  offsetSeconds: z.number().int().min(0),
  /** Set when the note was struck: the report shows that it was, and why, but not its words. */
  struckReason: z.string().nullable(),
});

/** A piece of the portfolio as the report lists it. */
const listedPiece = z.strictObject({
  id: z.string(),
  title: z.string(),
  kind: z.enum(fileKinds),
  sha256,
  sizeBytes: z.number().int().min(0),
  ksbs: z.array(z.string()),
  places: z.array(
    z.strictObject({ id: z.string(), stretch: stretchOfFile, ksbs: z.array(z.string()), remark: z.string() }),
  ),
  remark: z.string(),
});
export type ListedPiece = z.infer<typeof listedPiece>;

const judgedDescriptor = z.strictObject({
  key: z.string(),
  /** A label as people say it: "A1", "B2". */
  label: z.string(),
  grade: z.enum(['pass', 'distinction']),
  text: z.string(),
  ksbs: z.array(z.string()),
  /** Null for a distinction descriptor that was left open because the method is failed anyway. */
  decision: decision.nullable(),
  rationale: z.string(),
  evidenceNoteIds: z.array(z.string()),
  /** Pieces of the listed portfolio, and places in them. Not in reports from before portfolios were kept. */
  portfolioEvidenceIds: z.array(z.string()).exactOptional(),
});

const judgedTheme = z.strictObject({
  key: z.string(),
  title: z.string(),
  ksbs: z.array(z.string()),
  descriptors: z.array(judgedDescriptor),
});

const stretch = z.strictObject({
  kind: z.enum(['part', 'break']),
  name: z.string(),
  startedAt: instant,
  endedAt: instant,
  seconds: z.number().int().min(0),
  reason: z.string().nullable(),
});

/** What one method's report says; every judgement in it rests on notes that it holds and that were not struck. */
export const methodReport = z
  .strictObject({
    ...common,
    kind: z.literal('method'),
    assessor,
    method: z.strictObject({ key: z.string(), kind: z.string(), name: z.string() }),
    session: z.strictObject({
      startedAt: instant,
      endedAt: instant,
      place: z.string(),
      /** Conditions as label and value: identity check, people present, adjustments, consent. */
      conditions: z.array(z.strictObject({ label: z.string(), value: z.string() })),
      adjustmentPercent: z.number().min(0),
      /** Reasons given for what was outside the plan: an overrun, too few questions. */
      explanations: z.array(z.strictObject({ matter: z.string(), reason: z.string() })),
    }),
    /** Set for a method that was held elsewhere: its session has a day, and no times of its own. */
    recorded: recordedOutcome.exactOptional(),
    /** The score, where a score decides. */
    score: z.strictObject({ value: z.number().int().min(0), outOf: z.number().int().positive() }).exactOptional(),
    time: z.strictObject({
      assessmentSeconds: z.number().int().min(0),
      breakSeconds: z.number().int().min(0),
      plannedSeconds: z.number().int().nullable(),
      highestSeconds: z.number().int().nullable(),
      ledger: z.array(stretch),
    }),
    /** Whether and how the session was recorded, where the plan provides for it. */
    recording: reportedRecording.exactOptional(),
    questions: z.strictObject({ asked: z.number().int().min(0), minimum: z.number().int().nullable() }),
    notes: z.array(quotation),
    /** The portfolio, where the method refers to one. */
    portfolio: z.array(listedPiece).exactOptional(),
    themes: z.array(judgedTheme),
    ksbs: z.array(ksbStatement.extend({ evidenceCount: z.number().int().min(0), themes: z.array(z.string()) })),
    grade,
    derivation: z.array(derivationLine),
    wouldChange: z.string().nullable(),
  })
  .superRefine(({ notes, themes, portfolio = [] }, context) => {
    const listed = new Set(portfolio.flatMap(({ id, places }) => [id, ...places.map(place => place.id)]));
    const citable = new Set(notes.filter(note => note.struckReason === null).map(note => note.noteId));
    for (const [theme, { descriptors }] of themes.entries()) {
      for (const [descriptor, { label, evidenceNoteIds, portfolioEvidenceIds = [] }] of descriptors.entries()) {
        if (portfolioEvidenceIds.some(id => !listed.has(id))) {
          context.addIssue({
            code: 'custom',
            path: ['themes', theme, 'descriptors', descriptor, 'portfolioEvidenceIds'],
            message: `${label} rests on a portfolio place that the report does not list`,
          });
        }
        for (const [index, noteId] of evidenceNoteIds.entries()) {
          if (citable.has(noteId)) continue;
          const path = ['themes', theme, 'descriptors', descriptor, 'evidenceNoteIds', index];
          context.addIssue({
            code: 'custom',
            path,
            message: `${label} rests on note ${noteId}, which was struck or is not in the report`,
          });
        }
      }
    }
  });
