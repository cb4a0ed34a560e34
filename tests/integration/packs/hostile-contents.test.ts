import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { info, noise, signedBy, stranger, writeSample } from './sample-pack.ts';

const sender = {
  schema: 'epa-pack/1',
  workspaceId: info.workspaceId,
  role: 'assessor',
  name: 'A Stranger',
  organisation: 'Nobody',
  to: 'You',
  receiver: '',
  demonstration: true,
};
const MEGABYTE = 2 ** 20;

/** What a whole pack, rightly signed by a stranger, comes to when all that is in it is read. */
async function reading(path: string, open: () => Uint8Array | AsyncIterable<Uint8Array>) {
  const files = [
    { path: 'sender.json', open: () => Buffer.from(JSON.stringify(sender)) },
    { path, open },
  ];
  const assignment = { ...info, kind: 'assignment' } as const; // of a stranger's packs the one whose records are read
  const file = await writeSample({ info: assignment, files, sign: signedBy(stranger) });
  const script = fileURLToPath(new URL('read-alone.ts', import.meta.url));
  return JSON.parse(execFileSync(process.execPath, [script, file], { encoding: 'utf8', timeout: 120_000 })) as {
    readonly outcome: string;
    readonly peakMegabytes: number;
  };
}

describe('a stranger’s pack takes less than 200 MB to be refused when it holds', () => {
  it.each([
    ['12 MB of empty lists', 'assessments/a.json', () => Buffer.from(`[${'[],'.repeat(3 * MEGABYTE)}[]]`)],
    [
      '12 MB of lists in lists',
      'assessments/a.json',
      () => Buffer.from('['.repeat(6 * MEGABYTE) + ']'.repeat(6 * MEGABYTE)),
    ],
    [
      'as many names as are looked at',
      'people.json',
      () => Buffer.from(`[${Array.from({ length: 199_000 }, (_, index) => `{"key${index}":1}`).join()}]`),
    ],
    ['one text of 12 MB', 'plans/a.json', () => Buffer.from(`"${'é'.repeat(5.5 * MEGABYTE)}"`)],
    ['what is no JSON', 'receipt.json', () => noise(5 * MEGABYTE)],
  ])('%s', async (_, path, open) => {
    const { outcome, peakMegabytes } = await reading(path, open);
    expect(outcome).toMatch(/^pack\.content$/);
    expect(peakMegabytes).toBeLessThan(200);
  });

  it('a file that is larger than any record', async () => {
    const { outcome, peakMegabytes } = await reading('trust.json', () => Buffer.alloc(40 * MEGABYTE, ' '));
    expect(outcome).toBe('pack.tooLarge');
    expect(peakMegabytes).toBeLessThan(200);
  });
});
