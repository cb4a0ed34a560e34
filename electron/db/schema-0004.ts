/** What is prepared before an assessment: the gateway with its confirmation, bookings, and what was agreed for the apprentice. */
export const schema0004 = `
CREATE TABLE gateway_record (
  assessment_id TEXT NOT NULL REFERENCES assessment (id),
  requirement_key TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('met', 'notMet', 'notApplicable')),
  evidence TEXT NOT NULL,
  confirmed_by TEXT NOT NULL,
  confirmed_on TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  PRIMARY KEY (assessment_id, requirement_key),
  CHECK (state <> 'notApplicable' OR evidence <> '')
) STRICT, WITHOUT ROWID;

CREATE TABLE gateway_confirmation (
  id TEXT PRIMARY KEY,
  assessment_id TEXT NOT NULL REFERENCES assessment (id),
  passed_on TEXT NOT NULL,
  confirmed_by TEXT NOT NULL,
  confirmed_at TEXT NOT NULL,
  unlocked_by TEXT,
  unlocked_at TEXT,
  unlock_reason TEXT,
  CHECK ((unlocked_at IS NULL) = (unlock_reason IS NULL)),
  CHECK ((unlocked_at IS NULL) = (unlocked_by IS NULL))
) STRICT;
CREATE UNIQUE INDEX one_gateway_confirmation ON gateway_confirmation (assessment_id) WHERE unlocked_at IS NULL;

CREATE TRIGGER confirmed_gateway_keeps_its_records BEFORE UPDATE ON gateway_record
WHEN EXISTS (SELECT 1 FROM gateway_confirmation WHERE assessment_id = OLD.assessment_id AND unlocked_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'The gateway is confirmed'); END;
CREATE TRIGGER confirmed_gateway_takes_no_record BEFORE INSERT ON gateway_record
WHEN EXISTS (SELECT 1 FROM gateway_confirmation WHERE assessment_id = NEW.assessment_id AND unlocked_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'The gateway is confirmed'); END;
CREATE TRIGGER gateway_confirmation_is_only_unlocked BEFORE UPDATE ON gateway_confirmation
WHEN OLD.unlocked_at IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.assessment_id IS NOT OLD.assessment_id
  OR NEW.passed_on IS NOT OLD.passed_on OR NEW.confirmed_by IS NOT OLD.confirmed_by OR NEW.confirmed_at IS NOT OLD.confirmed_at
BEGIN SELECT RAISE(ABORT, 'A confirmation of the gateway is only unlocked'); END;
CREATE TRIGGER live_session_waits_for_the_gateway BEFORE INSERT ON session
WHEN EXISTS (
  SELECT 1 FROM assessment JOIN plan ON plan.id = plan_id
  WHERE assessment.id = NEW.assessment_id AND practice = 0 AND json_extract(document, '$.planModel') = 'epa'
) AND NOT EXISTS (SELECT 1 FROM gateway_confirmation WHERE assessment_id = NEW.assessment_id AND unlocked_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'The gateway is not confirmed'); END;

CREATE TABLE booking (
  id TEXT PRIMARY KEY,
  assessment_id TEXT NOT NULL REFERENCES assessment (id),
  method_key TEXT NOT NULL,
  held_on TEXT NOT NULL,
  held_at TEXT NOT NULL,
  place TEXT NOT NULL,
  exception TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('booked', 'kept', 'moved', 'cancelled')),
  session_id TEXT REFERENCES session (id),
  ended_reason TEXT,
  booked_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  CHECK ((state = 'kept') = (session_id IS NOT NULL)),
  CHECK ((state IN ('moved', 'cancelled')) = (ended_reason IS NOT NULL))
) STRICT;
CREATE INDEX booking_of_assessment ON booking (assessment_id, booked_at);
CREATE UNIQUE INDEX one_booking_of_method ON booking (assessment_id, method_key) WHERE state = 'booked';

CREATE TABLE adjustment (
  id TEXT PRIMARY KEY,
  assessment_id TEXT NOT NULL REFERENCES assessment (id),
  kind TEXT NOT NULL CHECK (kind IN ('reasonableAdjustment', 'specialConsideration')),
  method_key TEXT,
  what TEXT NOT NULL CHECK (what <> ''),
  extra_time_percent INTEGER NOT NULL CHECK (extra_time_percent BETWEEN 0 AND 200),
  agreed_by TEXT NOT NULL,
  agreed_on TEXT NOT NULL,
  withdrawn_reason TEXT,
  recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX adjustment_of_assessment ON adjustment (assessment_id, recorded_at);
`;
