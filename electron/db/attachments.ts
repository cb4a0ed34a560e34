import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { writeDurably } from './files.ts';

/** What the database keeps of an attachment: without the key the file is noise, so deleting the row deletes the content provably. */
export interface StoredAttachment {
  /** SHA-256 of the encrypted file, which is also its name. */
  readonly fileName: string;
  readonly fileKey: Buffer;
  /** SHA-256 of the content. */
  readonly sha256: string;
  readonly sizeBytes: number;
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Encrypts the content with a key of its own and writes it durably into the attachments folder. */
export function storeAttachment(folder: string, content: Uint8Array): StoredAttachment {
  const fileKey = randomBytes(32);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', fileKey, nonce);
  const sealed = Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
  const fileName = sha256(sealed);
  writeDurably(path.join(folder, fileName), sealed);
  return { fileName, fileKey, sha256: sha256(content), sizeBytes: content.length };
}

/** The content again. Throws AppError `attachment.missing` or `attachment.damaged`; the assessment's record is whole in either case. */
export function readAttachment(
  folder: string,
  stored: { readonly fileName: string; readonly fileKey: Uint8Array; readonly sha256: string },
): Buffer {
  const file = path.join(folder, stored.fileName);
  if (!existsSync(file)) {
    throw new AppError(
      'attachment.missing',
      'The stored file is missing from the workspace’s attachments folder. Put it back from your last copy; the record itself is complete.',
    );
  }
  try {
    const sealed = readFileSync(file);
    const decipher = createDecipheriv('aes-256-gcm', stored.fileKey, sealed.subarray(0, 12));
    decipher.setAuthTag(sealed.subarray(-16));
    const content = Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
    if (sha256(content) === stored.sha256) return content;
  } catch (error) {
    if (isFileTrouble(error)) throw error;
  }
  throw new AppError(
    'attachment.damaged',
    'The stored file was changed or damaged since it was saved, so it is not shown. Put it back from your last copy; the record itself is complete.',
  );
}

const isFileTrouble = (error: unknown): boolean => error instanceof Error && 'syscall' in error;
