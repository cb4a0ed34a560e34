import { findAssessment, noteRow, openAssessment } from './desk.ts';
import { inBothThemes, narrowAndZoom, sidewaysScrollers } from './entrance.ts';
import { expect, test } from './fixtures.ts';

test('a session is planned by keyboard: questions in their order, what to look for, and what that leaves open', async ({
  app,
  page,
  a11y,
}) => {
  await openAssessment(page, 'Ada Example');
  await page.keyboard.press('Control+K');
  await page.keyboard.type('Plan: Professional');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^Plan: Professional discussion/ })).toBeVisible();
  const questions = page.getByRole('region', { name: 'Questions', exact: true });
  const picked = questions.getByRole('button', { pressed: true });
  await expect(picked).toHaveCount(10);
  const first = (await picked.first().textContent()) ?? '';
  await picked.first().focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(picked.nth(1)).toBeFocused();
  await expect(picked.nth(1)).toContainText(first.replace('No. 1', ''));
  await page.keyboard.press('Space');
  await expect(picked).toHaveCount(9);
  const open = page.getByRole('list', { name: 'What the planning leaves open' });
  await expect(open).toContainText('9 questions picked of at least 10');
  await expect(open).toContainText('Theme A: 1 of at least 2 questions picked.');

  const line = page.getByRole('textbox', { name: 'Something to look for' });
  await page.keyboard.press('n');
  await expect(line).toBeFocused();
  await page.keyboard.type('Says what the review changed #K22');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Look for 2' })).toHaveValue('Says what the review changed #K22');
  await expect(line).toHaveValue('');

  await page.getByRole('gridcell', { name: 'K3, a question must reach it: no' }).focus();
  await page.keyboard.type('s25');
  const cell = page.getByRole('gridcell', { name: /^S25, a question must reach it/ });
  await expect(cell).toBeFocused();
  await page.keyboard.press('Space');
  await expect(cell).toHaveAccessibleName('S25, a question must reach it: yes');
  await inBothThemes(app, a11y);
  await page.reload();
  await expect(page.getByRole('gridcell', { name: 'S25, a question must reach it: yes' })).toBeVisible();
  await narrowAndZoom(app);
  expect(await sidewaysScrollers(page)).toEqual([]);
});

test('a session shows its planning: picked questions first, what each KSB waits for, and a tick that makes a note', async ({
  page,
}) => {
  await openAssessment(page, 'Ben Sample');
  await page.keyboard.press('c');
  const plan = page.getByRole('region', { name: 'Plan', exact: true });
  await expect(page.getByRole('option', { name: 'K24, not seen yet, a question must reach it' })).toBeVisible();
  await expect(
    plan
      .getByRole('grid', { name: /^Questions to ask, Evidence/ })
      .getByRole('row')
      .first(),
  ).toContainText('Picked, no. 5');
  await plan.getByRole('checkbox', { name: /^Names what she would do differently/ }).press('Space');
  await expect(noteRow(page, 'Names what she would do differently, unasked')).toContainText('K21');
  await expect(plan.getByText('1 of 1 seen')).toBeVisible();
  await findAssessment(page, 'Ada Example');
  await expect(page.getByRole('region', { name: 'Portfolio' })).toContainText('Referral log and reflection');
});
