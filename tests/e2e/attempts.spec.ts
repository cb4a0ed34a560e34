import type { Page } from '@playwright/test';
import { findAssessment, openAssessment } from './desk.ts';
import { inBothThemes, narrowAndZoom, sidewaysScrollers } from './entrance.ts';
import { expect, test } from './fixtures.ts';

const discussion = 'Professional discussion underpinned by a portfolio';
const attempts = (page: Page) => page.getByRole('list', { name: `${discussion}: attempts` });

/** Signs the report that is due next and goes back to the assessment. */
async function signNext(page: Page): Promise<void> {
  await page.keyboard.press('c');
  await page.getByRole('button', { name: 'Sign the report' }).press('Enter', { timeout: 15_000 });
  await expect(page.getByRole('heading', { name: 'Signed and locked' })).toBeFocused({ timeout: 20_000 });
  await page.getByRole('link', { name: 'Go on with the assessment' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Cleo Specimen', level: 1 })).toBeVisible();
}

/** Runs the palette's first action for these words. */
async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+K');
  await page.keyboard.type(words);
  await expect(page.getByRole('option', { name: words })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
}

async function fillChecklist(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Place' }).fill('Sample Primary School, office');
  const identity = page.getByRole('combobox', { name: 'Identity document seen' });
  await identity.fill('Passport');
  await identity.press('Tab');
  await expect(identity).toHaveAttribute('aria-expanded', 'false');
  await page.getByText('I am independent of the apprentice').click();
  await page.getByText('The apprentice was briefed').click();
  await page.getByRole('button', { name: 'Begin the session' }).click();
}

test('a failed method is taken again, its attempts stand as a timeline, and the new one is declared void', async ({
  app,
  page,
  a11y,
}) => {
  await openAssessment(page, 'Cleo Specimen');
  const signing = page.getByRole('button', { name: /^Sign the report:/ });
  while ((await signing.count()) > 0) await signNext(page);
  await expect(attempts(page).getByRole('listitem')).toHaveCount(1);
  await expect(attempts(page)).toContainText('First attempt');
  await expect(
    page.getByText(/It can be taken again\. A re-sit until \d+ \w+ \d{4} and a re-take until /),
  ).toBeVisible();
  await inBothThemes(app, a11y);

  await command(page, `Begin a re-sit or re-take: ${discussion}`);
  const dialog = page.getByRole('dialog', { name: `Take again: ${discussion}` });
  await expect(dialog).toContainText('The best grade is then a pass, unless exceptional circumstances are recorded.');
  await page.getByRole('button', { name: 'Go on to the checklist' }).click();
  await expect(dialog.getByText('Say whether it is a re-sit or a re-take.')).toBeVisible();
  await dialog.getByText('Again, after further learning.').click();
  await page.getByRole('button', { name: 'Go on to the checklist' }).click();
  await expect(dialog.getByText('The plan asks for it: say what was agreed.')).toBeVisible();
  await inBothThemes(app, a11y);
  await dialog.getByRole('textbox', { name: /Action plan/ }).fill('Two weeks with the safeguarding lead');
  await page.getByRole('button', { name: 'Go on to the checklist' }).click();
  await expect(page.getByRole('dialog', { name: `Before you begin: ${discussion}` })).toBeVisible();
  await fillChecklist(page);
  await expect(page.getByRole('textbox', { name: 'New note' })).toBeFocused();

  await findAssessment(page, 'Cleo Specimen');
  await expect(attempts(page).getByRole('listitem')).toHaveCount(2);
  await expect(attempts(page).getByRole('listitem').first()).toContainText('Fail');
  await expect(attempts(page)).toContainText('Re-take, attempt 2');
  await expect(attempts(page)).toContainText('Action plan: Two weeks with the safeguarding lead');
  await expect(page.getByText(`${discussion}: re-take, attempt 2 counts.`)).toBeVisible();
  await expect(page.getByText(/^Every method has to be passed by \d+ \w+ \d{4};/)).toBeVisible();
  await page.keyboard.press('c');
  await expect(page.getByRole('textbox', { name: 'New note' })).toBeFocused();
  await findAssessment(page, 'Cleo Specimen');

  await command(page, `Declare this attempt void: ${discussion}`);
  await page.getByRole('textbox', { name: 'Reason' }).fill('Fire alarm, the school was closed');
  await page.keyboard.press('Enter');
  await expect(attempts(page)).toContainText('Void, does not count: Fire alarm, the school was closed');
  await expect(page.getByText(`${discussion}: first attempt counts.`)).toBeVisible();
  await inBothThemes(app, a11y);
  await narrowAndZoom(app);
  expect(await sidewaysScrollers(page)).toEqual([]);
});
