import { expect, test } from './attacked-window.ts';
import { appEnvironment, launchApp, readyPage, scratchFolder, testRuntime } from './fixtures.ts';
import { exitOf, filesUnder, holdsText } from './machine.ts';

test('every permission but the microphone is refused', async ({ outcome }) => {
  const media = (wish: string): string =>
    `navigator.mediaDevices.${wish}.then(stream => stream.getTracks().map(track => track.kind))`;
  expect(await outcome(media('getUserMedia({ audio: true })'))).toEqual(['audio']);
  expect(await outcome(media('getUserMedia({ video: true })'))).toBe('NotAllowedError');
  expect(await outcome(media('getUserMedia({ audio: true, video: true })'))).toBe('NotAllowedError');
  expect(await outcome(media('getDisplayMedia({ video: true })'))).toMatch(
    /NotAllowedError|InvalidStateError|AbortError/,
  );
  expect(await outcome('Notification.requestPermission()')).toBe('denied');
  expect(await outcome('navigator.clipboard.readText()')).toBe('NotAllowedError');
  expect(await outcome('navigator.requestMIDIAccess()')).toMatch(/NotAllowedError|SecurityError/);
  expect(
    await outcome('new Promise(done => navigator.geolocation.getCurrentPosition(done, fault => done(fault.code)))'),
  ).toBe(1);
  expect(await outcome('navigator.usb.requestDevice({ filters: [] })')).toMatch(
    /NotFoundError|SecurityError|NotAllowedError/,
  );
  const states: Record<string, string> = {};
  for (const name of [
    'camera',
    'geolocation',
    'notifications',
    'clipboard-read',
    'midi',
    'display-capture',
    'microphone',
  ]) {
    states[name] = String(await outcome(`navigator.permissions.query({ name: '${name}' }).then(({ state }) => state)`));
  }
  const { microphone, ...others } = states;
  expect(microphone).toBe('granted');
  expect(Object.values(others)).not.toContain('granted');
});

test('the protocol serves nothing outside the page’s own folder', async ({ app }) => {
  const paths = [
    '../main/main.js',
    '..%2fmain%2fmain.js',
    '%2e%2e/main/main.js',
    '..%5cmain%5cmain.js',
    '..\\main\\main.js',
    '//etc/hostname',
    'index.html%00.js',
    'assets/../../main/main.js',
    'assets/',
    '.hidden',
    'recordings/',
    'recordings/00000000-0000-0000-0000-000000000000',
    'recordings/../main/main.js',
    'recordings/00000000-0000-0000-0000-000000000000?x=../main/main.js',
  ];
  const addresses = [...paths.map(each => `app://workbench/${each}`), 'app://other/index.html'];
  const answers = await app.evaluate(async ({ session }, all) => {
    const fetchStatus = (url: string): Promise<number> =>
      session
        .fromPartition('workbench')
        .fetch(url)
        .then(
          ({ status }) => status,
          () => 0,
        );
    return Promise.all([...all, 'app://workbench/index.html'].map(fetchStatus));
  }, addresses);
  expect(answers.pop(), 'our own page is served').toBe(200);
  const served = addresses.filter((_, index) => ![0, 404].includes(answers[index] ?? 0));
  expect(served).toEqual([]);
});

test('a call that is not a call is refused', async ({ page }) => {
  const refusals = await page.evaluate(async () => {
    const code = async (channel: unknown, input: unknown): Promise<string> => {
      const reply = await window.api.invoke(channel as string, input);
      return reply.ok ? 'was let through' : reply.error.code;
    };
    const names = ['no.such', 'constructor', '__proto__', 'toString', 'hasOwnProperty', ''];
    return {
      names: await Promise.all(names.map(name => code(name, {}))),
      notNames: await Promise.all([42, null, undefined, ['workspace.status'], {}].map(name => code(name, {}))),
      inputs: await Promise.all(
        [42, 'text', null, undefined, [], { more: 1 }].map(input => code('workspace.status', input)),
      ),
      large: await code('workspace.status', { more: 'x'.repeat(5_000_001) }),
    };
  });
  expect(refusals.names).toEqual(Array(6).fill('channel.unknown'));
  expect(refusals.notNames).toEqual(Array(5).fill('channel.unknown'));
  expect(refusals.inputs).toEqual(Array(6).fill('input.wrong'));
  expect(refusals.large).toBe('input.tooLarge');
});

test('a call from a frame or from another page is refused', async ({ app, page }) => {
  await page.evaluate(() => document.body.append(Object.assign(document.createElement('iframe'), { id: 'inner' })));
  const codes = await app.evaluate(async ({ BrowserWindow, ipcMain, webContents }) => {
    // The handler itself, called with real frames: neither of these pages has a bridge to call it through.
    const { _invokeHandlers: handlers } = ipcMain as unknown as {
      _invokeHandlers: Map<string, (...given: unknown[]) => Promise<{ ok: boolean; error?: { code: string } }>>;
    };
    const call = async (
      sender: Electron.WebContents,
      senderFrame: Electron.WebFrameMain | undefined,
    ): Promise<string> => {
      const reply = await handlers.get('invoke')?.({ sender, senderFrame }, 'workspace.status', {});
      return reply?.ok ? 'answered' : (reply?.error?.code ?? 'no handler');
    };
    const ours = webContents.getAllWebContents()[0];
    if (!ours) return [];
    const other = new BrowserWindow({ show: false });
    const fromMain = await call(ours, ours.mainFrame);
    const fromFrame = await call(ours, ours.mainFrame.frames[0]);
    const fromOther = await call(other.webContents, other.webContents.mainFrame);
    other.destroy();
    return [fromMain, fromFrame, fromOther];
  });
  await page.evaluate(() => document.getElementById('inner')?.remove());
  expect(codes).toEqual(['answered', 'caller.unknown', 'caller.unknown']);
});

test('a download is refused', async ({ app, page }) => {
  const refused = app.evaluate(
    ({ session }) =>
      new Promise<boolean>(resolve => {
        session.fromPartition('workbench').on('will-download', event => resolve(event.defaultPrevented));
      }),
  );
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['text']));
    link.download = 'text.txt';
    link.click();
  });
  expect(await refused).toBe(true);
});

test('there is no service worker', async ({ app, outcome }) => {
  expect(await outcome(`navigator.serviceWorker.register('/sw.js')`)).toMatch(
    /TypeError|SecurityError|NotSupportedError/,
  );
  expect(await outcome('navigator.serviceWorker.getRegistrations().then(all => all.length)')).not.toBe(1);
  const running = await app.evaluate(({ session }) =>
    session.fromPartition('workbench').serviceWorkers.getAllRunning(),
  );
  expect(running).toEqual({});
});

test('a second instance ends at once and brings the first to the front', async ({ app, userData }) => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  const { execPath, args } = testRuntime();
  const { status, said } = await exitOf(execPath, [...args, '.'], appEnvironment(userData));
  expect(status).toBe(0);
  expect(said).toContain('EPA Workbench is open already.');
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()))
    .toBe(true);
});

test('nothing that a page stores reaches the disk', async () => {
  const mark = 'Apprentice-Mark-7401';
  const own = scratchFolder();
  const other = await launchApp(own.folder);
  const window = await readyPage(other);
  await window.evaluate(async text => {
    localStorage.setItem('name', text);
    sessionStorage.setItem('name', text);
    // biome-ignore lint/suspicious/noDocumentCookie: what must not be kept
    document.cookie = `name=${text}; max-age=1000`;
    await new Promise((done, fail) => {
      const opening = indexedDB.open('names', 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('names');
      opening.onerror = fail;
      opening.onsuccess = () => {
        const writing = opening.result.transaction('names', 'readwrite');
        writing.objectStore('names').put(new Blob([text.repeat(500_000)]), 'name');
        writing.oncomplete = done;
      };
    });
  }, mark);
  const cookies = await other.evaluate(({ session }) => session.fromPartition('workbench').cookies.get({}));
  await other.close();
  expect(cookies).toEqual([]);
  const files = filesUnder(own.folder);
  expect(files.length).toBeGreaterThan(0);
  expect(files.filter(({ bytes }) => holdsText(bytes, mark)).map(({ name }) => name)).toEqual([]);
  own.remove();
});
