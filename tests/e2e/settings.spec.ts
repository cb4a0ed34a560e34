import { readdirSync } from 'node:fs';
import path from 'node:path';
import { createWorkspace, goTo, inBothThemes, lock, passphrase } from './entrance.ts';
import { expect, test } from './fixtures.ts';

const other = 'four other unrelated words';

test('names, passphrase and recovery key change in the settings, a copy is saved, and the new passphrase opens the workspace', async ({
  app,
  page,
  a11y,
  dialogs,
  userData,
}) => {
  const recoveryKey = await createWorkspace(page);
  await goTo(page, 'Settings');

  await page.getByRole('button', { name: 'Correct the names' }).press('Enter');
  await page.getByRole('textbox', { name: 'Your name' }).fill('Robin Assessor-Example');
  await inBothThemes(app, a11y);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('definition').filter({ hasText: 'Robin Assessor-Example' })).toBeVisible();

  await page.getByRole('button', { name: 'Change the passphrase' }).press('Enter');
  await page.keyboard.type('not this one');
  await page.getByLabel('New passphrase', { exact: true }).fill(other);
  await page.getByLabel('The same passphrase again').fill(other);
  await page.keyboard.press('Enter');
  await expect(page.getByText('That passphrase does not open this workspace.')).toBeVisible();
  await expect(page.getByLabel('Passphrase', { exact: true })).toBeFocused();
  await inBothThemes(app, a11y);
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByText('The passphrase is changed.')).toBeVisible();

  await page.getByRole('button', { name: 'Make a new recovery key' }).press('Enter');
  await page.keyboard.type(other);
  await page.keyboard.press('Enter');
  const renewed = (await page.getByTestId('recovery-key').locator('span').allTextContents()).join('-');
  expect(renewed).not.toBe(recoveryKey);
  await inBothThemes(app, a11y);
  await page.getByRole('textbox', { name: 'Type its last group' }).fill(renewed.slice(-4));
  await page.keyboard.press('Enter');
  await expect(page.getByText('The new recovery key is in force.')).toBeVisible();

  await dialogs.open(userData);
  await expect(page.getByText('Never copied')).toBeVisible();
  await page.getByRole('button', { name: 'Save a copy' }).press('Enter');
  await page.getByRole('button', { name: 'Choose where to put it' }).press('Enter');
  const saved = page.getByText('The copy is saved as');
  await expect(saved).toBeVisible();
  await inBothThemes(app, a11y);
  const folder = (await saved.locator('code').textContent()) ?? '';
  expect(readdirSync(folder).sort()).toEqual(['attachments', 'workspace.db', 'workspace.keys.json']);
  expect(path.dirname(folder)).toBe(userData);
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().press('Enter');
  await expect(page.getByText('Never copied')).toHaveCount(0);

  await lock(page);
  await page.getByLabel('Passphrase', { exact: true }).fill(other);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
});
