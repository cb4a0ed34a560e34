import { expect, test } from 'vitest';
import { checklist, newWorkspace, testBench } from '../workbench.ts';

test('a refusal ends it there with its reason, until it is withdrawn with another', async () => {
  const bench = testBench();
  const apprenticeId = await newWorkspace(bench);
  const wanted = { apprenticeId, planId: 'st1030-demonstration', practice: true };
  const { id: assessmentId } = await bench.ask('assessment.add', wanted);
  const about = { assessmentId, methodKey: 'observation' } as const;
  const { id } = await bench.ask('session.refuse', { ...about, reason: 'I trained the apprentice' });
  expect(await bench.refusal('session.refuse', { ...about, reason: 'Again' })).toBe('session.refused');
  expect(await bench.refusal('session.begin', { ...about, checklist })).toBe('session.refused');
  const refusalOf = async (key: string) =>
    (await bench.ask('assessment.get', { id: assessmentId })).methods.find(method => method.key === key)?.refusal;
  expect(await refusalOf('observation')).toMatchObject({ reason: 'I trained the apprentice' });
  expect(await refusalOf('professionalDiscussion')).toBeNull();
  await bench.ask('refusal.withdraw', { id, reason: 'It was another apprentice' });
  expect(await bench.refusal('refusal.withdraw', { id, reason: 'Twice' })).toBe('refusal.unknown');
  await bench.ask('session.begin', { ...about, checklist });
});

test('a session does not begin before the lines that the plan makes mandatory are done', async () => {
  const bench = testBench();
  const apprenticeId = await newWorkspace(bench);
  const wanted = { apprenticeId, planId: 'st1030-demonstration', practice: true };
  const { id: assessmentId } = await bench.ask('assessment.add', wanted);
  const begin = (methodKey: string, lines: object) =>
    bench.refusal('session.begin', { assessmentId, methodKey, checklist: { ...checklist, ...lines } });
  expect(await begin('observation', { remote: true, remoteChecked: true })).toBe('checklist.incomplete');
  expect(await begin('professionalDiscussion', { remote: true })).toBe('checklist.incomplete');
  expect(await begin('observation', { adjustments: 'A reader', adjustmentsConfirmed: false })).toBe(
    'checklist.incomplete',
  );
  expect(await begin('professionalDiscussion', { remote: true, remoteChecked: true })).toBe('not refused');
});
