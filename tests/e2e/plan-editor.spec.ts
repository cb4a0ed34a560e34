import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { createWorkspace, goTo, inBothThemes, narrowAndZoom, passphrase, sidewaysScrollers } from './entrance.ts';
import { expect, launchApp, readyPage, test } from './fixtures.ts';
import { completeTemplate, focusedName, goToSection, mend } from './plan-typing.ts';

/** The longest that something typed may be at risk, in milliseconds. */
const keptWithin = 1000;

/** From the welcome page into a draft from the template of ST1030, by keys. */
async function beginFromTemplate(page: Page): Promise<void> {
  await createWorkspace(page);
  await goTo(page, 'Standards and plans');
  await page.getByRole('button', { name: 'New plan' }).press('Enter');
  await page.getByRole('button', { name: 'Begin the plan' }).press('Enter');
  await expect(page.getByRole('grid', { name: 'Findings' })).toBeVisible();
}

const form = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true });

/** Begins every group of a section that is open, and adds one to each of its lists. */
async function beginEverything(page: Page, title: string): Promise<void> {
  const open = form(page, title).getByRole('button', { name: 'Fill in', exact: true });
  for (let left = await open.count(); left > 0; left--) await open.first().press('Enter');
  for (const button of await form(page, title)
    .getByRole('button', { name: /^Add a (?!method)/ })
    .all()) {
    await button.press('Enter');
  }
}

test('by keys from the template of ST1030 to a confirmed plan, and a live assessment begun on it', async ({
  app,
  page,
  a11y,
}) => {
  await beginFromTemplate(page);
  await completeTemplate(page);
  await expect(page.getByText('Nothing is missing or contradicts itself.')).toBeVisible();
  await inBothThemes(app, a11y);

  await page.getByRole('button', { name: 'Record the check' }).press('Enter');
  await page.keyboard.type('Robin Assessor');
  await expect(page.getByText('Robin Assessor typed the plan in: it takes somebody else.')).toBeVisible();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Sam Second');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await inBothThemes(app, a11y);
  await page.getByRole('dialog').getByRole('button', { name: 'Record the check' }).press('Enter');
  await expect(page.getByText('This plan was checked and waits to be confirmed')).toBeVisible();
  await page.getByRole('button', { name: 'Confirm the plan' }).press('Enter');
  await page.keyboard.type('Lee Lead');
  await inBothThemes(app, a11y);
  await page.getByRole('dialog').getByRole('button', { name: 'Confirm the plan' }).press('Enter');
  await expect(
    page.getByText(/Confirmed by Lee Lead on .* from Made up for a test of the window, version AP01/),
  ).toBeVisible();

  await page.keyboard.press('Control+N');
  for (const [label, value] of [
    ['Given names', 'Ada'],
    ['Family name', 'Example'],
    ['Unique learner number', '1000000019'],
    ['Employer', 'Example Care'],
    ['Training provider', 'Example Training'],
  ] as const) {
    await page.getByRole('textbox', { name: label }).fill(value);
  }
  await page.getByRole('switch', { name: 'Practice assessment' }).press('Space');
  await page.getByRole('button', { name: 'Add apprentice and assessment' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Ada Example', level: 1 })).toBeVisible();
  await expect(page.getByText('PRACTICE')).toHaveCount(0);
  await page
    .getByRole('button', { name: /^Start: observation with questions/ })
    .first()
    .press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('what is typed is kept, and is there after the workbench went without a word', async ({ userData }) => {
  const killed = await launchApp(userData);
  const page = await readyPage(killed);
  await beginFromTemplate(page);
  await mend(page, /Still empty: Plan version/, 'Plan version');
  await page.keyboard.type('AP07');
  await page.waitForTimeout(keptWithin);
  const ended = new Promise(done => killed.process().once('exit', done));
  killed.process().kill('SIGKILL');
  await ended;

  const app = await launchApp(userData);
  const again = await readyPage(app);
  await again.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await again.getByRole('button', { name: 'Unlock' }).click();
  await goTo(again, 'Standards and plans');
  await again
    .getByRole('grid', { name: 'Assessment plans' })
    .getByRole('row')
    .filter({ hasText: 'Draft' })
    .press('Enter');
  await expect(again.getByText('Plan version AP07')).toBeVisible();
  await app.close();
});

test('a plan is saved as a file and read again with a preview, and nothing is taken over twice', async ({
  app,
  page,
  dialogs,
  userData,
  a11y,
}) => {
  const file = path.join(userData, 'plan.json');
  await dialogs.save(file);
  await dialogs.open(file);
  await beginFromTemplate(page);
  await page.getByRole('link', { name: 'Read it through' }).press('Enter');
  await page.getByRole('tab', { name: 'All parameters' }).click();
  await expect(page.getByText('Observation with questions', { exact: true }).first()).toBeVisible();
  await inBothThemes(app, a11y);
  await page.getByRole('button', { name: 'More' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Save the plan as a file' }).press('Enter');
  await expect(page.getByText(`Saved as ${file}`)).toBeVisible();
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ schema: 'epa-plan/1', origin: 'published' });

  await goTo(page, 'Standards and plans');
  await page.getByRole('button', { name: 'Import a plan' }).press('Enter');
  await expect(page.getByText('This plan is in the workspace already, word for word')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Import as a draft' })).toBeDisabled();
  await page.keyboard.press('Escape');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"version": ""', '"version": "AP09"'));
  await page.getByRole('button', { name: 'Import a plan' }).press('Enter');
  await expect(page.getByText('A plan with this identity is here and says something else')).toBeVisible();
  await page.getByRole('button', { name: /^Against/ }).press('Enter');
  await expect(page.getByRole('grid', { name: 'Differences' }).getByRole('row').nth(1)).toContainText('AP09');
  await inBothThemes(app, a11y);
  await page.getByRole('button', { name: 'Import as a draft' }).press('Enter');
  await expect(page.getByText('Plan version AP09')).toBeVisible();
});

test('undo takes back field by field and leads there', async ({ page }) => {
  await beginFromTemplate(page);
  await mend(page, /Still empty: Plan version/, 'Plan version');
  await page.keyboard.type('AP07');
  await mend(page, /least months on programme/, 'Least months on programme');
  await page.keyboard.type('12');
  await page.keyboard.press('Control+Z');
  await expect(page.getByRole('textbox', { name: 'Least months on programme' })).toHaveValue('');
  await page.keyboard.press('Control+Z');
  await expect(page.getByRole('textbox', { name: 'Plan version' })).toHaveValue('');
  await expect.poll(() => focusedName(page)).toBe('Plan version');
  await page.keyboard.press('Control+Shift+Z');
  await expect(page.getByRole('textbox', { name: 'Plan version' })).toHaveValue('AP07');
});

test('the matrix is filled by keys, and a KSB that nothing assesses is found at once and led to', async ({ page }) => {
  await beginFromTemplate(page);
  await goToSection(page, 'KSBs and methods');
  const matrix = page.getByRole('grid', { name: 'KSBs and the methods that assess them' });
  await matrix.getByRole('gridcell', { name: /^K1, Professional/ }).focus();
  await page.keyboard.press('Space');
  await expect(matrix.getByRole('gridcell', { name: /^K1, Professional.*: not assessed/ })).toBeFocused();
  await page.keyboard.type('s28');
  await expect(matrix.getByRole('gridcell', { name: /^S28, Professional/ })).toBeFocused();
  await goToSection(page, 'Appeals');
  await mend(page, /No method assesses K1:/, /^K1, /);
  await expect(page.getByText('1 KSB not assessed yet: K1.')).toBeVisible();
});

test('every section has nothing against it in either theme, and nothing to be scrolled sideways at 320 pixels', async ({
  app,
  page,
  a11y,
}) => {
  await beginFromTemplate(page);
  const titles = [
    'Identity and source',
    'Programme',
    'Pathways',
    'Gateway',
    'Completion',
    'Methods and their order',
    'Observation with questions',
    'KSBs and methods',
    'Themes and descriptors: Observation with questions',
    'Grade table',
    'Re-sits and re-takes',
    'Results',
    'Appeals',
    'Assessor',
    'Dispensations',
  ];
  // Between them these hold every kind of control and mark that the others have.
  const inColours = ['Observation with questions', 'KSBs and methods', 'Grade table', 'Dispensations'];
  for (const title of titles) {
    await goToSection(page, title);
    await beginEverything(page, title);
    await (inColours.includes(title) ? inBothThemes(app, a11y) : a11y());
  }
  await narrowAndZoom(app);
  for (const section of ['identity', 'method-observation', 'map', 'themes-observation', 'gradeTable']) {
    await page.evaluate(id => {
      location.hash = `${location.hash.replace(/\/edit.*/, '')}/edit/${id}`;
    }, section);
    await page.getByRole('radio', { name: /./ }).first().waitFor();
    expect(await sidewaysScrollers(page), section).toEqual([]);
  }
});
