import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { goToPlace, openAssessment, place, resumeDiscussion } from './desk.ts';
import { goTo, inBothThemes, narrowAndZoom, sidewaysScrollers } from './entrance.ts';
import { expect, test } from './fixtures.ts';

const pages = (page: Page) => page.getByRole('img', { name: /^Page \d+ of \d+/ });
const signature = (page: Page) => page.getByRole('textbox', { name: 'Your name, as you sign' });

/** Into the report of the demonstration's observation that only waits for its signature. */
async function openReport(page: Page): Promise<void> {
  await openAssessment(page, 'Cleo Specimen');
  await page.keyboard.press('c');
  await expect(page.getByRole('heading', { name: /assessment report$/, level: 1 })).toBeVisible();
  await expect(pages(page).first()).toHaveAttribute('data-drawn', 'true', { timeout: 15_000 });
}

/** Enter in the name only leads to the button: nothing is signed by the way. */
async function sign(page: Page): Promise<void> {
  await expect(signature(page)).toHaveValue('Robin Fictional');
  await signature(page).press('Enter');
  await expect(page.getByRole('button', { name: 'Sign the report' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Signed and locked' })).toBeFocused({ timeout: 20_000 });
}

test('the report is seen as it will be: every page drawn when it comes near, its text there to be read out', async ({
  app,
  page,
  a11y,
}) => {
  await openReport(page);
  const count = await pages(page).count();
  expect(count).toBeGreaterThan(2);
  await expect(pages(page).last()).not.toHaveAttribute('data-drawn');
  await pages(page).last().scrollIntoViewIfNeeded();
  await expect(pages(page).last()).toHaveAttribute('data-drawn', 'true');
  const report = page.getByRole('region', { name: /^Observation with questions: assessment report/ });
  await expect(report.getByRole('heading', { name: 'Observation with questions', level: 3 })).toHaveCount(1);
  await expect(report).toContainText('Cleo Specimen');
  const isDrawn = await pages(page)
    .first()
    .evaluate(canvas => {
      if (!(canvas instanceof HTMLCanvasElement)) return false;
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      return canvas.width >= canvas.clientWidth * devicePixelRatio - 2 && pixels.some(value => value < 100);
    });
  expect(isDrawn).toBe(true);
  await inBothThemes(app, a11y);
});

test('a report is signed, saved and found valid by other readers, without the mouse', async ({
  app,
  page,
  a11y,
  dialogs,
  userData,
}) => {
  await openReport(page);
  for (const [name, fault] of [
    ['', 'Type your name to sign.'],
    ['Quinn Fictional', 'Type your own name: Robin Fictional.'],
  ] as const) {
    await signature(page).fill(name);
    await page.getByRole('button', { name: 'Sign the report' }).press('Enter');
    await expect(page.getByText(fault)).toBeVisible();
  }
  await signature(page).fill('Robin Fictional');
  await sign(page);
  await expect(page.getByRole('heading', { name: 'The report as signed' })).toBeVisible();
  await inBothThemes(app, a11y);
  const file = path.join(userData, 'observation.pdf');
  await dialogs.save(file);
  await page.keyboard.press('Control+S');
  await expect(page.getByText(`Saved as ${file}.`)).toBeVisible();
  expect(execFileSync('pdfsig', [file], { encoding: 'utf8' })).toContain('Signature is Valid.');
  expect(execFileSync('qpdf', ['--check', file], { encoding: 'utf8' })).toContain(
    'No syntax or stream encoding errors',
  );
  const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
  await expect(page.getByText(sha256)).toBeVisible();
  await page.getByRole('link', { name: 'Go on with the assessment' }).press('Enter');
  await expect(page.getByText(/^Signed by Robin Fictional on /)).toHaveCount(1);
});

test('a signed report is told genuine, and a copy with one byte changed is not', async ({
  app,
  page,
  a11y,
  dialogs,
  userData,
}) => {
  await openReport(page);
  await sign(page);
  const file = path.join(userData, 'genuine.pdf');
  await dialogs.save(file);
  await page.keyboard.press('Control+S');
  await expect(page.getByText(`Saved as ${file}.`)).toBeVisible();
  await goTo(page, 'Check a report');
  await inBothThemes(app, a11y);
  await dialogs.open(null);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Is this report genuine?')).toBeVisible();
  await dialogs.open(file);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('region', { name: 'Signature of Robin Fictional' })).toContainText('Valid');
  await expect(page.getByText('Unchanged', { exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: /^INTACT/ })).toBeFocused();
  const told = page.getByRole('region', { name: 'Document', exact: true });
  for (const words of ['Observation with questions', 'Cleo Specimen', 'PRACTICE'])
    await expect(told).toContainText(words);
  await inBothThemes(app, a11y);

  const bytes = readFileSync(file);
  bytes[2000] = (bytes[2000] ?? 0) ^ 1;
  const changed = path.join(userData, 'changed.pdf');
  writeFileSync(changed, bytes);
  await dialogs.open(changed);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('region', { name: 'File' })).toContainText('changed.pdf');
  await expect(page.getByRole('heading', { name: /^CHANGED/ })).toBeFocused();
  await expect(page.getByRole('region', { name: 'Signature of Robin Fictional' })).toContainText('Not valid');
  await expect(page.getByRole('region', { name: 'Signature of Robin Fictional' })).toContainText('Cannot be said');
  await expect(page.getByText('Whether the document is unchanged since cannot be said.')).toBeVisible();
  await expect(page.getByText(/Unchanged since/)).toHaveCount(0);
  await inBothThemes(app, a11y);
});

test('a drawn signature stands for the same as a typed one', async ({ app, page, a11y }) => {
  await openReport(page);
  await page.getByRole('radio', { name: 'Draw it' }).check({ force: true });
  await page.getByRole('button', { name: 'Sign the report' }).press('Enter');
  await expect(page.getByText('Draw your signature, or type it instead.')).toBeVisible();
  const pad = page.getByRole('img', { name: 'Nothing drawn yet' });
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error('The pad is not there.');
  await page.mouse.move(box.x + 20, box.y + 50);
  await page.mouse.down();
  for (let step = 1; step <= 20; step += 1)
    await page.mouse.move(box.x + 20 + step * 8, box.y + 50 + 20 * Math.sin(step));
  await page.mouse.up();
  await expect(page.getByRole('img', { name: 'A drawn signature' })).toBeVisible();
  await inBothThemes(app, a11y);
  await page.getByRole('button', { name: 'Sign the report' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Signed and locked' })).toBeVisible({ timeout: 20_000 });
});

test('what blocks signing is listed, and each line leads to its place', async ({ app, page, a11y }) => {
  await resumeDiscussion(page);
  const session = (await place(page)).replace('#/session/', '');
  await goToPlace(page, `#/report/method/${session}`);
  const blocking = page.getByRole('region', { name: 'What blocks signing' });
  await expect(blocking.getByRole('button', { name: /descriptor C2 is not decided/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sign the report' })).toHaveCount(0);
  await inBothThemes(app, a11y);
  await blocking.getByRole('button', { name: /descriptor C2 is not decided/ }).press('Enter');
  await expect(page.getByRole('article', { name: 'Descriptor C2' })).toBeVisible();
  await goToPlace(page, `#/report/method/${session}`);
  await blocking.getByRole('button', { name: /session is not closed/ }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'New note' })).toBeFocused();
});

test('nothing has to be scrolled sideways at 640 pixels and 200 % while signing', async ({ app, page }) => {
  await openReport(page);
  await narrowAndZoom(app);
  expect(await sidewaysScrollers(page)).toEqual([]);
  await page.keyboard.press('F6');
  await page.keyboard.press('Shift+F6');
  const report = page.getByRole('heading', { name: 'The report as it will be' });
  while (!(await report.isVisible())) await page.keyboard.press('F6');
  expect(await sidewaysScrollers(page)).toEqual([]);
  await goToPlace(page, '#/verify');
  await expect(page.getByRole('heading', { name: 'Check a report' })).toBeVisible();
  expect(await sidewaysScrollers(page)).toEqual([]);
});

test('a report is printed as it is seen, sheet by sheet, without a file', async ({ app, page, userData }) => {
  await openReport(page);
  const count = await pages(page).count();
  await page.evaluate(() => {
    window.print = () => {
      document.documentElement.dataset['printed'] = 'true';
    };
  });
  const before = readdirSync(userData, { recursive: true });
  await page.keyboard.press('Control+P');
  await expect(page.locator('html')).toHaveAttribute('data-printed', 'true', { timeout: 60_000 });
  expect(readdirSync(userData, { recursive: true })).toEqual(before);
  const pdf = await app.evaluate(async ({ BrowserWindow }) => {
    const printed = await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({ preferCSSPageSize: true });
    return printed?.toString('base64') ?? '';
  });
  const file = path.join(userData, 'printed.pdf');
  writeFileSync(file, Buffer.from(pdf, 'base64'));
  expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toMatch(
    new RegExp(`Pages: +${count}\\b[\\s\\S]*Page size: +59[45]\\.?\\d* x 84[12]\\.?\\d* pts`),
  );
  const images = execFileSync('pdfimages', ['-list', file], { encoding: 'utf8' });
  expect(images.match(/ image +1[89]\d\d +25\d\d /g)).toHaveLength(count);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(page.locator('.print-sheets')).toHaveCount(0);
});
