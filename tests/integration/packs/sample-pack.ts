import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  type FileToPack,
  type PackToWrite,
  type WritingOptions,
  writePack,
} from '../../../electron/packs/write-pack.ts';
import { buildSignedData, sha256 } from '../../../electron/signing/cms.ts';
import { createAuthority, createIdentity, createReceiver, type Identity } from '../../../electron/signing/identity.ts';
import type { VerifyOptions } from '../../../electron/signing/verify-pdf.ts';

/** When the sample packs say that they were made: some minutes after their certificates. */
export const madeAt = '2026-11-21T14:05:00.000Z';

const certified = new Date('2026-11-21T14:00:00.000Z');
const organisation = 'Example Assessment';

export const authority = await createAuthority({
  commonName: organisation,
  organisation,
  now: certified,
  validYears: 5,
});
export const assessor = await createIdentity({
  commonName: 'Nia Example',
  organisation,
  now: certified,
  validYears: 2,
  issuer: authority,
});
export const stranger = await createIdentity({ commonName: 'A Stranger', now: certified, validYears: 2 });

/** Whom packs are encrypted to. */
export const receiver = await createReceiver({ commonName: organisation, now: certified, validYears: 5 });

/** A reader who trusts the sample organisation and nobody else. */
export const authorities: VerifyOptions = { trustedRoots: [authority.certificateDer] };

export const info = {
  kind: 'result',
  id: '0193513d-7c00-7000-8000-000000000001',
  organisation,
  workspaceId: '0193513d-7c00-7000-8000-0000000000aa',
  madeAt,
  practice: true,
  software: 'EPA Workbench 0.1.0',
} as const satisfies PackToWrite['info'];

/** Signs as the given person. */
export const signedBy =
  (identity: Identity) =>
  (tagManifest: Buffer): Buffer =>
    buildSignedData(sha256(tagManifest), identity);

/** Files that pack well, badly and not at all, and an empty one. */
export const sampleFiles: readonly FileToPack[] = [
  { path: 'pack.json', open: () => Buffer.from(JSON.stringify({ assessments: Array(400).fill('an assessment') })) },
  { path: 'assessments/a1/assessment.json', open: () => Buffer.from('{"notes":[]}\n') },
  { path: 'assessments/a1/report.pdf', open: () => noise(70_000) },
  { path: 'assessments/a1/nothing.txt', open: () => Buffer.alloc(0) },
];

/** Bytes that cannot be compressed, the same each time. */
export function noise(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let state = 12345;
  for (let index = 0; index < length; index += 1) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    bytes[index] = state >>> 24;
  }
  return bytes;
}

export const newFolder = (): string => mkdtempSync(path.join(os.tmpdir(), 'epa-packs-'));

/** Writes a sample pack and says where it is. */
export async function writeSample(change: Partial<PackToWrite> = {}, options?: WritingOptions): Promise<string> {
  const file = path.join(newFolder(), 'sample.epapack');
  await writePack(file, { info, files: sampleFiles, sign: signedBy(assessor), ...change }, options);
  return file;
}
