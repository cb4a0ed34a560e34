import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { goTo, inBothThemes, startDemonstration } from './entrance.ts';
import { expect, test } from './fixtures.ts';

test('all reports that wait for the signature are listed, confirmed once, signed and saved', async ({
  app,
  page,
  a11y,
  dialogs,
  userData,
}) => {
  await startDemonstration(page);
  await goTo(page, 'Apprentices');
  const folder = path.join(userData, 'signed');
  mkdirSync(folder);
  await dialogs.open(folder);
  await page.getByRole('button', { name: 'Sign many reports…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Sign many reports' });
  const reports = dialog.getByRole('list', { name: 'Reports of Cleo Specimen' }).getByRole('listitem');
  await expect(reports).toHaveText([/^Observation.*Pass$/, /^Professional.*Fail$/, /^Overall.*Fail$/]);
  await inBothThemes(app, a11y);

  await dialog.getByRole('checkbox', { name: /^Cleo Specimen/ }).press('Space');
  await expect(dialog.getByRole('button', { name: 'Sign 0 reports' })).toBeDisabled();
  await dialog.getByRole('checkbox', { name: /^Cleo Specimen/ }).press('Space');
  await dialog.getByRole('checkbox', { name: /^Save them to a folder/ }).press('Space');
  await dialog.getByRole('textbox', { name: 'Your name, as you sign' }).press('Enter');
  await expect(dialog.getByRole('button', { name: 'Sign 3 reports' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('status')).toHaveText(`3 reports signed and saved in ${folder}.`, { timeout: 30_000 });
  const files = readdirSync(folder);
  expect(files).toHaveLength(3);
  for (const file of files) {
    expect(execFileSync('pdfsig', [path.join(folder, file)], { encoding: 'utf8' })).toContain('Signature is Valid.');
  }
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().press('Enter');
  await expect(dialog).toBeHidden();
});

test('many reports are checked at once: from a folder and by dropping them', async ({
  app,
  page,
  a11y,
  dialogs,
  userData,
}) => {
  await startDemonstration(page);
  const folder = path.join(userData, 'given');
  mkdirSync(folder);
  await dialogs.open(folder);
  await goTo(page, 'Apprentices');
  await page.getByRole('button', { name: 'Save many reports…' }).press('Enter');
  await page.getByRole('button', { name: 'Save 3 reports…' }).press('Enter');
  await expect(page.getByRole('status').getByText(/^3 reports saved/)).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).last().press('Enter');
  const [first = ''] = readdirSync(folder);
  const bytes = readFileSync(path.join(folder, first));
  bytes[2000] = (bytes[2000] ?? 0) ^ 1;
  writeFileSync(path.join(folder, 'changed.pdf'), bytes);

  await goTo(page, 'Check a report');
  await page.getByRole('button', { name: 'A whole folder…' }).press('Enter');
  await expect(page.getByText('3 of 4 files are intact.')).toBeFocused();
  const rows = page.getByRole('grid', { name: 'Files' }).getByRole('row');
  await expect(rows.nth(1)).toContainText(/changed\.pdf.*Not intact.*Robin Fictional \(does not hold\)/);
  await expect(rows.nth(2)).toContainText(/Intact.*Robin Fictional \(trusted\), Quinn Fictional \(trusted\)/);
  await inBothThemes(app, a11y);
  await rows.nth(1).press('Enter');
  await expect(page.getByRole('heading', { name: /^CHANGED/ })).toBeFocused();

  const dropped = await page.evaluateHandle(
    ([name, content]) => {
      const carried = new DataTransfer();
      const raw = Uint8Array.from(atob(content ?? ''), letter => letter.charCodeAt(0));
      carried.items.add(new File([raw], name ?? '', { type: 'application/pdf' }));
      return carried;
    },
    ['dropped.pdf', readFileSync(path.join(folder, first)).toString('base64')],
  );
  await page.locator('.drop-place').dispatchEvent('drop', { dataTransfer: dropped });
  await expect(page.getByRole('heading', { name: /^INTACT/ })).toBeFocused();
  await expect(page.getByRole('region', { name: 'File' })).toContainText('dropped.pdf');
});
