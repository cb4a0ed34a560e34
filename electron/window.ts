import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, nativeTheme, type Session, screen } from 'electron';
import type { BridgeEvent } from '../shared/bridge.ts';
import type { Launch } from './launch.ts';
import { flushMs, waitForFlush } from './wait-for-flush.ts';
import {
  choosePlace,
  parsePlaces,
  type RememberedPlaces,
  rememberPlace,
  type Screen,
  smallest,
} from './window-place.ts';

/** The one window, and what the rest of the shell does with it. */
export interface MainWindow {
  readonly window: BrowserWindow;
  /** Tells the page something; nothing happens once the window is gone. */
  send(event: BridgeEvent, payload: unknown): void;
  /** Resolves once the page has kept everything that was typed, at the latest after a second. */
  flush(): Promise<void>;
  /** The page has kept everything that was typed: the window may close, the workspace may lock. */
  flushed(): void;
}

/** Opens the window where it stood last, and loads `address` in it. It shows itself once its first page is drawn. */
export function openWindow(session: Session, address: string, launch: Launch): MainWindow {
  const placesFile = path.join(app.getPath('userData'), 'window.json');
  const remembered = readPlaces(placesFile);
  const place = choosePlace(remembered, screens());
  const window = new BrowserWindow({
    ...place.bounds,
    ...(launch.size && { ...launch.size, useContentSize: true }),
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: 'EPA Workbench',
    ...(process.platform === 'linux' && { icon: fileURLToPath(new URL('../../resources/icon.png', import.meta.url)) }),
    backgroundColor: background(),
    show: false,
    webPreferences: webPreferences(session),
  });
  if (place.maximised && !launch.size) window.maximize();
  window.once('ready-to-show', () => window.show());
  const followTheme = (): void => window.setBackgroundColor(background());
  nativeTheme.on('updated', followTheme);
  window.once('closed', () => nativeTheme.off('updated', followTheme));

  const send = (event: BridgeEvent, payload: unknown): void => {
    if (!window.isDestroyed() && !window.webContents.isDestroyed()) window.webContents.send(event, payload);
  };
  const waiting = waitForFlush(() => send('locking', {}));
  const mayClose = closeAfterFlush(
    window,
    () => send('closing', {}),
    () => writePlaces(placesFile, remembered, window),
  );
  void window.loadURL(address);
  return {
    window,
    send,
    flush: waiting.flush,
    flushed: () => {
      waiting.flushed();
      mayClose();
    },
  };
}

function webPreferences(session: Session): Electron.WebPreferences {
  return {
    session,
    preload: fileURLToPath(new URL('../preload/preload.cjs', import.meta.url)),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    navigateOnDragDrop: false,
    disableDialogs: true,
    spellcheck: false,
    devTools: !app.isPackaged,
  };
}

/**
 * Holds the window's closing until the page has said that everything typed is kept, or a second has passed, or the
 * page is gone. Gives the function to call when the page says so.
 */
function closeAfterFlush(window: BrowserWindow, ask: () => void, beforeEnd: () => void): () => void {
  let end: (() => void) | undefined;
  let quitting = false;
  app.on('before-quit', () => {
    quitting = true;
  });
  window.on('close', event => {
    event.preventDefault();
    if (end) return;
    end = () => {
      clearTimeout(timer);
      if (window.isDestroyed()) return;
      beforeEnd();
      window.destroy();
      if (quitting) app.quit();
    };
    const timer = setTimeout(end, window.webContents.isCrashed() ? 0 : flushMs);
    ask();
  });
  return () => end?.();
}

/** The colours of the page's background (`--page` in renderer/styles/tokens.css), so that nothing flashes at the start. */
function background(): string {
  return nativeTheme.shouldUseDarkColors ? '#10181a' : '#f5f7f7';
}

function screens(): [Screen, ...Screen[]] {
  const primary = screen.getPrimaryDisplay();
  return [primary, ...screen.getAllDisplays().filter(({ id }) => id !== primary.id)];
}

function readPlaces(file: string): RememberedPlaces | undefined {
  try {
    return parsePlaces(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function writePlaces(file: string, remembered: RememberedPlaces | undefined, window: BrowserWindow): void {
  const bounds = window.getNormalBounds();
  const place = { bounds, maximised: window.isMaximized() };
  try {
    const text = JSON.stringify(rememberPlace(remembered, screen.getDisplayMatching(bounds), place));
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
  } catch {
    // A window that opens elsewhere next time is no reason to trouble anybody.
  }
}
