import type { Page } from '@playwright/test';
import { goToPlace, note, noteLine, noteRow, openAssessment, place, resumeDiscussion } from './desk.ts';
import { inBothThemes, narrowAndZoom, sidewaysScrollers } from './entrance.ts';
import { expect, test } from './fixtures.ts';

const suggestions = (page: Page) => page.getByRole('listbox', { name: 'KSBs', exact: true }).getByRole('option');
const ksb = (page: Page, code: string) =>
  page.getByRole('listbox', { name: 'KSBs of this method' }).getByRole('option', { name: new RegExp(`^${code},`) });
const kind = (page: Page, word: string) =>
  page.getByRole('radiogroup', { name: 'Kind of note' }).getByRole('radio', { name: word });

test('a question and its answer are noted, tagged and counted without the mouse', async ({ page }) => {
  await resumeDiscussion(page);
  await page.keyboard.type('q How do you check the quality of data? #data');
  await expect(kind(page, 'Question')).toBeChecked();
  await expect(suggestions(page).first()).toContainText('K10');
  await expect(suggestions(page).first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(noteLine(page)).toHaveValue('How do you check the quality of data? #K10 ');
  await expect(suggestions(page)).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(noteRow(page, 'How do you check the quality of data?')).toContainText('K10');
  await expect(noteLine(page)).toHaveValue('');
  await expect(noteLine(page)).toBeFocused();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await expect(ksb(page, 'K10')).toHaveAccessibleName('K10, asked, not seen yet');

  await expect(kind(page, 'Answer')).toBeChecked();
  await note(page, 'Compares the log with the register every week.');
  await expect(noteRow(page, 'Compares the log')).toContainText('K10 from the question');
  await expect(ksb(page, 'K10')).toHaveAccessibleName('K10, seen 1 time');
  await expect(page.getByText('12 of 33 seen')).toBeVisible();
  await expect(page.getByText('Questions 7 of 10')).toBeVisible();
});

test('arrows and Tab choose a KSB, Escape closes the list, and Enter on a whole code saves', async ({ page }) => {
  await resumeDiscussion(page);
  await page.keyboard.type('Knows the routes #');
  await expect(suggestions(page)).toHaveCount(33);
  await page.keyboard.type('S2');
  const second = suggestions(page).nth(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(second).toHaveAttribute('aria-selected', 'true');
  const code = (await second.textContent())?.match(/^S\d+/)?.[0] ?? '';
  await page.keyboard.press('Tab');
  await expect(noteLine(page)).toHaveValue(`Knows the routes #${code} `);
  await page.keyboard.type('#K3');
  await expect(suggestions(page).first()).toContainText('K3');
  await expect(suggestions(page).first()).toHaveAttribute('aria-selected', 'false');
  await page.keyboard.press('Escape');
  await expect(suggestions(page)).toHaveCount(0);
  await expect(noteLine(page)).toBeFocused();
  await page.keyboard.type(' and #K4');
  await expect(suggestions(page).first()).toContainText('K4');
  await page.keyboard.press('Enter');
  for (const tagged of [code, 'K3', 'K4']) await expect(noteRow(page, 'Knows the routes')).toContainText(tagged);
});

test('a code that the standard does not have is shown at once, refused, and nothing typed is lost', async ({
  page,
}) => {
  await resumeDiscussion(page);
  await page.keyboard.type('Refers to the panel #K99');
  await expect(page.getByText('ST1030 v1.0 has no K99')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('does not have K99');
  await expect(noteLine(page)).toHaveValue('Refers to the panel #K99');
  await expect(noteLine(page)).toBeFocused();
  await expect(noteLine(page)).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await expect(page.getByText('ST1030 v1.0 has no K99')).toBeHidden();
  await page.keyboard.type('10');
  await page.keyboard.press('Enter');
  await expect(noteRow(page, 'Refers to the panel')).toContainText('K10');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('the kind is chosen by a letter and a space in the empty line or by Alt, and Backspace keeps them as text', async ({
  page,
}) => {
  await resumeDiscussion(page);
  await page.keyboard.type('a good example');
  await expect(noteLine(page)).toHaveValue('a good example');
  await noteLine(page).fill('');
  await page.keyboard.type('p ');
  await expect(kind(page, 'Portfolio')).toBeChecked();
  await expect(noteLine(page)).toHaveValue('');
  await expect(page.getByText('keep “p” as text')).toBeVisible();
  await page.keyboard.press('Backspace');
  await expect(noteLine(page)).toHaveValue('p ');
  await page.keyboard.type('12 is a good example');
  await expect(noteLine(page)).toHaveValue('p 12 is a good example');
  await page.keyboard.press('Alt+R');
  await expect(kind(page, 'Remark')).toBeChecked();
  await page.keyboard.press('Alt+P');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('on page 12');
  await page.keyboard.press('Enter');
  await expect(noteRow(page, 'p 12 is a good example')).toContainText('Portfolio');
  await expect(noteRow(page, 'on page 12')).toHaveCount(1);
});

test('a note is changed in its place, struck with a reason, and keeps its wordings', async ({ app, page, a11y }) => {
  await resumeDiscussion(page);
  await note(page, 'Rings the lead and writes it down.');
  await expect(noteRow(page, 'Rings the lead')).toHaveCount(1);
  await page.keyboard.press('ArrowUp');
  await expect(noteRow(page, 'Rings the lead')).toBeFocused();
  await page.keyboard.press('e');
  const editor = page.getByRole('textbox', { name: 'Wording of the note' });
  await expect(editor).toBeFocused();
  await inBothThemes(app, a11y);
  await page.keyboard.type(' At once. #S8');
  await page.keyboard.press('Enter');
  await expect(noteRow(page, 'At once.')).toBeFocused();
  await expect(noteRow(page, 'At once.')).toContainText('S8');
  await page.keyboard.press('x');
  await expect(page.getByRole('textbox', { name: 'Reason' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Give a reason.')).toBeVisible();
  await page.keyboard.type('Belongs to another conversation');
  await page.keyboard.press('Enter');
  await expect(noteRow(page, 'Struck: Belongs to another conversation')).toBeFocused();
  await page.keyboard.press('h');
  await expect(page.getByRole('dialog').getByText('Rings the lead and writes it down.', { exact: true })).toBeVisible();
  await inBothThemes(app, a11y);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('Escape gives a change up and leaves the note as it was', async ({ page }) => {
  await resumeDiscussion(page);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.keyboard.type(' And more.');
  await page.keyboard.press('Escape');
  await expect(noteRow(page, 'Take a multi-agency referral')).toBeFocused();
  await expect(noteRow(page, 'And more.')).toHaveCount(0);
  await page.keyboard.press('Control+Shift+E');
  await expect(page.getByRole('dialog')).toContainText('Fewer questions');
  await expect(page.getByRole('dialog')).not.toContainText('still being typed');
});

test('the coverage shows a KSB with its descriptors and notes and puts it into the note', async ({
  app,
  page,
  a11y,
}) => {
  await resumeDiscussion(page);
  await page.keyboard.press('F6');
  await page.keyboard.press('Tab');
  await expect(ksb(page, 'K3')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(ksb(page, 'K4')).toBeFocused();
  await page.keyboard.press('Enter');
  const detail = page.getByRole('region', { name: 'K4 in full' });
  await expect(detail).toContainText('A night worker rings');
  await inBothThemes(app, a11y);
  await page.keyboard.press('Enter');
  await expect(noteLine(page)).toBeFocused();
  await expect(noteLine(page)).toHaveValue('#K4 ');
  await detail.getByRole('button', { name: /A night worker rings/ }).click();
  await expect(noteRow(page, 'A night worker rings')).toBeFocused();
});

test('a break stops the clock with its reason, and one key goes on', async ({ page }) => {
  await resumeDiscussion(page);
  await page.keyboard.press('F8');
  await expect(page.getByRole('textbox', { name: 'Reason' })).toBeFocused();
  await page.keyboard.type('Fire alarm');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Break 00:0\d: Fire alarm$/)).toBeVisible();
  await expect(noteLine(page)).toBeFocused();
  const reading = page.getByRole('timer');
  const stopped = await reading.getAttribute('aria-label');
  await page.waitForTimeout(1200);
  await expect(reading).toHaveAttribute('aria-label', stopped ?? '');
  await page.keyboard.press('F8');
  await expect(reading).not.toHaveAttribute('aria-label', stopped ?? '');
});

test('closing asks for what the plan wants explained, shows no outcome, and leads to judging', async ({
  app,
  page,
  a11y,
}) => {
  await resumeDiscussion(page);
  await page.keyboard.type('Half a');
  await page.keyboard.press('Control+Shift+E');
  const dialog = page.getByRole('dialog', { name: 'Close the session' });
  await expect(dialog).toContainText('A note is still being typed');
  await expect(dialog.getByRole('button', { name: 'Close the session' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(noteLine(page)).toBeFocused();
  await page.keyboard.type(' sentence.');
  await page.keyboard.press('Enter');
  await expect(noteRow(page, 'Half a sentence.')).toHaveCount(1);
  await page.keyboard.press('Control+Shift+E');
  await expect(dialog).toContainText('6 questions asked; the plan sets at least 10');
  await expect(dialog.getByRole('textbox').first()).toBeFocused();
  await inBothThemes(app, a11y);
  await dialog.getByRole('button', { name: 'Close the session' }).press('Enter');
  await expect(dialog).toContainText('Give the reason.');
  await dialog.getByRole('textbox', { name: 'Why were fewer questions asked?' }).fill('The fire alarm ended it.');
  await dialog.getByRole('button', { name: 'Close the session' }).press('Enter');
  await expect(page.getByRole('heading', { name: /^Judge: Professional discussion/, level: 1 })).toBeVisible();
  const session = (await place(page)).replace('judge', 'session');
  await goToPlace(page, session);
  await expect(page.getByRole('link', { name: 'Judge the evidence' })).toBeVisible();
  await expect(noteLine(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Reopen the session…' }).press('Enter');
  await page.keyboard.type('One more question was asked');
  await page.keyboard.press('Enter');
  await expect(noteLine(page)).toBeVisible();
});

test('an observation begins with its checklist, starts with what is seen and goes on to the questions', async ({
  app,
  page,
  a11y,
}) => {
  await openAssessment(page, 'Ada Example');
  await page.keyboard.press('c');
  const checklist = page.getByRole('dialog', { name: /^Before you begin/ });
  await expect(checklist.getByRole('textbox', { name: 'Place' })).toBeFocused();
  await checklist.getByRole('textbox', { name: 'Place' }).fill('');
  await page.keyboard.press('Enter');
  await expect(checklist).toContainText('Say where the session is held.');
  await expect(checklist).toContainText('Declare your independence');
  await inBothThemes(app, a11y);
  await expect(checklist).toContainText('I took no part in the training of this apprentice');
  await page.keyboard.type('Ward 3');
  await expect(checklist).not.toContainText('Say where the session is held.');
  await expect(checklist).toContainText('Say which document you saw.');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Passport 123456789');
  await page.keyboard.press('Tab');
  await checklist.getByRole('checkbox', { name: /^I am independent/ }).press('Space');
  await checklist.getByRole('checkbox', { name: /^The apprentice was briefed/ }).press('Space');
  await checklist.getByRole('button', { name: 'Begin the session' }).press('Enter');
  await expect(checklist).toContainText('Leave the number out');
  const identity = checklist.getByRole('combobox', { name: 'Identity document seen' });
  await expect(identity).toBeFocused();
  await identity.fill('Passport');
  await page.keyboard.press('Tab');
  await checklist.getByRole('button', { name: 'Begin the session' }).press('Enter');
  await expect(noteLine(page)).toBeFocused();
  await expect(page.getByText('No notes yet')).toBeVisible();
  await inBothThemes(app, a11y);
  await note(page, 'Arrives on the ward early.');
  await expect(noteRow(page, 'Arrives on the ward early.')).toContainText('before the clock');
  await page.keyboard.press('F8');
  await expect(kind(page, 'Seen')).toBeChecked();
  await note(page, 'Greets L.B. by name, closes the door. #S1');
  await expect(noteRow(page, 'Greets L.B.')).toContainText('Seen');
  await expect(noteRow(page, 'Greets L.B.')).not.toContainText('before the clock');
  await expect(noteRow(page, 'Arrives on the ward early.')).toContainText('before the clock');
  const inPart = (words: string) => page.getByText(words, { exact: true });
  await page.keyboard.press('F9');
  const dialog = page.getByRole('dialog', { name: 'Go on to: Questions' });
  await expect(dialog.getByRole('button', { name: 'Go on to: Questions' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText(/^Part 1 of 2/)).toBeVisible();
  await page.keyboard.press('F9');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(inPart('Part 2 of 2 · Questions')).toBeVisible();
  await expect(noteLine(page)).toBeFocused();
  await expect(kind(page, 'Question')).toBeChecked();
  await page.keyboard.press('Control+K');
  await page.keyboard.type('Go back to: ');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: /^Go back to: / })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Part 1 of 2/)).toBeVisible();
});

test('nothing has to be scrolled sideways at 640 pixels and 200 %, and the line stays in reach', async ({
  app,
  page,
}) => {
  await resumeDiscussion(page);
  await narrowAndZoom(app);
  expect(await sidewaysScrollers(page)).toEqual([]);
  await expect(noteLine(page)).toBeInViewport();
  await expect(page.locator('.clock-strip .clock-track')).toBeVisible();
  await expect(noteLine(page)).toBeFocused();
  await page.keyboard.press('F6');
  await expect(page.getByRole('heading', { name: 'Coverage' })).toBeVisible();
  expect(await sidewaysScrollers(page)).toEqual([]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /A night worker rings/ }).press('Enter');
  await expect(noteRow(page, 'A night worker rings')).toBeFocused();
  await page.keyboard.press('n');
  await expect(noteLine(page)).toBeFocused();
});

test('Escape leads from a pane to the note line and only from there, empty, out of the session', async ({ page }) => {
  await resumeDiscussion(page);
  const session = await place(page);
  await page.keyboard.press('F6');
  await expect(noteLine(page)).not.toBeFocused();
  await page.keyboard.press('Escape');
  await expect(noteLine(page)).toBeFocused();
  await page.keyboard.type('Not lost');
  await page.keyboard.press('Escape');
  await expect(noteLine(page)).not.toBeFocused();
  await page.keyboard.press('Escape');
  await expect(noteLine(page)).toBeFocused();
  expect(await place(page)).toBe(session);
  await page.keyboard.press('Enter');
  await expect(noteLine(page)).toHaveValue('');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Ben Sample', level: 1 })).toBeVisible();
});

test('the live session is free of accessibility faults in both themes', async ({ app, page, a11y }) => {
  await resumeDiscussion(page);
  await page.keyboard.type('Something about #');
  await expect(suggestions(page)).toHaveCount(33);
  await inBothThemes(app, a11y);
});
