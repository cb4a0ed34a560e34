/**
 * The portfolio of an assessment: files, each sealed with a key of its own, mapped to KSBs as a whole and place by place; and the planning of each
 * attempt at a method. A piece is corrected with its wordings kept, withdrawn with a reason and never deleted; once a signed report lists it, it
 * stays as the report says.
 */
export const schema0009 = `
CREATE TABLE portfolio_piece (
  id TEXT PRIMARY KEY,
  assessment_id TEXT NOT NULL REFERENCES assessment (id),
  attachment_id TEXT NOT NULL UNIQUE REFERENCES attachment (id),
  session_id TEXT REFERENCES session (id),
  kind TEXT NOT NULL CHECK (kind IN ('pdf', 'image', 'audio', 'video', 'document')),
  shown INTEGER NOT NULL CHECK (shown IN (0, 1)),
  original_name TEXT NOT NULL,
  title TEXT NOT NULL CHECK (title <> ''),
  ksbs TEXT NOT NULL CHECK (json_valid(ksbs)),
  places TEXT NOT NULL CHECK (json_valid(places)),
  remark TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
  added_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  withdrawn_at TEXT,
  withdrawn_reason TEXT CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL)),
  listed_in TEXT REFERENCES report (id)
) STRICT;
CREATE INDEX portfolio_piece_of_assessment ON portfolio_piece (assessment_id, added_at);
CREATE TABLE portfolio_piece_version (
  piece_id TEXT NOT NULL REFERENCES portfolio_piece (id),
  version INTEGER NOT NULL,
  title TEXT NOT NULL,
  ksbs TEXT NOT NULL CHECK (json_valid(ksbs)),
  places TEXT NOT NULL CHECK (json_valid(places)),
  remark TEXT NOT NULL,
  until TEXT NOT NULL,
  PRIMARY KEY (piece_id, version)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER portfolio_piece_is_never_deleted BEFORE DELETE ON portfolio_piece
BEGIN SELECT RAISE(ABORT, 'A piece of the portfolio is withdrawn, not deleted'); END;
CREATE TRIGGER listed_piece_stays_as_it_is BEFORE UPDATE OF title, ksbs, places, remark, withdrawn_at, withdrawn_reason ON portfolio_piece
WHEN OLD.listed_in IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'A signed report lists this piece of the portfolio'); END;
CREATE TRIGGER portfolio_piece_keeps_its_file BEFORE UPDATE OF id, assessment_id, attachment_id, session_id, kind, original_name ON portfolio_piece
BEGIN SELECT RAISE(ABORT, 'A piece of the portfolio keeps its file'); END;
CREATE TRIGGER withdrawn_piece_stays_withdrawn BEFORE UPDATE OF title, ksbs, places, remark, withdrawn_at, withdrawn_reason ON portfolio_piece
WHEN OLD.withdrawn_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'The piece of the portfolio is withdrawn'); END;

CREATE TABLE portfolio_note (
  note_id TEXT PRIMARY KEY REFERENCES note (id),
  piece_id TEXT NOT NULL REFERENCES portfolio_piece (id),
  place_id TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX portfolio_note_of_piece ON portfolio_note (piece_id);

ALTER TABLE judgement ADD COLUMN portfolio_evidence_ids TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(portfolio_evidence_ids));
ALTER TABLE judgement_version ADD COLUMN portfolio_evidence_ids TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(portfolio_evidence_ids));

CREATE TABLE planning (
  assessment_id TEXT NOT NULL REFERENCES assessment (id),
  method_key TEXT NOT NULL,
  attempt INTEGER NOT NULL CHECK (attempt > 0),
  document TEXT NOT NULL CHECK (json_valid(document)),
  changed_at TEXT NOT NULL,
  PRIMARY KEY (assessment_id, method_key, attempt)
) STRICT, WITHOUT ROWID;
CREATE TABLE look_for_note (
  note_id TEXT PRIMARY KEY REFERENCES note (id),
  look_for_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX look_for_note_of_look_for ON look_for_note (look_for_id);
`;
