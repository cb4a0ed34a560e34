import { AppError } from '../../shared/errors.ts';

/** Turn an old file into one that can be read; the private key is never written without a password. */
const REEXPORT =
  'openssl pkcs12 -legacy -in old.p12 -out identity.pem && openssl pkcs12 -export -in identity.pem -out new.p12';

/** The AppError for a file that is something else, or damaged. */
export const damagedFile = (cause?: unknown): AppError =>
  new AppError(
    'identity.p12Damaged',
    'This is not a PKCS #12 file (.p12 or .pfx) that can be read, or it is damaged. Export the identity again.',
    { cause },
  );

/** The AppError for a file with RC2, Triple DES or anything else that is not today's protection. */
export const unacceptedProtection = (): AppError =>
  new AppError(
    'identity.p12Protection',
    `This file is protected in a way that is outdated and easy to break, or not known here; it is not opened. Export the identity again with modern protection (AES), or turn the file into a new one with OpenSSL 3 and then delete identity.pem: ${REEXPORT}`,
  );

/** The AppError for a password that does not open the file. */
export const wrongPassword = (cause: unknown): AppError =>
  new AppError(
    'identity.p12Password',
    'The password is wrong, or the file was damaged. Check the keyboard and type the password again.',
    { cause },
  );
