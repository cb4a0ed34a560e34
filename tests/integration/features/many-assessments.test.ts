import { expect, test } from 'vitest';
import { assessmentById, everyAssessmentRow } from '../../../electron/features/assessment-rows.ts';
import { factsOf } from '../../../electron/features/due.ts';
import { standingOf } from '../../../electron/features/progress.ts';
import { calendarDate } from '../../../shared/british.ts';
import { dueLines } from '../../../shared/domain/due.ts';
import { addFinishedAssessments } from '../../fixtures/many-assessments.ts';
import { beginSession, checklist, newWorkspace, type TestBench, testBench } from '../workbench.ts';
import { holdSession, judgeAll, mark, passGateway } from './job.ts';

const planId = 'st1030-demonstration';

/** What is due by working every assessment out, as the list did it before it was selected by SQL. */
const dueOfAll = (bench: TestBench) =>
  bench.workbench.task(async ({ query }) =>
    query(({ reader, now }) =>
      dueLines(
        everyAssessmentRow(reader).map(row => factsOf(reader, row, now)),
        calendarDate(now.toISOString()),
      ),
    ),
  );

async function another(bench: TestBench, apprenticeId: string, passedOn?: string): Promise<string> {
  const { id } = await bench.ask('assessment.add', { apprenticeId, planId, practice: true });
  if (passedOn) await passGateway(bench, id, passedOn);
  return id;
}

test('what is due is the same whether it is selected or every assessment is worked out, through a whole story', async () => {
  const bench = testBench();
  const apprenticeId = await newWorkspace(bench);
  const booked = await another(bench, apprenticeId, '2026-11-16');
  await another(bench, apprenticeId);
  await another(bench, apprenticeId, '2026-10-01');
  const failed = await another(bench, apprenticeId, '2026-11-02');
  const booking = { assessmentId: booked, methodKey: 'observation', place: 'Here', exception: 'Agreed' } as const;
  await bench.ask('booking.make', { ...booking, on: '2026-11-19', at: '09:00' });
  const { id: sessionId } = await bench.ask('session.begin', {
    assessmentId: failed,
    methodKey: 'professionalDiscussion',
    checklist,
  });
  const same = async (): Promise<number> => {
    const selected = await bench.ask('due.list', {});
    expect(selected).toEqual(await dueOfAll(bench));
    return selected.length;
  };
  expect(await same()).toBeGreaterThan(0);
  await holdSession(bench, sessionId);
  await same();
  await judgeAll(bench, sessionId, () => 'notMet');
  await bench.ask('report.sign', { subject: { kind: 'method', sessionId }, mark });
  for (const months of [1, 2, 3, 4]) {
    bench.passMinutes(months * 29 * 24 * 60);
    expect(await same()).toBeGreaterThan(0);
  }
});

test('among ten thousand finished assessments home, what is due, the list and the search find what is under way', async () => {
  const bench = testBench();
  const { assessmentId, sessionId } = await beginSession(bench, 'observation');
  const { method } = await bench.ask('session.get', { id: sessionId });
  await bench.ask('clock.run', { sessionId, partKey: method.parts[0]?.key ?? '' });
  await bench.workbench.task(async ({ workspace }) => {
    if (workspace) addFinishedAssessments(workspace.connection, 10_000, '2025-03-03T09:00:00.000Z');
  });
  bench.passMinutes(3);
  const home = await bench.ask('home.get', {});
  expect(home.totals).toEqual({ unsigned: 1, signed: 10_000 });
  expect(home.assessments).toHaveLength(21);
  expect(home.assessments[0]).toMatchObject({ id: assessmentId, stage: 'inProgress' });
  expect(home.goingOn).toMatchObject([{ sessionId, isRunning: true, pause: null, seconds: 180 }]);
  expect(await bench.ask('due.list', {})).toEqual([]);
  const everybody = await bench.ask('apprentice.list', {});
  expect(everybody).toHaveLength(10_001);
  expect(everybody.filter(({ assessments: [one] }) => one?.stage === 'signed')).toHaveLength(10_000);
  const found = await bench.ask('apprentice.find', { text: 'SIAN nguyen 9999', limit: 5 });
  expect(found.apprentices).toMatchObject([]);
  const zoe = await bench.ask('apprentice.find', { text: 'zoe: nguyen', limit: 5 });
  expect(zoe.apprentices.length).toBe(5);
  expect(zoe.assessments[0]?.name).toContain('Zoë Nguyễn-Example');
});

test('the stage in the list is the one on the page of the assessment, at each step', async () => {
  const bench = testBench();
  const { assessmentId, sessionId } = await beginSession(bench, 'professionalDiscussion');
  const same = async (): Promise<string> => {
    const [apprentice] = await bench.ask('apprentice.list', {});
    const listed = apprentice?.assessments.find(({ id }) => id === assessmentId)?.stage ?? '';
    const exact = await bench.workbench.task(async ({ query }) =>
      query(({ reader }) => standingOf(reader, assessmentById(reader, assessmentId)).progress.stage),
    );
    expect(listed).toBe(exact);
    return listed;
  };
  expect(await same()).toBe('notStarted');
  await holdSession(bench, sessionId);
  expect(await same()).toBe('inProgress');
  const { id: other } = await bench.ask('session.begin', { assessmentId, methodKey: 'observation', checklist });
  await holdSession(bench, other);
  expect(await same()).toBe('judging');
  for (const id of [sessionId, other]) await judgeAll(bench, id, () => 'met');
  expect(await same()).toBe('readyToSign');
  for (const id of [sessionId, other]) {
    await bench.ask('report.sign', { subject: { kind: 'method', sessionId: id }, mark });
  }
  expect(await same()).toBe('readyToSign');
  await bench.ask('report.sign', { subject: { kind: 'overall', assessmentId }, mark });
  expect(await same()).toBe('signed');
});
