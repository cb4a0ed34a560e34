import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
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
