import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { goToPlace, note, noteLine, noteRow, openAssessment, place, resumeDiscussion } from './desk.ts';
import { inBothThemes, narrowAndZoom, sidewaysScrollers } from './entrance.ts';
import { expect, test } from './fixtures.ts';

const log = fileURLToPath(new URL('../../resources/demonstration/portfolio/referral-log.pdf', import.meta.url));
const drawnPage = (page: Page, number: number) =>
  page.getByRole('img', { name: `Page ${number} of 3` }).and(page.locator('[data-drawn]'));

/** Drops files with this content on the page, as a file manager would. */
async function drop(page: Page, files: Readonly<Record<string, Buffer>>): Promise<void> {
  const dropped = Object.entries(files).map(([name, content]) => ({ name, base64: content.toString('base64') }));
  const transfer = await page.evaluateHandle(contents => {
    const data = new DataTransfer();
    for (const { name, base64 } of contents) {
      data.items.add(new File([Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))], name));
    }
    return data;
  }, dropped);
  await page.locator('.drop-zone').dispatchEvent('dragover', { dataTransfer: transfer });
  await page.locator('.drop-zone').dispatchEvent('drop', { dataTransfer: transfer });
}

test('a portfolio is dropped in, read and mapped by keyboard; what could run is only kept', async ({
  app,
  page,
  dialogs,
  userData,
  a11y,
}) => {
  await openAssessment(page, 'Ada Example');
  await page.keyboard.press('p');
  await expect(page.getByRole('heading', { name: 'Portfolio of Ada Example' })).toBeVisible();

  const minutes = Buffer.concat([readFileSync(log), Buffer.from('\n% another copy')]);
  await drop(page, {
    'Minutes.pdf': minutes,
    'Same.pdf': minutes,
    'drawing.png': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>window.ran = true</script></svg>'),
    'empty.pdf': Buffer.alloc(0),
    'torn.pdf': Buffer.from('%PDF-1.7\nnothing of a PDF'),
  });
  const told = page.getByText('3 files added.');
  await expect(told).toContainText('Same.pdf is in the portfolio already, as “Minutes”.');
  await expect(told).toContainText('empty.pdf was not added. The file is empty.');
  await expect(drawnPage(page, 1)).toBeVisible();

  await page.keyboard.press('Alt+PageDown');
  await expect(drawnPage(page, 2)).toBeVisible();
  await page.keyboard.press('Alt+P');
  const pages = page.getByRole('textbox', { name: 'Pages' });
  await expect(pages).toBeFocused();
  await expect(pages).toHaveValue('2');
  await page.keyboard.type('2-3');
  await page.keyboard.press('Tab');
  await page.keyboard.type('k21 s99');
  await page.keyboard.press('Tab');
  await expect(page.getByText('The standard has no S99.')).toBeVisible();
  const codes = page.getByRole('textbox', { name: 'KSBs', exact: true });
  await codes.fill('k21 s22');
  await codes.press('Tab');
  await expect(page.getByRole('row', { name: 'Minutes' })).toContainText('K21 S22');
  await inBothThemes(app, a11y);

  await page.getByRole('row', { name: 'torn' }).click();
  await expect(page.getByText('It is damaged, or no PDF. It can still be saved and mapped.')).toBeVisible();
  await page.getByRole('row', { name: 'Referral log' }).click();
  await expect(drawnPage(page, 1)).toBeVisible();
  await page.getByRole('row', { name: 'Minutes' }).click();
  await expect(drawnPage(page, 1)).toBeVisible();
  await page.getByRole('row', { name: 'drawing' }).click();
  await expect(page.getByText('This file is not shown here')).toBeVisible();
  const saved = path.join(userData, 'drawing.svg.txt');
  await dialogs.save(saved);
  await page.getByRole('button', { name: 'Save a copy…' }).first().click();
  await expect(page.getByText('That copy is not encrypted.')).toBeVisible();
  expect(readFileSync(saved, 'utf8')).toContain('<script>');
  await page.getByRole('button', { name: 'Withdraw…' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('A drawing of somebody else');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: 'drawing' })).toContainText('Withdrawn: A drawing of somebody else');
  await narrowAndZoom(app);
  expect(await sidewaysScrollers(page)).toEqual([]);
});

test('the portfolio is read beside the notes while one types; a place is noted by a key, and a file attached', async ({
  page,
  dialogs,
  userData,
  a11y,
}) => {
  await resumeDiscussion(page);
  await page.keyboard.press('F4');
  await expect(drawnPage(page, 1)).toBeVisible();
  await expect(noteLine(page)).toBeFocused();
  await page.keyboard.type('She points to the ');
  await page.keyboard.press('Alt+PageDown');
  await expect(drawnPage(page, 2)).toBeVisible();
  await page.keyboard.press('Alt+N');
  await expect(noteRow(page, 'Referral log and reflection, page 2')).toContainText('K15');
  await expect(noteLine(page)).toHaveValue('She points to the ');
  await note(page, 'reflection');
  await expect(noteRow(page, 'She points to the reflection')).toBeVisible();
  await a11y();

  const photo = path.join(userData, 'Rota on the wall.txt');
  writeFileSync(photo, 'Early: 2, late: 3');
  await dialogs.open(photo);
  await page.keyboard.type('half a ');
  await page.keyboard.press('Control+Shift+A');
  await expect(noteRow(page, 'Attached: Rota on the wall')).toBeVisible();
  await expect(noteLine(page)).toBeFocused();
  await note(page, 'sentence');
  await expect(noteRow(page, 'half a sentence')).toBeVisible();
  await page.keyboard.press('F4');
  await page.getByRole('option', { name: /^K27,/ }).click();
  await page
    .getByRole('list', { name: 'In the portfolio for K27' })
    .getByRole('button', { name: /page 3/ })
    .click();
  await expect(drawnPage(page, 3)).toBeVisible();
  await expect(noteLine(page)).toBeFocused();
});

test('a judgement is linked to a place of the portfolio by its key, and the place opens from there', async ({
  page,
  a11y,
}) => {
  await resumeDiscussion(page);
  await goToPlace(page, (await place(page)).replace('session', 'judge'));
  const evidence = page.getByRole('region', { name: 'Evidence', exact: true });
  const line = evidence.getByRole('button', { name: /Page 3.*what was read/ });
  await line.focus();
  await page.keyboard.press('l');
  await expect(line).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText('1 linked')).toBeVisible();
  await evidence.getByRole('button', { name: 'Open Referral log and reflection at page 3' }).press('Enter');
  await expect(drawnPage(page, 3)).toBeVisible();
  await a11y();
  await page.keyboard.press('Escape');
  await expect(line).toHaveAttribute('aria-pressed', 'true');
});

test('a stored file is handed out as what it is and nothing else, and only while the workspace is open', async ({
  page,
}) => {
  await openAssessment(page, 'Ben Sample');
  await page.keyboard.press('p');
  await page.getByRole('row', { name: 'Poster for the staff room' }).click();
  const picture = page.getByRole('img', { name: 'Poster for the staff room' });
  await expect(picture).toBeVisible();
  const address = await picture.evaluate((image: HTMLImageElement) => image.src);
  const asked = async (range?: string) =>
    page.evaluate(
      async ([to, stretch]) => {
        const answer = await fetch(to ?? '', stretch ? { headers: { range: stretch } } : {});
        const { status, headers } = answer;
        const body = await answer.arrayBuffer();
        return { status, headers: Object.fromEntries(headers), bytes: body.byteLength, first: new Uint8Array(body)[0] };
      },
      [address, range] as const,
    );
  const whole = await asked();
  expect(whole).toMatchObject({ status: 200, first: 0x89 });
  expect(whole.headers).toMatchObject({
    'content-type': 'image/png',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  expect(await asked('bytes=100-199')).toMatchObject({ status: 206, bytes: 100 });
  expect(await asked('bytes=99999999-')).toMatchObject({ status: 416, bytes: 0 });
  const others = await page.evaluate(
    to =>
      Promise.all(
        [to.replace(/.$/, 'x'), `${to}/../x`, `${to}?x`, to.replace(/[0-9a-f]{4}$/, '0000')].map(
          async each => (await fetch(each)).status,
        ),
      ),
    address,
  );
  expect(others).toEqual([404, 404, 404, 404]);
  await page.keyboard.press('Control+Shift+L');
  await expect(page.getByText('The workspace was locked')).toBeVisible();
  expect((await asked()).status).toBe(404);
});
