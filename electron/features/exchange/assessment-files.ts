import type { AssessmentFile, PackAttachment, PackPerson } from '../../../shared/domain/packs/pack-content.ts';
import {
  type AssessmentRecords,
  type AttachmentChoice,
  attachmentChoices,
} from '../../../shared/domain/packs/record-shapes.ts';
import type { Reader } from '../../db/statements.ts';
import { apprenticeById } from '../apprentices.ts';
import { planOfAssessment } from '../assessment-plans.ts';
import { type AssessmentRow, assessmentById } from '../assessment-rows.ts';
import { frameworkById } from '../frameworks.ts';
import { planById } from '../plan-rows.ts';
import { standingOf } from '../progress.ts';
import { resultOf } from '../session-results.ts';
import { countingSessions, methodOfSession, sessionsOf } from '../session-rows.ts';
import { attachmentById, frameworkText, personEverywhere } from './pack-rows.ts';
import { recordsOf, tablesFor } from './record-tables.ts';

/** Where a standard, a plan and its questions are in a pack, by the hash of the document. */
export const standardPath = (sha256: string): string => `standards/${sha256}.json`;
export const planPath = (sha256: string): string => `plans/${sha256}.json`;
export const questionsPath = (sha256: string): string => `questions/${sha256}.json`;
/** Where an assessment and what was decided on it are in a pack. */
export const assessmentPath = (id: string): string => `assessments/${id}.json`;
export const reviewPath = (id: string): string => `reviews/${id}.json`;

const suffixes: Readonly<Record<string, string>> = { 'application/pdf': '.pdf' };

/** An assessment whole, as assessments/ID.json has it. */
export function assessmentFileOf(
  reader: Reader,
  assessmentId: string,
  choices: readonly AttachmentChoice[],
): AssessmentFile {
  const assessment = assessmentById(reader, assessmentId);
  const records = recordsOf(reader, assessmentId, tablesFor(choices));
  const row = planById(reader, assessment.planId);
  const framework = frameworkById(reader, row.frameworkId);
  const applied = planOfAssessment(reader, assessment, assessment.addedAt);
  return {
    schema: 'epa-pack/1',
    apprentice: apprenticeById(reader, assessment.apprenticeId),
    standard: {
      id: framework.id,
      reference: framework.reference,
      version: framework.version,
      title: framework.title,
      file: standardPath(reader.one(frameworkText, { id: framework.id })?.sha256 ?? ''),
    },
    plan: {
      id: row.id,
      title: row.document.title,
      version: row.document.version,
      sha256: row.sha256,
      file: planPath(row.sha256),
      asApplied: applied === row.document ? null : applied,
    },
    records,
    computed: computedOf(reader, assessment),
    attachments: attachmentsOf(reader, records),
    leftOut: attachmentChoices.filter(choice => !choices.includes(choice)),
  };
}

function computedOf(reader: Reader, assessment: AssessmentRow): AssessmentFile['computed'] {
  const counting = countingSessions(reader, assessment.id);
  const applied = planOfAssessment(reader, assessment, assessment.addedAt);
  const { overall } = standingOf(reader, assessment);
  return {
    sessions: sessionsOf(reader, assessment.id).map(session => {
      const { method } = methodOfSession(reader, session);
      const { grade, lines } = resultOf(reader, session);
      const isAsPlanned = applied.methods.includes(method);
      return {
        sessionId: session.id,
        methodKey: session.methodKey,
        attempt: session.attempt,
        counts: counting.get(session.methodKey)?.id === session.id,
        method: isAsPlanned ? null : method,
        grade,
        lines: [...lines],
      };
    }),
    overall: { grade: overall.grade, lines: [...overall.lines] },
  };
}

/** What the rows refer to among the attachments, each once. */
export function attachmentsOf(reader: Reader, records: Partial<AssessmentRecords>): PackAttachment[] {
  const ids = Object.values(records as Readonly<Record<string, readonly object[]>>)
    .flat()
    .flatMap(row => ('attachmentId' in row && typeof row.attachmentId === 'string' ? [row.attachmentId] : []));
  return [...new Set(ids)].flatMap(id => {
    const row = reader.one(attachmentById, { id });
    if (!row) return [];
    const { mediaType, sha256, sizeBytes, addedAt } = row;
    return [{ id, mediaType, sha256, sizeBytes, addedAt, file: `attachments/${id}${suffixes[mediaType] ?? ''}` }];
  });
}

/** The people whom records name, each once. */
export function peopleIn(reader: Reader, all: readonly Partial<AssessmentRecords>[]): PackPerson[] {
  const ids = all.flatMap(({ report = [], reportFile = [], review = [], resultRelease = [] }) => [
    ...report.map(({ signedBy }) => signedBy),
    ...reportFile.map(({ byId }) => byId),
    ...review.map(({ reviewerId }) => reviewerId),
    ...resultRelease.map(({ releasedBy }) => releasedBy),
  ]);
  return [...new Set(ids)].flatMap(id => reader.one(personEverywhere, { id }) ?? []);
}
