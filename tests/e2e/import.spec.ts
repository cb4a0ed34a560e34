import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { createWorkspace, goTo, inBothThemes, narrowAndZoom, sidewaysScrollers } from './entrance.ts';
import { expect, test } from './fixtures.ts';

const fixture = (name: string): string => fileURLToPath(new URL(`../fixtures/frameworks/${name}`, import.meta.url));
const nursing = fixture('standards/lars-434-nursing-associate-nmc-2018.json');

test.use({ hasDemonstration: false });

async function openImport(page: Page): Promise<void> {
  await createWorkspace(page);
  await goTo(page, 'Standards and plans');
  await page.keyboard.press('i');
  await expect(page.getByRole('heading', { name: 'Import standards', level: 1 })).toBeVisible();
}

async function paste(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Text of the standard or framework' }).fill(text);
  await page.getByRole('button', { name: 'Read this text' }).click();
  await expect(page.getByRole('region', { name: 'Found' })).toBeVisible();
}

const seller = (k2: string, ...more: string[]): string =>
  ['Seller', 'ST9003', 'Version 1.1', 'Duty 1 Make it', 'K1 K2', 'Knowledge', 'K1: One', `K2: ${k2}`, ...more].join(
    '\n',
  );

test('a file is shown before it is imported, and browsed afterwards', async ({ app, page, dialogs, a11y }) => {
  test.slow(); // axe looks at two pages in two themes
  await openImport(page);
  await inBothThemes(app, a11y);
  await dialogs.open(null);
  await page.keyboard.press('f');
  await expect(page.getByRole('button', { name: 'Choose a file' })).toBeEnabled();
  await dialogs.open(nursing);
  await page.getByRole('button', { name: 'Choose a file' }).click();
  const found = page.getByRole('grid', { name: 'Found in this source' });
  await expect(found.getByRole('row')).toHaveText([/Nursing associate.*New/]);
  await expect(page.getByText(/^\d+ of \d+ lead to a statement$/)).toBeVisible();
  await inBothThemes(app, a11y);
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { name: /Nursing associate/, level: 1 })).toBeVisible();
  await expect(page.getByText(/was imported\./)).toBeVisible();
  await goTo(page, 'Standards and plans');
  const standards = page.getByRole('grid', { name: 'Standards', exact: true });
  await expect(standards.getByRole('row', { name: /Nursing associate/ })).toBeVisible();
});

test('a changed version shows its words, needs a label, and stands beside the old', async ({ app, page, a11y }) => {
  test.slow(); // axe looks at two pages in two themes
  await openImport(page);
  await paste(page, seller('Ways to sell goods to people.', 'K3: Three'));
  await page.getByRole('button', { name: 'Import this one' }).click();
  await expect(page.getByText('ST9003 version 1.1 was imported.')).toBeVisible();
  await page.goto(`${page.url().split('#')[0]}#/standards/import`);
  await paste(page, seller('Ways to sell services to people.', 'K4: Four'));
  await expect(page.getByText('ST9003 version 1.1 is here with other words')).toBeVisible();
  const take = page.getByRole('button', { name: 'Import', exact: true });
  await expect(take).toBeDisabled();
  const detail = page.getByRole('region', { name: 'ST9003 Seller' });
  await expect(detail.locator('del')).toHaveText(/goods/);
  await expect(detail.locator('ins')).toHaveText(/services/);
  await expect(detail.getByRole('listitem').filter({ hasText: /^Removed/ })).toContainText('K3');
  await expect(detail.getByRole('listitem').filter({ hasText: /^Added/ })).toContainText('K4');
  await expect(detail.getByRole('button', { name: '2 statements unchanged' })).toBeVisible();
  await inBothThemes(app, a11y);
  await expect(detail.getByRole('textbox', { name: 'Version' })).toHaveValue('1.1 (2)');
  await detail.getByRole('button', { name: 'Use these names' }).click();
  await page.getByRole('button', { name: 'Import this one' }).click();
  await expect(page.getByText('ST9003 version 1.1 (2) was imported.')).toBeVisible();
  await page.getByRole('button', { name: 'Compare with version 1.1' }).click();
  const dialog = page.getByRole('dialog', { name: 'ST9003: from version 1.1 to version 1.1 (2)' });
  await expect(dialog.locator('ins')).toHaveText(/services/);
  await expect(page.locator('.modal-overlay[data-entering]')).toHaveCount(0);
  await inBothThemes(app, a11y);
});

test('of several standards only the chosen ones are imported, by keyboard', async ({
  app,
  page,
  dialogs,
  userData,
  a11y,
}) => {
  const record = JSON.parse(readFileSync(nursing, 'utf8')) as object;
  const file = path.join(userData, 'three.json');
  const named = (title: string, larsCode: number) => ({ ...record, title, larsCode });
  writeFileSync(file, JSON.stringify([named('First', 9001), named('Second', 9002), named('Third', 9003)]));
  await openImport(page);
  await dialogs.open(file);
  await page.keyboard.press('f');
  const rows = page.getByRole('grid', { name: 'Found in this source' }).getByRole('row');
  await expect(rows).toHaveCount(3);
  await rows.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('heading', { name: 'LARS 9002 Second' })).toBeVisible();
  await page.keyboard.press('x');
  await expect(page.getByRole('checkbox', { name: 'Import LARS 9002 Second' })).not.toBeChecked();
  await expect(page.getByRole('button', { name: 'Import 2 frameworks' })).toBeEnabled();
  await inBothThemes(app, a11y);
  await page.keyboard.press('Control+s');
  await expect(page.getByText('2 standards were imported.')).toBeVisible();
  const standards = page.getByRole('grid', { name: 'Standards', exact: true });
  await expect(standards.getByRole('row', { name: /LARS 900/ })).toHaveText([/9001 First/, /9003 Third/]);
});

test('a damaged word is checked by a person before it is imported', async ({ page }) => {
  await openImport(page);
  await paste(page, seller('Q\uFFFDx it well'));
  await page.getByRole('textbox', { name: /^The word for/ }).fill('Quix');
  await page.getByRole('button', { name: 'Correct it' }).click();
  await expect(page.getByText('Words to be checked by you')).toBeHidden();
  await page.getByRole('button', { name: 'Import this one' }).click();
  await expect(page.getByRole('grid', { name: 'Duties and KSBs' }).getByRole('row', { name: /^K2 / })).toContainText(
    'Quix it well',
  );
});

test('what is here already is not imported again, and what cannot be read is refused in words', async ({
  page,
  dialogs,
  userData,
}) => {
  await openImport(page);
  await paste(page, seller('Two'));
  await page.getByRole('button', { name: 'Import this one' }).click();
  await page.goto(`${page.url().split('#')[0]}#/standards/import`);
  await paste(page, seller('Two'));
  await expect(page.getByText('It is here already, word for word')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Import', exact: true })).toBeDisabled();
  await page.getByRole('button', { name: 'Read another' }).click();
  const letter = path.join(userData, 'letter.txt');
  writeFileSync(letter, 'Dear Sir, thank you.');
  await dialogs.open(letter);
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await expect(page.getByRole('alert')).toContainText('No framework was found in this text.');
});

test('a standard is exported as CASE and comes back word for word', async ({ page, dialogs, userData }) => {
  await openImport(page);
  await paste(page, seller('Two'));
  await page.getByRole('button', { name: 'Import this one' }).click();
  const file = path.join(userData, 'seller.json');
  await dialogs.save(file);
  await page.getByRole('button', { name: 'Export as CASE…' }).click();
  await expect(page.getByText('ST9003 was saved as CASE')).toBeVisible();
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ CFDocument: { title: 'Seller' } });
  await page.goto(`${page.url().split('#')[0]}#/standards/import`);
  await dialogs.open(file);
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await expect(page.getByText('It is here already, word for word')).toBeVisible();
});

test('nothing has to be scrolled sideways at 640 pixels and 200 %', async ({ app, page }) => {
  await openImport(page);
  await narrowAndZoom(app);
  expect(await sidewaysScrollers(page), 'start').toEqual([]);
  await page.getByRole('textbox', { name: 'Text of the standard or framework' }).fill(seller('Q\uFFFDx'));
  await page.getByRole('button', { name: 'Read this text' }).click();
  await expect(page.getByRole('radio', { name: 'Found' })).toBeVisible();
  expect(await sidewaysScrollers(page), 'found').toEqual([]);
  await page.getByText('ST9003 Seller', { exact: true }).first().click();
  expect(await sidewaysScrollers(page), 'detail').toEqual([]);
});

/** A file of so many standards: the real ones again and again, each with identities of its own. */
function manyStandards(count: number): string {
  const folder = fixture('standards/');
  const texts = readdirSync(folder).map(name => readFileSync(path.join(folder, name), 'utf8'));
  const guid = /[0-9a-f]{8}-[0-9a-f]{4}(?=-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/g;
  const records = Array.from({ length: count }, (_, index) => {
    const own = index.toString(16).padStart(4, '0');
    const record = JSON.parse((texts[index % texts.length] ?? '{}').replace(guid, id => `${id.slice(0, 9)}${own}`));
    return { ...record, title: `${record.title} ${index + 1}`, larsCode: 1000 + index };
  });
  return JSON.stringify(records);
}

test('a file of hundreds of standards is walked by keys, and only what is in view is drawn', async ({
  page,
  dialogs,
  userData,
}) => {
  const file = path.join(userData, 'many.json');
  writeFileSync(file, manyStandards(700));
  await openImport(page);
  await dialogs.open(file);
  await page.keyboard.press('f');
  const found = page.getByRole('grid', { name: 'Found in this source' });
  await expect(found.getByRole('row').first()).toContainText('LARS 1000', { timeout: 20_000 });
  expect(await found.getByRole('row').count()).toBeLessThan(80);
  await expect(page.getByRole('button', { name: 'Import 700 frameworks' })).toBeEnabled();
  await found.getByRole('row').first().press('End');
  await expect(found.getByRole('row', { name: /LARS 1699/ })).toBeVisible();
  await expect(page.getByRole('region', { name: /^LARS 1699/ })).toBeVisible();
  await page.keyboard.press('x');
  await expect(page.getByRole('button', { name: 'Import 699 frameworks' })).toBeEnabled();
});

test('what a text is can be said where its content does not tell', async ({ app, page, a11y }) => {
  await openImport(page);
  const text = page.getByRole('textbox', { name: 'Text of the standard or framework' });
  await text.fill('Seller\nKnowledge\nK1: The goods that are sold.\n');
  await page.getByRole('button', { name: 'Read this text' }).press('Enter');
  await expect(page.getByText('No framework was found in this text.')).toBeVisible();
  await page.getByRole('button', { name: /What the text is/ }).press('Enter');
  await page.getByRole('option', { name: /An apprenticeship standard/ }).press('Enter');
  await inBothThemes(app, a11y);
  await page.getByRole('button', { name: 'Read this text' }).press('Enter');
  await expect(page.getByRole('region', { name: 'Found' })).toContainText('1 knowledge statement');
});
