import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { openAssessment } from './desk.ts';
import { goTo, inBothThemes, narrowAndZoom, sidewaysScrollers, startDemonstration } from './entrance.ts';
import { expect, test } from './fixtures.ts';

// The window's own demonstration, in which one observation waits for its signature.
test.use({ hasDemonstration: false });

const quality = (page: Page) => page.getByRole('region', { name: 'Quality assurance', exact: true });
const documents = (page: Page) => page.getByRole('region', { name: 'Documents', exact: true });
const signature = (page: Page) => page.getByRole('textbox', { name: 'Your name, as you sign' });
const pages = (page: Page) => page.getByRole('img', { name: /^Page \d+ of \d+/ });

/** Signs the demonstration's observation as its assessor and goes back to the assessment. */
async function signObservation(page: Page): Promise<void> {
  await openAssessment(page, 'Cleo Specimen');
  await page.keyboard.press('c');
  await page.getByRole('button', { name: 'Sign the report' }).press('Enter', { timeout: 15_000 });
  await expect(page.getByRole('heading', { name: 'Signed and locked' })).toBeFocused({ timeout: 20_000 });
  await page.getByRole('link', { name: 'Go on with the assessment' }).press('Enter');
  await expect(quality(page)).toContainText('Waits for a review');
}

/** Runs the palette's first action for these words. */
async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+K');
  await page.keyboard.type(words);
  await expect(page.getByRole('option', { name: words }).first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
}

async function review(page: Page, decision: string, reasons: string): Promise<void> {
  await command(page, 'Record a review');
  const dialog = page.getByRole('dialog', { name: 'Record a review: Cleo Specimen' });
  await dialog.getByRole('radio', { name: new RegExp(`^${decision}`) }).check({ force: true });
  await dialog.getByRole('textbox', { name: /^Reasons/ }).fill(reasons);
  await dialog.getByRole('button', { name: 'Record the review' }).press('Enter');
  await expect(dialog).toHaveCount(0);
}

test('an agreed report is countersigned, and both signatures stand in every reader', async ({
  app,
  page,
  a11y,
  dialogs,
  userData,
}) => {
  await signObservation(page);
  await expect(quality(page)).toContainText('It has to be looked at: One of the assessor’s first assessments');
  await inBothThemes(app, a11y);

  await command(page, 'Record a review');
  await page.getByRole('button', { name: 'Record the review' }).press('Enter');
  await expect(page.getByText('Choose what was decided.')).toBeVisible();
  await inBothThemes(app, a11y);
  await page.keyboard.press('Escape');
  await review(page, 'Agreed', 'The notes show what was judged.');
  await expect(quality(page).getByRole('list', { name: 'Reviews' })).toContainText('The notes show what was judged.');

  await command(page, 'Countersign: Observation');
  const dialog = page.getByRole('dialog', { name: /^Countersign: Observation/ });
  await expect(dialog).toContainText('Issued by');
  await expect(signature(page)).toHaveValue('Quinn Fictional');
  await signature(page).fill('Robin Fictional');
  await dialog.getByRole('button', { name: 'Countersign the report' }).press('Enter');
  await expect(dialog.getByText('Type your own name: Quinn Fictional.')).toBeVisible();
  await inBothThemes(app, a11y);
  await signature(page).fill('Quinn Fictional');
  await dialog.getByRole('button', { name: 'Countersign the report' }).press('Enter');
  await expect(quality(page)).toContainText('Countersigned by Quinn Fictional on', { timeout: 20_000 });

  await page.getByRole('link', { name: 'Open the report' }).first().press('Enter');
  const signed = page.getByRole('region', { name: 'The signed report' });
  await expect(signed).toContainText('Robin Fictional');
  await expect(signed).toContainText('Quinn Fictional, quality assurer');
  await inBothThemes(app, a11y);
  const file = path.join(userData, 'countersigned.pdf');
  await dialogs.save(file);
  await page.keyboard.press('Control+S');
  await expect(page.getByText(`Saved as ${file}.`)).toBeVisible();
  const told = execFileSync('pdfsig', [file], { encoding: 'utf8' });
  expect(told.match(/Signature is Valid\./g)).toHaveLength(2);
  expect(told).toContain('Not total document signed');
  expect(told).toContain('Total document signed');

  await goTo(page, 'Check a report');
  await dialogs.open(file);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('region', { name: 'Signature of Robin Fictional' })).toContainText('Issued by');
  await expect(page.getByRole('region', { name: 'Signature of Quinn Fictional' })).toContainText('Unchanged');
  await inBothThemes(app, a11y);
});

test('a returned report says what to do, and a new version of it is opened with its reason', async ({
  app,
  page,
  a11y,
}) => {
  await signObservation(page);
  await command(page, 'Record a review');
  await page.getByRole('radio', { name: /^Returned/ }).check({ force: true });
  await page.getByRole('button', { name: 'Record the review' }).press('Enter');
  await expect(page.getByText('A return or a change needs its reasons.')).toBeVisible();
  await page.keyboard.press('Escape');
  await review(page, 'Returned', 'The rationale of descriptor O3 does not say what was seen.');
  await expect(quality(page)).toContainText('Returned to the assessor');
  await expect(quality(page)).toContainText('The rationale of descriptor O3 does not say what was seen.');

  await command(page, 'Open a new version: Observation');
  const dialog = page.getByRole('dialog', { name: /^Open a new version: Observation/ });
  await expect(dialog).toContainText('The rationale of descriptor O3 does not say what was seen.');
  await inBothThemes(app, a11y);
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Rationale of O3 completed');
  await page.keyboard.press('Enter');
  await expect(quality(page)).toContainText('Observation with questions is being put right');
  await expect(quality(page)).toContainText('Rationale of O3 completed');
  await expect(quality(page).getByRole('button', { name: 'Save that version…' })).toBeVisible();
  await inBothThemes(app, a11y);
  await quality(page).getByRole('link', { name: 'Sign the new version' }).press('Enter');
  await page.getByRole('button', { name: 'Sign the report' }).press('Enter', { timeout: 15_000 });
  await expect(page.getByRole('heading', { name: 'Signed and locked' })).toBeFocused({ timeout: 20_000 });
  const signed = page.getByRole('region', { name: 'The signed report' });
  await expect(signed).toContainText('Version2');
  await signed.getByRole('button', { name: /^Earlier versions/ }).press('Enter');
  await expect(signed.getByRole('list', { name: 'Earlier versions' })).toContainText('Version 1, signed by Robin');
  await inBothThemes(app, a11y);
});

test('documents are made, seen page by page and saved; what is in the way is said', async ({
  app,
  page,
  a11y,
  dialogs,
  userData,
}) => {
  await openAssessment(page, 'Dev Placeholder');
  await expect(quality(page)).toContainText('Released by Quinn Fictional');
  await expect(documents(page).getByRole('listitem').filter({ hasText: 'After a fail' })).not.toContainText('Version');
  await inBothThemes(app, a11y);

  await command(page, 'Make: Feedback report');
  const asked = page.getByRole('dialog', { name: 'Make: Feedback report' });
  await asked.getByRole('textbox', { name: /^Words to open with/ }).fill('You were calm with everybody.');
  await asked.getByRole('button', { name: 'Make it' }).press('Enter');
  const preview = page.getByRole('dialog', { name: /^Feedback report, version 2/ });
  await expect(pages(page).first()).toHaveAttribute('data-drawn', 'true', { timeout: 20_000 });
  await expect(preview).toContainText('Dev Placeholder');
  await expect(preview).toContainText('You were calm with everybody.');
  await inBothThemes(app, a11y);
  await page.keyboard.press('Escape');
  await expect(preview).toHaveCount(0);

  await page.getByRole('button', { name: 'Preview: Outcome statement, version 1' }).press('Enter');
  await expect(pages(page).first()).toHaveAttribute('data-drawn', 'true', { timeout: 20_000 });
  const file = path.join(userData, 'outcome.pdf');
  await dialogs.save(file);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Save the PDF/ })
    .press('Enter');
  await expect(page.getByText(`Saved as ${file}`)).toBeVisible();
  expect(execFileSync('pdfsig', [file], { encoding: 'utf8' })).toContain('Signature is Valid.');
});

test('the reports of many are saved at once, and a second time nothing is written again', async ({
  app,
  page,
  a11y,
  dialogs,
  userData,
}) => {
  await startDemonstration(page);
  await goTo(page, 'Apprentices');
  const folder = path.join(userData, 'saved');
  mkdirSync(folder);
  await dialogs.open(folder);
  await page.getByRole('button', { name: 'Save many reports…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Save many reports' });
  await dialog.getByRole('button', { name: 'Save 3 reports…' }).press('Enter');
  await expect(dialog.getByRole('status')).toHaveText(`3 reports saved in ${folder}.`, { timeout: 15_000 });
  const files = readdirSync(folder);
  expect(files).toHaveLength(3);
  for (const file of files) {
    const told = execFileSync('pdfsig', [path.join(folder, file)], { encoding: 'utf8' });
    expect(told.match(/Signature is Valid\./g)).toHaveLength(2);
  }
  await dialog.getByRole('button', { name: 'Save 3 reports…' }).press('Enter');
  await expect(dialog.getByRole('status')).toHaveText(`0 reports saved in ${folder}. 3 reports stood there already.`);
  await inBothThemes(app, a11y);
});

test('nothing has to be scrolled sideways at 640 pixels and 200 % among documents and decisions', async ({
  app,
  page,
}) => {
  await openAssessment(page, 'Dev Placeholder');
  await expect(documents(page).getByRole('listitem').first()).toBeVisible();
  await narrowAndZoom(app);
  expect(await sidewaysScrollers(page)).toEqual([]);
});
