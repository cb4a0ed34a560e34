import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { noteLine, noteRow, resumeDiscussion } from './desk.ts';
import { goTo, inBothThemes, narrowAndZoom, sidewaysScrollers, startDemonstration } from './entrance.ts';
import { expect, test } from './fixtures.ts';

const theme = (page: Page) => page.getByRole('grid', { name: 'Observation with questions, A: Responding to concerns' });

async function openBank(page: Page): Promise<void> {
  await startDemonstration(page);
  await page.evaluate(() => {
    location.hash = '#/plan/st1030-demonstration';
  });
  await page.getByRole('tab', { name: 'Questions' }).click();
  await expect(theme(page).getByRole('row')).toHaveCount(4);
}

test('a question is added, approved, changed and retired by keys alone', async ({ app, page, a11y }) => {
  test.slow(); // axe looks at three states in two themes
  await openBank(page);
  await inBothThemes(app, a11y);
  await page.keyboard.press('n');
  const form = page.getByRole('dialog', { name: 'Add a question' });
  await expect(form.getByRole('textbox', { name: 'Question', exact: true })).toBeFocused();
  await page.keyboard.type('What would you have done without a telephone?');
  await page.keyboard.press('Tab');
  await page.keyboard.type('K1, K2');
  await expect(form).toContainText('This theme does not hold K2.');
  await inBothThemes(app, a11y);
  await form.getByRole('textbox', { name: 'KSBs' }).fill('k1 s4');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Goes to somebody\nWrites it down');
  await form.getByRole('button', { name: 'Add as a draft' }).press('Enter');
  await expect(form).toHaveCount(0);
  const row = theme(page).getByRole('row', { name: /without a telephone/ });
  await expect(row).toContainText('Draft');
  await row.click();
  await expect(row).toContainText('Writes it down');
  await inBothThemes(app, a11y);
  await page.keyboard.press('a');
  const approving = page.getByRole('dialog', { name: 'Approve this question' });
  await expect(approving).toContainText('somebody other than its author');
  await expect(approving).toContainText('Quinn Fictional');
  await inBothThemes(app, a11y);
  await approving.getByRole('button', { name: 'Approve the question' }).press('Enter');
  await expect(row).toContainText('approved by Quinn Fictional');
  await page.keyboard.press('e');
  const change = page.getByRole('dialog', { name: 'Change the question' });
  await change
    .getByRole('textbox', { name: 'Question', exact: true })
    .fill('What would you have done without a phone?');
  await change.getByRole('button', { name: 'Save as a draft' }).press('Enter');
  const changed = theme(page).getByRole('row', { name: /without a phone/ });
  await expect(changed).toContainText('wording 2');
  await expect(changed).toContainText('Draft');
  await page.keyboard.press('h');
  await expect(page.getByRole('dialog', { name: 'Earlier wordings' })).toContainText('without a telephone?');
  await page.keyboard.press('Escape');
  await page.keyboard.press('r');
  await expect(changed).toContainText('Retired');
  await page.keyboard.press('Delete');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Discard question' }).press('Enter');
  await expect(theme(page).getByRole('row')).toHaveCount(4);
});

test('a file is previewed row by row, and only what is right is taken over', async ({
  app,
  page,
  dialogs,
  userData,
  a11y,
}) => {
  const file = path.join(userData, 'questions.csv');
  writeFileSync(file, 'Theme,Question,KSB\nResponding to concerns,=1+1 is what?,K1\nElsewhere,Why?,K1\n');
  await openBank(page);
  await dialogs.open(file);
  await page.getByRole('button', { name: 'Import…' }).press('Enter');
  const preview = page.getByRole('dialog', { name: 'Import these questions?' });
  await expect(preview).toContainText('The plan has no theme called “Elsewhere”.');
  await inBothThemes(app, a11y);
  await preview.getByRole('button', { name: 'Import 1 question' }).press('Enter');
  await expect(theme(page).getByRole('row', { name: /=1\+1 is what/ })).toContainText('Draft');
  const saved = path.join(userData, 'out.csv');
  await dialogs.save(saved);
  await page.getByRole('button', { name: 'Export…' }).press('Enter');
  await expect(page.getByText('Saved as ')).toBeVisible();
  expect(readFileSync(saved, 'utf8')).toContain("'=1+1 is what?");
});

test('in a session a question of the bank is asked by keys, becomes a note with its KSBs, and shows what a good answer holds', async ({
  app,
  page,
  a11y,
}) => {
  await resumeDiscussion(page);
  await page.keyboard.type('Half a thought');
  await page.keyboard.press('F7');
  const row = page.locator('.offers [role="row"]:focus');
  await expect(row).toHaveCount(1);
  const words = (await row.locator('.offer-words').textContent()) ?? '';
  await inBothThemes(app, a11y);
  await page.keyboard.press('Enter');
  await expect(noteRow(page, words)).toHaveCount(1);
  await expect(noteLine(page)).toBeFocused();
  await expect(noteLine(page)).toHaveValue('Half a thought');
  await expect(page.locator('.offers').getByText(words)).toHaveCount(0);
  await expect(page.locator('.pointers')).toHaveCount(1);
});

test('a KSB in full offers the bank’s questions for it', async ({ page }) => {
  await resumeDiscussion(page);
  await page.getByRole('option', { name: /^K22,/ }).click();
  const detail = page.getByRole('region', { name: 'K22 in full' });
  await detail.getByRole('button', { name: /Choose a published review/ }).click();
  await expect(noteRow(page, 'Choose a published review')).toContainText('K22');
  await expect(noteLine(page)).toBeFocused();
});

test('a search over all standards finds by code and words, and leads to the statement', async ({ app, page, a11y }) => {
  await startDemonstration(page);
  await goTo(page, 'Standards and plans');
  await page.keyboard.press('/');
  await page.keyboard.type('whistlebl');
  const found = page.getByRole('grid', { name: 'Statements found' });
  await expect(found.getByRole('row')).toHaveText([/^K7.*whistleblowing.*ST1030$/]);
  await expect(found.locator('mark')).toHaveText(['whistlebl']);
  await inBothThemes(app, a11y);
  await found.getByRole('row').press('Enter');
  await expect(page.getByRole('region', { name: 'Knowledge K7' })).toBeVisible();
});

test('the standard names the KSBs that few duties lead to', async ({ page }) => {
  await startDemonstration(page);
  await page.evaluate(() => {
    location.hash = '#/standard/st1030-1.0';
  });
  const thin = page.getByRole('grid', { name: 'Thinly covered KSBs' });
  await expect(thin.getByRole('row').first()).toContainText('1 duty, 1 method');
  await expect(thin.getByRole('row')).toHaveCount(10);
});

test('the bank needs no scrolling sideways at 640 pixels and 200 %', async ({ app, page }) => {
  await openBank(page);
  await narrowAndZoom(app);
  expect(await sidewaysScrollers(page)).toEqual([]);
});
