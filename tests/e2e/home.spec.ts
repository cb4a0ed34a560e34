import type { Page } from '@playwright/test';
import {
  createWorkspace,
  goTo,
  inBothThemes,
  narrowAndZoom,
  sidewaysScrollers,
  startDemonstration,
} from './entrance.ts';
import { expect, launchApp, readyPage, test } from './fixtures.ts';

const underWay = (page: Page) => page.getByRole('grid', { name: 'Under way: assessments' });
const signed = (page: Page) => page.getByRole('grid', { name: 'Signed: assessments' });

async function addApprentice(page: Page): Promise<void> {
  await page.keyboard.press('Control+N');
  await expect(page.getByRole('textbox', { name: 'Given names' })).toBeFocused();
  await page.getByRole('textbox', { name: 'Given names' }).fill('Ada');
  await page.getByRole('textbox', { name: 'Family name' }).fill('Learner');
  await page.getByRole('textbox', { name: /Unique learner number/ }).fill('9276308686');
  await page.getByRole('textbox', { name: 'Employer' }).fill('Example Care');
  await page.getByRole('textbox', { name: 'Training provider' }).fill('Example Training');
}

test('home lists a fictional apprentice at each stage, with the next step and the one that is due first', async ({
  app,
  page,
  a11y,
}) => {
  await startDemonstration(page);
  for (const stage of ['In progress', 'Ready to sign', 'Not started'])
    await expect(underWay(page).getByRole('row').filter({ hasText: stage })).toHaveCount(1);
  await expect(signed(page).getByRole('row').filter({ hasText: 'Signed' })).toHaveCount(1);
  await expect(underWay(page).getByRole('row').first()).toContainText('Resume: professional discussion');
  const next = page.getByRole('region', { name: 'Next' });
  await expect(next).toContainText('In progress');
  await expect(next.getByRole('link', { name: /^Resume/ })).toBeVisible();
  await inBothThemes(app, a11y);
});

test('one key leads to what is due first, and Enter on a line to its assessment', async ({ page }) => {
  await startDemonstration(page);
  await page.keyboard.press('c');
  await expect(page).toHaveURL(/#\/session\//);
  await page.keyboard.press('Control+1');
  await underWay(page).getByRole('row').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/assessment\//);
});

test('interrupted work stands on top by name with its last words, and one key continues it', async ({
  app,
  page,
  userData,
}) => {
  await startDemonstration(page);
  await page.keyboard.press('c');
  await expect(page.getByRole('textbox', { name: 'New note' })).toBeFocused();
  await page.keyboard.type('She said that she would ring the');
  await app.close();
  const again = await launchApp(userData);
  const second = await readyPage(again);
  await second.getByRole('button', { name: 'Open the demonstration' }).click();
  const interrupted = second.getByRole('region', { name: 'Interrupted work' });
  await expect(interrupted).toContainText(/Recovered: Professional discussion .* with Ben Sample/);
  await expect(interrupted).toContainText('The note that you were typing: “She said that she would ring the”');
  await second.keyboard.press('c');
  await expect(second.getByRole('textbox', { name: 'New note' })).toHaveValue('She said that she would ring the');
  await again.close();
});

test('an empty workspace offers the first step; an apprentice is added with an assessment by keyboard', async ({
  app,
  page,
  a11y,
}) => {
  await createWorkspace(page);
  await expect(page.getByRole('link', { name: 'Add an apprentice' }).last()).toBeVisible();
  await addApprentice(page);
  await inBothThemes(app, a11y);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Ada Learner', level: 1 })).toBeVisible();
  await expect(page.getByText('Ada Learner was added with an assessment.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 }).locator('..').getByText('PRACTICE')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Start: observation/ })).toBeVisible();
  await page.keyboard.press('c');
  await expect(page.getByRole('dialog', { name: /^Before you begin/ })).toBeVisible();
});

test('Escape asks before what was typed of an apprentice is discarded', async ({ page }) => {
  await createWorkspace(page);
  await addApprentice(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  const question = page.getByRole('alertdialog', { name: 'Discard what you typed?' });
  await expect(question).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(question).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'Given names' })).toHaveValue('Ada');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Discard it' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Apprentices', level: 1 })).toBeVisible();
});

test('a ULN whose last digit does not fit is remarked upon and kept', async ({ page }) => {
  await createWorkspace(page);
  await addApprentice(page);
  const uln = page.getByRole('textbox', { name: /Unique learner number/ });
  await uln.fill('9276308687');
  await expect(page.getByText('The last digit does not fit the others.')).toBeVisible();
  await uln.fill('92763');
  await expect(page.getByText('The last digit does not fit the others.')).toBeHidden();
  await uln.press('Enter');
  await expect(page.getByText('A ULN has ten digits and does not begin with 0.')).toBeVisible();
  await uln.fill('9276308687');
  await uln.press('Enter');
  await expect(page.getByRole('heading', { name: 'Ada Learner', level: 1 })).toBeVisible();
});

test('a live assessment with a plan that is not confirmed is refused in words before it is tried', async ({ page }) => {
  await createWorkspace(page);
  await addApprentice(page);
  await page.getByRole('switch', { name: /Practice assessment/ }).press('Space');
  await expect(page.getByText('A live assessment cannot use this plan, because it is fictional.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add apprentice and assessment' })).toBeDisabled();
  await page.getByRole('button', { name: /Assessment plan/ }).click();
  await page.getByRole('option', { name: /template/ }).click();
  await expect(
    page.getByText('A live assessment needs a confirmed plan, and this one is not confirmed.'),
  ).toBeVisible();
  await page.getByRole('switch', { name: /Practice assessment/ }).press('Space');
  await expect(page.getByRole('button', { name: 'Add apprentice and assessment' })).toBeEnabled();
});

test('apprentices are found by a part of their name, corrected, and given another assessment', async ({
  app,
  page,
  a11y,
}) => {
  await startDemonstration(page);
  await goTo(page, 'Apprentices');
  await inBothThemes(app, a11y);
  await page.keyboard.press('/');
  await page.keyboard.type('spec cle');
  const list = page.getByRole('grid', { name: 'Apprentices' });
  await expect(list.getByRole('row')).toHaveText([/Cleo Specimen/]);
  await page.getByRole('button', { name: 'Correct the details' }).click();
  await page.getByRole('textbox', { name: 'Employer' }).fill('Specimen College');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Correct the details' })).toBeFocused();
  await expect(list.getByRole('row', { name: /Cleo Specimen/ })).toContainText('Specimen College');
  await page.getByRole('button', { name: 'Add assessment' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Add assessment' }).click();
  await expect(page).toHaveURL(/#\/assessment\//);
  await expect(page.getByText('Not begun')).toHaveCount(2);
});

test('a signed assessment tells its story: methods, grades with their derivation, reports', async ({
  app,
  page,
  a11y,
  dialogs,
  userData,
}) => {
  await startDemonstration(page);
  await signed(page).getByRole('row').first().press('Enter');
  await expect(page.getByRole('region', { name: 'Methods' }).getByText('Distinction')).toBeVisible();
  const overall = page.getByRole('region', { name: 'Overall grade' });
  await expect(overall.getByText('Merit', { exact: true })).toBeVisible();
  await expect(overall.getByText(/The plan’s grade table gives a merit for a/)).toBeVisible();
  await expect(page.getByText(/^Signed by Robin Fictional on /)).toHaveCount(3);
  await inBothThemes(app, a11y);
  await dialogs.save(`${userData}/overall.pdf`);
  await overall.getByRole('button', { name: 'Save the PDF…' }).click();
  await expect(page.getByText('Saved as ', { exact: false })).toContainText('overall.pdf');
});

test('the palette finds apprentices, assessments and KSBs', async ({ page }) => {
  await startDemonstration(page);
  await page.keyboard.press('Control+K');
  await page.keyboard.type('cleo spec');
  await expect(page.getByRole('option', { name: /Cleo Specimen.*ULN/ })).toBeVisible();
  await page.getByRole('option', { name: /Cleo Specimen: ST1030/ }).click();
  await expect(page.getByRole('heading', { name: 'Cleo Specimen', level: 1 })).toBeVisible();
  await page.keyboard.press('Control+K');
  await page.keyboard.type('S14');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Skill S14' })).toBeVisible();
});

test('settings change the look at once and show a whole audit log', async ({ app, page, a11y }) => {
  await startDemonstration(page);
  await goTo(page, 'Settings');
  await page.getByRole('radio', { name: 'Dark' }).check({ force: true });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('radio', { name: 'As the computer' }).check({ force: true });
  await expect(page.getByText('The log is whole')).toBeVisible();
  const log = page.getByRole('grid', { name: 'Audit log' });
  await expect(log.getByRole('row')).toHaveCount(51);
  const latest = await log.getByRole('row').nth(1).textContent();
  await page.getByRole('button', { name: 'Earlier events' }).click();
  await expect(log.getByRole('row').nth(1)).not.toHaveText(latest ?? '');
  await page.getByRole('button', { name: 'Later events' }).click();
  await expect(log.getByRole('row').nth(1)).toHaveText(latest ?? '');
  await inBothThemes(app, a11y);
});

test('nothing has to be scrolled sideways at 640 pixels and 200 %', async ({ app, page }) => {
  await startDemonstration(page);
  const assessments = await signed(page).getByRole('row').first().getAttribute('data-key');
  await narrowAndZoom(app);
  for (const hash of ['#/', '#/apprentices', '#/apprentices/new', `#/assessment/${assessments}`, '#/settings']) {
    await page.evaluate(to => {
      location.hash = to;
    }, hash);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await sidewaysScrollers(page), hash).toEqual([]);
  }
});
