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
