import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { appEnvironment, expect, scratchFolder, test, testRuntime } from './fixtures.ts';
import { exitOf } from './machine.ts';

/** Drops a file of the disk onto the page, as a file manager does. */
async function drop(page: Page, file: string): Promise<void> {
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.id = 'dropped';
    document.body.append(input);
  });
  await page.locator('#dropped').setInputFiles(file);
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#dropped');
    const dataTransfer = new DataTransfer();
    for (const one of input?.files ?? []) dataTransfer.items.add(one);
    input?.remove();
    for (const kind of ['dragover', 'drop'] as const) {
      document.querySelector('.drop-zone')?.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true }));
    }
  });
}

test('packs that are double-clicked, handed to a second start or dropped are looked through, one beside the other', async ({
  app,
  page,
  userData,
  a11y,
}) => {
  const { folder, remove } = scratchFolder();
  const [first, second, third] = ['first', 'second', 'third'].map(name => path.join(folder, `${name}.epapack`));
  if (!first || !second || !third) throw new Error('three packs');
  for (const file of [first, second, third]) writeFileSync(file, 'This is no pack, but somebody named it so.');

  // Before any workspace is open: it waits.
  await app.evaluate(({ app: electron }, file) => {
    electron.emit('open-file', { preventDefault: () => undefined }, file);
  }, first);
  await page.getByRole('button', { name: 'Try the demonstration' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Packs' })).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('first.epapack was not taken in')).toBeVisible();
  await expect(page.getByText('The pack is damaged: its end is missing')).toBeVisible();

  const { execPath, args } = testRuntime();
  const { status } = await exitOf(execPath, [...args, '.', second], appEnvironment(userData));
  expect(status).toBe(0);
  const list = page.getByRole('grid', { name: 'Opened packs' });
  await expect(list.getByRole('row', { name: 'second.epapack' })).toContainText('Refused');

  await drop(page, third);
  await expect(list.getByRole('row', { name: 'third.epapack' })).toContainText('Refused');
  await expect(list.getByRole('row')).toHaveCount(3);
  await a11y();
  remove();
});
