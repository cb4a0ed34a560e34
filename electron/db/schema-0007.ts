/** Why a closed session was opened again: the reason is part of its record. */
export const schema0007 = `
CREATE TABLE reopening (
  session_id TEXT NOT NULL REFERENCES session (id),
  at TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (session_id, at)
) STRICT, WITHOUT ROWID;
`;
