/**
 * What happens while a session is held: pauses that are no breaks, stops with their record, what the assessor marks as seen or enough, names that
 * no report may hold, and refusals to assess. Records are added to, never rewritten: of those with a version the latest counts.
 */
export const schema0010 = `
ALTER TABLE ledger_entry ADD COLUMN pause TEXT NOT NULL DEFAULT 'break' CHECK (pause IN ('break', 'split', 'stop'));
ALTER TABLE session ADD COLUMN names_checked_at TEXT;
CREATE INDEX session_by_state ON session (state, changed_at);
CREATE INDEX overall_that_stands ON report (assessment_id, grade, signed_at) WHERE kind = 'overall' AND superseded_at IS NULL;
CREATE INDEX booking_ahead ON booking (held_on) WHERE state = 'booked';

CREATE TABLE session_stop (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES session (id),
  kind TEXT NOT NULL CHECK (kind IN ('danger', 'safeguarding', 'malpractice', 'illness')),
  stopped_at TEXT NOT NULL,
  decision TEXT CHECK (decision IS NULL OR (kind = 'malpractice' AND decision IN ('unfounded', 'upheld'))),
  decision_reason TEXT,
  decided_by TEXT,
  decided_at TEXT,
  CHECK ((decision IS NULL) = (decision_reason IS NULL)),
  CHECK ((decision IS NULL) = (decided_by IS NULL)),
  CHECK ((decision IS NULL) = (decided_at IS NULL))
) STRICT;
CREATE INDEX session_stop_of_session ON session_stop (session_id, stopped_at);
CREATE TRIGGER stop_is_only_decided BEFORE UPDATE ON session_stop
WHEN OLD.decision IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.session_id IS NOT OLD.session_id OR NEW.kind IS NOT OLD.kind
  OR NEW.stopped_at IS NOT OLD.stopped_at
BEGIN SELECT RAISE(ABORT, 'A stop is only decided on, once'); END;
CREATE TRIGGER stop_is_never_deleted BEFORE DELETE ON session_stop
BEGIN SELECT RAISE(ABORT, 'A stop stays in the record'); END;

CREATE TABLE stop_record (
  stop_id TEXT NOT NULL REFERENCES session_stop (id),
  version INTEGER NOT NULL CHECK (version > 0),
  noticed_at TEXT NOT NULL,
  what TEXT NOT NULL CHECK (what <> ''),
  done TEXT NOT NULL CHECK (done <> ''),
  told TEXT NOT NULL CHECK (told <> ''),
  recorded_at TEXT NOT NULL,
  PRIMARY KEY (stop_id, version)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER stop_record_is_never_changed BEFORE UPDATE ON stop_record
BEGIN SELECT RAISE(ABORT, 'What was recorded of a stop stays; put it right in a further version'); END;

CREATE TABLE session_mark (
  session_id TEXT NOT NULL REFERENCES session (id),
  kind TEXT NOT NULL CHECK (kind IN ('activity', 'enough')),
  about TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  is_set INTEGER NOT NULL CHECK (is_set IN (0, 1)),
  at TEXT NOT NULL,
  offset_seconds INTEGER NOT NULL,
  PRIMARY KEY (session_id, kind, about, version)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER mark_is_never_changed BEFORE UPDATE ON session_mark
BEGIN SELECT RAISE(ABORT, 'A mark is taken back by a further one'); END;
CREATE TRIGGER ended_session_takes_no_mark BEFORE INSERT ON session_mark
WHEN (SELECT state FROM session WHERE id = NEW.session_id) IN ('closed', 'signed')
BEGIN SELECT RAISE(ABORT, 'The session has ended'); END;

CREATE TABLE private_name (
  id TEXT PRIMARY KEY,
  assessment_id TEXT NOT NULL REFERENCES assessment (id),
  word TEXT NOT NULL CHECK (word <> ''),
  replacement TEXT NOT NULL CHECK (replacement <> ''),
  marked_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE INDEX private_name_of_assessment ON private_name (assessment_id, marked_at);
CREATE TABLE reworded (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES session (id),
  place TEXT NOT NULL,
  before TEXT NOT NULL,
  until TEXT NOT NULL
) STRICT;
CREATE INDEX reworded_in_session ON reworded (session_id, until);

CREATE TABLE refusal (
  id TEXT PRIMARY KEY,
  assessment_id TEXT NOT NULL REFERENCES assessment (id),
  method_key TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason <> ''),
  refused_at TEXT NOT NULL,
  withdrawn_reason TEXT,
  withdrawn_at TEXT,
  CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))
) STRICT;
CREATE INDEX refusal_of_assessment ON refusal (assessment_id, refused_at);
CREATE UNIQUE INDEX one_standing_refusal ON refusal (assessment_id, method_key) WHERE withdrawn_at IS NULL;
CREATE TRIGGER refused_assessment_is_not_begun BEFORE INSERT ON session
WHEN EXISTS (
  SELECT 1 FROM refusal WHERE assessment_id = NEW.assessment_id AND method_key = NEW.method_key AND withdrawn_at IS NULL
)
BEGIN SELECT RAISE(ABORT, 'The assessor refused this assessment'); END;

CREATE TABLE gateway_record_version (
  assessment_id TEXT NOT NULL REFERENCES assessment (id),
  requirement_key TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  state TEXT NOT NULL,
  evidence TEXT NOT NULL,
  confirmed_by TEXT NOT NULL,
  confirmed_on TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  until TEXT NOT NULL,
  PRIMARY KEY (assessment_id, requirement_key, version)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER gateway_record_keeps_its_history AFTER UPDATE ON gateway_record
BEGIN
  INSERT INTO gateway_record_version
  SELECT OLD.assessment_id, OLD.requirement_key,
    (SELECT count(*) + 1 FROM gateway_record_version WHERE assessment_id = OLD.assessment_id AND requirement_key = OLD.requirement_key),
    OLD.state, OLD.evidence, OLD.confirmed_by, OLD.confirmed_on, OLD.recorded_at, NEW.recorded_at;
END;
`;
