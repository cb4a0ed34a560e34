import {
  chmodSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { connect } from '../../electron/db/database.ts';
import { createWorkspace, lock, passphrase, startDemonstration } from './entrance.ts';
import { expect, launchApp, readyPage, scratchFolder, test } from './fixtures.ts';

/** The folder of the demonstration under the app's own folder. */
const demonstration = (userData: string): string => path.join(userData, 'workspaces', 'demonstration');

/** The database of the demonstration, opened beside the app with the key that lies open. */
function openBeside(userData: string) {
  const folder = demonstration(userData);
  const vault = JSON.parse(readFileSync(path.join(folder, 'workspace.keys.json'), 'utf8')) as { demonstration: string };
  const key = Buffer.from(vault.demonstration, 'hex');
  return connect(path.join(folder, 'workspace.db'), key, { create: false });
}

const openDemonstration = (page: Page) => page.getByRole('button', { name: 'Open the demonstration' });

async function expectHome(page: Page): Promise<void> {
  await openDemonstration(page).click();
  await expect(page.getByRole('grid', { name: 'Under way: assessments' }).getByRole('row')).toHaveCount(3);
}

test('a folder that holds no workspace is refused in words and left as it is', async ({ page, dialogs, userData }) => {
  const folder = path.join(userData, 'holiday photographs');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'beach.jpg'), 'sand');
  await dialogs.open(folder);
  await page.getByRole('button', { name: 'Open an existing workspace…' }).click();
  await expect(page.getByRole('alert')).toContainText('There is no workspace of EPA Workbench in this folder');
  expect(readdirSync(folder)).toEqual(['beach.jpg']);
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByRole('button', { name: 'Try the demonstration' })).toBeVisible();
});

test('leaving the folder dialog changes nothing', async ({ page, dialogs }) => {
  await dialogs.open(null);
  await page.getByRole('button', { name: 'Open an existing workspace…' }).click();
  await expect(page.getByRole('button', { name: 'Try the demonstration' })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a workspace that was moved is opened from where it is now', async ({ app, page, userData }) => {
  await createWorkspace(page);
  await app.close();
  const name = readdirSync(path.join(userData, 'workspaces')).find(other => other !== 'demonstration') ?? '';
  const moved = path.join(userData, 'moved');
  renameSync(path.join(userData, 'workspaces', name), moved);
  const again = await launchApp(userData);
  const second = await readyPage(again);
  await expect(second.getByRole('alert')).toContainText('This folder is not there at present.');
  await again.evaluate(({ dialog }, folder) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] });
  }, moved);
  await second.getByRole('button', { name: 'Open another workspace…' }).click();
  await second.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
  await second.keyboard.press('Enter');
  await expect(second.getByText('No apprentices yet')).toBeVisible();
  await again.close();
});

test('a damaged database is said to be damaged and not touched', async ({ page, userData }) => {
  await startDemonstration(page);
  await lock(page);
  const database = path.join(demonstration(userData), 'workspace.db');
  const file = openSync(database, 'r+');
  writeSync(file, Buffer.alloc(512, 0x5a), 0, 512, 2048);
  const damaged = readFileSync(database);
  await openDemonstration(page).click();
  await expect(page.getByRole('alert')).toContainText('damaged');
  await expect(page.getByRole('alert')).toContainText('last copy');
  expect(readFileSync(database).equals(damaged)).toBe(true);
});

test('a workspace whose database is missing says so before anything is tried', async ({ app, page, userData }) => {
  await startDemonstration(page);
  await app.close();
  const database = path.join(demonstration(userData), 'workspace.db');
  renameSync(database, `${database}.away`);
  const again = await launchApp(userData);
  const second = await readyPage(again);
  await expect(second.getByRole('alert')).toContainText('The database is missing from this folder.');
  await expect(openDemonstration(second)).toHaveCount(0);
  await again.close();
});

test('a workspace of a newer version is refused and keeps its version and its content', async ({ page, userData }) => {
  await startDemonstration(page);
  await lock(page);
  const before = openBeside(userData);
  const version = before.pragma('user_version', { simple: true }) as number;
  before.pragma('user_version = 999');
  before.close();
  await openDemonstration(page).click();
  await expect(page.getByRole('alert')).toContainText('This workspace was last used with a newer EPA Workbench.');
  const after = openBeside(userData);
  expect(after.pragma('user_version', { simple: true })).toBe(999);
  after.pragma(`user_version = ${version}`);
  after.close();
  await expectHome(page);
});

test('a workspace that is open in another process is refused until it is closed there', async ({ page, userData }) => {
  await startDemonstration(page);
  await lock(page);
  const other = openBeside(userData);
  await openDemonstration(page).click();
  await expect(page.getByRole('alert')).toContainText('This workspace is open in another window or program.');
  other.close();
  await expectHome(page);
});

test('a workspace in a folder that may only be read is refused in words, and opens once it may be written', async ({
  page,
  userData,
}) => {
  await startDemonstration(page);
  await lock(page);
  const folder = demonstration(userData);
  const files = readdirSync(folder).map(name => path.join(folder, name));
  const modes = new Map([folder, ...files].map(file => [file, statSync(file).mode]));
  for (const [file, mode] of modes) chmodSync(file, mode & 0o7555);
  try {
    await openDemonstration(page).click();
    await expect(page.getByRole('alert')).toContainText('This workspace may only be read');
  } finally {
    for (const [file, mode] of modes) chmodSync(file, mode);
  }
  await expectHome(page);
});

test('an audit log that was changed from outside is found out, with the number of the event', async ({
  page,
  userData,
}) => {
  await startDemonstration(page);
  await lock(page);
  const beside = openBeside(userData);
  beside.exec('DROP TRIGGER audit_event_is_never_changed');
  beside.exec("UPDATE audit_event SET type = 'note.struck' WHERE sequence = 7");
  beside.close();
  await openDemonstration(page).click();
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('alert')).toContainText('The log does not fit together from event 7 on');
});

test('a second window cannot open the workspace that the first one has open', async ({ page, userData }) => {
  await startDemonstration(page);
  const { folder: otherData, remove } = scratchFolder();
  mkdirSync(path.join(otherData), { recursive: true });
  writeFileSync(path.join(otherData, 'workspaces.json'), JSON.stringify([demonstration(userData)]));
  const second = await launchApp(otherData);
  const secondPage = await readyPage(second);
  await openDemonstration(secondPage).click();
  await expect(secondPage.getByRole('alert')).toContainText('open in another window or program');
  await second.close();
  remove();
  await page.getByRole('link', { name: 'Apprentices' }).click();
  await expect(page.getByRole('grid', { name: 'Apprentices' }).getByRole('row')).toHaveCount(4);
});
