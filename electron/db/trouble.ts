import { AppError } from '../../shared/errors.ts';

const inWords: Readonly<Record<string, { code: string; message: string }>> = {
  SQLITE_FULL: {
    code: 'disk.full',
    message: 'Not saved: the disk is full. What you typed is still on the screen. Free some space, then save again.',
  },
  SQLITE_READONLY: {
    code: 'disk.readOnly',
    message:
      'Not saved: the workspace may only be read. Check that its folder is not write-protected, then open it again.',
  },
  SQLITE_BUSY: {
    code: 'workspace.busy',
    message: 'This workspace is open in another window or program. Close it there, then try again.',
  },
  SQLITE_NOTADB: {
    code: 'workspace.damaged',
    message:
      'This file cannot be read as a workspace: it is damaged or belongs to something else. Restore it from your last copy.',
  },
  SQLITE_CORRUPT: {
    code: 'workspace.damaged',
    message:
      'Part of this workspace is damaged and cannot be read. Keep the folder as it is and restore your last copy beside it.',
  },
  SQLITE_IOERR: {
    code: 'disk.failed',
    message:
      'Not saved: the disk did not answer as it should. What you typed is still on the screen. Check the disk, then save again.',
  },
  SQLITE_CANTOPEN: {
    code: 'workspace.unreachable',
    message: 'The workspace cannot be opened. Check that its folder exists and that you may read and write there.',
  },
};

const inWordsOfFiles: Readonly<Record<string, keyof typeof inWords>> = {
  ENOSPC: 'SQLITE_FULL',
  EDQUOT: 'SQLITE_FULL',
  EROFS: 'SQLITE_READONLY',
  EACCES: 'SQLITE_READONLY',
  EPERM: 'SQLITE_READONLY',
  EIO: 'SQLITE_IOERR',
};

/** What the schema's guards say of an assessment that was given away (schema 14). */
const keptElsewhere = 'The assessment is kept elsewhere';

const elsewhere = (cause: Error): AppError =>
  new AppError(
    'assessment.elsewhere',
    'This assessment is with its assessor, so its record is not changed here. What they record arrives in a result pack; what you want put right goes back to them with a review.',
    { cause },
  );

/** What SQLite or the file system reports, as an AppError in the user's words; anything else comes back as it is. */
export function troubleInWords(error: unknown): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error;
  if (error.message === keptElsewhere) return elsewhere(error);
  const code = String((error as { code?: unknown }).code ?? '');
  const known = inWords[inWordsOfFiles[code] ?? /^SQLITE_[A-Z]+/.exec(code)?.[0] ?? ''];
  return known ? new AppError(known.code, known.message, { cause: error }) : error;
}
