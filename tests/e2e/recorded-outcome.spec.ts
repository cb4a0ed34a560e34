import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Plan } from '../../shared/domain/plan.ts';
import { goToPlace } from './desk.ts';
import { inBothThemes, narrowAndZoom, sidewaysScrollers, startDemonstration } from './entrance.ts';
import { expect, test } from './fixtures.ts';

/** The demonstration plan with a test of forty marks in the place of its discussion. */
function planWithTest(): Plan {
  const plan = JSON.parse(readFileSync('resources/plans/st1030-demonstration.json', 'utf8')) as Plan;
  const asTest = (method: Plan['methods'][number]): Plan['methods'][number] => ({
    ...method,
    kind: 'test',
    name: 'Knowledge test',
    criticalKsbs: [],
    gradeRule: {
      kind: 'score',
      outOf: 40,
      boundaries: [
        { grade: 'pass', atLeast: 24 },
        { grade: 'distinction', atLeast: 34 },
      ],
    },
  });
  const methods = plan.methods.map(method => (method.key === 'professionalDiscussion' ? asTest(method) : method));
  return { ...plan, id: 'with-a-test', title: 'Plan with a test', methods };
}

/** A practice assessment on that plan, opened. */
async function openAssessmentWithTest(page: Page): Promise<void> {
  await startDemonstration(page);
  const id = await page.evaluate(async plan => {
    const ask = async (channel: string, input: unknown) => {
      const reply = await window.api.invoke(channel as never, input as never);
      if (!reply.ok) throw new Error(reply.error.message);
      return reply.value as { readonly id: string } & readonly { readonly id: string }[];
    };
    const { id: planId } = await ask('plan.import', { plan, asConfirmed: false });
    const [apprentice] = await ask('apprentice.list', {});
    return (await ask('assessment.add', { apprenticeId: apprentice?.id, planId, practice: true })).id;
  }, planWithTest());
  await goToPlace(page, `#/assessment/${id}`);
}

test('a test that was sat elsewhere is recorded, scored, corrected, and its grade explained', async ({
  app,
  page,
  a11y,
}) => {
  await openAssessmentWithTest(page);
  const method = page.getByRole('listitem').filter({ hasText: 'Knowledge test' }).first();
  await method.getByRole('button', { name: 'Record the outcome…' }).press('Enter');
  const form = page.getByRole('dialog', { name: 'Record the outcome: Knowledge test' });
  await expect(form.getByRole('textbox', { name: 'Held on' })).toBeFocused();
  await form.getByRole('button', { name: 'Record, and go on to the result' }).press('Enter');
  await expect(form).toContainText('Say who held and marked it.');
  await inBothThemes(app, a11y);
  await form.getByRole('textbox', { name: 'Held on' }).fill('2 November 2026');
  await form.getByRole('textbox', { name: 'Held and marked by' }).fill('T. Example, test centre (fictional)');
  await form.getByRole('textbox', { name: 'Taken from' }).fill('Result sheet 7');
  await form.getByRole('textbox', { name: 'Place' }).fill('Example test centre');
  await form.getByRole('textbox', { name: 'Identity check' }).fill('Passport');
  await form.getByRole('checkbox', { name: /held as the plan asks/ }).press('Space');
  await form.getByRole('checkbox', { name: /I am independent/ }).press('Space');
  await form.getByRole('button', { name: 'Record, and go on to the result' }).press('Enter');

  await expect(page.getByRole('heading', { name: 'Judge: Knowledge test', level: 1 })).toBeVisible();
  await expect(page.getByText('Held 2 November 2026 by T. Example')).toBeVisible();
  const grade = page.getByRole('region', { name: 'Grade so far' });
  await expect(grade).toContainText('No grade yet');
  await page.keyboard.press('s');
  await page.keyboard.type('35');
  await page.keyboard.press('Enter');
  await expect(grade).toContainText('Distinction');
  await inBothThemes(app, a11y);
  await page.getByRole('textbox', { name: 'Score' }).fill('31');
  await page.keyboard.press('Enter');
  await expect(grade).toContainText('3 more marks would have made it a distinction.');
  await expect(grade).toContainText('The score is 31 of 40; a pass needs 24 and a distinction needs 34');
  await page.getByRole('button', { name: 'Recorded before' }).press('Enter');
  await expect(page.getByText('35 of 40 marks, until')).toBeVisible();

  await page.getByRole('link', { name: 'Ada Example' }).press('Enter');
  await method.getByRole('button', { name: 'Correct the record…' }).press('Enter');
  const correction = page.getByRole('dialog', { name: 'Correct the record: Knowledge test' });
  await correction.getByRole('textbox', { name: 'Held on' }).fill('1 November 2026');
  await correction.getByRole('button', { name: 'Correct the record' }).press('Enter');
  await expect(method).toContainText('held 1 November 2026');
  await method.getByRole('link', { name: 'Judge' }).press('Enter');
  await page.getByRole('button', { name: 'Recorded of it before' }).press('Enter');
  await expect(page.getByText('Held 2 November 2026 by T. Example')).toBeVisible();

  await grade.getByRole('link', { name: /Preview and sign the report/ }).press('Enter');
  await expect(page.getByText('31 of 40 marks').first()).toBeVisible();
  await page.goBack();
  await narrowAndZoom(app);
  expect(await sidewaysScrollers(page)).toEqual([]);
});
