import { fileURLToPath } from 'node:url';
import { app, dialog, nativeTheme, powerMonitor, powerSaveBlocker, session } from 'electron';
import { origin } from './app-address.ts';
import { lockWhenAway } from './auto-lock.ts';
import { createWorkbench, type Workbench } from './core/dispatch.ts';
import { openDoor } from './door.ts';
import { logFault } from './fault-log.ts';
import { machineDialogs } from './host.ts';
import type { Launch } from './launch.ts';
import { setMenu } from './menu.ts';
import { openedPacks, packsAmong, passedOn } from './opened-packs.ts';
import { shutContents, shutSession } from './permissions.ts';
import { registerScheme, serveApp } from './protocol.ts';
import { saveScreenshot } from './screenshot.ts';
import { stayAwake } from './stay-awake.ts';
import { type MainWindow, openWindow } from './window.ts';

const minute = 60;
/** Nobody touches the keyboard while an apprentice is watched: a running clock leaves more time before the workspace is locked. */
const idle = { usually: 15 * minute, whileTheClockRuns: 120 * minute } as const;

/** Vite's server during development: the page's origin then. Never in a packaged app. */
const devOrigin = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']?.replace(/\/$/, '');

let main: MainWindow | undefined;
const opened = openedPacks(() => main?.send('opened', {}));

/** Sets everything that must be set before Electron is ready, then opens the window over the workbench. */
export function startShell(launch: Launch): void {
  const userData = app.isPackaged ? undefined : process.env['EPA_USER_DATA'];
  if (userData) app.setPath('userData', userData);
  process.on('uncaughtException', fault => endWithFault(fault));
  process.on('unhandledRejection', fault => reportFault('unhandledRejection', fault));
  const packs = packsAmong(process.argv.slice(1), process.cwd());
  if (!app.requestSingleInstanceLock({ packs })) {
    console.error('EPA Workbench is open already.');
    app.exit(0);
    return;
  }
  // Root during development has no sandbox to enable; a packaged app never gets this far with that switch.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  registerScheme();
  shutContents(devOrigin);
  if (!devOrigin) app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  opened.add(packs);
  app.on('second-instance', (_, __, ___, data) => {
    opened.add(passedOn(data));
    focusWindow();
  });
  // macOS hands files over one by one, also before the app is ready.
  app.on('open-file', (event, file) => {
    event.preventDefault();
    opened.add(packsAmong([file], '/'));
    focusWindow();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  void app
    .whenReady()
    .then(() => run(launch))
    .catch(endWithFault);
}

async function run(launch: Launch): Promise<void> {
  if (launch.theme) nativeTheme.themeSource = launch.theme;
  // Without `persist:` nothing of the page, no storage, cookie or cache, is ever written to the disk.
  const pages = session.fromPartition('workbench');
  shutSession(session.defaultSession, undefined);
  shutSession(pages, devOrigin);
  const workbench = openWorkbench();
  serveApp(pages, fileURLToPath(new URL('../renderer/', import.meta.url)), workbench.shownFile);
  openDoor({
    ourContents: () => main?.window.webContents,
    pageOrigin: devOrigin ?? origin,
    dispatch: workbench.dispatch,
  });
  setMenu(command => main?.send('menu', command));
  const idleSeconds = (): number =>
    workbench.isClockRunning() || workbench.isRecording() ? idle.whileTheClockRuns : idle.usually;
  lockWhenAway(powerMonitor, idleSeconds, () => void (main ? main.flush().then(workbench.lock) : workbench.lock()));
  stayAwake(powerSaveBlocker, workbench.isRecording);
  app.on('will-quit', workbench.close);

  const open = (): void => {
    const shown = openWindow(pages, `${devOrigin ?? origin}/`, launch);
    shown.window.once('closed', () => {
      main = undefined;
    });
    shown.window.webContents.on('render-process-gone', (_, { reason }) => void offerReload(shown, reason));
    main = shown;
  };
  app.on('activate', () => (main ? focusWindow() : open()));
  open();
  if (launch.screenshot && main) {
    await saveScreenshot(main.window, launch.screenshot);
    workbench.close();
    app.exit(0);
  }
}

function openWorkbench(): Workbench {
  return createWorkbench({
    userData: app.getPath('userData'),
    nativeBinding: process.env['EPA_SQLITE_BINDING'],
    now: () => new Date(),
    dialogs: machineDialogs(() => main?.window),
    emit: (event, payload) => (event === 'flushed' ? main?.flushed() : main?.send(event, payload)),
    openedPacks: opened.take,
    onBug: fault => reportFault('dispatch', fault),
  });
}

function focusWindow(): void {
  if (!main) return;
  if (main.window.isMinimized()) main.window.restore();
  main.window.show();
  main.window.focus();
}

async function offerReload({ window }: MainWindow, reason: string): Promise<void> {
  if (reason === 'clean-exit' || window.isDestroyed()) return;
  reportFault(`page ${reason}`, undefined);
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'The window stopped working.',
    detail: 'Everything that was saved is safe. Load the window again to go on.',
    buttons: ['Load again', 'Quit'],
    defaultId: 0,
    cancelId: 1,
  });
  if (response === 0) window.reload();
  else app.quit();
}

function reportFault(where: string, fault: unknown): void {
  logFault(app.getPath('userData'), new Date(), where, fault);
  if (!app.isPackaged) console.error(where, fault);
}

function endWithFault(fault: unknown): void {
  reportFault('uncaughtException', fault);
  if (app.isPackaged) {
    dialog.showErrorBox(
      'EPA Workbench has to close',
      'Something went wrong in the workbench itself. What was saved before is safe.',
    );
  }
  app.exit(1);
}
