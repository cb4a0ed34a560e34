import { createCipheriv, createDecipheriv, timingSafeEqual } from 'node:crypto';

// Written out here because the cryptography of Electron does not have it.

const INITIAL = Buffer.alloc(8, 0xa6);
const ROUNDS = 6;

const inHalves = (key: Uint8Array): Buffer[] =>
  Array.from({ length: key.length / 8 }, (_, index) => Buffer.from(key.subarray(8 * index, 8 * index + 8)));

/** Exclusive or with a step's number, in the last four of eight octets. */
function withStep(half: Buffer, step: number): Buffer {
  const mixed = Buffer.from(half);
  mixed.writeUInt32BE((mixed.readUInt32BE(4) ^ step) >>> 0, 4);
  return mixed;
}

/** Encrypts a key with another: AES key wrap (RFC 3394 §2.2.1), 256 bits. */
export function wrapKey(key: Uint8Array, wrapping: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-ecb', wrapping, null).setAutoPadding(false);
  const halves = inHalves(key);
  let check: Buffer = INITIAL;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, half] of halves.entries()) {
      const block = cipher.update(Buffer.concat([check, half]));
      check = withStep(block.subarray(0, 8), round * halves.length + index + 1);
      halves[index] = Buffer.from(block.subarray(8));
    }
  }
  return Buffer.concat([check, ...halves]);
}

/** Decrypts what `wrapKey` made; undefined when it was made with another key or was changed. */
export function unwrapKey(wrapped: Uint8Array, wrapping: Uint8Array): Buffer | undefined {
  const decipher = createDecipheriv('aes-256-ecb', wrapping, null).setAutoPadding(false);
  const [first, ...halves] = inHalves(wrapped);
  let check = first ?? INITIAL;
  for (let round = ROUNDS - 1; round >= 0; round -= 1) {
    for (let index = halves.length - 1; index >= 0; index -= 1) {
      const mixed = withStep(check, round * halves.length + index + 1);
      const block = decipher.update(Buffer.concat([mixed, halves[index] ?? INITIAL]));
      check = Buffer.from(block.subarray(0, 8));
      halves[index] = Buffer.from(block.subarray(8));
    }
  }
  return timingSafeEqual(check, INITIAL) ? Buffer.concat(halves) : undefined;
}
