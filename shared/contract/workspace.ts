import { z } from 'zod';
import { workspaceRole } from '../domain/packs/pack-kinds.ts';
import { grade } from '../domain/plan.ts';
import { pauses } from '../domain/session-split.ts';
import { query, task } from './channel.ts';
import { newPassphrase } from './safekeeping.ts';
import { draft, id, instant, line, nextMethodStep, nothing, stage } from './shapes.ts';

/** How a workspace is opened. The demonstration's key lies beside it: it holds nobody's data. */
const opening = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('passphrase'), passphrase: z.string().min(1).max(1000) }),
  z.strictObject({ kind: z.literal('recoveryKey'), recoveryKey: z.string().min(1).max(200) }),
  z.strictObject({ kind: z.literal('demonstration') }),
]);
export type Opening = Readonly<z.infer<typeof opening>>;

const knownWorkspace = z.strictObject({
  folder: z.string(),
  /** The name shown before unlocking; it stands unencrypted beside the workspace. */
  label: z.string(),
  practice: z.boolean(),
  /** Why it cannot be opened at present, in words; null when it can. */
  problem: z.string().nullable(),
});

const openWorkspace = z.strictObject({
  id,
  label: z.string(),
  folder: z.string(),
  practice: z.boolean(),
  assessor: z.string(),
  organisation: z.string(),
  /** Whether it is an assessor's own or the organisation's. */
  role: workspaceRole,
  audit: z.strictObject({ sequence: z.number().int(), head: z.string() }),
});
export type OpenWorkspace = Readonly<z.infer<typeof openWorkspace>>;

const status = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('closed'), known: z.array(knownWorkspace) }),
  z.strictObject({ state: z.literal('open'), workspace: openWorkspace }),
]);
export type WorkspaceStatus = Readonly<z.infer<typeof status>>;

/** The line of the home page that belongs to one assessment. */
const assessmentRow = z.strictObject({
  id,
  apprenticeName: z.string(),
  standard: z.string(),
  planTitle: z.string(),
  practice: z.boolean(),
  stage,
  nextStep: z.string(),
  next: nextMethodStep,
  /** The session that the next step is about, where there is one. */
  sessionId: id.nullable(),
  changedAt: instant,
  grade: grade.nullable(),
});
export type AssessmentRow = Readonly<z.infer<typeof assessmentRow>>;

/** What is remembered of this computer's user without a workspace: nothing about anybody. */
export const preferences = z.strictObject({ theme: z.enum(['system', 'light', 'dark']) });
export type Preferences = Readonly<z.infer<typeof preferences>>;

export const workspaceChannels = {
  'workspace.status': task(nothing, status),
  'workspace.startDemonstration': task(nothing, status),
  /** Makes a workspace and opens it. The recovery key is told this once. */
  'workspace.create': task(
    z.strictObject({
      label: line,
      passphrase: newPassphrase,
      assessor: line,
      organisation: line,
    }),
    z.strictObject({ recoveryKey: z.string() }),
  ),
  /** Asks for a folder that holds a workspace. Null when the person changed their mind. */
  'workspace.choose': task(nothing, knownWorkspace.nullable()),
  'workspace.unlock': task(z.strictObject({ folder: z.string(), opening }), status),
  'workspace.lock': task(nothing, status),
  'preferences.get': task(nothing, preferences),
  'preferences.set': task(preferences, nothing),
  /** Said by the window when everything typed has been kept and it may close. */
  'window.flushed': task(nothing, nothing),
  /** What the home page shows: interrupted work with its last words first, then the assessments, the latest changed first. */
  'home.get': query(
    nothing,
    z.strictObject({
      interrupted: z.array(
        z.strictObject({
          sessionId: id,
          assessmentId: id,
          apprenticeName: z.string(),
          methodName: z.string(),
          lastSavedAt: instant,
          /** The clock was running when the workbench stopped. */
          clockWasRunning: z.boolean(),
          /** Until when there is a recording that nobody ended; null where there is none. */
          recordedUntil: instant.nullable(),
          drafts: z.array(draft),
        }),
      ),
      /** Sessions whose clock runs or is paused, with their assessment time at `asOf`. */
      goingOn: z.array(
        z.strictObject({
          sessionId: id,
          assessmentId: id,
          apprenticeName: z.string(),
          methodName: z.string(),
          asOf: instant,
          seconds: z.number().int(),
          isRunning: z.boolean(),
          pause: z.strictObject({ kind: z.enum(pauses), reason: z.string() }).nullable(),
          /** The time allowed with the adjustment; null where the plan leaves it open. */
          allowedSeconds: z.number().int().nullable(),
        }),
      ),
      /** The most urgent and the latest signed; how many there are of both stands in `totals`. */
      assessments: z.array(assessmentRow),
      totals: z.strictObject({ unsigned: z.number().int(), signed: z.number().int() }),
    }),
  ),
  /** How the open database is kept safe, as SQLite itself reports it. */
  'workspace.safeguards': query(
    nothing,
    z.strictObject({
      cipher: z.string(),
      journalMode: z.string(),
      synchronous: z.number(),
      fullfsync: z.number(),
      checkpointFullfsync: z.number(),
      foreignKeys: z.number(),
      tempStore: z.number(),
      secureDelete: z.number(),
      trustedSchema: z.number(),
      lockingMode: z.string(),
      schemaVersion: z.number(),
    }),
  ),
  'audit.list': query(
    z.strictObject({ before: z.number().int().nullable(), limit: z.number().int().min(1).max(500) }),
    z.strictObject({
      events: z.array(
        z.strictObject({
          sequence: z.number().int(),
          at: instant,
          actor: z.string(),
          type: z.string(),
          sentence: z.string(),
        }),
      ),
      /** Whether the whole chain was found intact: null or the sequence number of the first event that does not fit. */
      brokenAt: z.number().int().nullable(),
    }),
  ),
} as const;
