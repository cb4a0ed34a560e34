import { createWorkbench } from '../../electron/core/dispatch.ts';
import { AppError } from '../../shared/errors.ts';
import { confirmedPlan, liveAssessment, release } from '../integration/features/released-assessment.ts';
import type { TestBench } from '../integration/workbench.ts';

/** Makes a workspace in the app's own folder, named first, under the passphrase named second, with a released live assessment for each further word, an apprentice's given name. A program of its own: Playwright cannot load the core. */
const [userData = '', passphrase = '', ...names] = process.argv.slice(2);
let now = Date.parse('2026-11-16T09:00:00Z');
const nobody = async (): Promise<null> => null;
const workbench = createWorkbench({
  userData,
  now: () => {
    now += 7;
    return new Date(now);
  },
  dialogs: { chooseFolder: nobody, chooseFile: nobody, chooseFiles: async () => [], saveFile: nobody },
  emit: () => {},
  onBug: error => {
    throw error;
  },
});
const bench = {
  workbench,
  userData,
  ask: async (channel: Parameters<TestBench['ask']>[0], input: unknown) => {
    const reply = await workbench.dispatch(channel, input);
    if (!reply.ok) throw new AppError(reply.error.code, reply.error.message);
    return reply.value;
  },
  passMinutes: (minutes: number) => {
    now += minutes * 60_000;
  },
} as unknown as TestBench;

await bench.ask('workspace.create', {
  label: 'Released results',
  passphrase,
  assessor: 'Robin Fictional',
  organisation: 'Example Organisation',
});
const planId = await confirmedPlan(bench);
for (const [index, givenNames] of names.entries()) {
  const { id: apprenticeId } = await bench.ask('apprentice.add', {
    givenNames,
    familyName: 'Fictional',
    uln: ['1000000019', '1000000027', '1000000035', '1000000043'][index % 4] ?? '',
    employer: 'Example Care (fictional)',
    trainingProvider: 'Example Training (fictional)',
  });
  await release(bench, await liveAssessment(bench, { apprenticeId, planId }));
}
workbench.close();
