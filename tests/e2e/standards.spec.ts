import type { Page } from '@playwright/test';
import { goTo, inBothThemes, narrowAndZoom, sidewaysScrollers, startDemonstration } from './entrance.ts';
import { expect, test } from './fixtures.ts';

const everything = (page: Page) => page.getByRole('grid', { name: 'Duties and KSBs' });

async function openStandard(page: Page): Promise<void> {
  await startDemonstration(page);
  await goTo(page, 'Standards and plans');
  await page
    .getByRole('grid', { name: 'Standards', exact: true })
    .getByRole('row', { name: /ST1030/ })
    .press('Enter');
  await expect(page.getByRole('heading', { name: 'ST1030 Safeguarding support officer', level: 1 })).toBeVisible();
}

async function openPlan(page: Page, name: RegExp): Promise<void> {
  await startDemonstration(page);
  await goTo(page, 'Standards and plans');
  await page.getByRole('grid', { name: 'Assessment plans' }).getByRole('row', { name }).press('Enter');
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
}

test('the standard shows its 15 duties and 66 KSBs and names its licence', async ({ app, page, a11y }) => {
  await openStandard(page);
  await expect(page.getByText('15 duties')).toBeVisible();
  await expect(page.getByText('66 KSBs')).toBeVisible();
  await expect(page.getByText('326 links')).toBeVisible();
  await expect(page.getByText('Open Government Licence v3.0', { exact: true })).toBeVisible();
  await expect(page.getByText('© Crown copyright')).toBeVisible();
  await expect(everything(page).getByRole('row')).toHaveCount(81);
  await inBothThemes(app, a11y);
});

test('a duty leads to its KSBs and a KSB back to its duties, by keyboard', async ({ app, page, a11y }) => {
  await openStandard(page);
  await everything(page).getByRole('row', { name: /^D1 / }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  const duty = page.getByRole('region', { name: 'Duty D1' });
  await expect(duty.getByText('Act as a first point of contact for safeguarding concerns.')).toBeVisible();
  const knowledge = duty.getByRole('grid', { name: 'Knowledge' });
  const first = knowledge.getByRole('row').first();
  await expect(first).toContainText('K1');
  await inBothThemes(app, a11y);
  await first.press('Enter');
  const ksb = page.getByRole('region', { name: 'Knowledge K1' });
  await expect(ksb.getByRole('grid', { name: 'Duties' }).getByRole('row', { name: /^D1 / })).toBeVisible();
  await expect(everything(page).getByRole('row', { name: /^K1 / })).toBeInViewport();
});

test('typing filters by code and by words, and code and text are copied', async ({ app, page }) => {
  await openStandard(page);
  await page.keyboard.press('/');
  await page.keyboard.type('whistle');
  await expect(everything(page).getByRole('row')).toHaveText([/K7.*whistleblowing/]);
  await page.getByRole('searchbox', { name: 'Filter duties and KSBs' }).fill('k1');
  await expect(everything(page).getByRole('row')).toHaveText([/^K1/]);
  await everything(page).getByRole('row').first().click();
  await page.keyboard.press('c');
  await expect(page.getByText('K1 and its text were copied.')).toBeVisible();
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(
    'K1 Principles of safeguarding and how to respond to safeguarding concerns within own scope of practice and organisational protocol.',
  );
});

test('what is selected is part of the address: the way back leads to it again', async ({ page }) => {
  await openStandard(page);
  await everything(page).getByRole('row', { name: /^S5 / }).click();
  await expect(page.getByRole('region', { name: 'Skill S5' })).toBeVisible();
  await goTo(page, 'Home');
  await page.goBack();
  await expect(page.getByRole('region', { name: 'Skill S5' })).toBeVisible();
  await expect(everything(page).getByRole('row', { name: /^S5 / })).toBeInViewport();
});

test('the demonstration plan says that it is fictional and shows every part', async ({ app, page, a11y }) => {
  test.slow(); // axe looks at six parts in two themes
  await openPlan(page, /Demonstration plan/);
  await expect(page.getByText('This plan is fictional')).toBeVisible();
  await expect(page.getByText('Up to 10 % more (1 h 22 min 30 s in all), to be spent in any part.')).toBeVisible();
  await expect(page.getByText('At least 10 working days').first()).toBeVisible();
  const parts = ['Themes and descriptors', 'KSB map', 'Grades and re-sits', 'Gateway and rules', 'Check'];
  await inBothThemes(app, a11y);
  for (const part of parts) {
    await page.getByRole('tab', { name: part }).click();
    await inBothThemes(app, a11y);
  }
  await expect(page.getByText('Nothing is missing or contradicts itself')).toBeVisible();
});

test('the KSB map has a row for every KSB and the grade table a cell for every combination', async ({ page }) => {
  await openPlan(page, /Demonstration plan/);
  await page.getByRole('tab', { name: 'KSB map' }).click();
  await expect(page.getByText('66 KSBs of 66 assessed')).toBeVisible();
  await expect(page.getByRole('grid', { name: 'KSBs and methods' }).getByRole('row')).toHaveCount(67);
  await page.getByRole('tab', { name: 'Grades and re-sits' }).click();
  const row = page.getByRole('table').getByRole('row').last();
  await expect(row.getByRole('cell')).toHaveText(['Fail', 'Merit', 'Distinction']);
  await expect(page.getByText('A re-sit, without further learning: within 3 months.')).toBeVisible();
});

test('the template says that it is not confirmed and what is still open', async ({ page }) => {
  await openPlan(page, /template/);
  await expect(page.getByText('This plan is not confirmed: practice assessments only')).toBeVisible();
  await page.getByRole('tab', { name: 'Check' }).click();
  await expect(page.getByText(/findings must be put right before this plan can be confirmed/)).toBeVisible();
});

test('nothing has to be scrolled sideways at 640 pixels and 200 %', async ({ app, page }) => {
  await startDemonstration(page);
  await narrowAndZoom(app);
  for (const hash of [
    '#/standards',
    '#/standard/st1030-1.0',
    '#/standard/st1030-1.0/K5',
    '#/plan/st1030-demonstration',
  ]) {
    await page.evaluate(to => {
      location.hash = to;
    }, hash);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await sidewaysScrollers(page), hash).toEqual([]);
  }
});
