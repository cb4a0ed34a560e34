import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { findAssessment } from './desk.ts';
import { goTo } from './entrance.ts';
import { expect, launchApp, readyPage, scratchFolder, test } from './fixtures.ts';

/** Runs tests/fixtures/exchange.ts: the long middle of the journey, through the same core. */
const prepare = (what: 'found' | 'assess', folder: string): string =>
  execFileSync('node', [path.join('tests', 'fixtures', 'exchange.ts'), what, folder], { encoding: 'utf8' });

/** Has every dialog answer with this file. */
const answerWith = (app: ElectronApplication, file: string): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, file);

/** Works in one of the two workspaces, in an application of its own. */
async function atDesk(folder: string, whose: string, work: (page: Page, app: ElectronApplication) => Promise<void>) {
  const app = await launchApp(path.join(folder, `${whose}-data`));
  try {
    const page = await readyPage(app);
    await page.getByRole('button', { name: 'Open' }).first().press('Enter');
    await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible();
    await work(page, app);
  } finally {
    await app.close();
  }
}

/** Opens a pack by the page of packs, and takes it in. */
async function takeIn(page: Page, app: ElectronApplication, file: string, words: RegExp): Promise<void> {
  await answerWith(app, file);
  await goTo(page, 'Packs');
  await page.keyboard.press('o');
  await page.getByRole('button', { name: words }).press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'taken in' })).toBeVisible();
}

async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+K');
  await page.keyboard.type(words);
  await expect(page.getByRole('option', { name: words }).first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
}

async function review(page: Page, apprentice: string, decision: string, reasons: string): Promise<void> {
  await findAssessment(page, apprentice);
  await command(page, 'Record a review');
  const dialog = page.getByRole('dialog', { name: `Record a review: ${apprentice}` });
  await dialog.getByRole('radio', { name: new RegExp(`^${decision}`) }).check({ force: true });
  await dialog.getByRole('textbox', { name: /^Reasons/ }).fill(reasons);
  await dialog.getByRole('button', { name: 'Record the review' }).press('Enter');
  await expect(dialog).toHaveCount(0);
}

test('an organisation assigns, its assessor assesses, and what is decided on the results comes back', async () => {
  test.slow();
  const { folder, remove } = scratchFolder();
  const pack = (name: string): string => path.join(folder, `${name}.epapack`);
  prepare('found', folder);

  await atDesk(folder, 'organisation', async (page, app) => {
    await goTo(page, 'Board');
    await page.getByRole('checkbox', { name: 'Tick all in view' }).check({ force: true });
    await page.getByRole('button', { name: 'Assign…' }).press('Enter');
    await page.getByRole('button', { name: /Assessor$/ }).press('Enter');
    await page.getByRole('option', { name: 'Robin Fictional' }).click();
    await answerWith(app, pack('assignment'));
    await page.getByRole('button', { name: 'Save the assignment…' }).press('Enter');
    await expect(page.getByRole('row').filter({ hasText: 'With the assessor' })).toHaveCount(2);
  });

  await atDesk(folder, 'assessor', async (page, app) => {
    await takeIn(page, app, pack('assignment'), /^Trust and take in/);
    await expect(page.getByText('The first pack from')).toBeVisible();
  });
  prepare('assess', folder);
  await atDesk(folder, 'assessor', async (page, app) => {
    await goTo(page, 'Packs');
    await answerWith(app, pack('result'));
    await page.getByRole('button', { name: 'Send results…' }).press('Enter');
    await page.getByRole('button', { name: 'Save a pack of 2 results…' }).press('Enter');
    await expect(page.getByText('2 results packed.')).toBeVisible();
  });

  await atDesk(folder, 'organisation', async (page, app) => {
    await takeIn(page, app, pack('result'), /^Take in 2/);
    await review(page, 'Eve Instance', 'Agreed', 'The notes show what was judged.');
    await page
      .getByRole('button', { name: /^Countersign/ })
      .first()
      .press('Enter');
    await page.getByRole('textbox', { name: 'Your name, as you sign' }).fill('Quinn Fictional');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Countersign/ })
      .press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await review(page, 'Finn Mockup', 'Returned', 'Name the moment that the judgement rests on.');
    await goTo(page, 'Board');
    await page.getByRole('checkbox', { name: 'Tick all in view' }).check({ force: true });
    await answerWith(app, pack('review'));
    await page.getByRole('button', { name: 'Send reviews…' }).press('Enter');
    await page.getByRole('button', { name: 'Save the reviews…' }).press('Enter');
    await expect(page.getByText('Reviews for Robin Fictional.')).toBeVisible();
    await goTo(page, 'Packs');
    await answerWith(app, pack('receipt'));
    await page.getByRole('button', { name: 'Write a receipt…' }).press('Enter');
    await expect(page.getByText('Receipt to Robin Fictional')).toBeVisible();
  });

  await atDesk(folder, 'assessor', async (page, app) => {
    await takeIn(page, app, pack('review'), /^Take in 2/);
    await page.getByRole('button', { name: 'Close' }).press('Enter');
    await takeIn(page, app, pack('receipt'), /^Take in 1/);
    await findAssessment(page, 'Finn Mockup');
    await expect(page.getByText('Name the moment that the judgement rests on.')).toBeVisible();
    await findAssessment(page, 'Eve Instance');
    await expect(page.getByText('Countersigned', { exact: false }).first()).toBeVisible();
  });
  remove();
});
