/** The first schema. A shipped migration is never edited: what comes later is a further migration. */
export const schema0001 = `
CREATE TABLE person (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('assessor', 'qualityAssurer', 'administrator')),
  added_at TEXT NOT NULL
) STRICT;

CREATE TABLE workspace (
  id TEXT PRIMARY KEY,
  only_row INTEGER NOT NULL DEFAULT 1 UNIQUE CHECK (only_row = 1),
  owner_id TEXT NOT NULL REFERENCES person (id),
  organisation TEXT NOT NULL,
  practice INTEGER NOT NULL CHECK (practice IN (0, 1)),
  audit_private_key BLOB NOT NULL,
  audit_public_key BLOB NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE framework (
  id TEXT PRIMARY KEY,
  reference TEXT NOT NULL,
  version TEXT NOT NULL,
  document TEXT NOT NULL CHECK (json_valid(document)),
  sha256 TEXT NOT NULL,
  added_at TEXT NOT NULL,
  UNIQUE (reference, version)
) STRICT;

CREATE TABLE plan (
  id TEXT PRIMARY KEY,
  framework_id TEXT NOT NULL REFERENCES framework (id),
  status TEXT NOT NULL CHECK (status IN ('draft', 'confirmed')),
  document TEXT NOT NULL CHECK (json_valid(document)),
  sha256 TEXT NOT NULL,
  added_at TEXT NOT NULL
) STRICT;

CREATE TABLE apprentice (
  id TEXT PRIMARY KEY,
  given_names TEXT NOT NULL,
  family_name TEXT NOT NULL,
  uln TEXT NOT NULL,
  employer TEXT NOT NULL,
  training_provider TEXT NOT NULL,
  added_at TEXT NOT NULL
) STRICT;

CREATE TABLE assessment (
  id TEXT PRIMARY KEY,
  apprentice_id TEXT NOT NULL REFERENCES apprentice (id),
  plan_id TEXT NOT NULL REFERENCES plan (id),
  practice INTEGER NOT NULL CHECK (practice IN (0, 1)),
  added_at TEXT NOT NULL
) STRICT;
CREATE INDEX assessment_of_apprentice ON assessment (apprentice_id);

CREATE TABLE session (
  id TEXT PRIMARY KEY,
  assessment_id TEXT NOT NULL REFERENCES assessment (id),
  method_key TEXT NOT NULL,
  attempt INTEGER NOT NULL CHECK (attempt > 0),
  state TEXT NOT NULL CHECK (state IN ('planned', 'running', 'paused', 'closed', 'signed')),
  checklist TEXT NOT NULL CHECK (json_valid(checklist)),
  explanations TEXT NOT NULL CHECK (json_valid(explanations)),
  begun_at TEXT NOT NULL,
  closed_at TEXT,
  changed_at TEXT NOT NULL,
  UNIQUE (assessment_id, method_key, attempt)
) STRICT;

CREATE TABLE ledger_entry (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES session (id),
  kind TEXT NOT NULL CHECK (kind IN ('part', 'break')),
  part_key TEXT NOT NULL,
  started_at TEXT NOT NULL,
  ended_at TEXT,
  measured_seconds INTEGER,
  reason TEXT,
  run_id TEXT NOT NULL,
  started_uptime REAL NOT NULL
) STRICT;
CREATE INDEX ledger_entry_of_session ON ledger_entry (session_id, started_at);
CREATE UNIQUE INDEX one_running_entry ON ledger_entry (session_id) WHERE ended_at IS NULL;

CREATE TABLE note (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES session (id),
  kind TEXT NOT NULL CHECK (kind IN ('seen', 'question', 'answer', 'followUp', 'portfolio', 'remark')),
  body TEXT NOT NULL,
  ksbs TEXT NOT NULL CHECK (json_valid(ksbs)),
  at TEXT NOT NULL,
  offset_seconds INTEGER NOT NULL,
  part_key TEXT,
  follows_id TEXT REFERENCES note (id),
  struck_reason TEXT
) STRICT;
CREATE INDEX note_of_session ON note (session_id, at);

CREATE TABLE note_version (
  note_id TEXT NOT NULL REFERENCES note (id),
  version INTEGER NOT NULL,
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  ksbs TEXT NOT NULL CHECK (json_valid(ksbs)),
  until TEXT NOT NULL,
  PRIMARY KEY (note_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE judgement (
  session_id TEXT NOT NULL REFERENCES session (id),
  descriptor_key TEXT NOT NULL,
  decision TEXT CHECK (decision IN ('met', 'notMet')),
  rationale TEXT NOT NULL,
  evidence_note_ids TEXT NOT NULL CHECK (json_valid(evidence_note_ids)),
  changed_at TEXT NOT NULL,
  PRIMARY KEY (session_id, descriptor_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE judgement_version (
  session_id TEXT NOT NULL,
  descriptor_key TEXT NOT NULL,
  version INTEGER NOT NULL,
  decision TEXT,
  rationale TEXT NOT NULL,
  evidence_note_ids TEXT NOT NULL CHECK (json_valid(evidence_note_ids)),
  until TEXT NOT NULL,
  PRIMARY KEY (session_id, descriptor_key, version),
  FOREIGN KEY (session_id, descriptor_key) REFERENCES judgement (session_id, descriptor_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
  session_id TEXT NOT NULL REFERENCES session (id),
  field TEXT NOT NULL,
  body TEXT NOT NULL,
  kept_at TEXT NOT NULL,
  PRIMARY KEY (session_id, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE signing_identity (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  certificate BLOB NOT NULL,
  private_key BLOB NOT NULL,
  made_at TEXT NOT NULL
) STRICT;

CREATE TABLE attachment (
  id TEXT PRIMARY KEY,
  file_name TEXT NOT NULL UNIQUE,
  file_key BLOB NOT NULL,
  media_type TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  added_at TEXT NOT NULL
) STRICT;

CREATE TABLE report (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('method', 'overall')),
  assessment_id TEXT NOT NULL REFERENCES assessment (id),
  session_id TEXT REFERENCES session (id),
  document_id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  model TEXT NOT NULL CHECK (json_valid(model)),
  grade TEXT NOT NULL,
  attachment_id TEXT NOT NULL REFERENCES attachment (id),
  signed_by TEXT NOT NULL,
  signed_at TEXT NOT NULL,
  CHECK ((kind = 'method') = (session_id IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX one_report_of_session ON report (session_id) WHERE session_id IS NOT NULL;
CREATE UNIQUE INDEX one_overall_report ON report (assessment_id) WHERE session_id IS NULL;

CREATE TABLE audit_event (
  sequence INTEGER PRIMARY KEY CHECK (sequence > 0),
  at TEXT NOT NULL,
  actor_id TEXT NOT NULL,
  type TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  detail TEXT NOT NULL CHECK (json_valid(detail)),
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE,
  signature BLOB NOT NULL
) STRICT;
CREATE INDEX audit_event_of_subject ON audit_event (subject_id, sequence);

CREATE TRIGGER audit_event_is_never_changed BEFORE UPDATE ON audit_event
BEGIN SELECT RAISE(ABORT, 'The audit log is append-only'); END;
CREATE TRIGGER audit_event_is_never_deleted BEFORE DELETE ON audit_event
BEGIN SELECT RAISE(ABORT, 'The audit log is append-only'); END;
CREATE TRIGGER signed_session_keeps_its_notes BEFORE INSERT ON note
WHEN (SELECT state FROM session WHERE id = NEW.session_id) = 'signed'
BEGIN SELECT RAISE(ABORT, 'The session is signed'); END;
CREATE TRIGGER signed_session_keeps_its_words BEFORE UPDATE ON note
WHEN (SELECT state FROM session WHERE id = OLD.session_id) = 'signed'
BEGIN SELECT RAISE(ABORT, 'The session is signed'); END;
CREATE TRIGGER signed_session_keeps_its_judgements BEFORE UPDATE ON judgement
WHEN (SELECT state FROM session WHERE id = OLD.session_id) = 'signed'
BEGIN SELECT RAISE(ABORT, 'The session is signed'); END;
CREATE TRIGGER signed_session_takes_no_judgement BEFORE INSERT ON judgement
WHEN (SELECT state FROM session WHERE id = NEW.session_id) = 'signed'
BEGIN SELECT RAISE(ABORT, 'The session is signed'); END;
CREATE TRIGGER note_is_never_deleted BEFORE DELETE ON note
BEGIN SELECT RAISE(ABORT, 'A note is struck, not deleted'); END;
`;
