import type { ElectronApplication, Page } from '@playwright/test';
import { startDemonstration } from './entrance.ts';
import { expect } from './fixtures.ts';

/** Into the demonstration, and by the palette to the assessment of one of its apprentices. */
export async function openAssessment(page: Page, apprentice: string): Promise<void> {
  await startDemonstration(page);
  await findAssessment(page, apprentice);
}

/** By the palette to an apprentice's assessment. */
export async function findAssessment(page: Page, apprentice: string): Promise<void> {
  await page.keyboard.press('Control+K');
  await page.keyboard.type(`${apprentice}: ST1030`);
  await expect(page.getByRole('option', { name: `${apprentice}: ST1030` })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: apprentice, level: 1 })).toBeVisible();
}

/** Into the demonstration's professional discussion that is under way; the caret is in the note line and the clock runs. */
export async function resumeDiscussion(page: Page): Promise<void> {
  await openAssessment(page, 'Ben Sample');
  await page.keyboard.press('c');
  await expect(noteLine(page)).toBeFocused();
  await page.keyboard.press('F8');
  await expect(page.getByText('Running', { exact: true })).toBeVisible();
  await expect(noteLine(page)).toBeFocused();
}

/** The line in which a new note is typed. */
export const noteLine = (page: Page) => page.getByRole('textbox', { name: 'New note' });

/** The note with these words. */
export const noteRow = (page: Page, words: string) =>
  page.getByRole('grid', { name: 'Notes' }).getByRole('row').filter({ hasText: words });

/** Types a note and saves it by Enter. */
export async function note(page: Page, words: string): Promise<void> {
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await expect(noteLine(page)).toHaveValue('');
}

/** The page that the window is at, without what stands before the hash. */
export async function place(page: Page): Promise<string> {
  return page.evaluate(() => location.hash);
}

/** Goes to a page by its address. */
export async function goToPlace(page: Page, hash: string): Promise<void> {
  await page.evaluate(to => {
    location.hash = to;
  }, hash);
}

/** Makes the disk slow: every note takes this long to be saved, in milliseconds. */
export const slowNotes = (app: ElectronApplication, delay: number): Promise<void> =>
  slowChannel(app, 'note.add', delay);

/** Makes every call of a channel take so much longer, in milliseconds. */
export async function slowChannel(app: ElectronApplication, slow: string, delay: number): Promise<void> {
  await app.evaluate(
    ({ ipcMain }, [slowed, wait]) => {
      type Door = (event: unknown, channel: string, input: unknown) => Promise<unknown>;
      const door = (ipcMain as unknown as { _invokeHandlers: Map<string, Door> })._invokeHandlers.get('invoke');
      ipcMain.removeHandler('invoke');
      ipcMain.handle('invoke', async (event, channel: string, input: unknown) => {
        if (channel === slowed) await new Promise(done => setTimeout(done, wait));
        return door?.(event, channel, input);
      });
    },
    [slow, delay] as const,
  );
}
