import { createWorkbench, type Workbench } from '../../electron/core/dispatch.ts';
import type { Channel, Input, Output } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';

/** The real core on a real folder, without a window. */
export interface Core {
  readonly workbench: Workbench;
  /** Asks through the one door. Throws AppError for a refusal. */
  ask<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>>;
}

/** Starts the core over a folder of its own; nobody answers its dialogs. */
export function startCore(userData: string): Core {
  const nobody = async (): Promise<null> => null;
  const workbench = createWorkbench({
    userData,
    now: () => new Date(),
    dialogs: { chooseFolder: nobody, chooseFile: nobody, chooseFiles: async () => [], saveFile: nobody },
    emit: () => {},
    onBug: fault => {
      throw fault;
    },
  });
  return {
    workbench,
    ask: async (channel, input) => {
      const reply = await workbench.dispatch(channel, input);
      if (!reply.ok) throw new AppError(reply.error.code, reply.error.message);
      return reply.value as never;
    },
  };
}
