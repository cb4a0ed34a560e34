import { type BrowserWindow, dialog } from 'electron';
import type { Dialogs } from './core/contexts.ts';

/** The machine's own dialogs, each belonging to the window that is there when it is asked for. */
export function machineDialogs(window: () => BrowserWindow | undefined): Dialogs {
  const askMany = async (options: Electron.OpenDialogOptions): Promise<readonly string[]> => {
    const parent = window();
    const { canceled, filePaths } = await (parent
      ? dialog.showOpenDialog(parent, options)
      : dialog.showOpenDialog(options));
    return canceled ? [] : filePaths;
  };
  const ask = async (options: Electron.OpenDialogOptions): Promise<string | null> =>
    (await askMany(options))[0] ?? null;
  return {
    chooseFolder: title => ask({ title, properties: ['openDirectory', 'createDirectory'] }),
    chooseFile: (title, { name, extensions }) =>
      ask({ title, properties: ['openFile'], filters: [{ name, extensions: [...extensions] }] }),
    chooseFiles: (title, kind) =>
      askMany({
        title,
        properties: ['openFile', 'multiSelections'],
        ...(kind && { filters: [{ name: kind.name, extensions: [...kind.extensions] }] }),
      }),
    async saveFile(title, suggestedName) {
      const options = { title, defaultPath: suggestedName };
      const parent = window();
      const { canceled, filePath } = await (parent
        ? dialog.showSaveDialog(parent, options)
        : dialog.showSaveDialog(options));
      return canceled || !filePath ? null : filePath;
    },
  };
}
