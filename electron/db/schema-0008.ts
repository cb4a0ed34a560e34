/**
 * Recordings: stretches of encrypted sound, each in a file with a key of its own, and the moment of each note in them. A stretch that has ended is
 * never changed, but for its key, which is destroyed with the reason.
 */
export const schema0008 = `
CREATE TABLE recording_segment (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES session (id),
  file_name TEXT NOT NULL UNIQUE,
  file_key BLOB,
  chunks INTEGER NOT NULL DEFAULT 0 CHECK (chunks >= 0),
  size_bytes INTEGER NOT NULL DEFAULT 0 CHECK (size_bytes >= 0),
  milliseconds INTEGER NOT NULL DEFAULT 0 CHECK (milliseconds >= 0),
  started_at TEXT NOT NULL,
  started_uptime REAL NOT NULL,
  run_id TEXT NOT NULL,
  ended_at TEXT,
  ending TEXT CHECK (ending IN ('paused', 'break', 'stopped', 'closed', 'locked', 'interrupted', 'trouble')),
  reason TEXT,
  sha256 TEXT,
  CHECK ((ended_at IS NULL) = (ending IS NULL))
) STRICT;
CREATE INDEX recording_segment_of_session ON recording_segment (session_id, started_at);
CREATE UNIQUE INDEX one_running_segment ON recording_segment (session_id) WHERE ended_at IS NULL;

CREATE TABLE recording_destroyed (
  session_id TEXT PRIMARY KEY REFERENCES session (id),
  at TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE note_moment (
  note_id TEXT PRIMARY KEY REFERENCES note (id),
  segment_id TEXT NOT NULL REFERENCES recording_segment (id),
  milliseconds INTEGER NOT NULL CHECK (milliseconds >= 0)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER ended_segment_stays BEFORE UPDATE ON recording_segment
WHEN OLD.ended_at IS NOT NULL AND (
  NEW.id IS NOT OLD.id OR NEW.session_id IS NOT OLD.session_id OR NEW.file_name IS NOT OLD.file_name OR NEW.chunks IS NOT OLD.chunks
  OR NEW.size_bytes IS NOT OLD.size_bytes OR NEW.milliseconds IS NOT OLD.milliseconds OR NEW.started_at IS NOT OLD.started_at
  OR NEW.ended_at IS NOT OLD.ended_at OR NEW.ending IS NOT OLD.ending OR NEW.reason IS NOT OLD.reason OR NEW.sha256 IS NOT OLD.sha256
  OR NEW.file_key IS NOT NULL
)
BEGIN SELECT RAISE(ABORT, 'A recording stays as it is'); END;
CREATE TRIGGER segment_is_never_deleted BEFORE DELETE ON recording_segment
BEGIN SELECT RAISE(ABORT, 'Only the key of a recording is destroyed'); END;
`;
