import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { AppError } from '../../shared/errors.ts';
import type { Certificate } from '../signing/certificates.ts';
import type { SigningIdentity } from '../signing/cms.ts';
import {
  type DerNode,
  derContent,
  derMembers,
  derOctets,
  derOid,
  derSequence,
  derSetOf,
  derSmallInteger,
  readDerPrefix,
  readOid,
  TAG,
} from '../signing/der.ts';
import { ENVELOPE_OID, OID } from '../signing/object-identifiers.ts';
import type { PackBytes } from './pack-bytes.ts';
import { keyForRecipient, keyFromRecipients } from './recipient.ts';
import { damaged, irregular } from './troubles.ts';
import type { Sink } from './zip-writing.ts';

/*
 * A CMS EnvelopedData (RFC 5652 §6) whose length need not be known before it is written: the outer elements are of
 * indefinite length (X.690 §8.1.3.6), and the encrypted content is a row of octet strings of one size. So each byte of it
 * lies at a place that can be computed, and with AES in CBC mode any part can be decrypted alone: a pack is checked and read
 * without ever being there in plain, and in constant memory. CBC does not tell a change; the signature inside does.
 */

const INDEFINITE = 0x80;
const CHUNK = 64 * 1024;
const CHUNK_HEADER = 5;
const BLOCK = 16;
const ENDS = Buffer.alloc(2 * 5); // of five elements of indefinite length
const LONGEST_FRONT = 16 * 1024;

const begin = (tag: number): Buffer => Buffer.from([tag, INDEFINITE]);

function chunkHeader(length: number): Buffer {
  const header = Buffer.from([TAG.octetString, 0x83, 0, 0, 0]);
  header.writeUIntBE(length, 2, 3);
  return header;
}

/** Bytes that are encrypted on their way into a sink. */
export interface Envelope {
  readonly write: Sink;
  end(): Promise<void>;
}

/** Starts an envelope to a recipient, with a key of its own. */
export async function startEnvelope(sink: Sink, recipient: Certificate): Promise<Envelope> {
  const [contentKey, iv] = [randomBytes(32), randomBytes(BLOCK)];
  const cipher = createCipheriv('aes-256-cbc', contentKey, iv);
  await sink(
    Buffer.concat([
      begin(TAG.sequence),
      derOid(ENVELOPE_OID.envelopedData),
      begin(TAG.context0),
      begin(TAG.sequence),
      derSmallInteger(2),
      derSetOf(keyForRecipient(recipient, contentKey)),
      begin(TAG.sequence),
      derOid(OID.data),
      derSequence(derOid(ENVELOPE_OID.aes256Cbc), derOctets(iv)),
      begin(TAG.context0),
    ]),
  );
  let held: Buffer = Buffer.alloc(0);
  const put = async (bytes: Buffer): Promise<void> => {
    held = Buffer.concat([held, bytes]);
    for (; held.length >= CHUNK; held = held.subarray(CHUNK)) {
      await sink(Buffer.concat([chunkHeader(CHUNK), held.subarray(0, CHUNK)]));
    }
  };
  return {
    write: bytes => put(cipher.update(bytes)),
    async end() {
      await put(cipher.final());
      if (held.length > 0) await sink(Buffer.concat([chunkHeader(held.length), held]));
      await sink(ENDS);
    },
  };
}

/** Whether a file begins like an envelope. */
export const isEnvelope = (firstBytes: Buffer): boolean => firstBytes.subarray(0, 2).equals(begin(TAG.sequence));

interface Front {
  readonly recipients: readonly DerNode[];
  readonly iv: Buffer;
  readonly length: number;
}

/** Reads what stands before the encrypted content. Throws AppError when it is none of ours. */
function readFront(bytes: Buffer): Front {
  let rest = bytes;
  const enter = (tag: number): void => {
    if (!rest.subarray(0, 2).equals(begin(tag))) throw irregular('it is encrypted in a way that packs are not');
    rest = rest.subarray(2);
  };
  const element = (): DerNode => {
    const node = readDerPrefix(rest);
    rest = rest.subarray(node.bytes.length);
    return node;
  };
  enter(TAG.sequence);
  const kind = readOid(element());
  enter(TAG.context0);
  enter(TAG.sequence);
  const version = derContent(element(), TAG.integer)[0];
  const recipients = derMembers(element(), TAG.set);
  enter(TAG.sequence);
  const content = readOid(element());
  const [cipher, iv] = derMembers(element(), TAG.sequence);
  enter(TAG.context0);
  const isKnown = kind === ENVELOPE_OID.envelopedData && version === 2 && content === OID.data;
  if (!isKnown || readOid(cipher) !== ENVELOPE_OID.aes256Cbc)
    throw irregular('it is encrypted in a way that packs are not');
  return { recipients, iv: derContent(iv, TAG.octetString), length: bytes.length - rest.length };
}

function frontOf(bytes: Buffer): Front {
  try {
    const front = readFront(bytes);
    if (front.iv.length === BLOCK) return front;
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'certificate.damaged') throw error;
  }
  throw damaged('the part that says for whom it is encrypted cannot be read');
}

/** The encrypted content without the frame around it: its length, and any part of it. */
async function encryptedBytes(file: PackBytes, start: number): Promise<PackBytes> {
  const framed = file.size - start - ENDS.length;
  const size = framed - CHUNK_HEADER * Math.ceil(framed / (CHUNK_HEADER + CHUNK));
  if (framed <= 0 || size <= 0 || size % BLOCK !== 0) throw damaged('it ends too early');
  if (!(await file.read(start + framed, ENDS.length)).equals(ENDS)) throw damaged('it ends too early');
  let last: { readonly chunk: number; readonly bytes: Buffer } | undefined; // small reads come one after the other
  const chunkBytes = async (chunk: number): Promise<Buffer> => {
    if (last?.chunk === chunk) return last.bytes;
    const length = Math.min(CHUNK, size - chunk * CHUNK);
    const framedChunk = await file.read(start + chunk * (CHUNK_HEADER + CHUNK), CHUNK_HEADER + length);
    if (!framedChunk.subarray(0, CHUNK_HEADER).equals(chunkHeader(length))) throw damaged('a part of it is missing');
    last = { chunk, bytes: framedChunk.subarray(CHUNK_HEADER) };
    return last.bytes;
  };
  return {
    size,
    async read(position, length) {
      const pieces: Buffer[] = [];
      for (let at = position; at < position + length; ) {
        const from = Math.floor(at / CHUNK) * CHUNK;
        const piece = (await chunkBytes(from / CHUNK)).subarray(at - from, position + length - from);
        pieces.push(piece);
        at += piece.length;
      }
      return Buffer.concat(pieces);
    },
  };
}

/** What is inside an encrypted file, and for whom it was encrypted; nothing of it is written anywhere. */
export interface OpenedEnvelope {
  readonly bytes: PackBytes;
  readonly certificate: Certificate;
}

/** Opens an envelope with the key of one of the receivers. Throws AppError `pack.encrypted` when it is for none of them. */
export async function openEnvelope(file: PackBytes, receivers: readonly SigningIdentity[]): Promise<OpenedEnvelope> {
  const front = frontOf(await file.read(0, Math.min(file.size, LONGEST_FRONT)));
  const opened = keyFromRecipients(front.recipients, receivers);
  if (!opened) {
    throw new AppError(
      'pack.encrypted',
      'The pack is encrypted, and not for this workspace. Open it in the workspace that it was made for, or ask the sender to make it for you. Nothing was read.',
    );
  }
  const encrypted = await encryptedBytes(file, front.length);
  const decrypt = async (from: number, until: number): Promise<Buffer> => {
    const before = from === 0 ? front.iv : await encrypted.read(from - BLOCK, BLOCK);
    const decipher = createDecipheriv('aes-256-cbc', opened.contentKey, before).setAutoPadding(false);
    return decipher.update(await encrypted.read(from, until - from));
  };
  const padding = (await decrypt(encrypted.size - BLOCK, encrypted.size))[BLOCK - 1] ?? 0;
  if (padding < 1 || padding > BLOCK) throw damaged('its last part cannot be decrypted');
  const size = encrypted.size - padding;
  const read = async (position: number, length: number): Promise<Buffer> => {
    if (position + length > size) throw damaged('it ends too early');
    const from = position - (position % BLOCK);
    const plain = await decrypt(from, Math.ceil((position + length) / BLOCK) * BLOCK);
    return plain.subarray(position - from, position - from + length);
  };
  return { bytes: { size, read }, certificate: opened.certificate };
}
