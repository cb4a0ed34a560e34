import type { Page } from '@playwright/test';
import { note, noteLine, noteRow, resumeDiscussion, slowNotes } from './desk.ts';
import { expect, test } from './fixtures.ts';

const suggestions = (page: Page) => page.getByRole('listbox', { name: 'KSBs', exact: true }).getByRole('option');
const kind = (page: Page, word: string) =>
  page.getByRole('radiogroup', { name: 'Kind of note' }).getByRole('radio', { name: word });

/** How far the element reaches out of the scrolling part of its pane, in pixels. */
const overhang = (page: Page, selector: string): Promise<number> =>
  page
    .locator(selector)
    .last()
    .evaluate(element => {
      const pane = element.closest('.pane-body')?.getBoundingClientRect();
      return element.getBoundingClientRect().bottom - (pane?.bottom ?? 0);
    });

test('notes typed faster than they are saved all become notes, in their order', async ({ app, page }) => {
  await resumeDiscussion(page);
  await slowNotes(app, 700);
  await page.keyboard.type('q How do you report a concern? #K3');
  await page.keyboard.press('Enter');
  await expect(noteLine(page)).toHaveValue('', { timeout: 300 });
  await expect(kind(page, 'Answer')).toBeChecked();
  await page.keyboard.type('To the lead on the day.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Writes it down first.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Still being ty');
  const rows = page.getByRole('grid', { name: 'Notes' }).getByRole('row');
  await expect(noteRow(page, 'Writes it down first.')).toHaveCount(1);
  const words = await rows.allTextContents();
  expect(words.slice(-3)).toEqual([
    expect.stringContaining('How do you report a concern?'),
    expect.stringContaining('To the lead on the day.'),
    expect.stringContaining('Writes it down first.'),
  ]);
  await expect(noteRow(page, 'To the lead on the day.')).toContainText('K3 from the question');
  await expect(noteLine(page)).toHaveValue('Still being ty');
});

test('a note that is refused while the next is typed stays in sight with its reason until it is saved', async ({
  app,
  page,
}) => {
  await resumeDiscussion(page);
  await slowNotes(app, 500);
  await page.keyboard.type('Refers to the panel #K99');
  await page.keyboard.press('Enter');
  await page.keyboard.type('The next one');
  const refused = page.getByRole('alert', { name: 'Notes that are not saved' });
  await expect(refused).toContainText('Refers to the panel #K99');
  await expect(refused).toContainText('does not have K99');
  await page.keyboard.press('Enter');
  await expect(noteRow(page, 'The next one')).toHaveCount(1);
  await expect(refused).toContainText('Refers to the panel #K99');
  await refused.getByRole('button', { name: 'Put it back into the line' }).press('Enter');
  await expect(refused).toHaveCount(0);
  await expect(noteLine(page)).toBeFocused();
  await expect(noteLine(page)).toHaveValue('Refers to the panel #K99');
  for (let letter = 0; letter < 4; letter += 1) await page.keyboard.press('Backspace');
  await page.keyboard.press('Enter');
  await expect(noteRow(page, 'Refers to the panel')).toHaveCount(1);
});

test('a code of the standard that the method does not assess is tagged as it was typed', async ({ page }) => {
  await resumeDiscussion(page);
  await page.keyboard.type('Names the duty #K2');
  await expect(suggestions(page).first()).toHaveAttribute('aria-selected', 'false');
  await page.keyboard.press('Enter');
  await expect(noteRow(page, 'Names the duty')).toContainText(/K2(?!\d)/);
});

test('a word behind the sign that is no KSB is told', async ({ page }) => {
  await resumeDiscussion(page);
  await page.keyboard.type('Seen #zzz');
  await expect(page.getByText('#zzz: not a KSB, so it tags nothing')).toBeVisible();
});

test('the newest note and an editor opened low in the list are wholly in view', async ({ page }) => {
  await resumeDiscussion(page);
  const long = 'She tells it step by step and names who was there. '.repeat(12).trim();
  for (const words of [`${long} First.`, `${long} Second.`, 'A short one.']) {
    await note(page, words);
    await expect(noteRow(page, words.slice(-12))).not.toHaveCount(0);
    await expect.poll(() => overhang(page, '.note-row')).toBeLessThan(1);
  }
  await page.keyboard.press('ArrowUp');
  await expect(noteRow(page, 'A short one.')).toBeFocused();
  await page.keyboard.press('e');
  await expect(page.getByRole('button', { name: 'Save the change' })).toBeVisible();
  await expect.poll(() => overhang(page, '.note-editor')).toBeLessThan(1);
});
