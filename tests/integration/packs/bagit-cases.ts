import { inFolder, manifestOf, type RawBag, type RawFiles, rawBag, replacing } from './raw-bag.ts';
import { rawZip } from './raw-zip.ts';

/**
 * The kinds of case of the Library of Congress’s BagIt conformance suite, as packs; `accepted`, or the code of the refusal.
 * A pack is less than any bag: what the RFC leaves open and packs do not need is refused, and the names here say which.
 */
export type BagItCase = readonly [kind: string, verdict: string, bytes: () => Buffer];

const packed = (change: RawBag = {}): Buffer => rawZip(inFolder(rawBag(change)));
const manifests = ['manifest-sha256.txt', 'manifest-sha512.txt'];

/** The same change to both payload manifests, hashed and signed as if it were right. */
const inManifests = (from: string | RegExp, to: string) => (files: RawFiles) => {
  for (const name of manifests) replacing(name, from, to)(files);
};
const inTag = (name: string, from: string | RegExp, to: string): Buffer => packed({ tags: replacing(name, from, to) });
const encoded =
  (name: string, encoding: BufferEncoding, mark = '') =>
  (files: RawFiles) =>
    void files.set(name, Buffer.from(`${mark}${files.get(name)?.toString() ?? ''}`, encoding));

export const v1Cases: readonly BagItCase[] = [
  ['valid: basic bag', 'accepted', () => packed()],
  [
    'invalid: a file is missing from one manifest',
    'pack.changed',
    () => inTag('manifest-sha512.txt', /.*a\.json\n/, ''),
  ],
  [
    'invalid: white space before the colon of the version',
    'pack.irregular',
    () => inTag('bagit.txt', 'Version:', 'Version :'),
  ],
  [
    'invalid: the same file listed twice with different hashes',
    'pack.manifest',
    () => packed({ tags: inManifests(/^.(.*\n)/, '0$10$1') }),
  ],
];

export const v097ValidCases: readonly BagItCase[] = [
  ['version 0.97 itself: refused, packs are 1.0', 'pack.irregular', () => inTag('bagit.txt', '1.0', '0.97')],
  ['uncommon separators in bag-info.txt', 'accepted', () => inTag('bag-info.txt', 'Kind: result', 'Kind:\t  result  ')],
  ['a folded line in bag-info.txt', 'accepted', () => inTag('bag-info.txt', 'Agent: a test', 'Agent: a\n  test')],
  [
    'line ends of Windows',
    'accepted',
    () =>
      packed({
        tags: files => {
          for (const [name, bytes] of files) files.set(name, Buffer.from(bytes.toString().replaceAll('\n', '\r\n')));
        },
      }),
  ],
  [
    'hashes in capitals',
    'accepted',
    () =>
      packed({
        tags: files => {
          for (const name of manifests)
            files.set(
              name,
              Buffer.from((files.get(name)?.toString() ?? '').replace(/[0-9a-f]{64,}/g, hash => hash.toUpperCase())),
            );
        },
      }),
  ],
  [
    'duplicate entries in bag-info.txt: refused',
    'pack.info',
    () => inTag('bag-info.txt', /$/, 'Contact-Name: A\nContact-Name: B\n'),
  ],
  ['unknown entries in bag-info.txt', 'accepted', () => inTag('bag-info.txt', /$/, 'Favourite-Colour: blue\n')],
  [
    'a bag in a bag',
    'accepted',
    () => packed({ payload: { 'bag/bagit.txt': 'BagIt-Version: 1.0\n', 'bag/data/x.txt': 'x' } }),
  ],
  ['an empty payload', 'accepted', () => packed({ payload: {} })],
  ['an empty file', 'accepted', () => packed({ payload: { 'nothing.txt': '' } })],
  ['names with spaces: refused', 'pack.name', () => packed({ payload: { 'with space.txt': 'x' } })],
  ['names that have to be escaped: refused', 'pack.name', () => packed({ payload: { 'line\nbreak.txt': 'x' } })],
  ['names with percent signs: refused', 'pack.name', () => packed({ payload: { 'a%0ab.txt': 'x' } })],
  ['tag files in UTF-16: refused', 'pack.info', () => packed({ tags: encoded('bag-info.txt', 'utf16le') })],
  [
    'tag files in ISO 8859-1: refused',
    'pack.irregular',
    () =>
      packed({
        tags: files => {
          files.set('bag-info.txt', Buffer.from('Source-Organization: Caf\u00e9\n', 'latin1'));
        },
      }),
  ],
  [
    'a leading dot and slash in a manifest: refused',
    'pack.changed',
    () => packed({ tags: inManifests(/ {2}data/g, '  ./data') }),
  ],
  [
    'a bag with holes to be fetched: refused',
    'pack.irregular',
    () =>
      packed({
        afterwards: files => {
          files.set('fetch.txt', Buffer.from('https://example.org/a.json 8 data/a.json\n'));
        },
      }),
  ],
  [
    'one manifest alone: refused',
    'pack.irregular',
    () => packed({ tags: files => void files.delete('manifest-sha512.txt') }),
  ],
  [
    'another hash algorithm beside: refused',
    'pack.irregular',
    () =>
      packed({
        tags: files => {
          files.set('manifest-md5.txt', Buffer.from('d41d8cd98f00b204e9800998ecf8427e  data/a.json\n'));
        },
      }),
  ],
];

export const v097InvalidCases: readonly BagItCase[] = [
  ['a byte order mark in bagit.txt', 'pack.irregular', () => packed({ tags: encoded('bagit.txt', 'utf8', '\ufeff') })],
  ['no encoding in bagit.txt', 'pack.irregular', () => inTag('bagit.txt', /Tag.*\n/, '')],
  ['an invalid version', 'pack.irregular', () => inTag('bagit.txt', '1.0', 'one')],
  ['no bagit.txt', 'pack.irregular', () => packed({ tags: files => void files.delete('bagit.txt') })],
  [
    'no payload manifest',
    'pack.irregular',
    () => packed({ tags: files => void manifests.map(name => files.delete(name)) }),
  ],
  ['a corrupt file of content', 'pack.changed', () => packed({ afterwards: replacing('data/a.json', '1', '7') })],
  ['a corrupt tag file', 'pack.changed', () => packed({ afterwards: replacing('bag-info.txt', 'a test', 'a tost') })],
  ['a missing tag file', 'pack.irregular', () => packed({ afterwards: files => void files.delete('bag-info.txt') })],
  [
    'a manifest that lists a file outside',
    'pack.changed',
    () => packed({ tags: inManifests('data/a.json', '../../outside.txt') }),
  ],
  [
    'a manifest that lists a file by its full path',
    'pack.changed',
    () => packed({ tags: inManifests('data/a.json', '/tmp/foo') }),
  ],
  [
    'a manifest that lists a file of somebody’s home',
    'pack.changed',
    () => packed({ tags: inManifests('data/a.json', '~root/foo') }),
  ],
  [
    'a manifest that lists a file on another computer',
    'pack.changed',
    () => packed({ tags: inManifests('data/a.json', '\\\\server\\x.exe') }),
  ],
  ['a wrong Payload-Oxum', 'pack.changed', () => inTag('bag-info.txt', /Oxum: \d+/, 'Oxum: 99')],
  ['a hash of the wrong length', 'pack.manifest', () => packed({ tags: inManifests(/^../, '') })],
  [
    'a tag manifest that lists a file of content',
    'pack.irregular',
    () =>
      packed({
        tagManifests: files => {
          const content = new Map([['data/a.json', files.get('data/a.json') ?? Buffer.alloc(0)]]);
          files.set(
            'tagmanifest-sha256.txt',
            Buffer.concat([
              files.get('tagmanifest-sha256.txt') ?? Buffer.alloc(0),
              Buffer.from(manifestOf('sha256', content)),
            ]),
          );
        },
      }),
  ],
];

export const warningCases: readonly BagItCase[] = [
  [
    'the same file listed twice with the same hash: refused',
    'pack.manifest',
    () => packed({ tags: inManifests(/^(.*\n)/, '$1$1') }),
  ],
  [
    'files that differ in capitals alone: refused',
    'pack.name',
    () => packed({ payload: { 'a.txt': '1', 'A.txt': '2' } }),
  ],
  [
    'a name listed in two normal forms: refused',
    'pack.changed',
    () => packed({ tags: inManifests(/$/, `${'0'.repeat(64)}  data/e\u0301.txt\n`) }),
  ],
  [
    'a file made by md5sum, with an asterisk: refused',
    'pack.changed',
    () => packed({ tags: inManifests(/ {2}data/g, ' *data') }),
  ],
  [
    'files that a system left behind: refused',
    'pack.name',
    () => packed({ payload: { '.DS_Store': 'x', 'Thumbs.db': 'y' } }),
  ],
];
