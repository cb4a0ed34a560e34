import { createHash } from 'node:crypto';
import type { Identity } from '../../../electron/signing/identity.ts';
import type { RawEntry } from './raw-zip.ts';
import { assessor, info, madeAt, signedBy } from './sample-pack.ts';

/** The files of a bag by their path in it, in order. */
export type RawFiles = Map<string, Buffer>;

/** What a case does at each stage of making a bag by hand: the signature is right for everything but the last. */
export interface RawBag {
  readonly payload?: Readonly<Record<string, string | Buffer>>;
  /** Changes bagit.txt, bag-info.txt or the manifests, before they are hashed and signed. */
  readonly tags?: (files: RawFiles) => void;
  /** Changes a tag manifest, before it is signed. */
  readonly tagManifests?: (files: RawFiles) => void;
  readonly identity?: Identity;
  /** Changes anything after it was signed. */
  readonly afterwards?: (files: RawFiles) => void;
}

export const hashed = (hash: string, bytes: Buffer | string): string => createHash(hash).update(bytes).digest('hex');

const hashes = ['sha256', 'sha512'] as const;

/** Replaces text in one of the files. */
export const replacing =
  (name: string, from: string | RegExp, to: string) =>
  (files: RawFiles): void => {
    const before = files.get(name)?.toString() ?? '';
    const after = before.replace(from, to);
    if (after === before) throw new Error(`nothing to replace in ${name}`);
    files.set(name, Buffer.from(after));
  };

export const manifestOf = (hash: string, files: RawFiles): string =>
  [...files].map(([name, bytes]) => `${hashed(hash, bytes)}  ${name}\n`).join('');

export function bagInfoOf(payload: RawFiles): string {
  const bytes = [...payload.values()].reduce((sum, { length }) => sum + length, 0);
  return [
    `Source-Organization: ${info.organisation}`,
    `External-Identifier: ${info.id}`,
    `Bagging-Date: ${madeAt.slice(0, 10)}`,
    `Payload-Oxum: ${bytes}.${payload.size}`,
    'Bag-Software-Agent: a test',
    'EPA-Pack-Format: 1',
    'EPA-Pack-Kind: result',
    `EPA-Pack-Made-At: ${madeAt}`,
    'EPA-Pack-Practice: yes',
    `EPA-Sender-Workspace: ${info.workspaceId}`,
    '',
  ].join('\n');
}

/** A signed bag made without the product's writer. */
export function rawBag({ payload, tags, tagManifests, identity = assessor, afterwards }: RawBag = {}): RawFiles {
  const content: RawFiles = new Map(
    Object.entries(payload ?? { 'a.json': '{"a":1}\n', 'b/c.txt': 'some words\n' }).map(([path, bytes]) => [
      `data/${path}`,
      Buffer.from(bytes),
    ]),
  );
  const described: RawFiles = new Map([
    ['bagit.txt', Buffer.from('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')],
    ['bag-info.txt', Buffer.from(bagInfoOf(content))],
    ...hashes.map(hash => [`manifest-${hash}.txt`, Buffer.from(manifestOf(hash, content))] as const),
  ]);
  tags?.(described);
  const files: RawFiles = new Map([
    ...content,
    ...described,
    ...hashes.map(hash => [`tagmanifest-${hash}.txt`, Buffer.from(manifestOf(hash, described))] as const),
  ]);
  tagManifests?.(files);
  files.set('signature.p7s', signedBy(identity)(files.get('tagmanifest-sha256.txt') ?? Buffer.alloc(0)));
  afterwards?.(files);
  return files;
}

/** The files in the one folder of a pack, for a zip. */
export const inFolder = (files: RawFiles, folder: string = info.id): readonly RawEntry[] =>
  [...files].map(([path, content]) => ({ name: `${folder}/${path}`, content }));
