import { fileURLToPath } from 'node:url';
import { createWorkspace } from './entrance.ts';
import { expect, test } from './fixtures.ts';
test.use({ hasDemonstration: false });
const fixture = (name: string): string => fileURLToPath(new URL(`../fixtures/frameworks/${name}`, import.meta.url));
test('shots', async ({ app, page, dialogs }) => {
  test.slow();
  await createWorkspace(page);
  const shot = async (name: string) => {
    for (const [w, h] of [[1280, 800], [1920, 1080]] as const) {
      await app.evaluate(({ BrowserWindow }, s) => BrowserWindow.getAllWindows()[0]?.setContentSize(s[0], s[1]), [w, h] as const);
      await page.waitForTimeout(400);
      await page.screenshot({ path: `/tmp/shots/${name}-${w}.png` });
    }
  };
  await page.goto(`${page.url().split('#')[0]}#/standards/import`);
  await shot('start');
  await dialogs.open(fixture('text/st1030-from-pdf.txt'));
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await expect(page.getByRole('grid', { name: 'Found in this source' })).toBeVisible();
  await shot('clash');
  await page.getByRole('textbox', { name: 'Version' }).fill('1.1');
  await page.getByRole('button', { name: 'Use these names' }).click();
  await page.waitForTimeout(500);
  await page.getByRole('button', { name: /Repaired/ }).click();
  await shot('version');
  await page.locator('.difference').nth(3).scrollIntoViewIfNeeded();
  await page.getByRole('region', { name: /ST1030/ }).locator('.pane-body').last().evaluate(e => e.scrollTo(0, 700));
  await shot('diff');
  await app.evaluate(({ nativeTheme }) => { nativeTheme.themeSource = 'dark'; });
  await shot('diff-dark');
  await app.evaluate(({ nativeTheme }) => { nativeTheme.themeSource = 'light'; });
  await page.keyboard.press('Control+Enter');
  await page.waitForTimeout(800);
  await shot('standard');
  await page.getByRole('button', { name: /Compare with/ }).first().click();
  await page.waitForTimeout(500);
  await shot('compare');
  await page.keyboard.press('Escape');
  await page.goto(`${page.url().split('#')[0]}#/standards`);
  await shot('standards');
  await page.goto(`${page.url().split('#')[0]}#/standards/import`);
  await page.getByRole('textbox').fill(['Seller', 'ST9003', 'Version 1.1', 'Duty 1 Make it', 'K1 K2 K9', 'Knowledge', 'K1: One', 'K2: Q\uFFFDx it', 'K3: the z\uFFFDb of'].join('\n'));
  await page.getByRole('button', { name: 'Read this text' }).click();
  await shot('review');
});
