import { AppError } from '../../shared/errors.ts';

/** What is always to be done about a pack that is not as it should be. */
export const askAgain = 'Nothing was read. Ask the sender to send it again.';

/** The file did not come through whole; `detail` says by what that is known. */
export const damaged = (detail: string, cause?: unknown): AppError =>
  new AppError(
    'pack.damaged',
    `The pack is damaged: ${detail}. It may not have been copied or sent completely. ${askAgain}`,
    cause === undefined ? undefined : { cause },
  );

/** The file is built as no pack is that the workbench wrote; `detail` is a clause that says how. */
export const irregular = (detail: string): AppError =>
  new AppError('pack.irregular', `The pack is not built as packs are: ${detail}. ${askAgain}`);

/** The content is not what the sender signed; `detail` is a clause that says how. */
export const changed = (detail: string): AppError =>
  new AppError(
    'pack.changed',
    `The pack is not as it was when it was signed: ${detail}. Do not rely on it. ${askAgain}`,
  );

const ofFiles: Readonly<Record<string, readonly [code: string, what: string]>> = {
  ENOSPC: ['disk.full', 'the disk is full. Free some space or choose another place, then try again.'],
  EDQUOT: ['disk.full', 'the disk is full. Free some space or choose another place, then try again.'],
  EFBIG: ['disk.full', 'the file would be larger than this disk can hold. Choose another place, then try again.'],
  EROFS: ['disk.readOnly', 'this place may only be read. Choose another place, then try again.'],
  EACCES: ['disk.readOnly', 'this place may not be used by you. Choose another place, then try again.'],
  EPERM: ['disk.readOnly', 'this place may not be used by you. Choose another place, then try again.'],
  EIO: ['disk.failed', 'the disk did not answer as it should. Check that it is still plugged in, then try again.'],
  ENODEV: ['disk.failed', 'the disk is gone. Plug it in again, then try again.'],
  ENOENT: ['pack.unreadable', 'there is no such file or folder any more. Check its name, then try again.'],
  ENOTDIR: ['pack.unreadable', 'there is no such folder. Check its name, then try again.'],
  EISDIR: ['pack.unreadable', 'it is a folder and not a file. Choose a file, then try again.'],
};

/** What the file system reports, as an AppError; `undone` says what has not happened. Anything else comes back as it is. */
export function fileTrouble(error: unknown, undone: string): unknown {
  if (error instanceof AppError) return error;
  const [code, what] = ofFiles[String((error as { code?: unknown } | undefined)?.code)] ?? [];
  return code === undefined ? error : new AppError(code, `${undone}: ${what}`, { cause: error });
}
