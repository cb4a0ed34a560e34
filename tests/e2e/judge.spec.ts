import type { Page } from '@playwright/test';
import { goToPlace, openAssessment, place, resumeDiscussion } from './desk.ts';
import { inBothThemes, narrowAndZoom, sidewaysScrollers } from './entrance.ts';
import { expect, test } from './fixtures.ts';

const descriptor = (page: Page, label: string) =>
  page
    .getByRole('region', { name: 'Descriptors', exact: true })
    .getByRole('button', { name: new RegExp(`^${label} `) });
const decision = (page: Page, word: string) =>
  page.getByRole('radiogroup', { name: 'Decision' }).getByRole('radio', { name: word, exact: true });
const rationale = (page: Page) => page.getByRole('textbox', { name: /^Rationale/ });
const evidence = (page: Page) => page.getByRole('region', { name: 'Evidence', exact: true });
const descriptorPane = (page: Page) => page.getByRole('region', { name: 'Descriptor A1', exact: true });
const gradeSoFar = (page: Page) => page.getByRole('region', { name: 'Grade so far' });

/** Into the judging of the demonstration's discussion that is under way: nothing is decided there yet. */
async function judgeFresh(page: Page): Promise<void> {
  await resumeDiscussion(page);
  await goToPlace(page, (await place(page)).replace('session', 'judge'));
  await expect(page.getByRole('heading', { name: /^Judge:/, level: 1 })).toBeVisible();
}

/** Into the judging of a method of the demonstration that is all decided and not signed. */
async function judgeDecided(page: Page, method: string): Promise<void> {
  await openAssessment(page, 'Cleo Specimen');
  await page
    .getByRole('region', { name: 'Methods' })
    .getByRole('listitem')
    .filter({ hasText: method })
    .getByRole('link', { name: 'Judge' })
    .press('Enter');
  await expect(page.getByRole('heading', { name: /^Judge:/, level: 1 })).toBeVisible();
}

test('descriptors are decided, explained and backed by notes without the mouse', async ({ app, page, a11y }) => {
  await judgeFresh(page);
  await expect(page.getByText('0 of 19 decided')).toBeVisible();
  await expect(page.getByText('The session is not closed yet.')).toBeVisible();
  await expect(descriptor(page, 'A1')).toHaveAttribute('aria-current', 'true');
  await inBothThemes(app, a11y);

  await page.keyboard.press('1');
  await expect(decision(page, 'Not met')).toBeChecked();
  await expect(descriptor(page, 'A1')).toContainText('Not met');
  await expect(descriptor(page, 'A1')).toContainText('say why');
  await expect(page.getByText('Needed: say why it is not met.')).toBeVisible();
  await page.keyboard.press('r');
  await expect(rationale(page)).toBeFocused();
  await page.keyboard.type('Names the acts but not one of the organisation’s own policies.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await expect(descriptor(page, 'A1')).not.toContainText('say why');
  await expect(page.getByRole('article', { name: 'Descriptor A1' })).toBeFocused();
  await page.keyboard.press('v');
  await expect(evidence(page).getByRole('button').first()).toBeFocused();
  await page.keyboard.press('l');
  await expect(page.getByText('1 linked')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(page.getByText('2 linked')).toBeVisible();
  await page.keyboard.press('Space');
  await expect(page.getByText('1 linked')).toBeVisible();

  await page.keyboard.press('j');
  await expect(page.getByRole('article', { name: 'Descriptor A2' })).toBeVisible();
  await page.keyboard.press('2');
  await expect(decision(page, 'Met')).toBeChecked();
  await expect(evidence(page)).toContainText('Met without linked evidence.');
  await expect(descriptor(page, 'A2')).toContainText('no evidence');
  await expect(descriptor(page, 'A1')).not.toContainText('no evidence');
  await page.keyboard.press('u');
  await expect(page.getByRole('article', { name: 'Descriptor A3' })).toBeVisible();
  await expect(page.getByText('2 of 19 decided')).toBeVisible();
  await expect(gradeSoFar(page)).toContainText('No grade yet');
  await expect(gradeSoFar(page)).toContainText('13 descriptors to decide and the session to close');
  await inBothThemes(app, a11y);
});

test('arrows go through the descriptors, and the decision can be left open again', async ({ page }) => {
  await judgeFresh(page);
  await descriptor(page, 'A1').focus();
  await page.keyboard.press('ArrowDown');
  await expect(descriptor(page, 'A2')).toBeFocused();
  await page.keyboard.press('2');
  await expect(descriptor(page, 'A2')).toContainText('Met');
  await page.keyboard.press('0');
  await expect(descriptor(page, 'A2')).toContainText('Open');
  await page.keyboard.press('k');
  await expect(descriptor(page, 'A1')).toBeFocused();
});

test('two key presses in one breath both count', async ({ page }) => {
  await judgeFresh(page);
  await page.keyboard.press('v');
  await page.keyboard.press('2');
  await page.keyboard.press('l');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('l');
  await expect(page.getByText('2 linked')).toBeVisible();
  await expect(decision(page, 'Met')).toBeChecked();
});

test('a rationale that was typed and not saved is there again after the window was loaded anew', async ({ page }) => {
  await judgeDecided(page, 'Observation');
  await page.keyboard.press('r');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Half a reason');
  await expect(page.getByText(/^Kept as you type/)).toBeVisible();
  await page.waitForTimeout(500);
  await page.reload();
  await expect(rationale(page)).toHaveValue('Half a reason');
  await expect(gradeSoFar(page)).toContainText('1 rationale to save');
  await page.keyboard.press('r');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await expect(gradeSoFar(page)).not.toContainText('rationale to save');
});

test('going to another descriptor saves the rationale, and judging goes on where it was left', async ({ page }) => {
  await judgeFresh(page);
  await page.keyboard.press('j');
  await page.keyboard.press('r');
  await page.keyboard.type('Good use of a theory.');
  await descriptor(page, 'B1').click();
  await expect(page.getByRole('article', { name: 'Descriptor B1' })).toBeVisible();
  const here = await place(page);
  await page.keyboard.press('Control+1');
  await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible();
  await goToPlace(page, here);
  await expect(page.getByRole('article', { name: 'Descriptor B1' })).toBeVisible();
  await descriptor(page, 'A2').click();
  await expect(rationale(page)).toHaveValue('Good use of a theory.');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
});

test('the grade is computed and explained, line by line, as the decisions change', async ({ app, page, a11y }) => {
  await judgeDecided(page, 'Observation');
  await expect(gradeSoFar(page)).toContainText('Pass');
  await expect(gradeSoFar(page)).toContainText('nothing stands in the way of signing');
  await page.keyboard.press('g');
  const derivation = page.getByRole('list', { name: 'How the grade comes about' });
  await expect(derivation.getByRole('listitem').last()).toContainText('the method grade is a pass');
  await inBothThemes(app, a11y);
  await derivation.getByRole('button', { name: /descriptor D1: met/ }).press('Enter');
  await expect(page.getByRole('article', { name: 'Descriptor D1' })).toBeVisible();
  await page.keyboard.press('1');
  await expect(gradeSoFar(page)).toContainText('Fail');
  await expect(derivation.getByRole('listitem').last()).toContainText('the method grade is a fail');
  await page.keyboard.press('2');
  await expect(gradeSoFar(page)).toContainText('Pass');
  await gradeSoFar(page).getByRole('link', { name: 'Preview and sign the report' }).press('Enter');
  await expect(page.getByRole('heading', { name: /assessment report$/, level: 1 })).toBeVisible();
});

test('the judgements of a signed report are locked', async ({ page }) => {
  await openAssessment(page, 'Dev Placeholder');
  await page.getByRole('link', { name: 'Judgements' }).first().press('Enter');
  await expect(page.getByText('Signed and locked')).toBeVisible();
  await expect(decision(page, 'Met')).toBeDisabled();
  await expect(rationale(page)).toHaveAttribute('readonly', '');
  await page.keyboard.press('1');
  await expect(decision(page, 'Not met')).not.toBeChecked();
});

test('nothing has to be scrolled sideways at 640 pixels and 200 % while judging', async ({ app, page }) => {
  await judgeFresh(page);
  await narrowAndZoom(app);
  const shown = page.getByRole('heading', { level: 2 });
  await expect(shown).toHaveText('Descriptor A1');
  expect(await sidewaysScrollers(page)).toEqual([]);
  await descriptorPane(page).focus();
  for (const pane of ['Evidence', 'Descriptors']) {
    while ((await shown.textContent()) !== pane) await page.keyboard.press('F6');
    expect(await sidewaysScrollers(page), pane).toEqual([]);
  }
});
