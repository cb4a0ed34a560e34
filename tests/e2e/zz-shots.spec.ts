import { findAssessment, openAssessment, goToPlace } from './desk.ts';
import { goTo } from './entrance.ts';
import { expect, test } from './fixtures.ts';

test('shots', async ({ app, page }) => {
  test.setTimeout(120_000);
  const shot = async (name: string) => {
    for (const [w, h] of [[1280, 800], [1920, 1080]] as const)
      for (const theme of ['light', 'dark'] as const) {
        if (theme === 'dark' && w === 1280) continue;
        await app.evaluate(({ BrowserWindow, nativeTheme }, [w, h, theme]) => {
          nativeTheme.themeSource = theme as 'light';
          BrowserWindow.getAllWindows()[0]?.setContentSize(w as number, h as number);
        }, [w, h, theme] as const);
        await page.waitForTimeout(250);
        await page.screenshot({ path: `/tmp/shots/${name}-${w}-${theme}.png` });
      }
  };
  await openAssessment(page, 'Cleo Specimen');
  for (let i = 0; i < 2; i++) {
    await page.keyboard.press('c');
    const name = page.getByRole('textbox', { name: 'Your name, as you sign' });
    await name.fill('R. Fictional', { timeout: 15_000 });
    await name.press('Enter');
    await expect(page.getByRole('heading', { name: 'Signed and locked' })).toBeFocused({ timeout: 20_000 });
    await page.getByRole('link', { name: 'Go on with the assessment' }).press('Enter');
    await expect(page.getByRole('heading', { name: 'Cleo Specimen', level: 1 })).toBeVisible();
  }
  await page.getByRole('button', { name: 'Begin a re-sit or re-take' }).click();
  await shot('further');
  await page.keyboard.press('Escape');
  const cleo = (await page.evaluate(() => location.hash)).split('/').pop() as string;
  await page.evaluate(async id => {
    const checklist = { place: 'Office', identityDocument: 'Passport', present: '', adjustmentPercent: 0, adjustments: '', independenceDeclared: true, briefingGiven: true };
    const further = { kind: 'retake', actionPlan: 'Two weeks with the safeguarding lead, then a mock discussion', exceptional: '', lateReason: '' };
    const r = await window.api.invoke('session.begin', { assessmentId: id, methodKey: 'professionalDiscussion', checklist, further }) as any;
    await window.api.invoke('session.void', { sessionId: r.value.id, reason: 'Fire alarm, the school was closed' });
    await window.api.invoke('session.begin', { assessmentId: id, methodKey: 'professionalDiscussion', checklist, further: {...further, kind: 'resit', actionPlan: ''} });
  }, cleo);
  await goTo(page, 'Home');
  await goToPlace(page, `#/assessment/${cleo}`);
  await expect(page.getByRole('heading', { name: 'Cleo Specimen', level: 1 })).toBeVisible();
  await shot('timeline');
  await findAssessment(page, 'Ada Example');
  const id = (await page.evaluate(() => location.hash)).split('/').pop() as string;
  await page.evaluate(async id => {
    const day = (n: number) => new Date(Date.now() + n * 86400000).toISOString().slice(0, 10);
    for (const [requirementKey, state, evidence] of [
      ['englishAndMaths', 'notApplicable', 'Waived by the employer, aged 24 at the start'],
      ['dbs', 'met', 'Certificate seen, dated 2 November 2026'],
      ['portfolio', 'notMet', ''],
    ])
      await window.api.invoke('gateway.record', { assessmentId: id, requirementKey, state, evidence, confirmedBy: 'Sam Employer', confirmedOn: day(-2) });
    await window.api.invoke('booking.make', { assessmentId: id, methodKey: 'observation', on: day(2), at: '09:30', place: 'Example Care, day room', exception: 'Everybody agreed to shorter notice' });
    await window.api.invoke('adjustment.record', { assessmentId: id, kind: 'reasonableAdjustment', methodKey: null, what: 'A reader, and rest breaks every half hour', extraTimePercent: 25, agreedBy: 'Example Assessment Organisation', agreedOn: day(-5) });
  }, id);
  await goTo(page, 'Home');
  await shot('home');
  await goToPlace(page, `#/assessment/${id}`);
  await expect(page.getByRole('heading', { name: 'Ada Example', level: 1 })).toBeVisible();
  await shot('assessment');
  await page.getByRole('button', { name: 'Change: Portfolio of evidence' }).click();
  await shot('requirement');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Move…' }).click();
  await shot('move');
  await page.keyboard.press('Escape');
});
