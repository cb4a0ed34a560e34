// Writes or checks a pack, or a plain zip of the same bytes, alone in a process: prints milliseconds and the memory in
// MiB that the process took at most. `pack-alone.ts write|check ours|plain FILE`
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { resourceUsage } from 'node:process';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yauzl from 'yauzl';
import yazl from 'yazl';
import { openPack } from '../../electron/packs/open-pack.ts';
import { writePack } from '../../electron/packs/write-pack.ts';
import { buildSignedData, sha256 } from '../../electron/signing/cms.ts';
import { createIdentity } from '../../electron/signing/identity.ts';
import { packedAssessments, packedFiles } from './packed-assessments.ts';

const [deed, whose, file = ''] = process.argv.slice(2);

const works: Readonly<Record<string, () => Promise<void>>> = {
  'write ours': writeOurs,
  'write plain': writePlain,
  'check ours': checkOurs,
  'check plain': checkPlain,
};

const work = works[`${deed} ${whose}`];
if (!work) throw new Error(`there is nothing to ${deed}`);
const started = performance.now();
await work();
const ms = performance.now() - started;
console.log(JSON.stringify({ ms, peakMiB: resourceUsage().maxRSS / 1024 }));

async function writeOurs(): Promise<void> {
  const now = new Date();
  const identity = await createIdentity({ commonName: 'Benchmark', now, validYears: 1 });
  const info = {
    kind: 'result',
    id: '0193513d-7c00-7000-8000-000000000001',
    organisation: 'Benchmark',
    workspaceId: '0193513d-7c00-7000-8000-0000000000aa',
    madeAt: now.toISOString(),
    practice: true,
    software: 'Benchmark',
  } as const;
  const sign = (manifest: Buffer): Buffer => buildSignedData(sha256(manifest), identity);
  const { files } = await writePack(file, { info, files: packedFiles(), sign });
  if (files < packedAssessments) throw new Error('something was left out');
}

/** What every program does that zips files and lists their hashes: one file after the other, those that are dense as they are. */
async function writePlain(): Promise<void> {
  const zip = new yazl.ZipFile();
  const written = pipeline(zip.outputStream, createWriteStream(file));
  const sums: string[] = [];
  for (const { path, open } of packedFiles()) {
    const content = open();
    sums.push(`${createHash('sha256').update(content).digest('hex')}  ${path}\n`);
    const source = Readable.from([content]);
    const taken = new Promise(resolve => source.once('end', resolve));
    zip.addReadStream(source, path, { compress: !path.endsWith('.pdf') });
    await taken;
  }
  zip.addBuffer(Buffer.from(sums.join('')), 'SHA256SUMS');
  zip.end();
  await written;
}

async function checkOurs(): Promise<void> {
  const pack = await openPack(file, { authorities: {}, signers: 'anybody' });
  if (pack.files.length < packedAssessments) throw new Error('something was left out');
  await pack.close();
}

async function checkPlain(): Promise<void> {
  const zip = await yauzl.openPromise(file, { lazyEntries: true });
  let hashed = 0;
  for await (const entry of zip.eachEntry()) {
    const hash = createHash('sha256');
    for await (const piece of await zip.openReadStreamPromise(entry)) hash.update(piece as Buffer);
    if (hash.digest('hex').length === 64) hashed += 1;
  }
  if (hashed === 0) throw new Error('something was left out');
}
