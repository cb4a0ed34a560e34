/**
 * What DfE's assessment service asks for beside the result, what it answered, and which files were written for it. Who withdrew, was assessed for
 * practice, by an unconfirmed plan, or whose result is not released gets into no file, whatever the code above says.
 */
export const schema0015 = `
CREATE TABLE dfe_details (
  assessment_id TEXT PRIMARY KEY REFERENCES assessment (id),
  course_option TEXT,
  learning_started_on TEXT,
  contact TEXT NOT NULL CHECK (json_valid(contact)),
  changed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE dfe_reference (
  assessment_id TEXT NOT NULL REFERENCES assessment (id),
  kind TEXT NOT NULL CHECK (kind IN ('epa', 'certificate')),
  reference TEXT NOT NULL CHECK (reference GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]'),
  recorded_at TEXT NOT NULL,
  PRIMARY KEY (assessment_id, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE withdrawal (
  id TEXT PRIMARY KEY,
  assessment_id TEXT NOT NULL REFERENCES assessment (id),
  withdrawn_on TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason <> ''),
  recorded_at TEXT NOT NULL,
  undone_at TEXT,
  undone_reason TEXT,
  CHECK ((undone_at IS NULL) = (undone_reason IS NULL))
) STRICT;
CREATE UNIQUE INDEX one_withdrawal ON withdrawal (assessment_id) WHERE undone_at IS NULL;
CREATE TRIGGER withdrawal_is_only_undone BEFORE UPDATE ON withdrawal
WHEN OLD.undone_at IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.assessment_id IS NOT OLD.assessment_id
  OR NEW.withdrawn_on IS NOT OLD.withdrawn_on OR NEW.reason IS NOT OLD.reason OR NEW.recorded_at IS NOT OLD.recorded_at
BEGIN SELECT RAISE(ABORT, 'A withdrawal is only undone'); END;

CREATE TABLE dfe_file (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE CHECK (number > 0),
  kind TEXT NOT NULL CHECK (kind IN ('createEpa', 'updateEpa', 'createCertificate', 'updateCertificate', 'submitCertificate')),
  form TEXT NOT NULL CHECK (form IN ('csv', 'json')),
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  written_at TEXT NOT NULL
) STRICT;
CREATE TABLE dfe_file_learner (
  file_id TEXT NOT NULL REFERENCES dfe_file (id),
  request_id TEXT NOT NULL UNIQUE,
  assessment_id TEXT NOT NULL REFERENCES assessment (id),
  PRIMARY KEY (file_id, request_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX dfe_file_of_assessment ON dfe_file_learner (assessment_id);
CREATE TRIGGER written_file_stays BEFORE UPDATE ON dfe_file
BEGIN SELECT RAISE(ABORT, 'A written file stays as it is'); END;
CREATE TRIGGER practice_never_goes_to_the_service BEFORE INSERT ON dfe_file_learner
WHEN (SELECT practice FROM assessment WHERE id = NEW.assessment_id) IS NOT 0
BEGIN SELECT RAISE(ABORT, 'A practice assessment never goes to the service'); END;
CREATE TRIGGER unconfirmed_plan_never_goes_to_the_service BEFORE INSERT ON dfe_file_learner
WHEN (SELECT status FROM plan JOIN assessment ON plan.id = plan_id WHERE assessment.id = NEW.assessment_id) NOT IN ('confirmed', 'superseded')
BEGIN SELECT RAISE(ABORT, 'The plan is not confirmed'); END;
CREATE TRIGGER withdrawn_learner_never_goes_to_the_service BEFORE INSERT ON dfe_file_learner
WHEN EXISTS (SELECT 1 FROM withdrawal WHERE assessment_id = NEW.assessment_id AND undone_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'The learner withdrew'); END;
CREATE TRIGGER unreleased_result_never_goes_to_the_service BEFORE INSERT ON dfe_file_learner
WHEN NOT EXISTS (SELECT 1 FROM result_release WHERE assessment_id = NEW.assessment_id)
BEGIN SELECT RAISE(ABORT, 'The result is not released'); END;
`;
