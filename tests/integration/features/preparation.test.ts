import { expect, test } from 'vitest';
import { methodReportModel } from '../../../electron/features/report-models.ts';
import { beginSession, checklist, newWorkspace, type TestBench, testBench } from '../workbench.ts';
import { holdSession, judgeAll, passGateway } from './job.ts';

async function practiceAssessment(bench: TestBench): Promise<string> {
  const apprenticeId = await newWorkspace(bench);
  const wanted = { apprenticeId, planId: 'st1030-demonstration', practice: true };
  return (await bench.ask('assessment.add', wanted)).id;
}
const met = { state: 'met', evidence: 'Seen', confirmedBy: 'Sam Employer', confirmedOn: '2026-11-10' } as const;
const day = 24 * 60;

test('the gateway is confirmed when every requirement is settled, is locked then, and unlocks with a reason', async () => {
  const bench = testBench();
  const assessmentId = await practiceAssessment(bench);
  const confirm = { assessmentId, passedOn: '2026-11-12' };
  expect(await bench.refusal('gateway.confirm', confirm)).toBe('gateway.open');
  const before = await bench.ask('preparation.get', { assessmentId });
  expect(before.gateway.bar?.severity).toBe('hint');
  await passGateway(bench, assessmentId, '2026-11-12');
  const after = await bench.ask('preparation.get', { assessmentId });
  expect(after).toMatchObject({
    periodEnd: '2027-02-12',
    gateway: { obstacles: [], bar: null, confirmed: { passedOn: '2026-11-12', by: 'Robin Fictional' } },
  });
  expect(after.gateway.requirements.find(({ key }) => key === 'dbs')?.record).toMatchObject({ evidence: 'Seen' });
  const again = { assessmentId, requirementKey: 'dbs', ...met };
  expect(await bench.refusal('gateway.record', again)).toBe('gateway.confirmed');
  expect(await bench.refusal('gateway.confirm', confirm)).toBe('gateway.confirmed');
  await bench.ask('gateway.unlock', { assessmentId, reason: 'The DBS certificate was another person’s' });
  await bench.ask('gateway.record', { ...again, state: 'notMet' });
  expect(await bench.refusal('gateway.confirm', confirm)).toBe('gateway.open');
  const unlocked = await bench.ask('preparation.get', { assessmentId });
  const dbs = unlocked.gateway.requirements.find(({ key }) => key === 'dbs');
  expect(dbs).toMatchObject({ record: { state: 'notMet' }, earlier: [{ state: 'met', evidence: 'Seen' }] });
  expect(unlocked.gateway).toMatchObject({
    confirmed: null,
    unlocked: [{ reason: 'The DBS certificate was another person’s', by: 'Robin Fictional' }],
  });
  expect(await bench.refusal('gateway.unlock', { assessmentId, reason: 'Again' })).toBe('gateway.notConfirmed');
  const types = (await bench.ask('audit.list', { before: null, limit: 4 })).events.map(({ type }) => type);
  expect(types.slice(0, 3)).toEqual(['gateway.recorded', 'gateway.unlocked', 'gateway.confirmed']);
});

test('a requirement does not apply only where the plan says so, and with a reason', async () => {
  const bench = testBench();
  const assessmentId = await practiceAssessment(bench);
  const found = { assessmentId, ...met, state: 'notApplicable' } as const;
  expect(await bench.refusal('gateway.record', { ...found, requirementKey: 'dbs' })).toBe('gateway.mandatory');
  const waived = { ...found, requirementKey: 'englishAndMaths' };
  expect(await bench.refusal('gateway.record', { ...waived, evidence: '' })).toBe('gateway.reasonMissing');
  await bench.ask('gateway.record', { ...waived, evidence: 'Waived by the employer, aged 24' });
  expect(await bench.refusal('gateway.record', { ...waived, requirementKey: 'nothing' })).toBe('gateway.unknown');
  expect(await bench.refusal('gateway.record', { ...waived, confirmedOn: '2026-11-17' })).toBe('date.future');
});

test('a booking keeps the plan’s notice or carries a reason, is moved and cancelled with one, and is kept by its session', async () => {
  const bench = testBench();
  const assessmentId = await practiceAssessment(bench);
  const early = {
    assessmentId,
    methodKey: 'observation',
    on: '2026-11-27',
    at: '09:30',
    place: 'Example Care',
    exception: '',
  };
  const { notices } = await bench.ask('preparation.get', { assessmentId });
  expect(notices).toContainEqual({ methodKey: 'observation', notice: { value: 10, unit: 'workingDays' } });
  expect(await bench.refusal('booking.make', early)).toBe('booking.exception');
  expect(await bench.refusal('booking.make', { ...early, on: '2026-11-15' })).toBe('booking.past');
  const { id } = await bench.ask('booking.make', { ...early, on: '2026-11-30' });
  expect(await bench.refusal('booking.make', { ...early, on: '2026-11-30' })).toBe('booking.twice');
  const { assessmentId: _, methodKey: __, ...appointment } = early;
  const move = { ...appointment, id, reason: 'The service is inspected that day' };
  expect(await bench.refusal('booking.move', move)).toBe('booking.exception');
  const moved = await bench.ask('booking.move', { ...move, exception: 'Agreed with the apprentice and the employer' });
  expect(await bench.refusal('booking.cancel', { id, reason: 'Again' })).toBe('booking.ended');
  await bench.ask('booking.cancel', { id: moved.id, reason: 'The apprentice is ill' });
  await bench.ask('booking.make', { ...early, on: '2026-12-01' });
  await bench.ask('session.begin', { assessmentId, methodKey: 'observation', checklist });
  const { bookings } = await bench.ask('preparation.get', { assessmentId });
  expect(bookings.map(({ state, on }) => [state, on])).toEqual([
    ['moved', '2026-11-30'],
    ['cancelled', '2026-11-27'],
    ['kept', '2026-12-01'],
  ]);
  expect(await bench.refusal('booking.make', { ...early, on: '2026-12-02' })).toBe('booking.refused');
});

test('a day after the assessment period needs its reason', async () => {
  const bench = testBench();
  const assessmentId = await practiceAssessment(bench);
  await passGateway(bench, assessmentId, '2026-11-12');
  const late = { assessmentId, methodKey: 'observation', on: '2027-02-15', at: '09:30', place: 'Care', exception: '' };
  expect(await bench.refusal('booking.make', late)).toBe('booking.exception');
  await bench.ask('booking.make', { ...late, exception: 'Extended by the organisation after an illness' });
});

test('what is due is told from bookings, unsigned reports and the assessment period', async () => {
  const bench = testBench();
  const { assessmentId, sessionId } = await beginSession(bench, 'professionalDiscussion');
  await holdSession(bench, sessionId);
  await judgeAll(bench, sessionId, () => 'met');
  await passGateway(bench, assessmentId, '2026-11-12');
  await bench.ask('booking.make', {
    assessmentId,
    methodKey: 'observation',
    on: '2026-11-30',
    at: '10:00',
    place: 'Example Care',
    exception: '',
  });
  expect(await bench.ask('due.list', {})).toEqual([]);
  bench.passMinutes(14 * day);
  expect((await bench.ask('due.list', {})).map(({ when, on }) => [when, on])).toEqual([
    ['today', '2026-11-30'],
    ['today', '2026-11-30'],
  ]);
  bench.passMinutes(80 * day);
  const lines = await bench.ask('due.list', {});
  expect(lines.map(({ when }) => when)).toEqual(['overdue', 'overdue', 'overdue']);
  expect(lines.at(-1)?.words).toContain('ended on 12 February 2027');
});

test('what was agreed for an apprentice is kept, withdrawn with a reason, and a special consideration stands in the report', async () => {
  const bench = testBench();
  const { assessmentId, sessionId } = await beginSession(bench, 'professionalDiscussion');
  const agreed = {
    assessmentId,
    kind: 'specialConsideration',
    methodKey: 'professionalDiscussion',
    what: 'Fire alarm in the middle of the discussion',
    extraTimePercent: 0,
    agreedBy: 'Organisation',
    agreedOn: '2026-11-16',
  } as const;
  await bench.ask('adjustment.record', agreed);
  const wrong = await bench.ask('adjustment.record', { ...agreed, what: 'Recorded for another apprentice' });
  await bench.ask('adjustment.withdraw', { id: wrong.id, reason: 'Wrong apprentice' });
  expect(await bench.refusal('adjustment.withdraw', { id: wrong.id, reason: 'Again' })).toBe('adjustment.withdrawn');
  expect(await bench.refusal('adjustment.record', { ...agreed, methodKey: 'test' })).toBe('method.unknown');
  expect(await bench.refusal('adjustment.record', { ...agreed, agreedOn: '2027-01-01' })).toBe('date.future');
  await holdSession(bench, sessionId);
  await judgeAll(bench, sessionId, () => 'met');
  const conditions = await bench.workbench.task(
    async ({ query }) => query(context => methodReportModel(context, sessionId)).session.conditions,
  );
  expect(conditions).toContainEqual({
    label: 'Special considerations',
    value: 'Fire alarm in the middle of the discussion (agreed by Organisation)',
  });
});
