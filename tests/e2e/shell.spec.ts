import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { appEnvironment, expect, launchApp, readyPage, test, testRuntime } from './fixtures.ts';
import { exitOf } from './machine.ts';

test('the window asks its page to keep what is being typed, and closes once the page has', async ({ app, page }) => {
  expect(page.url()).toContain('app://');
  const ended = app.waitForEvent('close');
  const started = Date.now();
  const asked = await app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<string>(resolve => {
        const window = BrowserWindow.getAllWindows()[0];
        if (!window) return resolve('there is no window');
        const send = window.webContents.send.bind(window.webContents);
        window.webContents.send = (event, ...rest) => {
          resolve(event);
          send(event, ...rest);
        };
        window.close();
      }),
  );
  expect(asked).toBe('closing');
  await ended;
  expect(Date.now() - started, 'a page that answers is not kept waiting').toBeLessThan(900);
});

test('a page that does not answer holds the window’s closing up for a second only', async ({ app, page }) => {
  // A page that is stuck: it hears nothing and says nothing.
  void page
    .evaluate(() =>
      setTimeout(() => {
        for (const end = Date.now() + 8000; Date.now() < end; );
      }),
    )
    .catch(() => undefined);
  await page.waitForTimeout(100);
  const ended = app.waitForEvent('close');
  const started = Date.now();
  await app.evaluate(({ app: electron }) => electron.quit());
  await ended;
  expect(Date.now() - started).toBeGreaterThan(900);
  expect(Date.now() - started).toBeLessThan(4000);
});

test('the window comes back where it stood, unless that is off every screen', async ({ userData }) => {
  const bounds = { x: 60, y: 40, width: 900, height: 620 };
  const first = await launchApp(userData);
  await readyPage(first);
  await first.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to), bounds);
  await first.close();

  const second = await launchApp(userData);
  await readyPage(second);
  const found = await second.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
  await second.close();
  expect(found).toEqual(bounds);

  const file = path.join(userData, 'window.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"x":60', '"x":9000'));
  const third = await launchApp(userData);
  await readyPage(third);
  const back = await third.evaluate(({ BrowserWindow, screen }) => {
    const { x = 0, width = 0 } = BrowserWindow.getAllWindows()[0]?.getBounds() ?? {};
    return x + width <= screen.getPrimaryDisplay().workArea.width;
  });
  await third.close();
  expect(back).toBe(true);
});

test('the window is never smaller than its pages can be read in', async ({ app, page }) => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(100, 100));
  await expect.poll(() => page.evaluate(() => [outerWidth >= 640, outerHeight >= 480])).toEqual([true, true]);
});

test('every command of the menu reaches the page', async ({ app, page }) => {
  await page.evaluate(() => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    window.api.on('menu', command => heard.push(command));
  });
  await app.evaluate(({ Menu }) => {
    const entries = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
    for (const entry of entries) if (entry.type === 'normal' && !entry.role) entry.click();
  });
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { heard: unknown[] }).heard))
    .toEqual([
      'assessment.new',
      'workspace.new',
      'workspace.open',
      'workspace.lock',
      'report.verify',
      'palette.open',
      'help.keys',
      'help.about',
    ]);
});

for (const event of ['lock-screen', 'suspend']) {
  test(`the workspace is locked when the machine says ${event}`, async ({ app, page }) => {
    const open = await page.evaluate(() => window.api.invoke('workspace.startDemonstration', {}));
    expect(open).toMatchObject({ ok: true, value: { state: 'open' } });
    const told = page.evaluate(() => new Promise<string>(resolve => window.api.on('locked', () => resolve('told'))));
    await app.evaluate(({ powerMonitor }, name) => powerMonitor.emit(name), event);
    expect(await told).toBe('told');
    const reply = await page.evaluate(() => window.api.invoke('home.get', {}));
    expect(reply).toMatchObject({ ok: false, error: { code: 'workspace.locked' } });
  });
}

test('a fault is logged by its kind and place, without what anybody wrote', async ({ app, page, userData }) => {
  expect(page.url()).toContain('app://');
  await app.evaluate(() => {
    setImmediate(() => Promise.reject(new TypeError('Ada Example scored 7\n    at Ada Example (home.txt:1:1)')));
  });
  const log = path.join(userData, 'logs', 'workbench.log');
  await expect.poll(() => readLog(log)).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z unhandledRejection: TypeError\n\s+at /);
  expect(readLog(log)).not.toContain('Ada');
  expect(readLog(log)).not.toContain(path.sep + path.basename(userData));
});

test('the theme can be given at the start', async ({ userData }) => {
  for (const theme of ['dark', 'light']) {
    const app = await launchApp(path.join(userData, theme), [`--theme=${theme}`]);
    const page = await readyPage(app);
    expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(theme === 'dark');
    await app.close();
  }
});

test('a picture of the window is saved in the size that was asked for', async ({ userData }) => {
  const picture = path.join(userData, 'window.png');
  const { execPath, args } = testRuntime();
  const asked = [`--screenshot=${picture}`, '--size=900x700'];
  const { status } = await exitOf(execPath, [...args, '.', ...asked], appEnvironment(path.join(userData, 'app')));
  expect(status).toBe(0);
  const png = readFileSync(picture);
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([900, 700]);
});

function readLog(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
