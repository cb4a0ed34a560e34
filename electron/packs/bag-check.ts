import { createHash } from 'node:crypto';
import { AppError } from '../../shared/errors.ts';
import { readAuthorities } from '../signing/verify-pdf.ts';
import type { PackLimits } from './limits.ts';
import { type ManifestHash, manifestHashes, readManifest } from './manifests.ts';
import type { OpeningOptions } from './open-pack.ts';
import type { PackBytes } from './pack-bytes.ts';
import { bagDeclaration, type PackInfo, readBagInfo } from './pack-info.ts';
import { type PackSigner, readSigner, requireTrusted } from './pack-signer.ts';
import { requirePackPath, shown } from './paths.ts';
import { changed, irregular } from './troubles.ts';
import { signatureFile } from './write-pack.ts';
import { readDirectory } from './zip-directory.ts';
import type { ZipEntry } from './zip-format.ts';
import { contentOf } from './zip-reading.ts';

/** A bag in which everything was found to be right. */
export interface CheckedBag {
  readonly info: PackInfo;
  readonly signer: PackSigner;
  readonly tagManifestSha256: string;
  /** The content by its path below `data/`. */
  readonly payload: ReadonlyMap<string, { readonly entry: ZipEntry; readonly sha256: string }>;
}

type Entries = ReadonlyMap<string, ZipEntry>;
type Tags = ReadonlyMap<string, Buffer>;
type ByHash = Readonly<Record<ManifestHash, ReadonlyMap<string, string>>>;

/** So many bytes are checked before progress is told again. */
const TELLING = 2 ** 20;
const PAYLOAD = 'data/';
const tagManifestNames = manifestHashes.map(hash => `tagmanifest-${hash}.txt`);
const manifestNames = manifestHashes.map(hash => `manifest-${hash}.txt`);
const describing = ['bagit.txt', 'bag-info.txt', ...manifestNames];
const smallTagFiles = ['bagit.txt', 'bag-info.txt', ...tagManifestNames, signatureFile];
const tagFiles = [...manifestNames, ...smallTagFiles];

/** The files by their path in the one folder of the pack. Throws AppError for names that may not be, or are there twice. */
function inOneFolder(entries: readonly ZipEntry[]): { readonly folder: string; readonly files: Entries } {
  const files = new Map<string, ZipEntry>();
  const folder = entries[0]?.name.split('/', 1)[0] ?? '';
  for (const entry of entries) {
    requirePackPath(entry.name);
    const path = entry.name.slice(folder.length + 1);
    if (!entry.name.startsWith(`${folder}/`) || path === '') throw irregular('its files are not in one folder');
    if (files.has(path)) throw irregular(`it holds two files named ${shown(path)}`);
    if (!path.startsWith(PAYLOAD) && !tagFiles.includes(path)) {
      throw irregular(`it holds ${shown(path)}, which is no part of a pack`);
    }
    files.set(path, entry);
  }
  return { folder, files };
}

/** The whole of a file that describes the pack. */
async function readTag(bytes: PackBytes, files: Entries, name: string, most: number): Promise<Buffer> {
  const entry = files.get(name);
  if (!entry && name === signatureFile) {
    throw new AppError('pack.unsigned', 'The pack is not signed, so nobody can say who made it. Nothing was read.');
  }
  if (!entry) throw irregular(`${shown(name)} is missing from it`);
  if (entry.size > most) throw irregular(`${shown(name)} in it is far too large`);
  const pieces: Buffer[] = [];
  for await (const piece of contentOf(bytes, entry)) pieces.push(piece);
  return Buffer.concat(pieces);
}

function textOf(bytes: Buffer | undefined, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw irregular(`${shown(name)} in it is not text`);
  }
}

/** Refuses any other version and encoding of bags than the ones that packs are written in, to the letter (RFC 8493 §2.1.1). */
function requireDeclaration(text: string): void {
  if (text.replaceAll('\r\n', '\n') === bagDeclaration) return;
  throw irregular('it is a bag of another version than 1.0, or not in UTF-8');
}

/** The digests in a tag manifest, which names all files that describe the pack and nothing else. */
function tagDigests(tags: Tags, hash: ManifestHash): ReadonlyMap<string, string> {
  const name = `tagmanifest-${hash}.txt`;
  const digests = readManifest(textOf(tags.get(name), name), name, hash);
  if (digests.size === describing.length && describing.every(described => digests.has(described))) return digests;
  throw irregular(`${shown(name)} does not name the files that it should`);
}

/** Refuses a file that describes the pack and is not the one that the tag manifests name. */
function requireTagDigests(name: string, bytes: Buffer, expected: ByHash): void {
  for (const hash of manifestHashes) {
    if (expected[hash].get(name) !== createHash(hash).update(bytes).digest('hex')) {
      throw changed(`${shown(name)} in it is another`);
    }
  }
}

/** Refuses a manifest that does not list exactly the files that the pack holds. */
function requireSameFiles(digests: ReadonlyMap<string, string>, payload: readonly string[]): void {
  for (const path of payload) if (!digests.has(path)) throw changed(`it holds ${shown(path)}, which is not listed`);
  if (digests.size === payload.length) return;
  const held = new Set(payload);
  const missing = [...digests.keys()].find(path => !held.has(path)) ?? '';
  throw changed(`${shown(missing)} is missing from it`);
}

/** Who signed the pack, and what it says of itself, from the few bytes that tell it. */
async function readFront(bytes: PackBytes, files: Entries, limits: PackLimits, options: OpeningOptions) {
  const tags = new Map<string, Buffer>();
  for (const name of smallTagFiles) tags.set(name, await readTag(bytes, files, name, limits.tagBytes));
  requireDeclaration(textOf(tags.get('bagit.txt'), 'bagit.txt'));
  const { info, oxum } = readBagInfo(textOf(tags.get('bag-info.txt'), 'bag-info.txt'));
  const [tagManifest, signature] = [tags.get('tagmanifest-sha256.txt'), tags.get(signatureFile)];
  if (!tagManifest || !signature) throw new TypeError('read above');
  const signer = readSigner(signature, tagManifest, readAuthorities(options.authorities), info.madeAt);
  if (options.signers === 'trusted') requireTrusted(signer);
  const expected = { sha256: tagDigests(tags, 'sha256'), sha512: tagDigests(tags, 'sha512') };
  for (const name of ['bagit.txt', 'bag-info.txt'])
    requireTagDigests(name, tags.get(name) ?? Buffer.alloc(0), expected);
  return { info, oxum, signer, expected, tagManifestSha256: createHash('sha256').update(tagManifest).digest('hex') };
}

/** Checks a bag, the cheap and telling things first. Throws AppError `pack.…` for whatever is not right. */
export async function checkBag(bytes: PackBytes, limits: PackLimits, options: OpeningOptions): Promise<CheckedBag> {
  const { entries } = await readDirectory(bytes, limits);
  const { folder, files } = inOneFolder(entries);
  const { info, oxum, signer, expected, tagManifestSha256 } = await readFront(bytes, files, limits, options);
  if (folder !== info.id) throw irregular('its folder is not named after it');
  const content = new Map([...files].filter(([path]) => path.startsWith(PAYLOAD)));
  const listed = async (hash: ManifestHash): Promise<ReadonlyMap<string, string>> => {
    const name = `manifest-${hash}.txt`;
    const manifest = await readTag(bytes, files, name, limits.manifestBytes);
    requireTagDigests(name, manifest, expected);
    const digests = readManifest(textOf(manifest, name), name, hash);
    requireSameFiles(digests, [...content.keys()]);
    return digests;
  };
  const digests = { sha256: await listed('sha256'), sha512: await listed('sha512') };
  const size = [...content.values()].reduce((sum, entry) => sum + entry.size, 0);
  if (oxum !== `${size}.${content.size}`) throw changed('it holds more or less than it says');
  await checkContent(bytes, content, digests, { ...options, size });
  const payload = [...content].map(([path, entry]) => {
    return [path.slice(PAYLOAD.length), { entry, sha256: digests.sha256.get(path) ?? '' }] as const;
  });
  return { info, signer, tagManifestSha256, payload: new Map(payload) };
}

async function checkContent(
  bytes: PackBytes,
  content: Entries,
  expected: ByHash,
  { progress, signal, size }: OpeningOptions & { readonly size: number },
): Promise<void> {
  let done = 0;
  let told = 0;
  for (const [path, entry] of content) {
    const sha256 = createHash('sha256');
    const sha512 = createHash('sha512');
    for await (const piece of contentOf(bytes, entry)) {
      if (signal?.aborted) throw new AppError('pack.cancelled', 'Checking the pack was stopped. Nothing was read.');
      sha256.update(piece);
      sha512.update(piece);
      done += piece.length;
      if (done - told < TELLING) continue;
      told = done;
      progress?.(done, size);
    }
    const isRight =
      sha256.digest('hex') === expected.sha256.get(path) && sha512.digest('hex') === expected.sha512.get(path);
    if (!isRight) throw changed(`${shown(path)} in it is another`);
  }
}
