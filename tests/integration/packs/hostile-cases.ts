import { deflateRawSync } from 'node:zlib';
import { inFolder, type RawBag, rawBag, replacing } from './raw-bag.ts';
import { type RawEntry, type RawFrame, rawZip, u32 } from './raw-zip.ts';
import { info, stranger } from './sample-pack.ts';

/** A pack that must be refused, and the code of the refusal. */
export type HostileCase = readonly [what: string, code: string, bytes: () => Buffer];

const bag = (change: RawBag = {}): readonly RawEntry[] => inFolder(rawBag(change));

/** A right pack with one file more, or with the first file of content changed. */
const withEntry = (entry: Partial<RawEntry> & { name: string }): Buffer =>
  rawZip([...bag(), { content: Buffer.from('more'), ...entry }]);
const withFirst = (change: Partial<RawEntry>, frame: RawFrame = {}): Buffer =>
  rawZip(
    bag().map((entry, index) => (index === 0 ? { ...entry, ...change } : entry)),
    frame,
  );
/** A right pack with a first file that claims another size, which the bag then claims too. */
const claiming = (size: number, packed = deflateRawSync('{"a":1}\n')): Buffer =>
  rawZip(
    bag({ tags: replacing('bag-info.txt', 'Oxum: 19.', `Oxum: ${11 + size}.`) }).map((entry, index) =>
      index === 0 ? { ...entry, packed, both: { method: 8, size } } : entry,
    ),
  );
/** A right pack whose content lies under other names, listed and signed: only the names are to blame. */
const named = (...names: readonly string[]): Buffer =>
  rawZip(bag({ payload: Object.fromEntries(names.map((name, index) => [name, `content ${index}`])) }));
const framed = (frame: RawFrame): Buffer => rawZip(bag(), frame);
const tampered = (afterwards: RawBag['afterwards']): Buffer => rawZip(bag({ ...(afterwards && { afterwards }) }));
const signedAnyway = (tags: RawBag['tags']): Buffer => rawZip(bag({ ...(tags && { tags }) }));

const first = 'data/a.json';
const longExtra = Buffer.concat([Buffer.from([0x75, 0x70, 6, 0]), Buffer.alloc(6)]);
const zip64Locator = Buffer.concat([u32(0x07064b50), Buffer.alloc(16)]);

export const brokenFiles: readonly HostileCase[] = [
  ['an empty file', 'pack.damaged', () => Buffer.alloc(0)],
  ['one byte', 'pack.damaged', () => Buffer.from('P')],
  ['text', 'pack.damaged', () => Buffer.from('Dear assessor, please find attached. '.repeat(20))],
  ['zeros', 'pack.damaged', () => Buffer.alloc(100_000)],
  ['only the end of a zip', 'pack.irregular', () => rawZip([])],
  ['a pack cut short in the middle', 'pack.damaged', () => rawZip(bag()).subarray(0, 700)],
  ['a pack without its last byte', 'pack.damaged', () => rawZip(bag()).subarray(0, -1)],
  ['a pack without its first byte', 'pack.damaged', () => rawZip(bag()).subarray(1)],
  ['junk before the pack', 'pack.damaged', () => Buffer.concat([Buffer.from('#!/bin/sh\n'), rawZip(bag())])],
  [
    'junk before the pack that its table counts in',
    'pack.irregular',
    () => framed({ before: Buffer.from('#!/bin/sh\n') }),
  ],
  ['junk after the pack', 'pack.damaged', () => framed({ after: Buffer.from('junk') })],
  ['a second pack after the first', 'pack.damaged', () => Buffer.concat([rawZip(bag()), rawZip(bag())])],
  ['a comment at the end', 'pack.damaged', () => framed({ comment: Buffer.from('a comment') })],
  ['an end within the comment', 'pack.damaged', () => framed({ comment: rawZip([]) })],
  ['junk before the table of contents', 'pack.irregular', () => framed({ between: Buffer.from('junk') })],
  ['ZIP64', 'pack.damaged', () => framed({ between: zip64Locator, end: { offset: 0 } })],
  ['ZIP64 sizes', 'pack.tooLarge', () => framed({ end: { offset: 0xffffffff, length: 0xffffffff, files: 0xffff } })],
  ['more files than there are', 'pack.damaged', () => framed({ end: { files: 50 } })],
  ['fewer files than there are', 'pack.damaged', () => framed({ end: { files: 2 } })],
  ['a table of contents beyond the end', 'pack.damaged', () => framed({ end: { offset: 0x7fffffff } })],
];

export const brokenEntries: readonly HostileCase[] = [
  ['a wrong CRC', 'pack.damaged', () => withFirst({ both: { crc32: 1 } })],
  ['a CRC that differs in the two headers', 'pack.irregular', () => withFirst({ local: { crc32: 1 } })],
  ['a size that differs in the two headers', 'pack.irregular', () => withFirst({ local: { size: 1 } })],
  [
    'a name that differs in the two headers',
    'pack.irregular',
    () => withFirst({ local: { name: Buffer.from(`${info.id}/data/x.json`) } }),
  ],
  ['a method that differs in the two headers', 'pack.irregular', () => withFirst({ local: { method: 8 } })],
  ['flags that differ in the two headers', 'pack.irregular', () => withFirst({ local: { flags: 0 } })],
  ['an unpacked size that is too small', 'pack.irregular', () => claiming(2)],
  ['an unpacked size that is too large', 'pack.damaged', () => claiming(20)],
  [
    'more content than it claims, without end',
    'pack.irregular',
    () => claiming(2, deflateRawSync(Buffer.alloc(50_000_000))),
  ],
  [
    'something hidden behind the packed content',
    'pack.irregular',
    () =>
      withFirst({ both: { method: 8 }, packed: Buffer.concat([deflateRawSync('{"a":1}\n'), Buffer.from('hidden')]) }),
  ],
  [
    'packed content that is none',
    'pack.damaged',
    () => withFirst({ both: { method: 8 }, packed: Buffer.from([0xff, 0xff, 0xff]) }),
  ],
  [
    'packed content that stops',
    'pack.damaged',
    () => withFirst({ both: { method: 8 }, packed: deflateRawSync('{"a":1}\n').subarray(0, 4) }),
  ],
  ['an unknown method', 'pack.irregular', () => withFirst({ both: { method: 99 } })],
  ['a file encrypted with a password', 'pack.irregular', () => withFirst({ both: { flags: 0x0801 } })],
  ['strong encryption', 'pack.irregular', () => withFirst({ both: { flags: 0x0841 } })],
  ['a masked table of contents', 'pack.irregular', () => withFirst({ both: { flags: 0x2800 } })],
  ['a descriptor that is promised and missing', 'pack.irregular', () => withFirst({ both: { flags: 0x0808 } })],
  ['extra fields with another name', 'pack.irregular', () => withFirst({ central: { extra: longExtra } })],
  ['extra fields in the file’s own header', 'pack.irregular', () => withFirst({ local: { extra: longExtra } })],
  ['a comment on a file', 'pack.irregular', () => withFirst({ central: { comment: Buffer.from('hello') } })],
  ['a symbolic link', 'pack.irregular', () => withFirst({ central: { attributes: 0o120777 * 0x10000 } })],
  ['a device', 'pack.irregular', () => withFirst({ central: { attributes: 0o020666 * 0x10000 } })],
  ['a folder by its attributes', 'pack.irregular', () => withFirst({ central: { attributes: 0x10 } })],
  ['a folder', 'pack.name', () => withEntry({ name: `${info.id}/data/folder/`, content: Buffer.alloc(0) })],
  [
    'files that lie over one another',
    'pack.irregular',
    () => rawZip(bag().map(entry => ({ ...entry, central: { offset: 0 } }))),
  ],
  [
    'a file that lies within another',
    'pack.irregular',
    () => withEntry({ name: `${info.id}/data/in.txt`, central: { offset: 40 } }),
  ],
  [
    'a claim of 10 GB',
    'pack.bomb',
    () => rawZip(bag().map(entry => ({ ...entry, both: { method: 8, size: 0x70000000 } }))),
  ],
  [
    'a bomb',
    'pack.bomb',
    () => withFirst({ both: { method: 8, size: 150_000_000 }, packed: deflateRawSync(Buffer.alloc(150_000_000)) }),
  ],
];

export const names: readonly HostileCase[] = [
  ...[
    '../../outside.txt',
    'a/../../b.txt',
    '/etc/passwd',
    'C:/windows/x.txt',
    '..\\outside.txt',
    '\\\\server\\share\\x.txt',
    'a//b.txt',
    './a.txt',
    'a.txt ',
    'a.txt.',
    'nul',
    'aux.json',
    'com1.txt',
    'a:b.txt',
    'a\u0000.txt',
    'a\u202etxt.exe',
    'Capital.txt',
    'caf\u00e9.txt',
    'cafe\u0301.txt',
    '~root/x.txt',
    '%HOMEDRIVE%/x.txt',
    '-rf',
    `${'long/'.repeat(60)}x.txt`,
  ].map(name => [`a file named ${JSON.stringify(name)}`, 'pack.name', () => named(name)] as HostileCase),
  ['two names that differ in capitals', 'pack.name', () => named('a.txt', 'A.txt')],
  ['two names that differ in how an accent is written', 'pack.name', () => named('\u00e9.txt', 'e\u0301.txt')],
  ['the same name twice', 'pack.irregular', () => withEntry({ name: `${info.id}/${first}` })],
  ['a name that is not UTF-8', 'pack.irregular', () => withFirst({ both: { name: Buffer.from([0x61, 0xff, 0xfe]) } })],
  [
    'a name in an encoding that is not said',
    'pack.irregular',
    () => withFirst({ both: { flags: 0, name: Buffer.from(`${info.id}/data/\u00e9`) } }),
  ],
  ['a second folder beside the pack’s', 'pack.irregular', () => withEntry({ name: 'other/data/x.txt' })],
  ['a file in no folder', 'pack.irregular', () => withEntry({ name: 'x.txt' })],
  ['a folder that is not named after the pack', 'pack.irregular', () => rawZip(inFolder(rawBag(), 'another'))],
];

export const contents: readonly HostileCase[] = [
  ['content changed after signing', 'pack.changed', () => tampered(replacing(first, '1', '2'))],
  [
    'content changed with its manifests',
    'pack.changed',
    () =>
      tampered(files => {
        replacing(first, '1', '2')(files);
        const again = rawBag({ payload: { 'a.json': '{"a":2}\n', 'b/c.txt': 'some words\n' } });
        for (const name of ['manifest-sha256.txt', 'manifest-sha512.txt'])
          files.set(name, again.get(name) ?? Buffer.alloc(0));
      }),
  ],
  [
    'content changed with everything but the signature',
    'pack.signature',
    () =>
      tampered(files => {
        for (const [name, bytes] of rawBag({ payload: { 'a.json': '{"a":2}\n' } }))
          if (name !== 'signature.p7s') files.set(name, bytes);
      }),
  ],
  [
    'the signature of another pack',
    'pack.signature',
    () =>
      tampered(files =>
        files.set('signature.p7s', rawBag({ payload: { x: 'y' } }).get('signature.p7s') ?? Buffer.alloc(0)),
      ),
  ],
  [
    'a signature that is none',
    'pack.signature',
    () => tampered(files => files.set('signature.p7s', Buffer.from('signed, the assessor'))),
  ],
  ['an empty signature', 'pack.signature', () => tampered(files => files.set('signature.p7s', Buffer.alloc(0)))],
  ['no signature', 'pack.unsigned', () => tampered(files => files.delete('signature.p7s'))],
  ['a stranger’s signature', 'pack.signer', () => rawZip(bag({ identity: stranger }))],
  [
    'a certificate that was not valid yet',
    'pack.signer',
    () => signedAnyway(replacing('bag-info.txt', /2026-11-21/g, '2025-11-21')),
  ],
  [
    'a certificate that was valid no more',
    'pack.signer',
    () => signedAnyway(replacing('bag-info.txt', /2026-11-21/g, '2029-11-21')),
  ],
  ['a file that no manifest lists', 'pack.changed', () => withEntry({ name: `${info.id}/data/unlisted.txt` })],
  ['a tag file that is no part of a pack', 'pack.irregular', () => withEntry({ name: `${info.id}/extra.txt` })],
  ['a missing file', 'pack.changed', () => tampered(files => files.delete(first))],
  ['a missing manifest', 'pack.irregular', () => tampered(files => files.delete('manifest-sha512.txt'))],
  ['a missing bag-info.txt', 'pack.irregular', () => tampered(files => files.delete('bag-info.txt'))],
  [
    'no content at all but a claim of it',
    'pack.changed',
    () => rawZip(bag({ payload: {}, tags: replacing('bag-info.txt', 'Oxum: 0.0', 'Oxum: 5.1') })),
  ],
  ['a later format', 'pack.newer', () => signedAnyway(replacing('bag-info.txt', 'Format: 1', 'Format: 2'))],
  ['an unknown kind', 'pack.info', () => signedAnyway(replacing('bag-info.txt', 'Kind: result', 'Kind: gift'))],
  ['a bag of something else', 'pack.info', () => signedAnyway(replacing('bag-info.txt', /EPA-.*\n/g, ''))],
  ['two kinds', 'pack.info', () => signedAnyway(replacing('bag-info.txt', /$/, 'EPA-Pack-Kind: receipt\n'))],
  ['two days', 'pack.info', () => signedAnyway(replacing('bag-info.txt', 'Date: 2026-11-21', 'Date: 2026-11-22'))],
  ['a line that says nothing', 'pack.info', () => signedAnyway(replacing('bag-info.txt', /$/, 'hello\n'))],
  [
    'an identifier that leads elsewhere',
    'pack.info',
    () => signedAnyway(replacing('bag-info.txt', info.id, '../../x')),
  ],
  [
    'a bag-info.txt that is not text',
    'pack.irregular',
    () => signedAnyway(files => files.set('bag-info.txt', Buffer.from([0xff, 0xfe, 0x00]))),
  ],
];
