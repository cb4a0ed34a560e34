import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../../electron/cli/epa.ts';
import { importPreview } from '../../../shared/domain/framework-import.ts';

const fixtures = fileURLToPath(new URL('../../fixtures/frameworks/', import.meta.url));
const fixture = (name: string) => path.join(fixtures, name);
const standards = readdirSync(fixture('standards')).map(name => fixture(`standards/${name}`));

async function run(...words: string[]) {
  const written = { out: '', err: '' };
  const io = { out: (text: string) => (written.out += text), err: (text: string) => (written.err += text) };
  const status = await runCommand(['import', ...words], {
    out: text => void io.out(text),
    err: text => void io.err(text),
  });
  return { status, ...written };
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'epa-import-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function made(name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

describe('epa import', () => {
  it('prints the preview of a file as JSON that fits its shape', async () => {
    const { status, out, err } = await run(fixture('text/st1030-from-pdf.txt'), '--json');
    const preview = importPreview.parse(JSON.parse(out));
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(preview.source).toMatchObject({ name: 'st1030-from-pdf.txt', format: 'text' });
    expect(preview.frameworks[0]).toMatchObject({
      reference: 'ST1030',
      counts: { duty: 15, knowledge: 31, skill: 28, behaviour: 7 },
      duties: 15,
      links: { found: 326, resolved: 326 },
    });
    expect(preview.totals).toMatchObject({ frameworks: 1, repairs: 52, uncertainRepairs: 0 });
  });

  it('prints those of several files as a list, in their order', async () => {
    const { status, out } = await run(...standards, '--json');
    const previews = importPreview.array().parse(JSON.parse(out));
    expect(status).toBe(0);
    expect(previews.map(({ source }) => source.name)).toEqual(standards.map(file => path.basename(file)));
    expect(previews.map(({ totals }) => totals.links.found - totals.links.resolved)).toEqual(standards.map(() => 0));
  });

  it('prints a table, with problems and what is to be checked in words', async () => {
    const { status, out } = await run(fixture('standards/lars-519-textile-technical-specialist.json'));
    expect(status).toBe(0);
    expect(out).toMatch(
      /LARS 519 +Textile technical specialist +not stated +22 duty, 12 knowledge, 15 skill, 5 behaviour +250 of 250/,
    );
    expect(out).toContain('cannot be resolved');
  });

  it('shows what must be checked, and takes names and a kind that are said', async () => {
    const file = made('duties.txt', 'Duty 1 Q\uFFFDx it\nDuty 2 Sell\n');
    const { out } = await run(
      file,
      '--reference',
      'ST9003',
      '--title',
      'Seller',
      '--version',
      '1.0',
      '--kind',
      'standard',
    );
    expect(out).toMatch(/ST9003 +Seller +1\.0 +2 duty/);
    expect(out).toContain('1 (1 to check)');
    expect(out).toMatch(/“Q\uFFFDx” became “Q\w+x”: please check\./);
  });

  it('tells by its exit status that a link was lost', async () => {
    const text = 'Duty 1 Make\nK1 K9\nDuty 2 Sell\nK1\nKnowledge\nK1: One\n';
    expect(await run(made('lost.txt', text))).toMatchObject({ status: 1 });
  });

  it.each([
    ['no file', [], 'Name at least one file'],
    ['a file that is not there', ['nowhere.json'], 'nowhere.json cannot be read'],
    ['a folder', ['.'], 'cannot be read'],
    ['a kind that is none', [fixture('text/nos-fictional.txt'), '--kind', 'poem'], 'There is no kind of text "poem"'],
    ['an option that is none', ['--onto', 'x'], "Unknown option '--onto'"],
  ])('refuses %s with status 2', async (_, words, message) => {
    const { status, err, out } = await run(...words);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(message);
  });

  it.each([
    ['binary.bin', Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919) % 32)],
    ['empty.json', ''],
    ['half.json', '{"skills": [{"detail": "x'],
    ['deep.json', '[[[[[['.repeat(100_000)],
    ['letter.txt', 'Dear Sir, thank you.'],
    ['report.pdf', '%PDF-1.7 …'],
  ])('refuses %s with its name and what to do', async (name, content) => {
    const file = made(name, content);
    const { status, err } = await run(file);
    expect(status).toBe(2);
    expect(err.startsWith(`${file}: `)).toBe(true);
    expect(err.split('\n')[0]).toMatch(/\.$/);
  });

  it('reads 800 standards in a file, links and all', async () => {
    const records = standards.map(file => JSON.parse(readFileSync(file, 'utf8')));
    const all = Array.from({ length: 800 }, (_, index) => records[index % 9]);
    const { status, out } = await run(made('all.json', JSON.stringify(all)));
    expect(status).toBe(0);
    expect(out).toContain('800 found');
  });
});
