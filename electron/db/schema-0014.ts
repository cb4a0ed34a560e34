/**
 * Assessments travel between workspaces in packs. A person who works elsewhere is marked so; a workspace that packs come from is kept with where its
 * audit log ended; an assessment that was given away is changed only by what comes back. Records are taken in under a mark that no transaction can
 * leave behind: while it stands, the guards against changing what is signed or confirmed let the sender's later record through.
 */
export const schema0014 = `
ALTER TABLE person ADD COLUMN kept_by TEXT;

CREATE TABLE correspondent (
  workspace_id TEXT PRIMARY KEY,
  role TEXT NOT NULL CHECK (role IN ('assessor', 'organisation')),
  name TEXT NOT NULL,
  certificate BLOB NOT NULL,
  audit_public_key BLOB,
  acknowledged_sequence INTEGER NOT NULL DEFAULT 0 CHECK (acknowledged_sequence >= 0),
  met_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE received_event (
  workspace_id TEXT NOT NULL REFERENCES correspondent (workspace_id),
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  at TEXT NOT NULL,
  actor_id TEXT NOT NULL,
  type TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  detail TEXT NOT NULL CHECK (json_valid(detail)),
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  signature BLOB NOT NULL,
  PRIMARY KEY (workspace_id, sequence)
) STRICT, WITHOUT ROWID;
CREATE INDEX received_event_of_subject ON received_event (subject_id, sequence);
CREATE TRIGGER received_event_is_never_changed BEFORE UPDATE ON received_event
BEGIN SELECT RAISE(ABORT, 'The audit log is append-only'); END;
CREATE TRIGGER received_event_is_never_deleted BEFORE DELETE ON received_event
BEGIN SELECT RAISE(ABORT, 'The audit log is append-only'); END;

CREATE TABLE pack (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('assignment', 'result', 'review', 'receipt')),
  direction TEXT NOT NULL CHECK (direction IN ('sent', 'received')),
  workspace_id TEXT REFERENCES correspondent (workspace_id),
  counterpart TEXT NOT NULL,
  signed_by TEXT NOT NULL,
  certificate_sha256 TEXT NOT NULL,
  made_at TEXT NOT NULL,
  handled_at TEXT NOT NULL,
  audit_sequence INTEGER,
  audit_head TEXT,
  CHECK ((audit_sequence IS NULL) = (audit_head IS NULL))
) STRICT;
CREATE INDEX pack_of_correspondent ON pack (workspace_id, handled_at);
CREATE TABLE pack_assessment (
  pack_id TEXT NOT NULL REFERENCES pack (id),
  assessment_id TEXT NOT NULL REFERENCES assessment (id),
  PRIMARY KEY (pack_id, assessment_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX pack_of_assessment ON pack_assessment (assessment_id);

CREATE TABLE assignment (
  assessment_id TEXT PRIMARY KEY REFERENCES assessment (id),
  assessor TEXT NOT NULL CHECK (assessor <> ''),
  workspace_id TEXT REFERENCES correspondent (workspace_id),
  assigned_at TEXT NOT NULL,
  received_at TEXT,
  received_sequence INTEGER,
  answered_at TEXT,
  CHECK ((received_at IS NULL) = (received_sequence IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE taking_in_ended (only_row INTEGER PRIMARY KEY CHECK (only_row = 0)) STRICT;
CREATE TABLE taking_in (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  ended INTEGER NOT NULL CHECK (ended = 1) REFERENCES taking_in_ended (only_row) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TRIGGER assigned_assessment_is_not_begun_here BEFORE INSERT ON session
WHEN EXISTS (SELECT 1 FROM assignment WHERE assessment_id = NEW.assessment_id) AND NOT EXISTS (SELECT 1 FROM taking_in)
BEGIN SELECT RAISE(ABORT, 'The assessment is kept elsewhere'); END;
CREATE TRIGGER assigned_assessment_keeps_its_sessions BEFORE UPDATE ON session
WHEN EXISTS (SELECT 1 FROM assignment WHERE assessment_id = OLD.assessment_id) AND NOT EXISTS (SELECT 1 FROM taking_in)
BEGIN SELECT RAISE(ABORT, 'The assessment is kept elsewhere'); END;
CREATE TRIGGER assigned_assessment_takes_no_report BEFORE INSERT ON report
WHEN EXISTS (SELECT 1 FROM assignment WHERE assessment_id = NEW.assessment_id) AND NOT EXISTS (SELECT 1 FROM taking_in)
BEGIN SELECT RAISE(ABORT, 'The assessment is kept elsewhere'); END;
CREATE TRIGGER assigned_assessment_keeps_its_reports BEFORE UPDATE ON report
WHEN EXISTS (SELECT 1 FROM assignment WHERE assessment_id = OLD.assessment_id) AND NOT EXISTS (SELECT 1 FROM taking_in)
BEGIN SELECT RAISE(ABORT, 'The assessment is kept elsewhere'); END;
CREATE TRIGGER assigned_assessment_takes_no_gateway_record BEFORE INSERT ON gateway_record
WHEN EXISTS (SELECT 1 FROM assignment WHERE assessment_id = NEW.assessment_id) AND NOT EXISTS (SELECT 1 FROM taking_in)
BEGIN SELECT RAISE(ABORT, 'The assessment is kept elsewhere'); END;
CREATE TRIGGER assigned_assessment_takes_no_gateway_confirmation BEFORE INSERT ON gateway_confirmation
WHEN EXISTS (SELECT 1 FROM assignment WHERE assessment_id = NEW.assessment_id) AND NOT EXISTS (SELECT 1 FROM taking_in)
BEGIN SELECT RAISE(ABORT, 'The assessment is kept elsewhere'); END;
CREATE TRIGGER assigned_assessment_keeps_its_gateway BEFORE UPDATE ON gateway_confirmation
WHEN EXISTS (SELECT 1 FROM assignment WHERE assessment_id = OLD.assessment_id) AND NOT EXISTS (SELECT 1 FROM taking_in)
BEGIN SELECT RAISE(ABORT, 'The assessment is kept elsewhere'); END;
CREATE TRIGGER assigned_assessment_takes_no_booking BEFORE INSERT ON booking
WHEN EXISTS (SELECT 1 FROM assignment WHERE assessment_id = NEW.assessment_id) AND NOT EXISTS (SELECT 1 FROM taking_in)
BEGIN SELECT RAISE(ABORT, 'The assessment is kept elsewhere'); END;
CREATE TRIGGER assigned_assessment_keeps_its_bookings BEFORE UPDATE ON booking
WHEN EXISTS (SELECT 1 FROM assignment WHERE assessment_id = OLD.assessment_id) AND NOT EXISTS (SELECT 1 FROM taking_in)
BEGIN SELECT RAISE(ABORT, 'The assessment is kept elsewhere'); END;
CREATE TRIGGER assigned_assessment_takes_no_adjustment BEFORE INSERT ON adjustment
WHEN EXISTS (SELECT 1 FROM assignment WHERE assessment_id = NEW.assessment_id) AND NOT EXISTS (SELECT 1 FROM taking_in)
BEGIN SELECT RAISE(ABORT, 'The assessment is kept elsewhere'); END;
CREATE TRIGGER assigned_assessment_keeps_its_adjustments BEFORE UPDATE ON adjustment
WHEN EXISTS (SELECT 1 FROM assignment WHERE assessment_id = OLD.assessment_id) AND NOT EXISTS (SELECT 1 FROM taking_in)
BEGIN SELECT RAISE(ABORT, 'The assessment is kept elsewhere'); END;
CREATE TRIGGER assigned_assessment_takes_no_completion_record BEFORE INSERT ON completion_record
WHEN EXISTS (SELECT 1 FROM assignment WHERE assessment_id = NEW.assessment_id) AND NOT EXISTS (SELECT 1 FROM taking_in)
BEGIN SELECT RAISE(ABORT, 'The assessment is kept elsewhere'); END;

CREATE TRIGGER assigned_assessment_takes_no_piece BEFORE INSERT ON portfolio_piece
WHEN EXISTS (SELECT 1 FROM assignment WHERE assessment_id = NEW.assessment_id) AND NOT EXISTS (SELECT 1 FROM taking_in)
BEGIN SELECT RAISE(ABORT, 'The assessment is kept elsewhere'); END;
CREATE TRIGGER assigned_assessment_takes_no_planning BEFORE INSERT ON planning
WHEN EXISTS (SELECT 1 FROM assignment WHERE assessment_id = NEW.assessment_id) AND NOT EXISTS (SELECT 1 FROM taking_in)
BEGIN SELECT RAISE(ABORT, 'The assessment is kept elsewhere'); END;
CREATE TRIGGER assigned_assessment_takes_no_refusal BEFORE INSERT ON refusal
WHEN EXISTS (SELECT 1 FROM assignment WHERE assessment_id = NEW.assessment_id) AND NOT EXISTS (SELECT 1 FROM taking_in)
BEGIN SELECT RAISE(ABORT, 'The assessment is kept elsewhere'); END;

DROP TRIGGER live_assessment_needs_a_confirmed_plan;
CREATE TRIGGER live_assessment_needs_a_confirmed_plan BEFORE INSERT ON assessment
WHEN NEW.practice = 0 AND (SELECT status FROM plan WHERE id = NEW.plan_id) IS NOT 'confirmed'
  AND NOT ((SELECT status FROM plan WHERE id = NEW.plan_id) IS 'superseded' AND EXISTS (SELECT 1 FROM taking_in))
BEGIN SELECT RAISE(ABORT, 'A live assessment needs a confirmed plan'); END;
DROP TRIGGER completed_assessment_keeps_its_records;
CREATE TRIGGER completed_assessment_keeps_its_records BEFORE UPDATE ON completion_record
WHEN EXISTS (SELECT 1 FROM report WHERE assessment_id = OLD.assessment_id AND kind = 'overall') AND NOT EXISTS (SELECT 1 FROM taking_in)
BEGIN SELECT RAISE(ABORT, 'The overall report is signed'); END;
DROP TRIGGER completed_assessment_takes_no_record;
CREATE TRIGGER completed_assessment_takes_no_record BEFORE INSERT ON completion_record
WHEN EXISTS (SELECT 1 FROM report WHERE assessment_id = NEW.assessment_id AND kind = 'overall') AND NOT EXISTS (SELECT 1 FROM taking_in)
BEGIN SELECT RAISE(ABORT, 'The overall report is signed'); END;
DROP TRIGGER confirmed_gateway_keeps_its_records;
CREATE TRIGGER confirmed_gateway_keeps_its_records BEFORE UPDATE ON gateway_record
WHEN EXISTS (SELECT 1 FROM gateway_confirmation WHERE assessment_id = OLD.assessment_id AND unlocked_at IS NULL)
  AND NOT EXISTS (SELECT 1 FROM taking_in)
BEGIN SELECT RAISE(ABORT, 'The gateway is confirmed'); END;
DROP TRIGGER confirmed_gateway_takes_no_record;
CREATE TRIGGER confirmed_gateway_takes_no_record BEFORE INSERT ON gateway_record
WHEN EXISTS (SELECT 1 FROM gateway_confirmation WHERE assessment_id = NEW.assessment_id AND unlocked_at IS NULL)
  AND NOT EXISTS (SELECT 1 FROM taking_in)
BEGIN SELECT RAISE(ABORT, 'The gateway is confirmed'); END;
DROP TRIGGER live_session_waits_for_the_gateway;
CREATE TRIGGER live_session_waits_for_the_gateway BEFORE INSERT ON session
WHEN EXISTS (
  SELECT 1 FROM assessment JOIN plan ON plan.id = plan_id
  WHERE assessment.id = NEW.assessment_id AND practice = 0 AND json_extract(document, '$.planModel') = 'epa'
) AND NOT EXISTS (SELECT 1 FROM gateway_confirmation WHERE assessment_id = NEW.assessment_id AND unlocked_at IS NULL)
  AND NOT EXISTS (SELECT 1 FROM taking_in)
BEGIN SELECT RAISE(ABORT, 'The gateway is not confirmed'); END;
DROP TRIGGER signed_session_opens_only_for_a_revision;
CREATE TRIGGER signed_session_opens_only_for_a_revision BEFORE UPDATE OF state ON session
WHEN OLD.state = 'signed' AND NEW.state <> 'signed' AND (
  NEW.state <> 'closed' OR NEW.revising IS NULL OR EXISTS (SELECT 1 FROM report WHERE session_id = OLD.id AND superseded_at IS NULL)
) AND NOT EXISTS (SELECT 1 FROM taking_in)
BEGIN SELECT RAISE(ABORT, 'The session is signed'); END;
DROP TRIGGER ended_session_takes_no_mark;
CREATE TRIGGER ended_session_takes_no_mark BEFORE INSERT ON session_mark
WHEN (SELECT state FROM session WHERE id = NEW.session_id) IN ('closed', 'signed') AND NOT EXISTS (SELECT 1 FROM taking_in)
BEGIN SELECT RAISE(ABORT, 'The session has ended'); END;
DROP TRIGGER refused_assessment_is_not_begun;
CREATE TRIGGER refused_assessment_is_not_begun BEFORE INSERT ON session
WHEN EXISTS (
  SELECT 1 FROM refusal WHERE assessment_id = NEW.assessment_id AND method_key = NEW.method_key AND withdrawn_at IS NULL
) AND NOT EXISTS (SELECT 1 FROM taking_in)
BEGIN SELECT RAISE(ABORT, 'The assessor refused this assessment'); END;
DROP TRIGGER gateway_record_keeps_its_history;
CREATE TRIGGER gateway_record_keeps_its_history AFTER UPDATE ON gateway_record WHEN NOT EXISTS (SELECT 1 FROM taking_in)
BEGIN
  INSERT INTO gateway_record_version
  SELECT OLD.assessment_id, OLD.requirement_key,
    (SELECT count(*) + 1 FROM gateway_record_version WHERE assessment_id = OLD.assessment_id AND requirement_key = OLD.requirement_key),
    OLD.state, OLD.evidence, OLD.confirmed_by, OLD.confirmed_on, OLD.recorded_at, NEW.recorded_at;
END;
DROP TRIGGER listed_piece_stays_as_it_is;
CREATE TRIGGER listed_piece_stays_as_it_is BEFORE UPDATE OF title, ksbs, places, remark, withdrawn_at, withdrawn_reason ON portfolio_piece
WHEN OLD.listed_in IS NOT NULL AND NOT EXISTS (SELECT 1 FROM taking_in)
BEGIN SELECT RAISE(ABORT, 'A signed report lists this piece of the portfolio'); END;
DROP TRIGGER portfolio_piece_keeps_its_file;
CREATE TRIGGER portfolio_piece_keeps_its_file BEFORE UPDATE OF id, assessment_id, attachment_id, session_id, kind, original_name ON portfolio_piece
WHEN NOT EXISTS (SELECT 1 FROM taking_in)
BEGIN SELECT RAISE(ABORT, 'A piece of the portfolio keeps its file'); END;
DROP TRIGGER withdrawn_piece_stays_withdrawn;
CREATE TRIGGER withdrawn_piece_stays_withdrawn BEFORE UPDATE OF title, ksbs, places, remark, withdrawn_at, withdrawn_reason ON portfolio_piece
WHEN OLD.withdrawn_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM taking_in)
BEGIN SELECT RAISE(ABORT, 'The piece of the portfolio is withdrawn'); END;
`;
