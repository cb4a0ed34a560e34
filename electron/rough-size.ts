/**
 * About how many bytes a structured-cloneable value takes, counted no further than `limit`: for refusing what is far
 * too large, not for accounting.
 */
export function roughSize(value: unknown, limit: number): number {
  let size = 0;
  const waiting: unknown[] = [value];
  while (waiting.length > 0 && size <= limit) {
    const next = waiting.pop();
    size += ownSize(next);
    if (typeof next !== 'object' || next === null || ArrayBuffer.isView(next)) continue;
    if (next instanceof Map) waiting.push(...next.keys(), ...next.values());
    else if (next instanceof Set) waiting.push(...next);
    else for (const [key, part] of Object.entries(next)) waiting.push(key, part);
  }
  return size;
}

function ownSize(value: unknown): number {
  if (typeof value === 'string') return 8 + value.length * 2;
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return 8 + value.byteLength;
  return 8;
}
