/**
 * Plans can be checked, confirmed and superseded, and a confirmed plan never changes; an assessment may follow one pathway of its plan; what a
 * plan asks for before completion is recorded. SQLite cannot widen a CHECK, so the plan table is made anew: the references to it are checked
 * again at the end of the transaction. Nothing could be confirmed before, so every plan is a draft afterwards.
 */
export const schema0002 = `
PRAGMA defer_foreign_keys = ON;
CREATE TABLE plan_before AS SELECT id, framework_id, document, sha256, added_at FROM plan;
DROP TABLE plan;
CREATE TABLE plan (
  id TEXT PRIMARY KEY,
  framework_id TEXT NOT NULL REFERENCES framework (id),
  status TEXT NOT NULL CHECK (status IN ('draft', 'checked', 'confirmed', 'superseded')),
  document TEXT NOT NULL CHECK (json_valid(document)),
  sha256 TEXT NOT NULL,
  built_in INTEGER NOT NULL CHECK (built_in IN (0, 1)),
  supersedes TEXT REFERENCES plan (id) CHECK (supersedes <> id),
  typed_by TEXT NOT NULL,
  checked_by TEXT,
  checked_at TEXT,
  confirmed_by TEXT,
  confirmed_at TEXT,
  source_document TEXT,
  source_version TEXT,
  added_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  CHECK ((status = 'draft') = (checked_by IS NULL)),
  CHECK ((status = 'draft') = (checked_at IS NULL)),
  CHECK ((status IN ('draft', 'checked')) = (confirmed_by IS NULL)),
  CHECK ((status IN ('draft', 'checked')) = (confirmed_at IS NULL)),
  CHECK ((status IN ('draft', 'checked')) = (source_document IS NULL)),
  CHECK ((status IN ('draft', 'checked')) = (source_version IS NULL)),
  CHECK (built_in = 0 OR status = 'draft')
) STRICT;
INSERT INTO plan (id, framework_id, status, document, sha256, built_in, typed_by, added_at, changed_at)
SELECT id, framework_id, 'draft', document, sha256, 1, 'EPA Workbench', added_at, added_at FROM plan_before ORDER BY added_at, id;
DROP TABLE plan_before;
CREATE INDEX plan_of_framework ON plan (framework_id);
CREATE INDEX plan_that_supersedes ON plan (supersedes);

CREATE TRIGGER confirmed_plan_never_changes BEFORE UPDATE ON plan
WHEN OLD.status IN ('confirmed', 'superseded') AND NOT (
  OLD.status = 'confirmed' AND NEW.status = 'superseded'
  AND NEW.id IS OLD.id AND NEW.framework_id IS OLD.framework_id AND NEW.document IS OLD.document AND NEW.sha256 IS OLD.sha256
  AND NEW.built_in IS OLD.built_in AND NEW.supersedes IS OLD.supersedes AND NEW.typed_by IS OLD.typed_by
  AND NEW.checked_by IS OLD.checked_by AND NEW.checked_at IS OLD.checked_at
  AND NEW.confirmed_by IS OLD.confirmed_by AND NEW.confirmed_at IS OLD.confirmed_at
  AND NEW.source_document IS OLD.source_document AND NEW.source_version IS OLD.source_version
  AND NEW.added_at IS OLD.added_at AND NEW.changed_at IS OLD.changed_at
)
BEGIN SELECT RAISE(ABORT, 'A confirmed plan never changes'); END;
CREATE TRIGGER only_a_draft_takes_other_words BEFORE UPDATE ON plan
WHEN OLD.status IN ('draft', 'checked') AND NEW.document IS NOT OLD.document
  AND (OLD.status = 'checked' OR OLD.built_in = 1 OR EXISTS (SELECT 1 FROM assessment WHERE plan_id = OLD.id))
BEGIN SELECT RAISE(ABORT, 'The plan is checked, built in, or used by an assessment'); END;
CREATE TRIGGER only_a_draft_is_discarded BEFORE DELETE ON plan
WHEN OLD.status <> 'draft' OR OLD.built_in = 1
BEGIN SELECT RAISE(ABORT, 'Only a draft can be discarded'); END;

ALTER TABLE assessment ADD COLUMN pathway TEXT;
CREATE TRIGGER live_assessment_needs_a_confirmed_plan BEFORE INSERT ON assessment
WHEN NEW.practice = 0 AND (SELECT status FROM plan WHERE id = NEW.plan_id) IS NOT 'confirmed'
BEGIN SELECT RAISE(ABORT, 'A live assessment needs a confirmed plan'); END;
CREATE TRIGGER assessment_stays_with_its_plan BEFORE UPDATE ON assessment
WHEN NEW.plan_id IS NOT OLD.plan_id OR NEW.pathway IS NOT OLD.pathway OR NEW.practice IS NOT OLD.practice
BEGIN SELECT RAISE(ABORT, 'An assessment stays pinned to its plan'); END;

CREATE TABLE completion_record (
  assessment_id TEXT NOT NULL REFERENCES assessment (id),
  requirement_key TEXT NOT NULL,
  verified_by TEXT NOT NULL,
  verified_on TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  PRIMARY KEY (assessment_id, requirement_key)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER completed_assessment_keeps_its_records BEFORE UPDATE ON completion_record
WHEN EXISTS (SELECT 1 FROM report WHERE assessment_id = OLD.assessment_id AND kind = 'overall')
BEGIN SELECT RAISE(ABORT, 'The overall report is signed'); END;
CREATE TRIGGER completed_assessment_takes_no_record BEFORE INSERT ON completion_record
WHEN EXISTS (SELECT 1 FROM report WHERE assessment_id = NEW.assessment_id AND kind = 'overall')
BEGIN SELECT RAISE(ABORT, 'The overall report is signed'); END;
`;
