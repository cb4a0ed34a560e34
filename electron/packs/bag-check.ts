import { createHash } from 'node:crypto';
import { AppError } from '../../shared/errors.ts';
import type { PackLimits } from './limits.ts';
import { type ManifestHash, manifestHashes, readManifest } from './manifests.ts';
import type { OpeningOptions } from './open-pack.ts';
import type { PackBytes } from './pack-bytes.ts';
import { type PackInfo, readBagInfo } from './pack-info.ts';
import { type PackSigner, readSigner, requireTrusted } from './pack-signer.ts';
import { requirePackPath, shown } from './paths.ts';
import { tagValues } from './tag-lines.ts';
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

const PAYLOAD = 'data/';
const tagManifestNames = manifestHashes.map(hash => `tagmanifest-${hash}.txt`);
const manifestNames = manifestHashes.map(hash => `manifest-${hash}.txt`);
const describing = ['bagit.txt', 'bag-info.txt', ...manifestNames];
const tagFiles = [...describing, ...tagManifestNames, signatureFile];

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

async function readTags(bytes: PackBytes, files: Entries, limits: PackLimits): Promise<ReadonlyMap<string, Buffer>> {
  const tags = new Map<string, Buffer>();
  for (const name of tagFiles) {
    const entry = files.get(name);
    if (!entry && name === signatureFile) {
      throw new AppError('pack.unsigned', 'The pack is not signed, so nobody can say who made it. Nothing was read.');
    }
    if (!entry) throw irregular(`${shown(name)} is missing from it`);
    if (entry.size > limits.tagBytes) throw irregular(`${shown(name)} in it is far too large`);
    const pieces: Buffer[] = [];
    for await (const piece of contentOf(bytes, entry)) pieces.push(piece);
    tags.set(name, Buffer.concat(pieces));
  }
  return tags;
}

function textOf(bytes: Buffer | undefined, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw irregular(`${shown(name)} in it is not text`);
  }
}

/** Refuses any other version and encoding of bags than the ones that packs are written in (RFC 8493 §2.1.1). */
function requireDeclaration(text: string): void {
  const values = tagValues(text, 'bagit.txt');
  if (values.get('bagit-version') === '1.0' && values.get('tag-file-character-encoding') === 'UTF-8') return;
  throw irregular('it is a bag of another version than 1.0, or not in UTF-8');
}

/** Checks the files that describe the pack against a tag manifest: it names all of them and nothing else. */
function requireTagDigests(tags: ReadonlyMap<string, Buffer>, hash: ManifestHash): void {
  const name = `tagmanifest-${hash}.txt`;
  const digests = readManifest(textOf(tags.get(name), name), name, hash);
  if (digests.size !== describing.length) throw irregular(`${shown(name)} does not name the files that it should`);
  for (const described of describing) {
    const bytes = tags.get(described) ?? Buffer.alloc(0);
    if (digests.get(described) !== createHash(hash).update(bytes).digest('hex')) {
      throw changed(`${shown(described)} in it is another`);
    }
  }
}

/** The digests of the content, after a check that the manifest and the pack hold the same files. */
function payloadDigests(tags: ReadonlyMap<string, Buffer>, payload: readonly string[], hash: ManifestHash) {
  const name = `manifest-${hash}.txt`;
  const digests = readManifest(textOf(tags.get(name), name), name, hash);
  for (const path of payload) if (!digests.has(path)) throw changed(`it holds ${shown(path)}, which is not listed`);
  if (digests.size > payload.length) {
    const held = new Set(payload);
    const missing = [...digests.keys()].find(path => !held.has(path)) ?? '';
    throw changed(`${shown(missing)} is missing from it`);
  }
  return digests;
}

/** Checks a bag, the cheap and telling things first. Throws AppError `pack.…` for whatever is not right. */
export async function checkBag(bytes: PackBytes, limits: PackLimits, options: OpeningOptions): Promise<CheckedBag> {
  const { entries } = await readDirectory(bytes, limits);
  const { folder, files } = inOneFolder(entries);
  const tags = await readTags(bytes, files, limits);
  requireDeclaration(textOf(tags.get('bagit.txt'), 'bagit.txt'));
  const { info, oxum } = readBagInfo(textOf(tags.get('bag-info.txt'), 'bag-info.txt'));
  const [tagManifest, signature] = [tags.get('tagmanifest-sha256.txt'), tags.get(signatureFile)];
  if (!tagManifest || !signature) throw new TypeError('read above');
  const signer = readSigner(signature, tagManifest, options.authorities, info.madeAt);
  if (options.signers === 'trusted') requireTrusted(signer);
  for (const hash of manifestHashes) requireTagDigests(tags, hash);
  if (folder !== info.id) throw irregular('its folder is not named after it');
  const payload = [...files.keys()].filter(path => path.startsWith(PAYLOAD));
  const [sha256, sha512] = manifestHashes.map(hash => payloadDigests(tags, payload, hash));
  if (!sha256 || !sha512) throw new TypeError('there are two manifests');
  const size = payload.reduce((sum, path) => sum + (files.get(path)?.size ?? 0), 0);
  if (oxum !== `${size}.${payload.length}`) throw changed('it holds more or less than it says');
  await checkContent(bytes, files, { sha256, sha512 }, { ...options, size });
  return {
    info,
    signer,
    tagManifestSha256: createHash('sha256').update(tagManifest).digest('hex'),
    payload: new Map(
      payload.map(path => [
        path.slice(PAYLOAD.length),
        { entry: files.get(path) as ZipEntry, sha256: sha256.get(path) ?? '' },
      ]),
    ),
  };
}

async function checkContent(
  bytes: PackBytes,
  files: Entries,
  expected: Readonly<Record<ManifestHash, ReadonlyMap<string, string>>>,
  { progress, signal, size }: OpeningOptions & { readonly size: number },
): Promise<void> {
  let done = 0;
  for (const [path, entry] of files) {
    if (!path.startsWith(PAYLOAD)) continue;
    const sha256 = createHash('sha256');
    const sha512 = createHash('sha512');
    for await (const piece of contentOf(bytes, entry)) {
      if (signal?.aborted) throw new AppError('pack.cancelled', 'Checking the pack was stopped. Nothing was read.');
      sha256.update(piece);
      sha512.update(piece);
      done += piece.length;
      progress?.(done, size);
    }
    const isRight =
      sha256.digest('hex') === expected.sha256.get(path) && sha512.digest('hex') === expected.sha512.get(path);
    if (!isRight) throw changed(`${shown(path)} in it is another`);
  }
}
