import { createHash } from 'node:crypto';
import { AppError } from '../../shared/errors.ts';
import { sha256 } from '../signing/cms.ts';
import { startEnvelope } from './envelope.ts';
import { packLimits } from './limits.ts';
import { type Digests, manifestHashes, manifestText } from './manifests.ts';
import { type OutputFile, openOutput } from './output-file.ts';
import { bagDeclaration, type PackInfo, packInfo, textOfBagInfo } from './pack-info.ts';
import { requirePackPath } from './paths.ts';
import { readRecipient } from './recipient.ts';
import { fileTrouble } from './troubles.ts';
import { type Sink, startZip, type ZipWriting } from './zip-writing.ts';

/** A file to be packed; `path` is below `data/`, and `open` is called when its turn comes. */
export interface FileToPack {
  readonly path: string;
  open(): Uint8Array | AsyncIterable<Uint8Array> | Promise<Uint8Array | AsyncIterable<Uint8Array>>;
}

/** What goes into a pack, in the order in which it is written. */
export interface PackToWrite {
  readonly info: Omit<PackInfo, 'recipient'>;
  readonly files: AsyncIterable<FileToPack> | Iterable<FileToPack>;
  /** The detached CMS signature (DER) by the sender over these bytes: the text of the tag manifest. */
  sign(tagManifest: Buffer): Buffer | Promise<Buffer>;
}

/** `progress` is told how many files, and bytes of content, were written; `signal` ends the work and removes what was written. */
export interface WritingOptions {
  readonly progress?: (files: number, bytes: number) => void;
  readonly signal?: AbortSignal;
  /** The certificate (DER) to encrypt the pack to; without it the pack is in plain. */
  readonly recipientCertificate?: Uint8Array;
}

/** The file that was written. */
export interface WrittenPack {
  readonly sha256: string;
  readonly bytes: number;
  /** How many files of content are in it. */
  readonly files: number;
}

/** The name of the signature in a pack: a tag file that no manifest names, as RFC 8493 §3 allows. */
export const signatureFile = 'signature.p7s';

/**
 * Writes a pack: a zip with a signed BagIt 1.0 bag (RFC 8493). The file is there whole or not at all, memory does not grow
 * with the content, and the same content gives the same bytes but for the signature and encryption. Throws AppError `pack.cancelled`,
 * `pack.tooLarge` or what the disk reports.
 */
export async function writePack(
  destination: string,
  pack: PackToWrite,
  options: WritingOptions = {},
): Promise<WrittenPack> {
  const recipient = options.recipientCertificate && readRecipient(options.recipientCertificate);
  const addressed = recipient ? { recipient: sha256(recipient.der).toString('hex') } : {};
  const info = packInfo.parse({ ...pack.info, ...addressed });
  try {
    const output = await openOutput(destination);
    try {
      const sink = limited(output, options.signal);
      const envelope = recipient && (await startEnvelope(sink, recipient));
      const files = await writeBag(envelope?.write ?? sink, { ...pack, info }, options);
      await envelope?.end();
      return { ...(await output.commit()), files };
    } catch (error) {
      await output.abandon();
      throw error;
    }
  } catch (error) {
    throw fileTrouble(error, 'The pack was not written');
  }
}

/** So many bytes are written before progress is told again. */
const TELLING = 2 ** 20;

/** Ends the writing when it was cancelled, or when the file gets larger than a pack may be. */
function limited(output: OutputFile, signal: AbortSignal | undefined): Sink {
  let bytes = 0;
  return async piece => {
    if (signal?.aborted) throw new AppError('pack.cancelled', 'Writing the pack was stopped. No file was left behind.');
    bytes += piece.length;
    if (bytes > packLimits.bytes) throw tooLarge();
    await output.write(piece);
  };
}

const tooLarge = (): AppError =>
  new AppError(
    'pack.tooLarge',
    'One pack cannot hold all this: it would be over 4 GB or 60,000 files. Write two packs with fewer assessments or attachments in each. No file was left behind.',
  );

async function* piecesOf(content: Uint8Array | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (content instanceof Uint8Array) yield content;
  else yield* content;
}

interface Added {
  readonly bytes: number;
  readonly digests: Digests;
}

async function add(
  zip: ZipWriting,
  name: string,
  content: Uint8Array | AsyncIterable<Uint8Array>,
  seen: (bytes: number) => void = () => {},
): Promise<Added> {
  const hashes = { sha256: createHash('sha256'), sha512: createHash('sha512') };
  let bytes = 0;
  await zip.add(name, piecesOf(content), piece => {
    for (const hash of manifestHashes) hashes[hash].update(piece);
    bytes += piece.length;
    seen(bytes);
  });
  return { bytes, digests: { sha256: hashes.sha256.digest('hex'), sha512: hashes.sha512.digest('hex') } };
}

async function writeBag(
  sink: Sink,
  pack: PackToWrite & { readonly info: PackInfo },
  { progress }: WritingOptions,
): Promise<number> {
  const zip = startZip(sink);
  const named = (name: string): string => `${pack.info.id}/${name}`;
  const tags = new Map<string, Digests>();
  const addTag = async (name: string, text: string): Promise<void> => {
    tags.set(name, (await add(zip, named(name), Buffer.from(text))).digests);
  };
  await addTag('bagit.txt', bagDeclaration);
  const payload = new Map<string, Digests>();
  let bytes = 0;
  let told = 0;
  for await (const file of pack.files) {
    const path = `data/${file.path}`;
    requirePackPath(path);
    if (payload.has(path)) throw new TypeError(`packed twice: ${path}`);
    const before = bytes;
    const added = await add(zip, named(path), await file.open(), so => {
      if (before + so - told < TELLING) return;
      told = before + so;
      progress?.(payload.size, told);
    });
    payload.set(path, added.digests);
    bytes += added.bytes;
    if (payload.size > packLimits.files || bytes > packLimits.bytes) throw tooLarge();
  }
  progress?.(payload.size, bytes);
  await addTag('bag-info.txt', textOfBagInfo(pack.info, { bytes, files: payload.size }));
  for (const hash of manifestHashes) await addTag(`manifest-${hash}.txt`, manifestText(payload, hash));
  const [tagManifest, secondTagManifest] = manifestHashes.map(hash => Buffer.from(manifestText(tags, hash)));
  if (!tagManifest || !secondTagManifest) throw new TypeError('there are two manifests');
  await add(zip, named('tagmanifest-sha256.txt'), tagManifest);
  await add(zip, named('tagmanifest-sha512.txt'), secondTagManifest);
  await add(zip, named(signatureFile), await pack.sign(tagManifest));
  await zip.end();
  return payload.size;
}
