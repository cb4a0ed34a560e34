import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../shared/bridge.ts';

type Send = (command: MenuCommand) => void;

/**
 * The application menu. The page carries the commands out, and reads their keys itself (one action object per command);
 * the menu shows the keys and, except on macOS where menus always take them, leaves them to the page.
 */
export function setMenu(send: Send): void {
  const mac = process.platform === 'darwin';
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(mac ? [{ role: 'appMenu' } as const] : []),
      { label: '&File', submenu: fileMenu(send, mac) },
      { role: 'editMenu' },
      { label: '&View', submenu: viewMenu(send) },
      { role: 'windowMenu' },
      { role: 'help', submenu: helpMenu(send) },
    ]),
  );
}

function fileMenu(send: Send, mac: boolean): MenuItemConstructorOptions[] {
  return [
    entry(send, 'New &assessment…', 'assessment.new', 'CmdOrCtrl+N'),
    { type: 'separator' },
    entry(send, '&New workspace…', 'workspace.new'),
    entry(send, '&Open workspace…', 'workspace.open', 'CmdOrCtrl+O'),
    entry(send, '&Lock workspace', 'workspace.lock', 'CmdOrCtrl+Shift+L'),
    { type: 'separator' },
    entry(send, '&Check a signed report…', 'report.verify'),
    { type: 'separator' },
    mac ? { role: 'close' } : { role: 'quit' },
  ];
}

function viewMenu(send: Send): MenuItemConstructorOptions[] {
  return [
    entry(send, '&Find or do anything…', 'palette.open', 'CmdOrCtrl+K'),
    { type: 'separator' },
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
    ...developerEntries(),
  ];
}

function helpMenu(send: Send): MenuItemConstructorOptions[] {
  return [entry(send, '&Keys', 'help.keys', 'F1'), entry(send, '&About EPA Workbench', 'help.about')];
}

function developerEntries(): MenuItemConstructorOptions[] {
  return app.isPackaged ? [] : [{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }];
}

function entry(send: Send, label: string, command: MenuCommand, accelerator?: string): MenuItemConstructorOptions {
  const click = (): void => send(command);
  return accelerator ? { label, click, accelerator, registerAccelerator: false } : { label, click };
}
