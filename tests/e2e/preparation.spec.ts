import type { Page } from '@playwright/test';
import { openAssessment } from './desk.ts';
import { goTo, inBothThemes, narrowAndZoom, sidewaysScrollers, startDemonstration } from './entrance.ts';
import { expect, test } from './fixtures.ts';

const gateway = (page: Page) => page.getByRole('region', { name: 'Gateway', exact: true });
const adjustments = (page: Page) => page.getByRole('region', { name: 'Adjustments and considerations' });

/** A day so many days from now as it is typed. */
const typedDay = (days: number): string => {
  const date = new Date(Date.now() + days * 86_400_000);
  return `${date.getDate()}/${date.getMonth() + 1}/${date.getFullYear()}`;
};

/** Opens a further assessment of Ada Example, for which nothing has been prepared yet. */
async function openUnprepared(page: Page): Promise<void> {
  await startDemonstration(page);
  await page.evaluate(async () => {
    const ask = async (channel: string, input: unknown): Promise<unknown> => {
      const reply = await window.api.invoke(channel, input);
      if (!reply.ok) throw new Error(reply.error.message);
      return reply.value;
    };
    const apprentices = (await ask('apprentice.list', {})) as { id: string; givenNames: string }[];
    const apprenticeId = apprentices.find(({ givenNames }) => givenNames === 'Ada')?.id;
    const planId = 'st1030-demonstration';
    const { id } = (await ask('assessment.add', { apprenticeId, planId, practice: true })) as { id: string };
    window.location.hash = `#/assessment/${id}`;
  });
  await expect(page.getByRole('heading', { name: 'Ada Example', level: 1 })).toBeVisible();
}

async function record(page: Page, requirement: string, found: string, words: string): Promise<void> {
  await gateway(page)
    .getByRole('button', { name: `Record: ${requirement}` })
    .click();
  const dialog = page.getByRole('dialog', { name: requirement });
  await dialog.getByText(found, { exact: true }).click();
  await dialog.getByRole('textbox', { name: found === 'Met' ? /^Evidence/ : 'Why it does not apply' }).fill(words);
  await dialog.getByRole('textbox', { name: 'Confirmed by' }).fill('Sam Employer');
  await dialog.getByRole('textbox', { name: 'Confirmed by' }).press('Enter');
  await expect(dialog).toBeHidden();
}

test('the gateway is recorded, confirmed and locked, and unlocked with a reason', async ({ app, page, a11y }) => {
  await openUnprepared(page);
  await expect(gateway(page)).toContainText('A practice session may begin all the same; a live one could not.');
  await expect(gateway(page).getByRole('button', { name: 'Confirm the gateway' })).toBeDisabled();
  await inBothThemes(app, a11y);
  await record(page, 'English and maths at level 2', 'Does not apply', 'Waived by the employer, aged 24');
  await record(page, 'Satisfactory enhanced DBS check', 'Met', 'Certificate seen on 2 November 2026');
  await record(page, 'Portfolio of evidence', 'Met', 'Submitted');
  await record(page, 'Employer’s declaration that the apprentice is ready', 'Met', 'Signed declaration');
  await expect(gateway(page)).toContainText('4 of 4 recorded');
  await gateway(page).getByRole('button', { name: 'Confirm the gateway' }).click();
  await page
    .getByRole('dialog', { name: 'Confirm the gateway' })
    .getByRole('button', { name: 'Confirm the gateway' })
    .click();
  await expect(gateway(page)).toContainText(/The assessment period ends on \d+ \w+ \d{4}\./);
  await expect(gateway(page)).toContainText('Confirmed and locked by Robin Fictional');
  await expect(gateway(page).getByRole('button', { name: /^Change/ })).toHaveCount(0);
  await inBothThemes(app, a11y);
  await gateway(page).getByRole('button', { name: 'Unlock' }).click();
  await page.getByRole('textbox', { name: 'Reason' }).fill('The portfolio was another apprentice’s');
  await page.keyboard.press('Enter');
  await expect(gateway(page)).toContainText('Unlocked by Robin Fictional');
  await expect(gateway(page)).toContainText('The portfolio was another apprentice’s');
});

test('a method is booked against the plan’s notice with a reason, stands on the home page, and is moved', async ({
  app,
  page,
  a11y,
}) => {
  await openUnprepared(page);
  await page.getByRole('button', { name: 'Book…' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Book: Observation with questions' });
  await dialog.getByRole('textbox', { name: 'Day', exact: true }).fill(typedDay(3));
  await dialog.getByRole('textbox', { name: 'Time' }).fill('9.30');
  await dialog.getByRole('textbox', { name: 'Place' }).fill('Example Care, day room');
  await dialog.getByRole('button', { name: 'Book it' }).click();
  await expect(dialog.getByText(/The plan asks for 10 working days of notice/)).toBeVisible();
  await expect(dialog.getByText('Say why this day is taken all the same.')).toBeVisible();
  await inBothThemes(app, a11y);
  await dialog.getByRole('textbox', { name: 'Why this day is taken' }).fill('Agreed by everybody');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/, 09:30, Example Care, day room/)).toBeVisible();

  await goTo(page, 'Home');
  const due = page.getByRole('region', { name: 'Due', exact: true });
  await expect(due).toContainText('This week');
  await expect(due).toContainText('Observation with questions at 09:30, Example Care, day room');
  await inBothThemes(app, a11y);
  await due.getByRole('link', { name: 'Ada Example' }).click();

  await page.getByRole('button', { name: 'Move…' }).click();
  const moving = page.getByRole('dialog', { name: 'Move the booking: Observation with questions' });
  await moving.getByRole('textbox', { name: 'Day', exact: true }).fill(typedDay(40));
  await moving.getByRole('textbox', { name: 'Reason for moving it' }).fill('The service is inspected that day');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/09:30: Moved, The service is inspected that day/)).toBeVisible();
  await page.keyboard.press('c');
  await expect(page.getByRole('textbox', { name: 'Place' })).toHaveValue('Example Care, day room');
  await page.keyboard.press('Escape');
  await narrowAndZoom(app);
  expect(await sidewaysScrollers(page)).toEqual([]);
});

test('an adjustment that was agreed is taken over into the opening checklist', async ({ app, page, a11y }) => {
  await openAssessment(page, 'Ada Example');
  await adjustments(page).getByRole('button', { name: 'Record one' }).click();
  const dialog = page.getByRole('dialog', { name: 'Record an adjustment or consideration' });
  await dialog.getByRole('textbox', { name: 'What was agreed' }).fill('A reader and rest breaks');
  await dialog.getByRole('textbox', { name: /^Extra time/ }).fill('25');
  await dialog.getByRole('button', { name: 'Record it' }).click();
  await expect(dialog.getByText('Say who agreed to it.')).toBeVisible();
  await inBothThemes(app, a11y);
  await dialog.getByRole('textbox', { name: 'Agreed by' }).fill('Example Assessment Organisation');
  await page.keyboard.press('Enter');
  await expect(adjustments(page)).toContainText('A reader and rest breaks; 25 % extra time');
  await page.getByRole('button', { name: 'Begin…' }).first().click();
  await expect(page.getByRole('textbox', { name: /^Extra time/ })).toHaveValue('25');
  await expect(page.getByRole('textbox', { name: /^Reasonable adjustments/ })).toHaveValue('A reader and rest breaks');
});
