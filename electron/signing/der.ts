import { AppError } from '../../shared/errors.ts';

/** One DER element (ITU-T X.690): `bytes` is the whole element with its header, `content` what the header announces. */
export interface DerNode {
  readonly tag: number;
  readonly bytes: Buffer;
  readonly content: Buffer;
}

/** The tags that certificates and signatures use; context tags are for constructed elements. */
export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  sequence: 0x30,
  set: 0x31,
  context0: 0xa0,
  context1: 0xa1,
  context3: 0xa3,
  context4: 0xa4,
} as const;

function lengthOctets(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  return Buffer.from([0x80 | octets.length, ...octets]);
}

/** Writes one element with the given tag around the parts. */
export function derElement(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), lengthOctets(content.length), content]);
}

/** Writes a SEQUENCE. */
export const derSequence = (...parts: readonly Uint8Array[]): Buffer => derElement(TAG.sequence, ...parts);

/** Writes a SET OF: DER orders the members by their encoding (X.690 §11.6). */
export const derSetOf = (...parts: readonly Uint8Array[]): Buffer =>
  derElement(TAG.set, ...[...parts].sort(Buffer.compare));

/** Writes an OCTET STRING. */
export const derOctets = (bytes: Uint8Array): Buffer => derElement(TAG.octetString, bytes);

/** Writes a version number: an INTEGER from 0 to 127. */
export const derSmallInteger = (value: number): Buffer => derElement(TAG.integer, Buffer.from([value]));

/** Writes a whole number of up to six octets, not negative. */
export function derUnsigned(value: number): Buffer {
  const octets = Buffer.alloc(7);
  octets.writeUIntBE(value, 1, 6);
  const first = octets.findIndex((octet, index) => octet !== 0 || index === 6);
  return derElement(TAG.integer, octets.subarray((octets[first] ?? 0) < 0x80 ? first : first - 1));
}

/** Writes an OBJECT IDENTIFIER given in dotted form. */
export function derOid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const octets = [first * 40 + second, ...rest].flatMap(arc => {
    const groups = [arc % 128];
    for (let high = Math.floor(arc / 128); high > 0; high = Math.floor(high / 128)) groups.unshift(128 + (high % 128));
    return groups;
  });
  return derElement(TAG.oid, Buffer.from(octets));
}

function malformed(detail: string): never {
  throw new AppError('certificate.damaged', `The signature or certificate is damaged (${detail}).`);
}

function contentLength(bytes: Buffer): { readonly header: number; readonly length: number } {
  const first = bytes[1] ?? malformed('it ends too early');
  if (first < 0x80) return { header: 2, length: first };
  const count = first & 0x7f;
  if (count === 0 || count > 4 || bytes.length < 2 + count) malformed('a length cannot be read');
  const length = bytes.readUIntBE(2, count);
  if (length < 0x80 || bytes[2] === 0) malformed('a length is not in its shortest form');
  return { header: 2 + count, length };
}

/** Reads the element at the start of `bytes` and leaves what follows it. Refuses everything that is not DER. */
export function readDerPrefix(bytes: Buffer): DerNode {
  const tag = bytes[0] ?? malformed('it is empty');
  if ((tag & 0x1f) === 0x1f) malformed('an unknown tag');
  const { header, length } = contentLength(bytes);
  if (header + length > bytes.length) malformed('an element is longer than its container');
  return { tag, bytes: bytes.subarray(0, header + length), content: bytes.subarray(header, header + length) };
}

/** Reads `bytes` as exactly one element. */
export function readDer(bytes: Buffer): DerNode {
  const node = readDerPrefix(bytes);
  if (node.bytes.length !== bytes.length) malformed('something follows the last element');
  return node;
}

/** Reads the members of a constructed element, which must have the tag that the caller expects. */
export function derMembers(node: DerNode | undefined, tag: number): DerNode[] {
  const members: DerNode[] = [];
  let rest = derContent(node, tag);
  while (rest.length > 0) {
    const member = readDerPrefix(rest);
    members.push(member);
    rest = rest.subarray(member.bytes.length);
  }
  return members;
}

/** The content of an element which must be there and must have the tag that the caller expects. */
export function derContent(node: DerNode | undefined, tag: number): Buffer {
  if (node?.tag !== tag) malformed(`element ${tag.toString(16)} expected`);
  return node.content;
}

/** Reads an OBJECT IDENTIFIER into its dotted form. */
export function readOid(node: DerNode | undefined): string {
  const octets = derContent(node, TAG.oid);
  if (octets.length === 0 || (octets.at(-1) ?? 0) >= 0x80) malformed('an identifier is cut short');
  const arcs: number[] = [];
  let arc = 0;
  for (const octet of octets) {
    if (arc === 0 && octet === 0x80) malformed('an identifier is not in its shortest form');
    arc = arc * 128 + (octet & 0x7f);
    if (arc > Number.MAX_SAFE_INTEGER / 128) malformed('an identifier is too long');
    if (octet >= 0x80) continue;
    if (arcs.length === 0) arcs.push(Math.min(2, Math.floor(arc / 40)), arc - 40 * Math.min(2, Math.floor(arc / 40)));
    else arcs.push(arc);
    arc = 0;
  }
  return arcs.join('.');
}
