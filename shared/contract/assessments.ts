import { z } from 'zod';
import { attemptKinds } from '../domain/attempts.ts';
import { framework } from '../domain/framework.ts';
import { grade } from '../domain/plan.ts';
import { recordedOutcome } from '../domain/recorded-outcome.ts';
import { consentQuestion } from '../domain/recording.ts';
import { command, query } from './channel.ts';
import {
  apprentice,
  apprenticeDetails,
  derivationLine,
  id,
  instant,
  nextMethodStep,
  nothing,
  sessionSummary,
  signedReport,
  stage,
} from './shapes.ts';

export const assessmentChannels = {
  'framework.list': query(
    nothing,
    z.array(
      z.strictObject({
        id: z.string(),
        reference: z.string(),
        title: z.string(),
        version: z.string(),
        level: z.number().nullable(),
        duties: z.number(),
        ksbs: z.number(),
      }),
    ),
  ),
  'framework.get': query(z.strictObject({ id: z.string() }), framework),
  'apprentice.list': query(
    nothing,
    z.array(apprentice.extend({ assessments: z.array(z.strictObject({ id, standard: z.string(), stage })) })),
  ),
  /** Apprentices and assessments that hold every word typed, whatever its case and accents, at most so many of each. */
  'apprentice.find': query(
    z.strictObject({ text: z.string().max(200), limit: z.number().int().min(1).max(100) }),
    z.strictObject({
      apprentices: z.array(z.strictObject({ id, name: z.string(), uln: z.string(), employer: z.string() })),
      assessments: z.array(z.strictObject({ id, name: z.string(), standard: z.string(), stage })),
    }),
  ),
  'apprentice.add': command(apprenticeDetails, z.strictObject({ id })),
  'apprentice.correct': command(apprenticeDetails.extend({ id }), nothing),

  'assessment.add': command(
    z.strictObject({
      apprenticeId: id,
      planId: z.string(),
      practice: z.boolean(),
      /** The key of the apprentice's pathway, where the plan has pathways. */
      pathway: z.string().optional(),
    }),
    z.strictObject({ id }),
  ),
  /** One apprentice's story: who, the pinned standard and plan, the sessions with their grades, the overall grade so far and the signed reports. */
  'assessment.get': query(
    z.strictObject({ id }),
    z.strictObject({
      id,
      apprentice,
      practice: z.boolean(),
      standard: z.string(),
      frameworkId: z.string(),
      plan: z.strictObject({ id: z.string(), title: z.string(), version: z.string(), origin: z.string() }),
      /** The apprentice's pathway in words, where the plan has pathways. */
      pathway: z.string().nullable(),
      /** In plans that sample: the versions that can be chosen, and the one that the next sessions are held with. Null elsewhere. */
      sampling: z
        .strictObject({
          chosen: z.strictObject({ id, label: z.string() }).nullable(),
          versions: z.array(z.strictObject({ id, label: z.string(), statements: z.number().int() })),
        })
        .nullable(),
      addedAt: instant,
      stage,
      nextStep: z.string(),
      next: nextMethodStep,
      /** The plan's methods in its order, each with the session that counts; no session yet: null. */
      methods: z.array(
        z.strictObject({
          key: z.string(),
          name: z.string(),
          kind: z.string(),
          minutes: z.number().nullable(),
          /** Whether the opening checklist asks for consent to a recording. */
          consentToRecording: consentQuestion,
          /** What the plan says of opening a session: held remotely, and who may be present. */
          openingRules: z.strictObject({
            remoteAllowed: z.boolean().nullable(),
            remoteIdentityCheck: z.boolean(),
            mayBePresent: z.array(z.string()),
          }),
          /** Why the assessor refused to assess the method, where that stands. */
          refusal: z.strictObject({ id, reason: z.string(), at: instant }).nullable(),
          /** Why its result is withheld, in words. */
          withheld: z.string().nullable(),
          session: sessionSummary.nullable(),
          /** Whether its outcome may be recorded without a session held with the workbench. */
          mayBeRecorded: z.boolean(),
          isUsuallyRecorded: z.boolean(),
          /** Where the outcome of the session that counts comes from; null where it was held with the workbench. */
          outcome: recordedOutcome.nullable(),
          /** The score so far, where a score decides. */
          score: z.strictObject({ value: z.number().int().nullable(), outOf: z.number().int() }).nullable(),
          report: signedReport.nullable(),
          /** Every attempt, the first one first; one that is void does not count. */
          attempts: z.array(
            z.strictObject({
              sessionId: id,
              number: z.number().int(),
              kind: z.enum(attemptKinds),
              begunAt: instant,
              /** The day on which it was held, where that was elsewhere and its outcome recorded. */
              heldOn: z.iso.date().nullable(),
              signedAt: instant.nullable(),
              grade: grade.nullable(),
              voidReason: z.string().nullable(),
              /** What was recorded of a further attempt; null where nothing was. */
              exceptional: z.string().nullable(),
              actionPlan: z.string().nullable(),
              lateReason: z.string().nullable(),
            }),
          ),
          /** Whether a further attempt is possible now: what it is recorded with, or why not. */
          further: z.discriminatedUnion('allowed', [
            z.strictObject({
              allowed: z.literal(true),
              /** The last day of a re-sit and of a re-take, where the plan sets one. */
              windows: z.strictObject({ resit: z.iso.date().nullable(), retake: z.iso.date().nullable() }),
              /** What has to be explained, for example that the window has ended. */
              remark: z.string().nullable(),
              /** The plan's best grade for it. */
              cap: grade,
              capLiftedForExceptionalCircumstances: z.boolean(),
              actionPlanRequired: z.boolean(),
            }),
            z.strictObject({ allowed: z.literal(false), why: z.string() }),
          ]),
        }),
      ),
      overall: z.strictObject({ grade: grade.nullable(), lines: z.array(derivationLine) }),
      /** What the plan asks for before completion beside the grades, with who verified it. */
      completion: z.array(
        z.strictObject({
          key: z.string(),
          title: z.string(),
          mandatory: z.boolean(),
          ksbs: z.array(z.string()),
          evidence: z.string().nullable(),
          verified: z.strictObject({ by: z.string(), on: z.iso.date() }).nullable(),
        }),
      ),
      /** By when every method has to be passed, counted from the first pass; null where the plan sets no such day. */
      passedBy: z.iso.date().nullable(),
      overallReport: signedReport.nullable(),
      /** To whom the organisation gave it, where the record is kept there; null where it is kept here. */
      assignment: z
        .strictObject({ assessor: z.string(), assignedAt: instant, receivedAt: instant.nullable() })
        .nullable(),
    }),
  ),
} as const;
