import 'reflect-metadata'; // must be there before the library is
import { webcrypto } from 'node:crypto';
import { cryptoProvider } from '@peculiar/x509';

cryptoProvider.set(webcrypto as typeof globalThis.crypto);

/** The certificate library, made ready to use Node's cryptography. */
export * as x509 from '@peculiar/x509';
