import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { openAssessment } from './desk.ts';
import { goTo, inBothThemes, narrowAndZoom, passphrase, sidewaysScrollers, startDemonstration } from './entrance.ts';
import { test as base, expect } from './fixtures.ts';

/** The app starts where two live results are released. */
const test = base.extend({
  userData: async ({ userData }, use) => {
    const names = ['Zoë', 'Ben'];
    execFileSync(process.execPath, ['tests/e2e/released-workspace.ts', userData, passphrase, ...names]);
    await use(userData);
  },
});
test.use({ hasDemonstration: false });

async function unlock(page: Page): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible();
}

const learner = (page: Page, name: string) =>
  page.getByRole('grid', { name: 'Released results' }).getByRole('row', { name: `${name} Fictional` });
const check = (page: Page, name: string) => page.getByRole('region', { name: `Check: ${name} Fictional` });

async function choose(page: Page, field: string, choice: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`${field}$`) }).press('Enter');
  await page.getByRole('option', { name: choice, exact: true }).click();
}

test('certificates are checked, put right, written by keys, and the service’s answer recorded', async ({
  app,
  page,
  dialogs,
  userData,
  a11y,
}) => {
  test.slow(); // axe looks at four states in two themes
  await unlock(page);
  await page.keyboard.press('Control+5');
  await expect(learner(page, 'Ben')).toContainText('1 warning');
  await choose(page, 'File', 'Create certificates');
  await expect(learner(page, 'Ben')).toContainText('Refused');
  await learner(page, 'Ben').click();
  await expect(check(page, 'Ben')).toContainText('Give the postcode.');
  await expect(page.getByRole('button', { name: 'Write the file…' })).toBeDisabled();
  await inBothThemes(app, a11y);

  await page.keyboard.press('e');
  const form = page.getByRole('dialog', { name: 'For the service: Ben Fictional' });
  await expect(form.getByRole('textbox', { name: 'Contact name' })).toBeFocused();
  await page.keyboard.type('Shreya Fictional');
  await form.getByRole('textbox', { name: 'Organisation' }).fill('Example Care, Leeds');
  await form.getByRole('textbox', { name: 'Address line 1' }).fill('123 Test Road');
  await form.getByRole('textbox', { name: 'City or town' }).fill('Townsville');
  await form.getByRole('textbox', { name: 'Postcode' }).fill('ZY9 9ZY');
  await inBothThemes(app, a11y);
  await page.keyboard.press('Enter');
  await expect(learner(page, 'Ben')).toContainText('1 warning');

  await expect(page.getByText('2 learners in the file, 1 of them would be refused')).toBeVisible();
  await page.getByRole('button', { name: 'Leave this one out' }).press('Enter');
  const saved = path.join(userData, 'certificates.csv');
  await dialogs.save(saved);
  await learner(page, 'Ben').click();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(`1 learner written to ${saved}`)).toBeVisible();
  expect(readFileSync(saved, 'utf8').split('\n')[1]).toMatch(
    /^1-1,1000000027,Ben,Fictional,786,ST1030,1\.0,,Pass,16\/11\/2026 \d\d:\d\d,Shreya Fictional,"Example Care, Leeds",123 Test Road,Townsville,ZY9 9ZY$/,
  );
  await expect(learner(page, 'Ben')).toHaveCount(0);

  const answer = path.join(userData, 'answer.json');
  const certificate = { certificateData: { certificateReference: '00013002' } };
  writeFileSync(answer, JSON.stringify([{ requestId: '1-1', certificate, validationErrors: [] }]));
  await dialogs.open(answer);
  await page.getByRole('button', { name: 'Import an answer…' }).press('Enter');
  const preview = page.getByRole('dialog', { name: 'Record these references?' });
  await expect(preview).toContainText('Certificate 00013002');
  await a11y();
  await preview.getByRole('button', { name: 'Record 1 reference' }).press('Enter');
  await expect(preview).toHaveCount(0);
  await choose(page, 'File', 'Submit certificates');
  await expect(learner(page, 'Ben')).toContainText('1 warning');

  await page.getByRole('link', { name: 'Files written' }).press('Enter');
  await page.getByRole('button', { name: /^1\. Create certificates/ }).press('Enter');
  await expect(page.getByRole('link', { name: 'Ben Fictional' })).toBeVisible();
  await a11y();
});

base(
  'a practice assessment is told why it never goes to the service, and the page needs no sideways scrolling',
  async ({ app, page }) => {
    await startDemonstration(page);
    await goTo(page, 'DfE files');
    await expect(page.getByText('This is a practice assessment. It never goes to the service.').first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Write the file…' })).toBeDisabled();
    await narrowAndZoom(app);
    await expect.poll(() => sidewaysScrollers(page)).toEqual([]);
  },
);

base(
  'a withdrawal is recorded on the assessment’s page and taken back, each with its reason',
  async ({ app, page, a11y }) => {
    await openAssessment(page, 'Ben Sample');
    await page.getByRole('button', { name: 'The learner withdrew…' }).press('Enter');
    const form = page.getByRole('dialog', { name: 'Ben Sample withdrew' });
    await form.getByRole('textbox', { name: 'Reason' }).fill('Left the employer');
    await page.keyboard.press('Enter');
    await expect(page.getByText(/^Withdrew on /)).toBeVisible();
    await inBothThemes(app, a11y);
    await page.getByRole('button', { name: 'Take the withdrawal back…' }).press('Enter');
    await page.keyboard.type('It was somebody else');
    await page.getByRole('button', { name: 'Take it back' }).press('Enter');
    await expect(page.getByText(/^Withdrew on /)).toHaveCount(0);
  },
);
