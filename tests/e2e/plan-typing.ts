import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** What the focus is on, as a screen reader would name it. */
export function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    const ids = element?.getAttribute('aria-labelledby')?.split(' ') ?? [];
    const label = ids.map(id => document.getElementById(id)?.textContent ?? '').join(' ');
    const own =
      element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.labels?.[0] : null;
    return (element?.getAttribute('aria-label') ?? (label || (own?.textContent ?? element?.textContent ?? ''))).trim();
  });
}

/** From the list of findings to the place where one is mended: its row, Enter, and the focus stands in the field. */
export async function mend(page: Page, finding: RegExp, field: string | RegExp): Promise<void> {
  await page.getByRole('grid', { name: 'Findings' }).getByRole('row', { name: finding }).first().focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => focusedName(page)).toMatch(field);
}

/** Goes to a section by the keys of the section list, and into its form. */
export async function goToSection(page: Page, name: string): Promise<void> {
  const sections = page.getByRole('grid', { name: 'Sections of the plan' });
  const row = sections.getByRole('row', { name, exact: false }).first();
  await row.focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('region', { name, exact: true })).toBeVisible();
}

/** Puts the focus on a control of the form and presses keys. */
export async function press(
  page: Page,
  role: 'button' | 'checkbox' | 'radio',
  name: string,
  keys: string,
): Promise<void> {
  await page.getByRole('region').getByRole(role, { name, exact: true }).first().focus();
  await page.keyboard.press(keys);
}

/** The numbers, rules, themes and grades that make the template of ST1030 complete, typed by keys alone. They are made up. */
export async function completeTemplate(page: Page): Promise<void> {
  await mend(page, /Still empty: Plan version/, 'Plan version');
  await page.keyboard.type('AP01');
  await mend(page, /Still empty: Source document/, 'Source document');
  await page.keyboard.type('Made up for a test of the window');
  await mend(page, /least months on programme/, 'Least months on programme');
  await page.keyboard.type('12');
  await minutes(page);
  for (const method of ['Observation with questions', 'Professional discussion underpinned by a portfolio']) {
    await rulesOf(page, method);
    await judgedBy(page, method);
  }
  await grades(page);
  await rest(page);
}

async function minutes(page: Page): Promise<void> {
  const open = page.getByRole('grid', { name: 'Findings' }).getByRole('row', { name: /: the minutes\./ });
  const figures = ['60', '15', '75'];
  for (const [index, minutesOfPart] of figures.entries()) {
    await expect(open).toHaveCount(figures.length - index); // the validator follows the typing a moment later
    await mend(page, /: the minutes\./, 'Minutes');
    await page.keyboard.type(minutesOfPart);
  }
}

async function rulesOf(page: Page, method: string): Promise<void> {
  const about = (what: string): RegExp => new RegExp(`Still open in ${method}: ${what}`);
  await mend(page, about('the tolerance of the time'), 'Fill in');
  await page.keyboard.press('Enter');
  await expect.poll(() => focusedName(page)).toBe('Per cent more');
  await page.keyboard.type('10');
  await page.keyboard.press('Tab');
  await page.keyboard.type('0');
  await mend(page, about('whether it may be split'), 'Fill in');
  await page.keyboard.press('Enter');
  await mend(page, about('the notice to give'), 'Fill in');
  await page.keyboard.press('Enter');
  await expect.poll(() => focusedName(page)).toBe('Notice');
  await page.keyboard.type('10');
  await mend(page, about('the questions to ask'), 'Fill in');
  await page.keyboard.press('Enter');
  await expect.poll(() => focusedName(page)).toBe('Least number of questions');
  await page.keyboard.type('2');
  await mend(page, about('whether simulation is allowed'), 'Yes');
  await page.keyboard.press('ArrowRight');
  await mend(page, about('whether it may be held remotely'), 'Yes');
  await page.keyboard.press('ArrowRight');
  await mend(page, about('whether it is recorded'), 'Fill in');
  await page.keyboard.press('Enter');
}

/** One theme with all the method's KSBs, one pass and one distinction descriptor, and the usual rule. */
async function judgedBy(page: Page, method: string): Promise<void> {
  await mend(page, new RegExp(`Still open in ${method}: its themes`), 'Add a theme');
  const form = page.getByRole('region', { name: `Themes and descriptors: ${method}`, exact: true });
  const codes = (await form.locator('.ksb').allTextContents()).join(' ');
  await page.keyboard.press('Enter');
  await expect.poll(() => focusedName(page)).toBe('Title');
  await page.keyboard.type('Responding');
  await form.getByRole('textbox', { name: 'KSBs', exact: true }).focus();
  await page.keyboard.type(codes);
  for (const [grade, keys] of [
    ['Shows all of it.', ''],
    ['Explains beyond it.', 'ArrowRight'],
  ] as const) {
    await press(page, 'button', 'Add a descriptor', 'Enter');
    await expect.poll(() => focusedName(page)).toBe('Pass');
    await page.keyboard.press('Space');
    if (keys) await page.keyboard.press(keys);
    await page.keyboard.press('Tab');
    await page.keyboard.insertText(`${grade} (${codes})`);
    await page.keyboard.press('Tab');
  }
  await mend(page, new RegExp(`Still open in ${method}: its grades`), 'Fail');
  for (const grade of ['Fail', 'Pass', 'Distinction']) await press(page, 'checkbox', grade, 'Space');
  await form.getByRole('radio', { name: /^Every descriptor/ }).focus();
  await page.keyboard.press('Space');
}

async function grades(page: Page): Promise<void> {
  await mend(page, /the overall grades of the plan/, 'Fail');
  for (const grade of ['Fail', 'Pass', 'Merit', 'Distinction']) await press(page, 'checkbox', grade, 'Space');
  await press(page, 'button', 'Fill from a rule', 'Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const cell = page.getByRole('gridcell', {
    name: /^Observation with questions distinction and .* pass: overall pass/,
  });
  await cell.focus();
  await page.keyboard.press('m');
  await expect(page.getByRole('gridcell', { name: /distinction and .* pass: overall merit/ })).toBeFocused();
}

async function rest(page: Page): Promise<void> {
  await mend(page, /the rules for re-sits/, 'Fill in');
  await page.keyboard.press('Enter');
  await expect.poll(() => focusedName(page)).toBe('Months for a re-sit');
  for (const figures of ['3', '6', '6']) {
    await page.keyboard.type(figures);
    await page.keyboard.press('Tab');
  }
  await mend(page, /when results are released/, 'Fill in');
  await page.keyboard.press('Enter');
  await expect.poll(() => focusedName(page)).toBe('Working days to release');
  await page.keyboard.type('10');
  await mend(page, /what is asked of the assessor/, 'Fill in');
  await page.keyboard.press('Enter');
  await expect.poll(() => focusedName(page)).toBe('Independence');
  await page.keyboard.type('Employed by neither employer nor provider');
}
