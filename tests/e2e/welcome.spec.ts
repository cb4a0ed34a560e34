import {
  createWorkspace,
  fillNewWorkspace,
  inBothThemes,
  lock,
  narrowAndZoom,
  passphrase,
  sidewaysScrollers,
  startDemonstration,
} from './entrance.ts';
import { expect, launchApp, readyPage, test } from './fixtures.ts';

test('the first start offers the demonstration, a new workspace and one that is somewhere else', async ({
  app,
  page,
  a11y,
}) => {
  await expect(page.getByRole('heading', { name: 'EPA Workbench', level: 1 })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Try the demonstration' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Create a workspace' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Open an existing workspace…' })).toBeVisible();
  await inBothThemes(app, a11y);
});

test('the demonstration opens by keyboard alone and is marked as practice', async ({ page }) => {
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Try the demonstration' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('banner').getByText('PRACTICE')).toBeVisible();
});

test('a form with gaps says what is missing and goes to the first gap', async ({ page }) => {
  await page.getByRole('button', { name: 'Create a workspace' }).click();
  await expect(page.getByRole('textbox', { name: 'Name of the workspace' })).toBeFocused();
  await page.keyboard.type('Autumn assessments');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Type your name as it is to stand in reports.')).toBeVisible();
  await expect(page.getByText('A passphrase needs at least 12 characters.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Your name' })).toBeFocused();
});

test('the passphrase may be pasted, is judged in words and can be shown', async ({ page }) => {
  await page.getByRole('button', { name: 'Create a workspace' }).click();
  const field = page.getByRole('textbox', { name: 'Passphrase', exact: true });
  await expect(field).toHaveAttribute('autocomplete', 'new-password');
  await field.fill('autumn');
  await expect(page.getByText('6 more characters needed.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Name of the workspace' }).fill(passphrase);
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+C');
  await page.getByRole('textbox', { name: 'Name of the workspace' }).fill('Autumn');
  await field.fill('');
  await field.focus();
  await page.keyboard.press('Control+V');
  await expect(field).toHaveValue(passphrase);
  await expect(page.getByText('Good: hard to guess.')).toBeVisible();
  await expect(field).toHaveAttribute('type', 'password');
  await page.getByRole('button', { name: 'Show passphrase' }).first().click();
  await expect(field).toHaveAttribute('type', 'text');
});

test('the recovery key is shown once and must be read back before the workspace opens', async ({ app, page, a11y }) => {
  const recoveryKey = await fillNewWorkspace(page);
  expect(recoveryKey).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
  await expect(page.getByText('Without the passphrase and without this key nobody can open it')).toBeVisible();
  await inBothThemes(app, a11y);

  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(recoveryKey);

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByTestId('recovery-key')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Type its last group' })).toBeHidden();
  await page.emulateMedia({ media: null });

  const group = page.getByRole('textbox', { name: 'Type its last group' });
  await group.fill('WRNG');
  await group.press('Enter');
  await expect(page.getByText('That is not the last group.')).toBeVisible();
  await expect(group).toBeFocused();
  await group.fill(recoveryKey.slice(-4).toLowerCase());
  await group.press('Enter');
  await expect(page.getByText('No apprentices yet')).toBeVisible();
  await expect(page.getByTestId('recovery-key')).toHaveCount(0);
});

test('after a lock a wrong passphrase is said and stays selected, and the right one leads back to where one was', async ({
  app,
  page,
  a11y,
}) => {
  await createWorkspace(page);
  await page.getByRole('link', { name: 'Standards and plans' }).click();
  await page
    .getByRole('row', { name: /ST1030/ })
    .first()
    .press('Enter');
  const place = page.url();
  await lock(page);
  await inBothThemes(app, a11y);
  const field = page.getByRole('textbox', { name: 'Passphrase' });
  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute('autocomplete', 'current-password');
  await field.fill('not this one, surely');
  await field.press('Enter');
  await expect(page.getByText('That passphrase does not open this workspace.')).toBeVisible();
  await expect(field).toBeFocused();
  expect(await field.evaluate((input: HTMLInputElement) => [input.selectionStart, input.selectionEnd])).toEqual([
    0, 20,
  ]);
  await page.keyboard.type(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /ST1030/, level: 1 })).toBeVisible();
  expect(page.url()).toBe(place);
});

test('the recovery key opens the workspace, however it is typed', async ({ page, userData, app }) => {
  const recoveryKey = await createWorkspace(page);
  await app.close();
  const again = await launchApp(userData);
  const second = await readyPage(again);
  await expect(second.getByRole('heading', { name: 'Autumn assessments' })).toBeVisible();
  await expect(second.getByText('The workspace was locked')).toHaveCount(0);
  await second.getByRole('button', { name: 'Use the recovery key instead' }).click();
  const field = second.getByRole('textbox', { name: 'Recovery key' });
  await expect(field).toBeFocused();
  await field.fill('0000-0000');
  await field.press('Enter');
  await expect(second.getByText('That recovery key does not open this workspace.')).toBeVisible();
  await field.fill(recoveryKey.toLowerCase().replaceAll('-', ' '));
  await field.press('Enter');
  await expect(second.getByText('No apprentices yet')).toBeVisible();
  await again.close();
});

test.describe('on a machine that has none yet', () => {
  test.use({ hasDemonstration: false });

  test('several workspaces are told apart, the demonstration opens with one button', async ({ page }) => {
    await createWorkspace(page);
    await lock(page);
    await page.getByRole('button', { name: 'New workspace or demonstration' }).click();
    await startDemonstration(page);
    await lock(page);
    const list = page.getByRole('grid', { name: 'Known workspaces' });
    await expect(list.getByRole('row')).toHaveText([/Demonstration.*PRACTICE/, /Autumn assessments/]);
    await list.getByRole('row', { name: /Autumn assessments/ }).click();
    await expect(page.getByRole('textbox', { name: 'Passphrase' })).toBeVisible();
    await list.getByRole('row', { name: /Demonstration/ }).click();
    await page.getByRole('button', { name: 'Open the demonstration' }).click();
    await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible();
  });
});

test('nothing has to be scrolled sideways at 640 pixels and 200 %', async ({ app, page }) => {
  await narrowAndZoom(app);
  expect(await sidewaysScrollers(page)).toEqual([]);
  await fillNewWorkspace(page);
  expect(await sidewaysScrollers(page)).toEqual([]);
});
