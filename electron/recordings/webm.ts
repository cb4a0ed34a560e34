/** What has to be known of a WebM recording to play any place of it: it comes from the recorder without length and without index. */
export interface WebmIndex {
  /** The EBML header and the Tracks element, as they are. */
  readonly head: Uint8Array;
  readonly tracks: Uint8Array;
  /** Where the first cluster begins, in bytes. */
  readonly clustersFrom: number;
  readonly clusters: readonly { readonly at: number; readonly milliseconds: number }[];
  /** The time of the last block, and so nearly the length. */
  readonly milliseconds: number;
}

/** Identifiers of EBML elements (RFC 8794) and of WebM's (RFC 9559). */
const ids = {
  ebml: 0x1a45dfa3,
  segment: 0x18538067,
  tracks: 0x1654ae6b,
  cluster: 0x1f43b675,
  timestamp: 0xe7,
  simpleBlock: 0xa3,
};
const mostSizeBytes = 8;

interface Element {
  readonly id: number;
  /** Where it begins, where its content begins, and where it ends; an element of unknown size ends where its content begins, so that its children are read next. */
  readonly at: number;
  readonly content: number;
  readonly end: number;
}

/** Reads the index of a recording, as far as it is whole: one that was cut in the middle of a block ends before that block. Null when there is no cluster in it. */
export function indexWebm(bytes: Uint8Array): WebmIndex | null {
  const found = { head: bytes.subarray(0, 0), tracks: bytes.subarray(0, 0) };
  const clusters: { at: number; milliseconds: number }[] = [];
  let milliseconds = 0;
  let clusterAt = 0;
  for (const element of elementsOf(bytes)) {
    const { id, at, content, end } = element;
    if (id === ids.ebml) found.head = bytes.subarray(at, end);
    else if (id === ids.tracks) found.tracks = bytes.subarray(at, end);
    else if (id === ids.cluster) clusterAt = at;
    else if (id === ids.timestamp) {
      clusters.push({ at: clusterAt, milliseconds: unsigned(bytes, content, end) });
    } else if (id === ids.simpleBlock) {
      const relative = new DataView(bytes.buffer, bytes.byteOffset).getInt16(content + 1); // behind the track's number, one byte
      milliseconds = Math.max(milliseconds, (clusters.at(-1)?.milliseconds ?? 0) + relative);
    }
  }
  const clustersFrom = clusters[0]?.at;
  return clustersFrom === undefined ? null : { ...found, clustersFrom, clusters, milliseconds };
}

/** What to put before the clusters so that they make one file with a length and an index: EBML header, Segment, Info, Tracks and Cues. */
export function seekableHead(
  { head, tracks, clusters, clustersFrom, milliseconds }: WebmIndex,
  clusterBytes: number,
): Buffer {
  const info = element('1549a966', [
    element('2ad7b1', [unsignedBytes(1_000_000)]),
    element('4489', [float(milliseconds)]),
    element('4d80', [Buffer.from('EPA Workbench')]),
    element('5741', [Buffer.from('EPA Workbench')]),
  ]);
  const cues = (offset: number): Buffer =>
    element(
      '1c53bb6b',
      clusters.map(cluster =>
        element('bb', [
          element('b3', [unsignedBytes(cluster.milliseconds)]),
          element('b7', [
            element('f7', [unsignedBytes(1)]),
            element('f1', [unsignedBytes(offset + cluster.at - clustersFrom)]),
          ]),
        ]),
      ),
    );
  const before = info.length + tracks.length;
  const offset = before + cues(0).length; // every number has the same width, so the length does not depend on it
  return Buffer.concat([
    head,
    Buffer.from('18538067', 'hex'),
    sizeBytes(offset + clusterBytes),
    info,
    tracks,
    cues(offset),
  ]);
}

/** Every element in order; segments and clusters are entered, the others are passed over as a whole. */
function* elementsOf(bytes: Uint8Array): Generator<Element> {
  for (let at = 0; at < bytes.length; ) {
    const next = elementAt(bytes, at);
    if (!next || next.end > bytes.length) return;
    yield next;
    at = next.end;
  }
}

function elementAt(bytes: Uint8Array, at: number): Element | undefined {
  const idWidth = Math.clz32(bytes[at] ?? 0) - 23;
  const sizeAt = at + idWidth;
  const sizeWidth = Math.clz32(bytes[sizeAt] ?? 0) - 23;
  const content = sizeAt + sizeWidth;
  if (idWidth > 4 || sizeWidth > mostSizeBytes || content > bytes.length) return undefined;
  const id = unsigned(bytes, at, sizeAt);
  if (id === ids.segment || id === ids.cluster) return { id, at, content, end: content };
  const firstBits = (bytes[sizeAt] ?? 0) & (0xff >> sizeWidth); // without the mark of the width
  const size = firstBits * 256 ** (sizeWidth - 1) + unsigned(bytes, sizeAt + 1, content);
  return { id, at, content, end: content + size };
}

function unsigned(bytes: Uint8Array, from: number, to: number): number {
  return bytes.subarray(from, to).reduce((value, byte) => value * 256 + byte, 0);
}

function element(id: string, parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(id, 'hex'), sizeBytes(content.length), content]);
}

/** A size in eight bytes. */
function sizeBytes(size: number): Buffer {
  const bytes = unsignedBytes(size);
  bytes.writeUInt8(1, 0);
  return bytes;
}

function unsignedBytes(value: number): Buffer {
  const bytes = Buffer.alloc(mostSizeBytes);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
}

function float(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes;
}
