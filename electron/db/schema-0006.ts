/**
 * Quality assurance and documents: reviews, second signatures, new versions of a report, release; identities with their chains, the organisation's
 * authority, and whom the workspace trusts. A signed report is never changed: a new version stands beside it.
 */
export const schema0006 = `
CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value)),
  changed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

ALTER TABLE report ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0);
ALTER TABLE report ADD COLUMN superseded_at TEXT;
ALTER TABLE report ADD COLUMN superseded_reason TEXT CHECK ((superseded_at IS NULL) = (superseded_reason IS NULL));
UPDATE report SET version = json_extract(model, '$.version');
DROP INDEX one_report_of_session;
CREATE UNIQUE INDEX one_report_of_session ON report (session_id) WHERE session_id IS NOT NULL AND superseded_at IS NULL;
CREATE TRIGGER signed_report_is_only_superseded BEFORE UPDATE ON report
WHEN OLD.superseded_at IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.kind IS NOT OLD.kind OR NEW.assessment_id IS NOT OLD.assessment_id
  OR NEW.session_id IS NOT OLD.session_id OR NEW.document_id IS NOT OLD.document_id OR NEW.title IS NOT OLD.title OR NEW.model IS NOT OLD.model
  OR NEW.grade IS NOT OLD.grade OR NEW.attachment_id IS NOT OLD.attachment_id OR NEW.signed_by IS NOT OLD.signed_by
  OR NEW.signed_at IS NOT OLD.signed_at OR NEW.version IS NOT OLD.version
BEGIN SELECT RAISE(ABORT, 'A signed report stays as it is'); END;

ALTER TABLE session ADD COLUMN revising TEXT;
CREATE TRIGGER signed_session_opens_only_for_a_revision BEFORE UPDATE OF state ON session
WHEN OLD.state = 'signed' AND NEW.state <> 'signed' AND (
  NEW.state <> 'closed' OR NEW.revising IS NULL OR EXISTS (SELECT 1 FROM report WHERE session_id = OLD.id AND superseded_at IS NULL)
)
BEGIN SELECT RAISE(ABORT, 'The session is signed'); END;
CREATE TRIGGER revised_session_is_not_held_again BEFORE UPDATE OF state ON session
WHEN OLD.revising IS NOT NULL AND NEW.state NOT IN ('closed', 'signed')
BEGIN SELECT RAISE(ABORT, 'Only the judgements of the session are revised'); END;
CREATE TRIGGER revised_session_takes_no_note BEFORE INSERT ON note
WHEN (SELECT revising FROM session WHERE id = NEW.session_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'Only the judgements of the session are revised'); END;
CREATE TRIGGER revised_session_keeps_its_words BEFORE UPDATE ON note
WHEN (SELECT revising FROM session WHERE id = OLD.session_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'Only the judgements of the session are revised'); END;

CREATE TABLE report_file (
  report_id TEXT NOT NULL REFERENCES report (id),
  step INTEGER NOT NULL CHECK (step > 0),
  kind TEXT NOT NULL CHECK (kind IN ('countersigned', 'timestamped')),
  attachment_id TEXT NOT NULL REFERENCES attachment (id),
  by_id TEXT NOT NULL REFERENCES person (id),
  at TEXT NOT NULL,
  PRIMARY KEY (report_id, step),
  UNIQUE (report_id, kind)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER nobody_countersigns_their_own BEFORE INSERT ON report_file
WHEN NEW.kind = 'countersigned' AND (SELECT signed_by FROM report WHERE id = NEW.report_id) = NEW.by_id
BEGIN SELECT RAISE(ABORT, 'Nobody countersigns their own report'); END;

CREATE TABLE review (
  id TEXT PRIMARY KEY,
  assessment_id TEXT NOT NULL REFERENCES assessment (id),
  sampled_because TEXT NOT NULL CHECK (json_valid(sampled_because)),
  decision TEXT NOT NULL CHECK (decision IN ('agreed', 'returned', 'changed')),
  reasons TEXT NOT NULL CHECK (decision = 'agreed' OR reasons <> ''),
  reviewer_id TEXT NOT NULL REFERENCES person (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX review_of_assessment ON review (assessment_id, at);
CREATE TABLE review_report (
  review_id TEXT NOT NULL REFERENCES review (id),
  report_id TEXT NOT NULL REFERENCES report (id),
  sha256 TEXT NOT NULL,
  PRIMARY KEY (review_id, report_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX review_by_report ON review_report (report_id);
CREATE TRIGGER nobody_reviews_their_own BEFORE INSERT ON review_report
WHEN (SELECT signed_by FROM report WHERE id = NEW.report_id) = (SELECT reviewer_id FROM review WHERE id = NEW.review_id)
BEGIN SELECT RAISE(ABORT, 'Nobody reviews their own report'); END;
CREATE TRIGGER review_is_never_changed BEFORE UPDATE ON review
BEGIN SELECT RAISE(ABORT, 'A review stays as it is'); END;

CREATE TABLE result_release (
  report_id TEXT PRIMARY KEY REFERENCES report (id),
  assessment_id TEXT NOT NULL REFERENCES assessment (id),
  released_by TEXT NOT NULL REFERENCES person (id),
  released_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

ALTER TABLE signing_identity ADD COLUMN authorities TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(authorities));
ALTER TABLE signing_identity ADD COLUMN origin TEXT NOT NULL DEFAULT 'own' CHECK (origin IN ('own', 'imported', 'issued'));
CREATE INDEX signing_identity_of_person ON signing_identity (person_id, made_at);

CREATE TABLE authority (
  id TEXT PRIMARY KEY,
  only_row INTEGER NOT NULL DEFAULT 1 UNIQUE CHECK (only_row = 1),
  certificate BLOB NOT NULL,
  private_key BLOB NOT NULL,
  made_at TEXT NOT NULL
) STRICT;
CREATE TABLE organisation_seal (
  id TEXT PRIMARY KEY,
  authority_id TEXT NOT NULL REFERENCES authority (id),
  certificate BLOB NOT NULL,
  private_key BLOB NOT NULL,
  made_at TEXT NOT NULL
) STRICT;
CREATE TABLE issued_certificate (
  id TEXT PRIMARY KEY,
  authority_id TEXT NOT NULL REFERENCES authority (id),
  serial TEXT NOT NULL UNIQUE,
  certificate BLOB NOT NULL,
  holder TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('assessor', 'qualityAssurer')),
  person_id TEXT REFERENCES person (id),
  issued_at TEXT NOT NULL,
  not_after TEXT NOT NULL,
  revoked_at TEXT,
  revocation_reason TEXT,
  CHECK ((revoked_at IS NULL) = (revocation_reason IS NULL))
) STRICT;
CREATE TRIGGER revocation_is_final BEFORE UPDATE ON issued_certificate
WHEN OLD.revoked_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'A withdrawn certificate stays withdrawn'); END;

CREATE TABLE trusted_root (
  id TEXT PRIMARY KEY,
  purpose TEXT NOT NULL CHECK (purpose IN ('signing', 'timestamps')),
  certificate BLOB NOT NULL,
  sha256 TEXT NOT NULL,
  added_at TEXT NOT NULL,
  UNIQUE (purpose, sha256)
) STRICT;
CREATE TABLE revocation_list (
  id TEXT PRIMARY KEY,
  issuer TEXT NOT NULL UNIQUE,
  list BLOB NOT NULL,
  listed_at TEXT NOT NULL,
  next_update TEXT,
  added_at TEXT NOT NULL
) STRICT;

CREATE TABLE document (
  id TEXT PRIMARY KEY,
  assessment_id TEXT NOT NULL REFERENCES assessment (id),
  kind TEXT NOT NULL CHECK (kind IN ('outcome', 'feedback', 'resitLetter', 'qualityAssurance', 'audit')),
  version INTEGER NOT NULL CHECK (version > 0),
  document_id TEXT NOT NULL UNIQUE,
  model TEXT NOT NULL CHECK (json_valid(model)),
  attachment_id TEXT NOT NULL REFERENCES attachment (id),
  signed INTEGER NOT NULL CHECK (signed IN (0, 1)),
  made_at TEXT NOT NULL,
  UNIQUE (assessment_id, kind, version)
) STRICT;
`;
