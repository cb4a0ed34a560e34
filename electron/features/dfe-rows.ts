import { z } from 'zod';
import { attemptKinds } from '../../shared/domain/attempts.ts';
import { dfeForm, dfeKind, type ReferenceKind, referenceKinds } from '../../shared/domain/dfe/kinds.ts';
import { postalContact } from '../../shared/domain/dfe/record.ts';
import { grade } from '../../shared/domain/plan.ts';
import { planStatuses } from '../../shared/domain/plan-standing.ts';
import { read, write } from '../db/statements.ts';
import { stored } from './stored.ts';

const flag = z.number().transform(number => number === 1);

/** Assessments of which a result was ever released, with what is kept for the service; all of them, or the one that is named. */
export const releasedLearners = read<{ assessmentId: string | null }>()(
  `SELECT assessment.id AS assessment_id, apprentice_id, plan_id, plan.status AS plan_status, plan.framework_id, practice, pathway,
     given_names, family_name, uln, employer, course_option, learning_started_on, contact,
     (SELECT reference FROM dfe_reference WHERE assessment_id = assessment.id AND kind = 'epa') AS epa_reference,
     (SELECT reference FROM dfe_reference WHERE assessment_id = assessment.id AND kind = 'certificate') AS certificate_reference,
     (SELECT withdrawn_on FROM withdrawal WHERE assessment_id = assessment.id AND undone_at IS NULL) AS withdrawn_on
   FROM assessment JOIN apprentice ON apprentice.id = apprentice_id JOIN plan ON plan.id = plan_id
     LEFT JOIN dfe_details ON dfe_details.assessment_id = assessment.id
   WHERE assessment.id = @assessmentId
     OR (@assessmentId IS NULL AND assessment.id IN (SELECT assessment_id FROM result_release))
   ORDER BY family_name COLLATE NOCASE, given_names COLLATE NOCASE, assessment.id`,
  z.strictObject({
    assessmentId: z.string(),
    apprenticeId: z.string(),
    planId: z.string(),
    planStatus: z.enum(planStatuses),
    frameworkId: z.string(),
    practice: flag,
    pathway: z.string().nullable(),
    givenNames: z.string(),
    familyName: z.string(),
    uln: z.string(),
    employer: z.string(),
    courseOption: z.string().nullable(),
    learningStartedOn: z.string().nullable(),
    contact: stored(postalContact).nullable(),
    epaReference: z.string().nullable(),
    certificateReference: z.string().nullable(),
    withdrawnOn: z.string().nullable(),
  }),
);

/** Every method in every overall report of these assessments, the first signed report first. */
export const countedMethods = read<{ assessmentId: string | null }>()(
  `SELECT overall.id AS report_id, overall.assessment_id, overall.grade,
     overall.superseded_at IS NOT NULL OR method.superseded_at IS NOT NULL AS is_overturned,
     EXISTS (SELECT 1 FROM result_release WHERE report_id = overall.id) AS released,
     session.id AS session_id, session.kind, void_reason IS NOT NULL AS is_void, json_extract(graded.value, '$.assessedOn') AS held_at
   FROM report AS overall, json_each(overall.model, '$.methods') AS graded
     JOIN report AS method ON method.document_id = json_extract(graded.value, '$.reportDocumentId')
     JOIN session ON session.id = method.session_id
   WHERE overall.kind = 'overall' AND (overall.assessment_id = @assessmentId
     OR (@assessmentId IS NULL AND overall.assessment_id IN (SELECT assessment_id FROM result_release)))
   ORDER BY overall.signed_at, overall.id`,
  z.strictObject({
    reportId: z.string(),
    assessmentId: z.string(),
    grade,
    isOverturned: flag,
    released: flag,
    sessionId: z.string(),
    kind: z.enum(attemptKinds),
    isVoid: flag,
    heldAt: z.string(),
  }),
);

/** How many assessments have a signed overall report and no release at all. */
export const unreleasedCount = read()(
  "SELECT count(DISTINCT assessment_id) AS count FROM report WHERE kind = 'overall' AND superseded_at IS NULL AND assessment_id NOT IN (SELECT assessment_id FROM result_release)",
  z.strictObject({ count: z.number() }),
);

/** The contact last given for another apprentice of the same employer. */
export const contactOfEmployer = read<{ employer: string; assessmentId: string }>()(
  'SELECT contact FROM dfe_details JOIN assessment ON assessment.id = assessment_id JOIN apprentice ON apprentice.id = apprentice_id WHERE employer = @employer COLLATE NOCASE AND assessment_id <> @assessmentId ORDER BY dfe_details.changed_at DESC LIMIT 1',
  z.strictObject({ contact: stored(postalContact) }),
);
export const putDetails = write<{
  assessmentId: string;
  courseOption: string | null;
  learningStartedOn: string | null;
  contact: string;
  at: string;
}>(
  'INSERT INTO dfe_details (assessment_id, course_option, learning_started_on, contact, changed_at) VALUES (@assessmentId, @courseOption, @learningStartedOn, @contact, @at) ON CONFLICT (assessment_id) DO UPDATE SET course_option = excluded.course_option, learning_started_on = excluded.learning_started_on, contact = excluded.contact, changed_at = excluded.changed_at',
);
export const putReference = write<{ assessmentId: string; kind: ReferenceKind; reference: string; at: string }>(
  'INSERT INTO dfe_reference (assessment_id, kind, reference, recorded_at) VALUES (@assessmentId, @kind, @reference, @at) ON CONFLICT (assessment_id, kind) DO UPDATE SET reference = excluded.reference, recorded_at = excluded.recorded_at',
);
export const deleteReference = write<{ assessmentId: string; kind: ReferenceKind }>(
  'DELETE FROM dfe_reference WHERE assessment_id = @assessmentId AND kind = @kind',
);
export const referencesOf = read<{ assessmentId: string }>()(
  'SELECT kind, reference FROM dfe_reference WHERE assessment_id = @assessmentId',
  z.strictObject({ kind: z.enum(referenceKinds), reference: z.string() }),
);

/** The withdrawal that holds, where there is one. */
export const currentWithdrawal = read<{ assessmentId: string }>()(
  'SELECT withdrawn_on, reason, recorded_at FROM withdrawal WHERE assessment_id = @assessmentId AND undone_at IS NULL',
  z.strictObject({ withdrawnOn: z.string(), reason: z.string(), recordedAt: z.string() }),
);
export const insertWithdrawal = write<{
  id: string;
  assessmentId: string;
  withdrawnOn: string;
  reason: string;
  at: string;
}>(
  'INSERT INTO withdrawal (id, assessment_id, withdrawn_on, reason, recorded_at) VALUES (@id, @assessmentId, @withdrawnOn, @reason, @at)',
);
export const updateUndone = write<{ assessmentId: string; reason: string; at: string }>(
  'UPDATE withdrawal SET undone_at = @at, undone_reason = @reason WHERE assessment_id = @assessmentId AND undone_at IS NULL',
);

/** Every written file, the latest first. */
export const writtenFiles = read()(
  'SELECT dfe_file.*, (SELECT count(*) FROM dfe_file_learner WHERE file_id = dfe_file.id) AS learners FROM dfe_file ORDER BY number DESC',
  z.strictObject({
    id: z.string(),
    number: z.number(),
    kind: dfeKind,
    form: dfeForm,
    fileName: z.string(),
    sha256: z.string(),
    sizeBytes: z.number(),
    writtenAt: z.string(),
    learners: z.number(),
  }),
);
/** Every learner in every written file. */
export const writtenLearners = read()(
  'SELECT request_id, assessment_id, kind, written_at FROM dfe_file_learner JOIN dfe_file ON dfe_file.id = file_id ORDER BY number',
  z.strictObject({ requestId: z.string(), assessmentId: z.string(), kind: dfeKind, writtenAt: z.string() }),
);
/** The learners in one written file, in its order. */
export const learnersInFile = read<{ fileId: string }>()(
  `SELECT request_id, assessment_id, given_names || ' ' || family_name AS name
   FROM dfe_file_learner JOIN assessment ON assessment.id = assessment_id JOIN apprentice ON apprentice.id = apprentice_id
   WHERE file_id = @fileId ORDER BY length(request_id), request_id`,
  z.strictObject({ requestId: z.string(), assessmentId: z.string(), name: z.string() }),
);
/** The number of the file that was written last; 0 before any. */
export const lastFileNumber = read()(
  'SELECT coalesce(max(number), 0) AS number FROM dfe_file',
  z.strictObject({ number: z.number() }),
);
export const insertFile = write<{
  id: string;
  number: number;
  kind: string;
  form: string;
  fileName: string;
  sha256: string;
  sizeBytes: number;
  at: string;
}>(
  'INSERT INTO dfe_file (id, number, kind, form, file_name, sha256, size_bytes, written_at) VALUES (@id, @number, @kind, @form, @fileName, @sha256, @sizeBytes, @at)',
);
export const insertFileLearner = write<{ fileId: string; requestId: string; assessmentId: string }>(
  'INSERT INTO dfe_file_learner (file_id, request_id, assessment_id) VALUES (@fileId, @requestId, @assessmentId)',
);
