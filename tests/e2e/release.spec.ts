import type { Page } from '@playwright/test';
import { opensslFolder } from '../integration/signing/openssl-files.ts';
import { startTimestampServer } from '../integration/signing/timestamp-server.ts';
import { findAssessment, goToPlace } from './desk.ts';
import { goTo, inBothThemes, startDemonstration } from './entrance.ts';
import { expect, test } from './fixtures.ts';

const quality = (page: Page) => page.getByRole('region', { name: 'Quality assurance', exact: true });

/** Runs the palette's first action for these words. */
async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+K');
  await page.keyboard.type(words);
  await expect(page.getByRole('option', { name: words }).first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
}

/** Signs all three reports of Cleo Specimen at once. */
async function signAll(page: Page): Promise<void> {
  await goTo(page, 'Apprentices');
  await page.getByRole('button', { name: 'Sign many reports…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Sign many reports' });
  await dialog.getByRole('button', { name: 'Sign 3 reports' }).press('Enter');
  await expect(dialog.getByRole('status')).toHaveText('3 reports signed.', { timeout: 30_000 });
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().press('Enter');
}

/** One stroke each with a pen, a finger and the mouse, as the machine reports them. */
async function drawByHand(page: Page): Promise<void> {
  const pad = page.getByRole('dialog').getByRole('img', { name: 'Nothing drawn yet' });
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error('The pad is not there.');
  const [x, y] = [box.x + 20, box.y + box.height / 2];
  const devices = await page.context().newCDPSession(page);
  const pen = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', dx: number) =>
    devices.send('Input.dispatchMouseEvent', { type, x: x + dx, y, button: 'left', buttons: 1, pointerType: 'pen' });
  await pen('mousePressed', 0);
  await pen('mouseMoved', 30);
  await pen('mouseReleased', 30);
  const finger = (type: 'touchStart' | 'touchMove', dx: number) =>
    devices.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x: x + dx, y: y - 10 }] });
  await finger('touchStart', 40);
  await finger('touchMove', 70);
  await devices.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await page.mouse.move(x + 80, y + 10);
  await page.mouse.down();
  await page.mouse.move(x + 120, y - 10);
  await page.mouse.up();
  await expect(page.getByRole('img', { name: 'A drawn signature' }).locator('polyline')).toHaveCount(3);
}

test('a result is reviewed, countersigned by hand and released, and the review’s report is signed with its actions', async ({
  app,
  page,
  a11y,
}) => {
  await startDemonstration(page);
  await goToPlace(page, '#/settings/people');
  const first = page.getByRole('textbox', { name: 'The first of every assessor' });
  await first.fill('0');
  await page.getByRole('button', { name: 'Save the rule' }).press('Enter');
  await expect(page.getByText('The sampling rule is saved.')).toBeVisible();
  await signAll(page);
  await findAssessment(page, 'Cleo Specimen');
  await expect(quality(page)).toContainText('It has to be looked at');
  await expect(quality(page)).not.toContainText('One of the assessor’s first assessments');

  await command(page, 'Record a review');
  const review = page.getByRole('dialog', { name: 'Record a review: Cleo Specimen' });
  await review.getByRole('radio', { name: /^Agreed/ }).check({ force: true });
  await review.getByRole('textbox', { name: /^Reasons/ }).fill('The notes show what was judged.');
  await review.getByRole('button', { name: 'Record the review' }).press('Enter');
  await expect(review).toHaveCount(0);

  await expect(quality(page).getByRole('button', { name: /^Countersign: Observation/ })).toBeVisible();
  await command(page, 'Countersign: Observation');
  const countersign = page.getByRole('dialog', { name: /^Countersign: Observation/ });
  await countersign.getByRole('radio', { name: 'Draw it' }).check({ force: true });
  await drawByHand(page);
  await inBothThemes(app, a11y);
  await countersign.getByRole('button', { name: 'Countersign the report' }).press('Enter');
  await expect(quality(page)).toContainText('Countersigned by Quinn Fictional on', { timeout: 20_000 });

  await expect(quality(page).getByRole('button', { name: /^Countersign: Observation/ })).toHaveCount(0);
  await command(page, 'Release the result');
  const release = page.getByRole('alertdialog', { name: 'Release the result of Cleo Specimen?' });
  await expect(release).toContainText('A release cannot be taken back.');
  await release.getByRole('button', { name: 'Release the result' }).press('Enter');
  await expect(quality(page)).toContainText('Released by Quinn Fictional on');

  await expect(page.getByRole('button', { name: 'Make: Outcome statement' })).toBeVisible();
  await command(page, 'Make: Quality assurance report');
  const make = page.getByRole('dialog', { name: 'Make and sign: Quality assurance report' });
  await expect(make.getByRole('textbox', { name: 'Your name, as you sign' })).toHaveValue('Quinn Fictional');
  await make.getByRole('textbox', { name: /^Remark on the observation/ }).fill('Well observed.');
  await make.getByRole('button', { name: 'Add an action' }).press('Enter');
  await make.getByRole('textbox', { name: 'Action 1' }).fill('Write the time beside each observation');
  await make.getByRole('button', { name: 'Make and sign it' }).press('Enter');
  await expect(make.getByText('Say of each action what is to be done and by whom.')).toBeVisible();
  await inBothThemes(app, a11y);
  await make.getByRole('textbox', { name: 'By whom' }).fill('Robin Fictional');
  await make.getByRole('button', { name: 'Make and sign it' }).press('Enter');
  const preview = page.getByRole('dialog', { name: 'Quality assurance report, version 1' });
  await expect(preview).toContainText('1 remark', { timeout: 20_000 });
  await preview.getByRole('img', { name: /^Page 2 of/ }).scrollIntoViewIfNeeded();
  await expect(preview).toContainText('Write the time beside each observation');
});

test('a time stamp is asked for only after consent, and comes from the authority on this machine', async ({ page }) => {
  const files = opensslFolder();
  const server = await startTimestampServer(files);
  try {
    await startDemonstration(page);
    await goToPlace(page, '#/settings/trust');
    await page.getByRole('radio', { name: 'On', exact: true }).check({ force: true });
    await page.getByRole('textbox', { name: 'Address of the time stamp authority' }).fill(server.url);
    await page.getByText('I agree that a request leaves this computer').click();
    await page.getByRole('button', { name: 'Save the setting' }).press('Enter');
    await expect(page.getByText('Time stamps are on.')).toBeVisible();
    await findAssessment(page, 'Dev Placeholder');
    await page.getByRole('link', { name: 'Open the report' }).first().press('Enter');
    const signed = page.getByRole('region', { name: 'The signed report' });
    await expect(signed).toContainText(`A hash is sent to ${server.url}`);
    await signed.getByRole('button', { name: 'Add a time stamp' }).press('Enter');
    await expect(signed.getByRole('button', { name: 'Add a time stamp' })).toHaveCount(0);
    await expect(signed).toContainText('Time stamp');
  } finally {
    server.close();
    files.remove();
  }
});
