import { findAssessment, noteLine, noteRow, resumeDiscussion } from './desk.ts';
import { expect, launchApp, readyPage, test } from './fixtures.ts';

/** What is typed less than this before the end may be lost, in milliseconds. */
const atRisk = 500;

test.describe('a window that goes in mid-sentence', () => {
  test('loses nothing of what was typed half a second before a kill, and the next start says so by name', async ({
    userData,
  }) => {
    const killed = await launchApp(userData);
    const page = await readyPage(killed);
    await resumeDiscussion(page);
    await page.keyboard.type('f What would you have done if she had');
    await page.waitForTimeout(atRisk);
    const ended = new Promise(done => killed.process().once('exit', done));
    killed.process().kill('SIGKILL');
    await ended;

    const app = await launchApp(userData);
    const again = await readyPage(app);
    await again.getByRole('button', { name: /Open/ }).first().press('Enter');
    await expect(again.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible();
    await expect(again.getByText('What would you have done if she had')).toBeVisible();
    await findAssessment(again, 'Ben Sample');
    await again.keyboard.press('c');
    await expect(noteLine(again)).toHaveValue('What would you have done if she had');
    await expect(again.getByRole('radio', { name: 'Follow-up' })).toBeChecked();
    await expect(again.getByText(/Recovered: what you typed at \d\d:\d\d/)).toBeVisible();

    await expect(again.getByText('The workbench stopped while the clock ran')).toBeVisible();
    await again.getByRole('button', { name: /^Treat it as a break from \d\d:\d\d/ }).press('Enter');
    await expect(again.getByText(/^Break \d\d:\d\d: The workbench was interrupted$/)).toBeVisible();
    await expect(noteLine(again)).toBeFocused();
    await again.keyboard.type(' not been in?');
    await again.keyboard.press('Enter');
    await expect(noteRow(again, 'if she had not been in?')).toContainText('Follow-up');
    await expect(again.getByText(/Recovered:/)).toHaveCount(0);
    await app.close();
  });

  test('keeps even the last letter when it is closed in the ordinary way', async ({ userData }) => {
    const closed = await launchApp(userData);
    const page = await readyPage(closed);
    await resumeDiscussion(page);
    await page.keyboard.type('Typed and closed at once');
    await closed.close();

    const app = await launchApp(userData);
    const again = await readyPage(app);
    await again.getByRole('button', { name: /Open/ }).first().press('Enter');
    await expect(again.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible();
    await findAssessment(again, 'Ben Sample');
    await again.keyboard.press('c');
    await expect(noteLine(again)).toHaveValue('Typed and closed at once');
    await again.getByRole('button', { name: 'Count the time since then' }).press('Enter');
    await expect(again.getByText('Running', { exact: true })).toBeVisible();
    await app.close();
  });
});
