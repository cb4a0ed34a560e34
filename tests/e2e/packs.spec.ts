import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { findAssessment } from './desk.ts';
import { goTo, inBothThemes } from './entrance.ts';
import { expect, expectAccessible, launchApp, readyPage, scratchFolder, test } from './fixtures.ts';
import { decrypted, expectGradesRecomputed, expectWholeAndSigned } from './foreign-tools.ts';

/** The three who have a machine each: the organisation and two assessors. */
type Whose = 'organisation' | 'robin' | 'ash';

interface Desk {
  readonly page: Page;
  readonly app: ElectronApplication;
}

const { folder, remove } = scratchFolder();
test.afterAll(remove);

/** A file on the memory stick that goes from machine to machine. */
const onStick = (name: string): string => path.join(folder, name);
const pack = (name: string): string => onStick(`${name}.epapack`);

/** Runs a part of tests/fixtures/exchange.ts: what needs no window, through the same core. */
const prepare = (what: 'found' | 'assess' | 'keys'): string =>
  execFileSync(process.execPath, [path.join('tests', 'fixtures', 'exchange.ts'), what, folder], { encoding: 'utf8' });

/** Has every dialog answer with this file. */
const answerWith = (app: ElectronApplication, file: string): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, file);

/** Works on one of the three machines, in an application of its own. */
async function atDesk(whose: Whose, work: (desk: Desk) => Promise<void>): Promise<void> {
  const app = await launchApp(onStick(`${whose}-data`));
  try {
    const page = await readyPage(app);
    await page.getByLabel('Passphrase', { exact: true }).fill('correct horse battery');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible();
    await work({ page, app });
  } finally {
    await app.close();
  }
}

/** Presses a button whose dialog answers with the file, and waits for the words that say it was written. */
async function save({ page, app }: Desk, file: string, button: string, words: RegExp | string): Promise<void> {
  await answerWith(app, file);
  await page.getByRole('button', { name: button }).press('Enter');
  await expect(page.getByText(words)).toBeVisible();
}

/** Opens a pack by the page of packs, and takes it in once it was looked through. */
async function takeIn({ page, app }: Desk, file: string, words: RegExp, lookThrough?: () => Promise<void>) {
  await answerWith(app, file);
  await goTo(page, 'Packs');
  await page.keyboard.press('o');
  await expect(page.getByRole('button', { name: words })).toBeVisible();
  await lookThrough?.();
  await page.getByRole('button', { name: words }).press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'taken in' })).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).press('Enter');
  await expect(page.getByRole('grid', { name: 'Packs sent and received' })).toBeVisible();
}

/** Ticks one apprentice on the board, and no other. */
async function tickOnBoard(page: Page, apprentice: string): Promise<void> {
  await goTo(page, 'Home');
  await goTo(page, 'Board');
  await page.getByRole('checkbox', { name: `Tick ${apprentice}` }).check({ force: true });
  await expect(page.getByText('1 assessment ticked')).toBeVisible();
}

async function assign(desk: Desk, apprentice: string, assessor: string, file: string): Promise<void> {
  const { page } = desk;
  await tickOnBoard(page, apprentice);
  await page.getByRole('button', { name: 'Assign…' }).press('Enter');
  await page.getByRole('button', { name: /Assessor$/ }).press('Enter');
  await page.getByRole('option', { name: assessor }).click();
  await save(desk, file, 'Save the assignment…', `1 assessment assigned to ${assessor}.`);
}

async function sendResult(desk: Desk, file: string): Promise<void> {
  await goTo(desk.page, 'Packs');
  await desk.page.getByRole('button', { name: 'Send results…' }).press('Enter');
  await save(desk, file, 'Save a pack of 1 result…', '1 result packed.');
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

async function countersignAndRelease(page: Page, apprentice: string): Promise<void> {
  await command(page, 'Countersign: Observation');
  const countersign = page.getByRole('dialog', { name: /^Countersign/ });
  await countersign.getByRole('textbox', { name: 'Your name, as you sign' }).fill('Quinn Fictional');
  await countersign.getByRole('button', { name: 'Countersign the report' }).press('Enter');
  await expect(page.getByText('Countersigned by Quinn Fictional on')).toBeVisible({ timeout: 20_000 });
  await command(page, 'Release the result');
  const release = page.getByRole('alertdialog', { name: `Release the result of ${apprentice}?` });
  await release.getByRole('button', { name: 'Release the result' }).press('Enter');
  await expect(page.getByText('Released by Quinn Fictional on')).toBeVisible();
}

/** Writes the file of new records for the service, of the one learner whose result is released. */
async function writeEpaFile(desk: Desk): Promise<void> {
  const { page } = desk;
  await goTo(page, 'DfE files');
  const learners = page.getByRole('grid', { name: 'Released results' }).getByRole('row');
  await expect(learners).toHaveCount(1);
  await expect(learners.filter({ hasText: 'Eve Instance' })).toContainText('1 warning');
  const file = onStick('createEpaRecords.csv');
  await save(desk, file, 'Write the file…', `1 learner written to ${file}`);
}

/** By keys alone: down to the assessor's row, and right to its button. */
async function writeReceipt(page: Page, assessor: string, rowsBefore: number): Promise<void> {
  const rows = page.getByRole('grid', { name: 'Workspaces that packs came from' }).getByRole('row');
  await rows.first().focus();
  for (let row = 0; row < rowsBefore; row++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  const button = rows.filter({ hasText: assessor }).getByRole('button', { name: 'Write a receipt…' });
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
}

async function answer(desk: Desk, apprentice: string, assessor: string, name: string): Promise<void> {
  const { page } = desk;
  await tickOnBoard(page, apprentice);
  await page.getByRole('button', { name: 'Send reviews…' }).press('Enter');
  await save(desk, pack(`review-${name}`), 'Save the reviews…', `Reviews for ${assessor}.`);
  await goTo(page, 'Packs');
  await answerWith(desk.app, pack(`receipt-${name}`));
  await writeReceipt(page, assessor, name === 'robin' ? 0 : 1);
  await expect(page.getByText(`Receipt to ${assessor}`)).toBeVisible();
}

/** The file with the one learner, who passed on this day; the minute is the one that was written. */
function expectedEpaFile(written: string, assessedOn: string): string {
  const [time = ''] = /\d\d:\d\d$/.exec(written) ?? [];
  const on = assessedOn.split('-').toReversed().join('/');
  const [header] = readFileSync('tests/fixtures/dfe/createEpaRecords.csv', 'utf8').split('\n');
  return `${header}\n1-1,1000000019,Eve,Instance,786,ST1030,1.0,,Pass,${on} ${time}`;
}

/** Every pack that travelled, checked by tools that are not ours. */
function expectPacksSound(): void {
  prepare('keys');
  const trusted = onStick('organisation.pem');
  for (const [name, assessor] of [
    ['robin', 'Robin Fictional'],
    ['ash', 'Ash Fictional'],
  ] as const) {
    for (const kind of ['assignment', 'receipt'])
      expectWholeAndSigned(pack(`${kind}-${name}`), trusted, 'Example Organisation');
    expectWholeAndSigned(decrypted(pack(`review-${name}`), name), trusted, 'Example Organisation');
    const result = decrypted(pack(`result-${name}`), 'organisation');
    expectWholeAndSigned(result, trusted, assessor);
    expectGradesRecomputed(result, 'pass');
  }
}

test('an organisation assigns to two assessors, and their results are agreed and released or returned, told to the service and answered', async () => {
  test.slow();
  prepare('found');
  await atDesk('organisation', async desk => {
    await assign(desk, 'Eve Instance', 'Robin Fictional', pack('assignment-robin'));
    await assign(desk, 'Finn Mockup', 'Ash Fictional', pack('assignment-ash'));
    await expect(desk.page.getByRole('row').filter({ hasText: 'With the assessor' })).toHaveCount(2);
    await inBothThemes(desk.app, () => expectAccessible(desk.page));
  });
  for (const whose of ['robin', 'ash'] as const) {
    await atDesk(whose, async desk => {
      await takeIn(desk, pack(`assignment-${whose}`), /^Trust and take in/, async () => {
        await expect(desk.page.getByText('The first pack from Example Organisation')).toBeVisible();
        if (whose === 'robin') await inBothThemes(desk.app, () => expectAccessible(desk.page));
      });
    });
  }
  const assessedOn = prepare('assess');
  for (const whose of ['robin', 'ash'] as const) {
    await atDesk(whose, desk => sendResult(desk, pack(`result-${whose}`)));
  }

  await atDesk('organisation', async desk => {
    const { page, app } = desk;
    for (const whose of ['robin', 'ash'] as const) await takeIn(desk, pack(`result-${whose}`), /^Take in/);
    await inBothThemes(app, () => expectAccessible(page));
    await review(page, 'Finn Mockup', 'Returned', 'Name the moment that the judgement rests on.');
    await review(page, 'Eve Instance', 'Agreed', 'The notes show what was judged.');
    await countersignAndRelease(page, 'Eve Instance');
    await writeEpaFile(desk);
    await answer(desk, 'Eve Instance', 'Robin Fictional', 'robin');
    await answer(desk, 'Finn Mockup', 'Ash Fictional', 'ash');
  });
  const written = readFileSync(onStick('createEpaRecords.csv'), 'utf8');
  expect(written).toBe(expectedEpaFile(written, assessedOn));

  await atDesk('robin', async desk => {
    await takeIn(desk, pack('review-robin'), /^Take in 1/);
    await takeIn(desk, pack('receipt-robin'), /^Take in 1/);
    await findAssessment(desk.page, 'Eve Instance');
    await expect(desk.page.getByText('Released by Quinn Fictional on')).toBeVisible();
    await expect(desk.page.getByText('Countersigned by Quinn Fictional on')).toBeVisible();
  });
  await atDesk('ash', async desk => {
    await takeIn(desk, pack('review-ash'), /^Take in 1/);
    await takeIn(desk, pack('receipt-ash'), /^Take in 1/);
    await findAssessment(desk.page, 'Finn Mockup');
    await expect(desk.page.getByText('Name the moment that the judgement rests on.')).toBeVisible();
  });
  expectPacksSound();
});
