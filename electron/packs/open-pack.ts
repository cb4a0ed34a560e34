import { createHash } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import { AppError } from '../../shared/errors.ts';
import type { Certificate } from '../signing/certificates.ts';
import { type SigningIdentity, sha256 } from '../signing/cms.ts';
import type { VerifyOptions } from '../signing/verify-pdf.ts';
import { type CheckedBag, checkBag } from './bag-check.ts';
import { isEnvelope, type OpenedEnvelope, openEnvelope } from './envelope.ts';
import { type PackLimits, packLimits } from './limits.ts';
import { type PackBytes, plainBytes } from './pack-bytes.ts';
import type { PackInfo } from './pack-info.ts';
import type { PackSigner } from './pack-signer.ts';
import { changed, fileTrouble } from './troubles.ts';
import { contentOf } from './zip-reading.ts';

/** Whom to believe, and what to accept. */
export interface OpeningOptions {
  readonly authorities: VerifyOptions;
  /** `trusted` refuses a signer who is not known; `anybody` leaves that to the caller, who has to look at `signer.trust`. */
  readonly signers: 'trusted' | 'anybody';
  /** Whose keys an encrypted pack may be for. */
  readonly receivers?: readonly SigningIdentity[];
  /** Told of the bytes that were checked, of all in the pack. */
  readonly progress?: (bytes: number, of: number) => void;
  readonly signal?: AbortSignal;
  readonly limits?: PackLimits;
}

/** A file of content; `path` is below `data/`. */
export interface PackedFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A pack in which everything was found to be right: built as it should be, complete, unchanged, and signed. */
export interface OpenPack {
  readonly info: PackInfo;
  readonly signer: PackSigner;
  /** Whether the file was encrypted. */
  readonly encrypted: boolean;
  /** What the signature covers, as SHA-256: two packs with the same are the same, whatever they are called. */
  readonly tagManifestSha256: string;
  /** In the order in which they were packed. */
  readonly files: readonly PackedFile[];
  /** Whether there is such a file. */
  has(path: string): boolean;
  /** The whole content of a file of at most so many bytes. Throws AppError `pack.missing`, `pack.tooLarge`, or `pack.changed` where the file was changed since it was checked. */
  read(path: string, most: number): Promise<Buffer>;
  /** The content of a file in pieces; throws like `read`, for a change only after the last piece. */
  stream(path: string): AsyncGenerator<Buffer>;
  close(): Promise<void>;
}

/**
 * Opens a pack after checking all of it: the zip, the bag with both its manifests, and the sender's signature. Nothing is
 * written and memory does not grow with the pack. Throws AppError `pack.…` in words for everything that is not right.
 */
export async function openPack(file: string, options: OpeningOptions): Promise<OpenPack> {
  try {
    await requireFile(file);
    const handle = await open(file, 'r');
    try {
      const whole = plainBytes(handle, (await handle.stat()).size);
      const envelope = await envelopeIn(whole, options.receivers ?? []);
      const bytes = envelope?.bytes ?? whole;
      const bag = await checkBag(bytes, options.limits ?? packLimits, options);
      if (envelope) requireMeantFor(envelope.certificate, bag.info);
      return openedPack(bytes, bag, { encrypted: envelope !== null, close: () => handle.close() });
    } catch (error) {
      await handle.close();
      throw error;
    }
  } catch (error) {
    throw fileTrouble(error, 'The pack was not opened');
  }
}

/** Refuses pipes and devices, which may have no end or keep a reader waiting for ever. */
async function requireFile(file: string): Promise<void> {
  const found = await stat(file);
  if (found.isFile()) return;
  const what = found.isDirectory() ? 'it is a folder and not a file' : 'it is no file on a disk';
  throw new AppError('pack.unreadable', `The pack was not opened: ${what}. Choose a file, then try again.`);
}

/** What a file holds when it is encrypted; null for a file in plain. */
async function envelopeIn(file: PackBytes, receivers: readonly SigningIdentity[]): Promise<OpenedEnvelope | null> {
  if (file.size < 2 || !isEnvelope(await file.read(0, 2))) return null;
  return openEnvelope(file, receivers);
}

/** Refuses a pack that its sender encrypted to somebody else, who then passed it on as if it had been sent here. */
function requireMeantFor(certificate: Certificate, { recipient }: PackInfo): void {
  if (recipient === sha256(certificate.der).toString('hex')) return;
  throw changed('its sender encrypted it to somebody else');
}

function openedPack(bytes: PackBytes, bag: CheckedBag, file: Pick<OpenPack, 'encrypted' | 'close'>): OpenPack {
  const packed = (path: string) => {
    const found = bag.payload.get(path);
    if (found) return found;
    throw new AppError('pack.missing', `The pack does not hold the file ${path}, which it should. Nothing was read.`);
  };
  async function* stream(path: string): AsyncGenerator<Buffer> {
    const { entry, sha256: expected } = packed(path);
    const hash = createHash('sha256');
    for await (const piece of contentOf(bytes, entry)) {
      hash.update(piece);
      yield piece;
    }
    if (hash.digest('hex') !== expected) throw changed('a file in it was changed while the pack was open');
  }
  return {
    info: bag.info,
    signer: bag.signer,
    tagManifestSha256: bag.tagManifestSha256,
    files: [...bag.payload].map(([path, { entry, sha256 }]) => ({ path, bytes: entry.size, sha256 })),
    has: path => bag.payload.has(path),
    async read(path, most) {
      if (packed(path).entry.size > most) {
        throw new AppError('pack.tooLarge', `The file ${path} in the pack is larger than it can be. Nothing was read.`);
      }
      const pieces: Buffer[] = [];
      for await (const piece of stream(path)) pieces.push(piece);
      return Buffer.concat(pieces);
    },
    stream,
    ...file,
  };
}
