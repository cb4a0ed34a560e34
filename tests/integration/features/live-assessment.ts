import { expect } from 'vitest';
import { addFramework } from '../../../electron/features/frameworks.ts';
import type { Plan } from '../../../shared/domain/plan.ts';
import { exampleStandard } from '../../fixtures/plans/example-standard.ts';
import { newWorkspace, type TestBench } from '../workbench.ts';
import { passGateway } from './job.ts';

/** A workspace with the plan confirmed in it and a live assessment on it, whose id is given. */
export async function liveAssessment(bench: TestBench, plan: Plan, pathway?: string): Promise<string> {
  const apprenticeId = await newWorkspace(bench);
  if (plan.standard.reference === exampleStandard.reference) {
    await bench.workbench.task(async ({ command }) => command(context => addFramework(context, exampleStandard)));
  }
  const { id: planId } = await bench.ask('plan.import', { plan, asConfirmed: false });
  const { findings } = await bench.ask('plan.get', { id: planId });
  expect(findings).toEqual([]);
  await bench.ask('plan.check', { id: planId, checkedBy: 'Sam Second' });
  const statement = { confirmedBy: 'Lee Lead', sourceDocument: 'Example plan', sourceVersion: 'AP01' };
  await bench.ask('plan.confirm', { id: planId, ...statement });
  const wanted = { apprenticeId, planId, practice: false, ...(pathway ? { pathway } : {}) };
  const { id } = await bench.ask('assessment.add', wanted);
  await passGateway(bench, id, '2026-11-16');
  return id;
}
