import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readAttachment, storeAttachment } from '../../../electron/db/attachments.ts';
import { temporaryFolder } from '../workbench.ts';

const content = Buffer.from('%PDF of Zoë Example');

test('an attachment comes back as it was, and its file tells nothing of it', () => {
  const folder = temporaryFolder();
  const stored = storeAttachment(folder, content);
  expect(readAttachment(folder, stored).equals(content)).toBe(true);
  expect(readdirSync(folder)).toEqual([stored.fileName]);
  expect(readFileSync(path.join(folder, stored.fileName)).includes('Example')).toBe(false);
});

test('a missing attachment is told as missing', () => {
  const folder = temporaryFolder();
  const stored = storeAttachment(folder, content);
  rmSync(path.join(folder, stored.fileName));
  expect(() => readAttachment(folder, stored)).toThrow(expect.objectContaining({ code: 'attachment.missing' }));
});

test('every single damaged byte is found', () => {
  const folder = temporaryFolder();
  const stored = storeAttachment(folder, content);
  const file = path.join(folder, stored.fileName);
  const whole = readFileSync(file);
  for (let at = 0; at < whole.length; at++) {
    const damaged = Buffer.from(whole);
    damaged.writeUInt8(damaged.readUInt8(at) ^ 1, at);
    writeFileSync(file, damaged);
    expect(() => readAttachment(folder, stored)).toThrow(expect.objectContaining({ code: 'attachment.damaged' }));
  }
  for (const length of [0, 5, 20, whole.length - 1]) {
    writeFileSync(file, whole.subarray(0, length));
    expect(() => readAttachment(folder, stored)).toThrow(expect.objectContaining({ code: 'attachment.damaged' }));
  }
});
