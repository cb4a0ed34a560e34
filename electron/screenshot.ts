import { writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserWindow } from 'electron';

const patienceMs = 20_000;

/** Writes a PNG of what the window shows once its page says that it is ready. Throws where it never does. */
export async function saveScreenshot(window: BrowserWindow, file: string): Promise<void> {
  const giveUpAt = Date.now() + patienceMs;
  while (!(await isReady(window))) {
    if (Date.now() > giveUpAt) throw new Error('The page did not become ready.');
    await wait(50);
  }
  await window.webContents.executeJavaScript(
    'document.fonts.ready.then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))))',
  );
  await wait(200);
  await writeFile(file, (await window.webContents.capturePage()).toPNG());
}

async function isReady(window: BrowserWindow): Promise<boolean> {
  return window.webContents.executeJavaScript('document.documentElement.dataset.ready === "true"') as Promise<boolean>;
}
