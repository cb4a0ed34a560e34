import { readFileSync } from 'node:fs';
import { AppError } from '../../shared/errors.ts';
import { derBlocks } from '../signing/pem.ts';

/** The content of a file that was named on the command line. Throws AppError `cli.unreadable`. */
export function readOrRefuse(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new AppError('cli.unreadable', `${file} cannot be read. Check the name and that it is a file.`, {
      cause: error,
    });
  }
}

/** The certificates (DER) in a file that was named on the command line. Throws AppError when there are none. */
export function certificatesIn(file: string): readonly Uint8Array[] {
  const certificates = derBlocks(readOrRefuse(file), 'CERTIFICATE');
  if (certificates.length > 0) return certificates;
  throw new AppError('cli.noCertificate', `${file} holds no certificate.`);
}
