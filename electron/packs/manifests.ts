import { AppError } from '../../shared/errors.ts';

/** The hash algorithms of a pack's manifests; both are checked. */
export const manifestHashes = ['sha256', 'sha512'] as const;

export type ManifestHash = (typeof manifestHashes)[number];

/** The digests of one file, hexadecimal in lower case. */
export type Digests = Readonly<Record<ManifestHash, string>>;

const DIGEST_LENGTH: Readonly<Record<ManifestHash, number>> = { sha256: 64, sha512: 128 };

/** The text of a manifest, in the order of the paths (RFC 8493 §2.1.3). */
export const manifestText = (files: ReadonlyMap<string, Digests>, hash: ManifestHash): string =>
  [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, digests]) => `${digests[hash]}  ${path}\n`)
    .join('');

const LINE = /^([0-9a-fA-F]+)[ \t]+(.+)$/;

/** Reads a manifest: digest by path. Throws AppError `pack.manifest` for a line that is none and for a path that is there twice. */
export function readManifest(text: string, file: string, hash: ManifestHash): ReadonlyMap<string, string> {
  const digests = new Map<string, string>();
  for (const line of linesOf(text)) {
    const [, digest, path] = LINE.exec(line) ?? [];
    if (digest?.length !== DIGEST_LENGTH[hash] || path === undefined || digests.has(path)) {
      throw new AppError(
        'pack.manifest',
        `The pack’s list of files (${file}) cannot be read, or names a file twice. Ask the sender for a new pack; nothing was read.`,
      );
    }
    digests.set(path, digest.toLowerCase());
  }
  return digests;
}

/** One line after the other: a list may be long. */
function* linesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; ) {
    const found = text.indexOf('\n', at);
    const end = found === -1 ? text.length : found;
    yield text.slice(at, text[end - 1] === '\r' ? end - 1 : end);
    at = end + 1;
  }
}
