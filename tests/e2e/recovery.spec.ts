import { findAssessment, noteLine, noteRow, resumeDiscussion, slowNotes } from './desk.ts';
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
    await expect(again.getByText('“What would you have done if she had”')).toBeVisible();
    await findAssessment(again, 'Ben Sample');
    await again.keyboard.press('c');
    await expect(noteLine(again)).toHaveValue('What would you have done if she had');
    await expect(again.getByRole('radio', { name: 'Follow-up' })).toBeChecked();
    await expect(
      again.getByText(/Recovered: what you typed at \d\d:\d\d is in the note line, “What would you have done/),
    ).toBeVisible();

    await expect(
      again.getByText(/^The workbench was locked or stopped at \d\d:\d\d while the clock ran$/),
    ).toBeVisible();
    await expect(again.getByRole('button', { name: /^Treat it as a break from \d\d:\d\d/ })).toBeVisible();
    const strip = again.getByRole('region', { name: 'Interruption of the clock' });
    for (let panes = 0; panes < 3; panes += 1) await again.keyboard.press('F6');
    await expect(strip).toBeFocused();
    await again.keyboard.press('Alt+B');
    await expect(again.getByText(/^Break \d\d:\d\d: The workbench was interrupted$/)).toBeVisible();
    await expect(noteLine(again)).toBeFocused();
    await again.keyboard.type(' not been in?');
    await again.keyboard.press('Enter');
    await expect(noteRow(again, 'if she had not been in?')).toContainText('Follow-up');
    await expect(again.getByText(/Recovered:/)).toHaveCount(0);
    await app.close();
  });

  test('keeps notes that were sent and not saved yet, whether it is locked or killed', async ({ userData }) => {
    const killed = await launchApp(userData);
    const page = await readyPage(killed);
    await resumeDiscussion(page);
    await slowNotes(killed, 400);
    const typeThree = async (words: string): Promise<void> => {
      for (const one of ['First', 'Second']) {
        await page.keyboard.type(`${one} ${words}`);
        await page.keyboard.press('Enter');
      }
      await page.keyboard.type(`Third ${words}`);
    };
    await typeThree('before the lock');
    await page.keyboard.press('Control+Shift+L');
    await page.getByRole('button', { name: 'Open the demonstration' }).press('Enter');
    await expect(noteLine(page)).toHaveValue('Third before the lock');
    await expect(noteRow(page, 'First before the lock')).toHaveCount(1);
    await expect(noteRow(page, 'Second before the lock')).toHaveCount(1);

    await noteLine(page).fill('');
    await slowNotes(killed, 60_000);
    await typeThree('before the kill');
    await page.waitForTimeout(atRisk);
    const ended = new Promise(done => killed.process().once('exit', done));
    killed.process().kill('SIGKILL');
    await ended;

    const app = await launchApp(userData);
    const again = await readyPage(app);
    await again.getByRole('button', { name: /Open/ }).first().press('Enter');
    await expect(again.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible();
    await findAssessment(again, 'Ben Sample');
    await again.keyboard.press('c');
    await expect(noteLine(again)).toHaveValue('First before the kill\nSecond before the kill\nThird before the kill');
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

test('what was typed in the last moment is kept when the machine locks the workspace by itself', async ({
  app,
  page,
}) => {
  await resumeDiscussion(page);
  await page.keyboard.type('The very last words');
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'));
  await expect(page.getByText('The workspace was locked')).toBeVisible();
  await page.getByRole('button', { name: 'Open the demonstration' }).click();
  await expect(noteLine(page)).toHaveValue('The very last words');
});
