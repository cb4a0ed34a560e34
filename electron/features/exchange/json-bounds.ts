const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_LIST = 0x5b;
const OPEN_OBJECT = 0x7b;
const CLOSING: ReadonlySet<number> = new Set([0x5d, 0x7d]);

/**
 * What a JSON file of a pack may be at most: how many values it holds, how deep they lie in one another, and how many
 * entries one object has. A long assessment has a fifth of the values.
 */
const most = { values: 400_000, depth: 64, entries: 1000 } as const;

/** Where a string that begins at `at` ends: at its second quotation mark. */
function endOfString(bytes: Uint8Array, at: number): number {
  let end = at + 1;
  while (end < bytes.length && bytes[end] !== QUOTE) end += bytes[end] === BACKSLASH ? 2 : 1;
  return end;
}

/** Whether JSON can be parsed without taking far more memory than its length: empty lists in lists, say, take fifty times it. Tells nothing of whether it is JSON. */
export function isBounded(bytes: Uint8Array): boolean {
  let values = 1;
  /** The commas so far in each object that is open; in a list they do not matter. */
  const open: number[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) at = endOfString(bytes, at);
    else if (CLOSING.has(byte)) open.pop();
    else if (byte === COMMA || byte === OPEN_LIST || byte === OPEN_OBJECT) {
      values += 1;
      if (byte === COMMA) open.push((open.pop() ?? 0) + 1);
      else open.push(byte === OPEN_LIST ? Number.NEGATIVE_INFINITY : 0);
      const isBearable = values <= most.values && open.length <= most.depth && (open.at(-1) ?? 0) < most.entries;
      if (!isBearable) return false;
    }
  }
  return true;
}
