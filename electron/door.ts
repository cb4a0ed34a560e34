import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import type { Reply } from '../shared/bridge.ts';
import { roughSize } from './rough-size.ts';

/** The most that one call may carry, in bytes; what is larger goes in parts. */
const largestInput = 10_000_000;

/** What stands behind the door. */
export interface DoorOptions {
  /** The contents of the one window, or undefined while there is none. */
  ourContents(): WebContents | undefined;
  /** The origin that the window's page has. */
  readonly pageOrigin: string;
  dispatch(channel: string, input: unknown): Promise<Reply>;
}

/** Opens the one door from the page to the main process: only the main frame of our own page may call through it. */
export function openDoor({ ourContents, pageOrigin, dispatch }: DoorOptions): void {
  ipcMain.handle('invoke', async (event, channel: unknown, input: unknown): Promise<Reply> => {
    if (!isOurPage(event, ourContents(), pageOrigin))
      return refused('caller.unknown', 'Only the workbench’s own page may do this.');
    if (typeof channel !== 'string')
      return refused('channel.unknown', 'The window asked for something that the workbench does not know.');
    if (roughSize(input, largestInput) > largestInput) {
      return refused('input.tooLarge', 'That is too large to be taken in at once: the limit is 10 MB.');
    }
    return dispatch(channel, input);
  });
}

function isOurPage(event: IpcMainInvokeEvent, contents: WebContents | undefined, pageOrigin: string): boolean {
  const frame = event.senderFrame;
  return (
    contents !== undefined && event.sender === contents && frame === contents.mainFrame && frame.origin === pageOrigin
  );
}

function refused(code: string, message: string): Reply {
  return { ok: false, error: { code, message } };
}
