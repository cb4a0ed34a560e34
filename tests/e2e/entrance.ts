import type { ElectronApplication, Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** A passphrase that nobody uses. */
export const passphrase = 'four quiet herons walk';

/** From the welcome page into the demonstration. */
export async function startDemonstration(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try the demonstration' }).click();
  await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible({ timeout: 20_000 });
}

/** From the welcome page through the form to the recovery key, which is given back; the key is still shown then. */
export async function fillNewWorkspace(page: Page, label = 'Autumn assessments'): Promise<string> {
  await page.getByRole('button', { name: 'Create a workspace' }).click();
  await page.getByRole('textbox', { name: 'Name of the workspace' }).fill(label);
  await page.getByRole('textbox', { name: 'Your name' }).fill('Robin Assessor');
  await page.getByRole('textbox', { name: 'Assessment organisation' }).fill('Example Assessments');
  await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(passphrase);
  await page.getByRole('textbox', { name: 'The same passphrase again' }).fill(passphrase);
  await page.getByRole('button', { name: 'Create workspace' }).click();
  await expect(page.getByRole('heading', { name: 'Keep the recovery key' })).toBeVisible();
  const groups = await page.getByTestId('recovery-key').locator('span').allTextContents();
  return groups.join('-');
}

/** From the welcome page into a new, empty workspace; gives its recovery key. */
export async function createWorkspace(page: Page, label?: string): Promise<string> {
  const recoveryKey = await fillNewWorkspace(page, label);
  await page.getByRole('textbox', { name: 'Type its last group' }).fill(recoveryKey.slice(-4));
  await page.getByRole('button', { name: 'I have kept it' }).click();
  await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible();
  return recoveryKey;
}

/** Locks the open workspace by its key. */
export async function lock(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+L');
  await expect(page.getByText('The workspace was locked')).toBeVisible();
}

/** Goes to a place of the navigation. */
export async function goTo(page: Page, place: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Workbench' }).getByRole('link', { name: place }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** Does something in the light theme and then in the dark one. */
export async function inBothThemes(app: ElectronApplication, check: () => Promise<void>): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await app.evaluate(({ nativeTheme }, source) => {
      nativeTheme.themeSource = source;
    }, theme);
    await check();
  }
}

/** Makes the window 640 px wide and zooms it to 200 %: 320 CSS px. */
export async function narrowAndZoom(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setMinimumSize(1, 1);
    window?.setContentSize(640, 900);
    window?.webContents.setZoomFactor(2);
  });
}

/** Everything that shows a page and is wider inside than outside, so that one would have to scroll sideways to read; tables that scroll by themselves aside. */
export async function sidewaysScrollers(page: Page): Promise<readonly string[]> {
  await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThanOrEqual(330);
  return page.evaluate(() =>
    [...document.querySelectorAll('html, body, main, .page, .pane-body, .entrance')]
      .filter(element => element.scrollWidth > element.clientWidth + 1)
      .map(element => `${element.tagName}.${element.className}: ${element.scrollWidth} in ${element.clientWidth}`),
  );
}
