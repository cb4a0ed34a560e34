import { confirmedPlan, liveAssessment, release } from '../integration/features/released-assessment.ts';
import { openBench } from '../integration/workbench.ts';

/** Makes a workspace in the app's own folder, named first, under the passphrase named second, with a released live assessment for each further word, an apprentice's given name. A program of its own: Playwright cannot load the core. */
const [userData = '', passphrase = '', ...names] = process.argv.slice(2);
const bench = openBench({ userData });

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
bench.workbench.close();
