import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Plan } from '../../shared/domain/plan.ts';
import { goToPlace } from './desk.ts';
import { inBothThemes, narrowAndZoom, sidewaysScrollers, startDemonstration } from './entrance.ts';
import { expect, test } from './fixtures.ts';

/** The demonstration plan as if it were a reformed one: the first statement of each outcome is in every version. */
function reformedPlan(): Plan {
  const plan = JSON.parse(readFileSync('resources/plans/st1030-demonstration.json', 'utf8')) as Plan;
  const methods = plan.methods.map(method => ({
    ...method,
    themes: method.themes.slice(0, 2).map(theme => ({ ...theme, mandatoryKsbs: theme.ksbs.slice(0, 1) })),
  }));
  const sampling = { allowed: true, coveredWithinMonths: 12 };
  return { ...plan, id: 'reformed', title: 'Reformed plan', planModel: 'aap', sampling, methods };
}

/** A practice assessment by that plan, whose id is given. */
const begun = (page: Page): Promise<string> =>
  page.evaluate(async plan => {
    const ask = async (channel: string, input: unknown) => {
      const reply = await window.api.invoke(channel, input);
      if (!reply.ok) throw new Error(reply.error.message);
      return reply.value as { readonly id: string } & readonly { readonly id: string }[];
    };
    const { id: planId } = await ask('plan.import', { plan, asConfirmed: false });
    const [apprentice] = await ask('apprentice.list', {});
    return (await ask('assessment.add', { apprenticeId: apprentice?.id, planId, practice: true })).id;
  }, reformedPlan());

test('an assessment version is made, chosen for an apprentice, and the coverage exported', async ({
  app,
  page,
  dialogs,
  userData,
  a11y,
}) => {
  await startDemonstration(page);
  const assessmentId = await begun(page);
  await goToPlace(page, '#/plan/reformed');
  await page.getByRole('tab', { name: 'Sampling' }).click();
  await expect(page.getByText('Nothing was assessed by this plan yet.')).toBeVisible();
  await page.keyboard.press('n');
  const form = page.getByRole('dialog', { name: 'New assessment version' });
  await expect(form.getByRole('textbox', { name: 'Name of the version' })).toBeFocused();
  await page.keyboard.type('Paper A');
  await expect(form.getByRole('checkbox', { name: /^K1 .*In every version/ })).toBeDisabled();
  await form.getByRole('checkbox', { name: /^K19 / }).first().press('Space');
  await inBothThemes(app, a11y);
  await form.getByRole('button', { name: 'Add the version' }).press('Enter');
  await expect(page.getByRole('region', { name: 'Assessment versions' })).toContainText('Paper A');
  await inBothThemes(app, a11y);

  const file = path.join(userData, 'coverage.csv');
  await dialogs.save(file);
  await page
    .getByRole('region', { name: 'Coverage over time' })
    .getByRole('button', { name: 'Export…' })
    .press('Enter');
  await expect(page.getByText('Saved as ')).toBeVisible();
  expect(readFileSync(file, 'utf8')).toContain('not covered yet');

  await goToPlace(page, `#/assessment/${assessmentId}`);
  await page.getByRole('button', { name: /Statements assessed/ }).press('Enter');
  await page.getByRole('option', { name: /^Paper A/ }).press('Enter');
  await expect(page.getByText('The next session is held with it.')).toBeVisible();
  await a11y();
  await goToPlace(page, '#/plan/reformed');
  await page.getByRole('tab', { name: 'Sampling' }).click();
  await narrowAndZoom(app);
  expect(await sidewaysScrollers(page)).toEqual([]);
});
