import { createPublicKey, type KeyObject } from 'node:crypto';
import { AppError } from '../../shared/errors.ts';
import { emailExtension, importKeyPair, type Subject, subjectName } from './certificate-building.ts';
import { keyFingerprint, kindOfKey } from './key-kinds.ts';
import { readName } from './names.ts';
import { derBlocks } from './pem.ts';
import { x509 } from './x509-library.ts';

/** Who asks for a certificate, for a key that stays where it is. */
export interface RequestDraft extends Omit<Subject, 'title'> {
  readonly email?: string;
  readonly privateKeyPkcs8: Uint8Array;
}

/** A certificate request (PKCS #10, RFC 2986): to be sent as a file; it holds no secret. */
export interface CertificateRequest {
  readonly der: Uint8Array;
  readonly pem: string;
}

/** What a request says. It proves that the sender has the key, not who the sender is. */
export interface RequestFacts {
  readonly commonName: string;
  readonly organisation?: string;
  readonly email?: string;
  readonly publicKey: KeyObject;
  readonly keyKind: string;
  /** SHA-256 of the public key (SPKI), hexadecimal: to be compared with what the sender reads out. */
  readonly keySha256: string;
}

const LARGEST_REQUEST = 64 * 1024;

/** Makes a request for a workspace's own key. Throws AppError for a name or address that cannot go into a certificate. */
export async function certificateRequest(draft: RequestDraft): Promise<CertificateRequest> {
  const name = subjectName(draft);
  const extensions = [...emailExtension(draft.email)];
  const { algorithm, keys } = await importKeyPair(draft.privateKeyPkcs8);
  const request = await x509.Pkcs10CertificateRequestGenerator.create({
    name,
    keys,
    signingAlgorithm: algorithm,
    extensions,
  });
  return { der: new Uint8Array(request.rawData), pem: request.toString('pem') };
}

/**
 * Reads a request, DER or PEM, and checks that its sender has the key. Throws AppError `request.damaged`, or
 * `identity.key` for a key that cannot sign reports.
 */
export async function readCertificateRequest(bytes: Uint8Array): Promise<RequestFacts> {
  const { request, publicKey, keyKind } = await parseRequest(bytes);
  const { commonName, organisation } = readName(Buffer.from(request.subjectName.toArrayBuffer()));
  if (commonName === undefined) throw damagedRequest('it names nobody');
  const email = emailOf(request.extensions);
  return {
    commonName,
    ...(organisation !== undefined && { organisation }),
    ...(email !== undefined && { email }),
    publicKey,
    keyKind,
    keySha256: keyFingerprint(publicKey),
  };
}

/** The first e-mail address in the extensions of a request or certificate. */
export const emailOf = (extensions: readonly x509.Extension[]): string | undefined =>
  extensions
    .filter(extension => extension instanceof x509.SubjectAlternativeNameExtension)
    .flatMap(extension => extension.names.items)
    .find(name => name.type === 'email')?.value;

async function parseRequest(bytes: Uint8Array) {
  const [der] = bytes.length > LARGEST_REQUEST ? [] : derBlocks(bytes, '(?:NEW )?CERTIFICATE REQUEST');
  if (!der) throw damagedRequest('it is no such file');
  try {
    const request = new x509.Pkcs10CertificateRequest(der);
    const publicKey = createPublicKey({ key: Buffer.from(request.publicKey.rawData), format: 'der', type: 'spki' });
    const keyKind = kindOfKey(publicKey).name; // first, since an enormous key would keep us busy
    if (await request.verify()) return { request, publicKey, keyKind };
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw damagedRequest('it cannot be read', cause);
  }
  throw damagedRequest('its signature is wrong');
}

const damagedRequest = (detail: string, cause?: unknown): AppError =>
  new AppError(
    'request.damaged',
    `This is not a certificate request, or it is damaged: ${detail}. Ask the person to send a new one.`,
    { cause },
  );
