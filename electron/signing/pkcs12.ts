import { createPrivateKey, type KeyObject, webcrypto } from 'node:crypto';
import * as pkijs from 'pkijs';
import { AppError } from '../../shared/errors.ts';
import { decrypt, type Hidden, MOST_ROUNDS, readProtection } from './pkcs12-decryption.ts';
import { damagedFile, unacceptedProtection, wrongPassword } from './pkcs12-errors.ts';

/** What a PKCS #12 file holds: certificates as DER and private keys, in the file's order. */
export interface Pkcs12Contents {
  readonly certificates: readonly Buffer[];
  readonly privateKeys: readonly KeyObject[];
}

const LARGEST_FILE = 1024 * 1024;
const MOST_BAGS = 100;

const BAG = {
  key: '1.2.840.113549.1.12.10.1.1',
  shroudedKey: '1.2.840.113549.1.12.10.1.2',
  certificate: '1.2.840.113549.1.12.10.1.3',
} as const;
const X509_CERTIFICATE = '1.2.840.113549.1.9.22.1';

/** SHA-1, -256, -384 and -512: as a checksum under a password the first is still good. */
const CHECKSUMS = ['1.3.14.3.2.26', '2.16.840.1.101.3.4.2.1', '2.16.840.1.101.3.4.2.2', '2.16.840.1.101.3.4.2.3'];

const engine = new pkijs.CryptoEngine({
  name: 'node',
  crypto: webcrypto as typeof globalThis.crypto,
  subtle: webcrypto.subtle as typeof globalThis.crypto.subtle,
});

/**
 * Opens a PKCS #12 file (RFC 7292) with password protection by PBES2 and AES, as OpenSSL 3, Firefox and Java write it
 * today. Throws AppError for another file, another protection or a wrong password.
 */
export async function openPkcs12(bytes: Uint8Array, password: string): Promise<Pkcs12Contents> {
  if (bytes.length > LARGEST_FILE) throw damagedFile();
  try {
    return await readContents(new Uint8Array(bytes), Buffer.from(password));
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw damagedFile(cause); // the library throws its own errors, of many kinds
  }
}

async function readContents(bytes: Uint8Array<ArrayBuffer>, password: Buffer): Promise<Pkcs12Contents> {
  const file = pkijs.PFX.fromBER(bytes);
  const { safeContents } = pkijs.AuthenticatedSafe.fromBER(octetsOf(file.authSafe));
  const parts = safeContents.map(partOf);
  await checkIntegrity(file, password);
  const bags: pkijs.SafeBag[] = [];
  for (const part of parts) {
    const open = part instanceof ArrayBuffer ? part : await decrypt(part, password);
    bags.push(...pkijs.SafeContents.fromBER(open).safeBags);
  }
  if (bags.length > MOST_BAGS) throw damagedFile();
  const privateKeys: KeyObject[] = [];
  for (const bag of bags.filter(isKeyBag)) privateKeys.push(await readKey(bag, password));
  return { certificates: bags.flatMap(readCertificateBag), privateKeys };
}

/** The octets in a ContentInfo of type data, also when they come in pieces (BER). */
function octetsOf(info: pkijs.ContentInfo): ArrayBuffer {
  if (info.contentType !== pkijs.ContentInfo.DATA) throw damagedFile();
  return info.content.getValue();
}

/** A part of the file: open, or hidden in a way that is accepted. */
function partOf(info: pkijs.ContentInfo): ArrayBuffer | Hidden {
  if (info.contentType !== pkijs.ContentInfo.ENCRYPTED_DATA) return octetsOf(info);
  const { encryptedContentInfo } = new pkijs.EncryptedData({ schema: info.content });
  const bytes = Buffer.from(encryptedContentInfo.getEncryptedContent());
  return { ...readProtection(encryptedContentInfo.contentEncryptionAlgorithm), bytes };
}

/** A file without a checksum is left to decryption, which fails with a wrong password too. */
async function checkIntegrity(file: pkijs.PFX, password: Buffer): Promise<void> {
  if (!file.macData) return;
  const { mac, iterations = 1 } = file.macData;
  if (!CHECKSUMS.includes(mac.digestAlgorithm.algorithmId)) throw unacceptedProtection();
  if (iterations > MOST_ROUNDS) throw damagedFile();
  try {
    await file.parseInternalValues({ password: new Uint8Array(password).buffer, checkIntegrity: true }, engine);
  } catch (cause) {
    throw wrongPassword(cause);
  }
}

const isKeyBag = (bag: pkijs.SafeBag): boolean => bag.bagId === BAG.key || bag.bagId === BAG.shroudedKey;

async function readKey({ bagValue }: pkijs.SafeBag, password: Buffer): Promise<KeyObject> {
  const pkcs8 =
    bagValue instanceof pkijs.PKCS8ShroudedKeyBag
      ? await unshroud(bagValue, password)
      : Buffer.from(bagValue.toSchema().toBER());
  return createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
}

const unshroud = (bag: pkijs.PKCS8ShroudedKeyBag, password: Buffer): Promise<Buffer> =>
  decrypt({ ...readProtection(bag.encryptionAlgorithm), bytes: Buffer.from(bag.encryptedData.getValue()) }, password);

/** The certificate as it was written, byte for byte. */
function readCertificateBag({ bagId, bagValue }: pkijs.SafeBag): readonly Buffer[] {
  const isCertificate = bagId === BAG.certificate && bagValue instanceof pkijs.CertBag;
  if (!isCertificate || bagValue.certId !== X509_CERTIFICATE || !('getValue' in bagValue.certValue)) return [];
  return [Buffer.from(bagValue.certValue.getValue())];
}
