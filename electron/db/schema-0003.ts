/** A method can be attempted again: how the attempt came about, what was recorded for it, and whether it was declared void. The overall report gets a new version after each. */
export const schema0003 = `
ALTER TABLE session ADD COLUMN kind TEXT NOT NULL DEFAULT 'first' CHECK (kind IN ('first', 'resit', 'retake'));
ALTER TABLE session ADD COLUMN exceptional TEXT;
ALTER TABLE session ADD COLUMN action_plan TEXT;
ALTER TABLE session ADD COLUMN late_reason TEXT;
ALTER TABLE session ADD COLUMN void_reason TEXT;
ALTER TABLE session ADD COLUMN signed_at TEXT;
DROP INDEX one_overall_report;
CREATE INDEX report_of_assessment ON report (assessment_id, signed_at);
`;
