import { createWorkbench, type Workbench } from '../core/dispatch.ts';

const nobody = async (): Promise<null> => null;

/** The core as a command uses it: nobody answers a dialog, and a bug ends the command. */
export function commandWorkbench(userData: string): Workbench {
  return createWorkbench({
    userData,
    now: () => new Date(),
    dialogs: { chooseFolder: nobody, chooseFile: nobody, chooseFiles: async () => [], saveFile: nobody },
    emit: () => {},
    onBug: error => {
      throw error;
    },
  });
}
