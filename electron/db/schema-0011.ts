/**
 * Outcomes of methods that were held elsewhere, scores of tests, who approved a question, and the assessment versions of reformed plans, by which the
 * statements that are not mandatory are sampled over time.
 */
export const schema0011 = `
CREATE TABLE recorded_outcome (
  session_id TEXT PRIMARY KEY REFERENCES session (id),
  held_on TEXT NOT NULL,
  held_by TEXT NOT NULL CHECK (held_by <> ''),
  source TEXT NOT NULL CHECK (source <> ''),
  changed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE recorded_outcome_version (
  session_id TEXT NOT NULL REFERENCES recorded_outcome (session_id),
  version INTEGER NOT NULL,
  held_on TEXT NOT NULL,
  held_by TEXT NOT NULL,
  source TEXT NOT NULL,
  until TEXT NOT NULL,
  PRIMARY KEY (session_id, version)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER signed_outcome_stays BEFORE UPDATE ON recorded_outcome
WHEN (SELECT state FROM session WHERE id = OLD.session_id) = 'signed'
BEGIN SELECT RAISE(ABORT, 'The session is signed'); END;
CREATE TRIGGER recorded_session_is_not_held_again BEFORE UPDATE OF state ON session
WHEN NEW.state NOT IN ('closed', 'signed') AND EXISTS (SELECT 1 FROM recorded_outcome WHERE session_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'The method was held elsewhere'); END;

CREATE TABLE score (
  session_id TEXT PRIMARY KEY REFERENCES session (id),
  score INTEGER CHECK (score >= 0),
  changed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE score_version (
  session_id TEXT NOT NULL REFERENCES score (session_id),
  version INTEGER NOT NULL,
  score INTEGER,
  until TEXT NOT NULL,
  PRIMARY KEY (session_id, version)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER signed_session_takes_no_score BEFORE INSERT ON score
WHEN (SELECT state FROM session WHERE id = NEW.session_id) = 'signed'
BEGIN SELECT RAISE(ABORT, 'The session is signed'); END;
CREATE TRIGGER signed_session_keeps_its_score BEFORE UPDATE ON score
WHEN (SELECT state FROM session WHERE id = OLD.session_id) = 'signed'
BEGIN SELECT RAISE(ABORT, 'The session is signed'); END;

ALTER TABLE bank_question ADD COLUMN approved_by TEXT;
ALTER TABLE bank_question ADD COLUMN approved_at TEXT CHECK ((approved_at IS NULL) = (approved_by IS NULL));
CREATE TRIGGER question_is_approved_by_somebody_else BEFORE UPDATE OF status ON bank_question
WHEN NEW.status = 'approved' AND (NEW.approved_by IS NULL OR NEW.approved_by = NEW.author)
BEGIN SELECT RAISE(ABORT, 'A question is approved by somebody other than its author'); END;

CREATE TABLE assessment_version (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  label TEXT NOT NULL CHECK (label <> ''),
  statements TEXT NOT NULL CHECK (json_valid(statements)),
  added_at TEXT NOT NULL,
  withdrawn_reason TEXT CHECK (withdrawn_reason <> ''),
  UNIQUE (plan_id, label)
) STRICT;
CREATE TRIGGER assessment_version_is_only_withdrawn BEFORE UPDATE ON assessment_version
WHEN OLD.withdrawn_reason IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.plan_id IS NOT OLD.plan_id OR NEW.label IS NOT OLD.label
  OR NEW.statements IS NOT OLD.statements OR NEW.added_at IS NOT OLD.added_at
BEGIN SELECT RAISE(ABORT, 'An assessment version stays as it is'); END;
ALTER TABLE assessment ADD COLUMN version_id TEXT REFERENCES assessment_version (id);
ALTER TABLE session ADD COLUMN version_id TEXT REFERENCES assessment_version (id);
CREATE TRIGGER session_keeps_its_version BEFORE UPDATE OF version_id ON session
WHEN NEW.version_id IS NOT OLD.version_id
BEGIN SELECT RAISE(ABORT, 'A session keeps the version that it was begun with'); END;
`;
