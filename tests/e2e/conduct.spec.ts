import type { Page } from '@playwright/test';
import { note, noteLine, noteRow, openAssessment } from './desk.ts';
import { inBothThemes } from './entrance.ts';
import { expect, test } from './fixtures.ts';

/** Begins the demonstration's observation of Ada Example and starts the clock. */
async function beginObservation(page: Page): Promise<void> {
  await openAssessment(page, 'Ada Example');
  await page.keyboard.press('c');
  const checklist = page.getByRole('dialog', { name: /^Before you begin/ });
  await checklist.getByRole('combobox', { name: 'Identity document seen' }).fill('Passport');
  await page.keyboard.press('Tab');
  await checklist.getByRole('checkbox', { name: /^I am independent/ }).press('Space');
  await checklist.getByRole('checkbox', { name: /^The apprentice was briefed/ }).press('Space');
  await checklist.getByRole('button', { name: 'Begin the session' }).press('Enter');
  await expect(noteLine(page)).toBeFocused();
  await page.keyboard.press('F8');
  await expect(page.getByText('Running', { exact: true })).toBeVisible();
}

test('an observation by keyboard alone: activities, enough, a stop with its record, a split, and the close', async ({
  app,
  page,
  a11y,
}) => {
  await beginObservation(page);
  await note(page, 's Opens the mailbox, takes the new concern first. #S1');
  const mustHappen = page.getByRole('region', { name: 'Must happen' });
  await page.keyboard.press('Alt+1');
  await expect(mustHappen.getByText('1 of 3 seen')).toBeVisible();
  await page.keyboard.press('Alt+1');
  await expect(mustHappen.getByText('0 of 3 seen')).toBeVisible();
  await page.keyboard.press('Alt+1');
  await page.keyboard.press('Alt+2');
  await expect(mustHappen.getByText('2 of 3 seen')).toBeVisible();
  await page.keyboard.press('F6');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Alt+E');
  await expect(page.getByRole('option', { name: 'K1, not seen yet, enough' })).toBeVisible();
  await expect(page.getByText(/^5 questions still to be asked\. 33 KSBs not seen yet/)).toBeVisible();
  await a11y();

  await page.keyboard.press('Shift+F8');
  await expect(page.getByRole('button', { name: 'Danger' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'What happened' })).toBeFocused();
  await page.keyboard.type('A fire alarm, not a test.');
  await page.keyboard.press('Escape');
  await expect(page.getByText('Danger: stopped at', { exact: false })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Go on', exact: false }).first()).toBeDisabled();
  await page.getByRole('button', { name: 'Write the record…' }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'What happened' })).toHaveValue('A fire alarm, not a test.');
  await page.getByRole('textbox', { name: 'What was done' }).fill('Everybody left by the yard.');
  await page.keyboard.press('Tab');
  await page.keyboard.type('The manager.');
  await inBothThemes(app, a11y);
  await page.getByRole('button', { name: 'Save the record' }).press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('F8');
  await expect(page.getByText('Running', { exact: true })).toBeVisible();

  await page.keyboard.press('Control+F8');
  await page.getByRole('button', { name: 'For comfort' }).press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Session split \d\d:\d\d: For comfort$/)).toBeVisible();
  await page.keyboard.press('F8');
  await expect(page.getByText('Running', { exact: true })).toBeVisible();
  await expect(noteRow(page, 'Opens the mailbox')).toHaveCount(1);

  await note(page, 's Greets Omar at the door.');
  await page.keyboard.press('Control+Shift+N');
  const names = page.getByRole('dialog', { name: 'Names of service users' });
  await names.getByRole('button', { name: 'Omar', exact: true }).press('Enter');
  await expect(names).toContainText('Omar → O.');
  await inBothThemes(app, a11y);
  await names.getByRole('button', { name: 'Replace in 1 place' }).press('Enter');
  await expect(names).toContainText('nowhere in this session');
  await names.getByRole('button', { name: 'I have looked the words through' }).press('Enter');
  await expect(noteRow(page, 'Greets O. at the door.')).toHaveCount(1);

  await page.keyboard.press('Control+Shift+E');
  const close = page.getByRole('dialog', { name: 'Close the session' });
  await expect(close).toContainText('“Communicate with a colleague or another agency about a concern” was not seen');
  await close.getByRole('textbox', { name: 'Why were fewer questions asked?' }).fill('The alarm ended it.');
  await close.getByRole('textbox', { name: 'Why were they not seen?' }).fill('Nobody else was on duty.');
  await close.getByRole('button', { name: 'Close the session' }).press('Enter');
  await expect(page.getByRole('heading', { name: /^Judge: Observation/, level: 1 })).toBeVisible();
});
