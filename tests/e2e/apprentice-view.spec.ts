import { note, noteLine, resumeDiscussion } from './desk.ts';
import { inBothThemes } from './entrance.ts';
import { expect, test } from './fixtures.ts';

test('the screen to the apprentice shows clock and question alone, and only its own key leads back', async ({
  app,
  page,
  a11y,
}) => {
  await resumeDiscussion(page);
  await note(page, 'q How do you keep a record safe? #K10');
  await page.keyboard.type('Half a thought about');
  await page.keyboard.press('Control+F9');
  const view = page.locator('.apprentice-view');
  await expect(view.getByText('How do you keep a record safe?', { exact: true })).toBeVisible();
  await expect(view.getByRole('timer')).toBeAttached();
  await expect(page).toHaveTitle('EPA Workbench');
  const visible = await page.evaluate(() => document.body.innerText);
  for (const secret of ['Ben Sample', 'K10', 'Half a thought', 'Coverage', 'Audit log', 'Robin', 'ST1030']) {
    expect(visible).not.toContain(secret);
  }
  for (const key of ['Control+K', 'Escape', '?', 'F1', 'F8', 'Control+1', 'Shift+F8', 'Control+Shift+E']) {
    await page.keyboard.press(key);
  }
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(view).toBeVisible();
  await inBothThemes(app, a11y);
  await page.keyboard.press('Control+F9');
  await expect(view).toHaveCount(0);
  await expect(noteLine(page)).toBeFocused();
  await expect(noteLine(page)).toHaveValue('Half a thought about');
  await expect(page.getByText('Running', { exact: true })).toBeVisible();
  await expect(page).toHaveTitle(/^Professional discussion/);
});
