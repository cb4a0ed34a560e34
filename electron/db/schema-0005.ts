/**
 * Every statement of every framework can be searched, also those that were there before: a framework is never changed or removed, so that what is
 * added when it comes in stays true. A plan has a bank of questions; what was asked from it is told by the note, and a question that was used stays.
 */
export const schema0005 = `
CREATE TABLE statement (
  id INTEGER PRIMARY KEY,
  framework_id TEXT NOT NULL REFERENCES framework (id),
  reference TEXT NOT NULL,
  code TEXT NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX statement_of_framework ON statement (framework_id);
CREATE VIRTUAL TABLE statement_index USING fts5 (
  code, text, reference, content = 'statement', content_rowid = 'id',
  tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3'
);
INSERT INTO statement (framework_id, reference, code, kind, text)
SELECT framework.id, reference, json_extract(value, '$.code'), json_extract(value, '$.kind'), json_extract(value, '$.text')
FROM framework, json_each(document, '$.items') ORDER BY framework.rowid, key;
INSERT INTO statement_index (statement_index) VALUES ('rebuild');
CREATE TRIGGER framework_is_searchable AFTER INSERT ON framework BEGIN
  INSERT INTO statement (framework_id, reference, code, kind, text)
  SELECT NEW.id, NEW.reference, json_extract(value, '$.code'), json_extract(value, '$.kind'), json_extract(value, '$.text')
  FROM json_each(NEW.document, '$.items') ORDER BY key;
  INSERT INTO statement_index (rowid, code, text, reference)
  SELECT id, code, text, reference FROM statement WHERE framework_id = NEW.id;
END;

CREATE TABLE bank_question (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  method_key TEXT NOT NULL,
  theme_key TEXT NOT NULL,
  origin_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('opening', 'followUp', 'scenario')),
  text TEXT NOT NULL CHECK (text <> ''),
  ksbs TEXT NOT NULL CHECK (json_valid(ksbs)),
  pass_pointers TEXT NOT NULL CHECK (json_valid(pass_pointers)),
  distinction_pointers TEXT NOT NULL CHECK (json_valid(distinction_pointers)),
  status TEXT NOT NULL CHECK (status IN ('draft', 'approved', 'retired')),
  author TEXT NOT NULL,
  version INTEGER NOT NULL,
  added_at TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX bank_question_of_plan ON bank_question (plan_id, method_key, theme_key);
CREATE INDEX bank_question_of_origin ON bank_question (origin_id);

CREATE TABLE bank_question_version (
  question_id TEXT NOT NULL REFERENCES bank_question (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  ksbs TEXT NOT NULL CHECK (json_valid(ksbs)),
  pass_pointers TEXT NOT NULL CHECK (json_valid(pass_pointers)),
  distinction_pointers TEXT NOT NULL CHECK (json_valid(distinction_pointers)),
  author TEXT NOT NULL,
  until TEXT NOT NULL,
  PRIMARY KEY (question_id, version)
) STRICT, WITHOUT ROWID;

ALTER TABLE note ADD COLUMN bank_question_id TEXT REFERENCES bank_question (id);
CREATE INDEX note_from_bank ON note (bank_question_id) WHERE bank_question_id IS NOT NULL;
CREATE TRIGGER used_question_stays BEFORE DELETE ON bank_question
WHEN EXISTS (SELECT 1 FROM note WHERE bank_question_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'A question that was used is retired, never deleted'); END;
CREATE TRIGGER note_keeps_its_question BEFORE UPDATE OF bank_question_id ON note
WHEN NEW.bank_question_id IS NOT OLD.bank_question_id
BEGIN SELECT RAISE(ABORT, 'A note keeps the question that it was asked from'); END;
`;
