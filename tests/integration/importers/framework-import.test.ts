import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../../electron/cli/epa.ts';
import type { FrameworksPreview } from '../../../shared/contract/imports.ts';
import { newWorkspace, passphrase, type TestBench, temporaryFolder, testBench } from '../workbench.ts';

const fixtures = fileURLToPath(new URL('../../fixtures/frameworks/', import.meta.url));
const standards = readdirSync(path.join(fixtures, 'standards')).map(name => path.join(fixtures, 'standards', name));
const fromPdf = path.join(fixtures, 'text/st1030-from-pdf.txt');

/** A workbench whose file dialogs answer with `files`, one after another, and whose save dialog answers with `saveTo`. */
async function bench(files: string[] = [], saveTo: string | null = null): Promise<TestBench> {
  const made = testBench({ dialogs: { chooseFile: async () => files.shift() ?? null, saveFile: async () => saveTo } });
  await newWorkspace(made);
  return made;
}

async function preview(one: TestBench, text?: string): Promise<FrameworksPreview> {
  const found = await one.ask(
    'framework.previewImport',
    text === undefined ? { from: 'file' } : { from: 'text', text },
  );
  if (!found) throw new Error('The dialog was cancelled');
  return found;
}

const take = (one: TestBench, { id, frameworks }: FrameworksPreview) =>
  one.ask('framework.import', { previewId: id, chosen: frameworks.map(({ index }) => index) });

const text = (k2: string, ...more: string[]) =>
  ['Seller', 'ST9003', 'Version 1.1', 'Duty 1 Make it', 'K1 K2', 'Knowledge', 'K1: One', `K2: ${k2}`, ...more].join(
    '\n',
  );

async function anAssessment(one: TestBench): Promise<string> {
  const [apprentice] = await one.ask('apprentice.list', {});
  const { id } = await one.ask('assessment.add', {
    apprenticeId: apprentice?.id ?? '',
    planId: 'st1030-demonstration',
    practice: true,
  });
  return id;
}

describe('importing into a workspace', () => {
  it('takes over all nine real standards with every link, and a second time changes nothing', async () => {
    const one = await bench([...standards, ...standards]);
    for (const file of standards) {
      const found = await preview(one);
      expect(found.source.name).toBe(path.basename(file));
      expect(found.totals.links.resolved).toBe(found.totals.links.found);
      expect(found.frameworks.map(({ standing }) => standing)).toEqual(['new']);
      expect((await take(one, found)).added).toHaveLength(1);
    }
    const held = await one.ask('framework.list', {});
    const { events } = await one.ask('audit.list', { before: null, limit: 500 });
    expect(held).toHaveLength(10);
    expect(events.filter(({ type }) => type === 'frameworks.imported')).toHaveLength(9);
    for (const _ of standards) {
      const found = await preview(one);
      expect(found.frameworks.map(({ standing }) => standing)).toEqual(['same']);
      expect(await one.refusal('framework.import', { previewId: found.id, chosen: [0] })).toBe('import.held');
    }
    expect(await one.ask('framework.list', {})).toEqual(held);
    expect((await one.ask('audit.list', { before: null, limit: 500 })).events).toEqual(events);
  });

  it('puts a new version beside the old with its differences, and the assessment stays with the old', async () => {
    const one = await bench([fromPdf]);
    const assessmentId = await anAssessment(one);
    const before = await one.ask('framework.get', { id: 'st1030-1.0' });
    const found = await preview(one);
    const named = await one.ask('framework.amendImport', { previewId: found.id, index: 0, names: { version: '2.0' } });
    expect(found.frameworks[0]?.problems).toBe(2);
    expect(named.frameworks[0]).toMatchObject({ standing: 'version', comparedWith: { id: 'st1030-1.0' }, problems: 1 });
    const { changes } = named.frameworks[0] ?? {};
    const { comparison } = await one.ask('framework.importDetail', { previewId: found.id, index: 0 });
    const changed = comparison.statements.filter(({ kind }) => kind === 'changed');
    expect(changed).toHaveLength(changes?.changed ?? -1);
    const { added } = await take(one, named);
    expect(added).toMatchObject([{ id: 'st1030-2.0', reference: 'ST1030', version: '2.0' }]);
    expect(await one.ask('framework.get', { id: 'st1030-1.0' })).toEqual(before);
    expect((await one.ask('assessment.get', { id: assessmentId })).frameworkId).toBe('st1030-1.0');
    const later = await one.ask('framework.differences', { id: 'st1030-2.0', from: 'st1030-1.0' });
    expect(later).toEqual(comparison);
  });

  it('asks for a label of its own where a version says something else, and knows it again afterwards', async () => {
    const one = await bench();
    await take(one, await preview(one, text('Two')));
    const found = await preview(one, text('Two, and more', 'K3: Three'));
    expect(found.frameworks[0]).toMatchObject({
      standing: 'clash',
      suggestedVersion: '1.1 (2)',
      changes: { same: 2, changed: 1, added: 1, removed: 0, moved: 0, links: 0 },
    });
    const choice = { previewId: found.id, chosen: [0] };
    expect(await one.refusal('framework.import', choice)).toBe('import.clash');
    const names = { version: '1.1 (2)' };
    const named = await one.ask('framework.amendImport', { previewId: found.id, index: 0, names });
    expect(named.frameworks[0]).toMatchObject({ standing: 'version' });
    await take(one, named);
    const again = await preview(one, text('Two, and more', 'K3: Three'));
    expect(again.frameworks[0]).toMatchObject({ standing: 'same', comparedWith: { version: '1.1 (2)' } });
    const versions = (await one.ask('framework.list', {})).filter(({ reference }) => reference === 'ST9003');
    expect(versions.map(({ version }) => version)).toEqual(['1.1', '1.1 (2)']);
  });

  it('imports all of a choice or nothing of it', async () => {
    const record = (title: string, version: string) => ({
      ...(JSON.parse(readFileSync(standards[0] ?? '', 'utf8')) as object),
      title,
      version,
    });
    const folder = temporaryFolder();
    const file = path.join(folder, 'two.json');
    writeFileSync(file, JSON.stringify([record('First', '1.0'), record('Second', '1.0')]));
    const one = await bench([file]);
    const found = await preview(one);
    expect(found.frameworks.map(({ standing }) => standing)).toEqual(['new', 'clash']);
    const before = await one.ask('framework.list', {});
    expect(await one.refusal('framework.import', { previewId: found.id, chosen: [0, 1] })).toBe('import.clash');
    expect(await one.ask('framework.list', {})).toEqual(before);
    expect((await one.ask('framework.import', { previewId: found.id, chosen: [0] })).added).toHaveLength(1);
  });

  it('refuses a framework without statements, one without a reference until it has one, and a forgotten preview', async () => {
    const one = await bench([
      path.join(fixtures, 'text/frame-fictional.txt'),
      path.join(fixtures, 'text/nos-fictional.txt'),
    ]);
    const empty = await preview(one);
    expect(empty.frameworks.map(({ standing }) => standing)).toEqual(['empty']);
    expect(await one.refusal('framework.import', { previewId: empty.id, chosen: [0] })).toBe('import.noStatements');
    const unnamed = await preview(one, 'Group A: Care\nCompetencies\n1. Listen to people\n2. Write it down\n');
    expect(unnamed.frameworks.map(({ standing }) => standing)).toEqual(['unnamed']);
    expect(await one.refusal('framework.import', { previewId: unnamed.id, chosen: [0] })).toBe('import.unnamed');
    const names = { reference: 'EX1', version: '2026' };
    await one.ask('framework.amendImport', { previewId: unnamed.id, index: 0, names });
    const { added } = await one.ask('framework.import', { previewId: unnamed.id, chosen: [0] });
    expect(added).toMatchObject([{ id: 'ex1-2026' }]);
    expect(await one.refusal('framework.import', { previewId: unnamed.id, chosen: [0] })).toBe('import.forgotten');
  });

  it('takes a corrected word over, everywhere where the repair was made', async () => {
    const one = await bench();
    const found = await preview(one, text('Q\uFFFDx the q\uFFFDx'));
    expect(found.frameworks[0]?.toReview).toBe(2);
    const { repairs } = await one.ask('framework.importDetail', { previewId: found.id, index: 0 });
    const words = repairs.flatMap(({ certain }, repair) =>
      certain ? [] : { repair, word: repair === 0 ? 'Qualix' : 'qualix' },
    );
    const amended = await one.ask('framework.amendImport', { previewId: found.id, index: 0, words });
    expect(amended.frameworks[0]?.toReview).toBe(0);
    const { added } = await take(one, amended);
    const { items } = await one.ask('framework.get', { id: added[0]?.id ?? '' });
    expect(items.find(({ code }) => code === 'K2')?.text).toBe('Qualix the qualix');
  });

  it('refuses to correct a sign that stands in several places', async () => {
    const one = await bench();
    const found = await preview(one, text('one \uFFFD two \uFFFD three'));
    const words = [{ repair: 0, word: ':' }];
    expect(await one.refusal('framework.amendImport', { previewId: found.id, index: 0, words })).toBe(
      'import.wordUnclear',
    );
    const confirmed = await one.ask('framework.amendImport', {
      previewId: found.id,
      index: 0,
      words: [{ repair: 0, word: '–' }],
    });
    expect(confirmed.frameworks[0]?.toReview).toBe(0);
  });

  it('keeps a preview in memory only, and forgets it when the workspace is locked', async () => {
    const one = await bench();
    const { id } = await preview(one, text('Two'));
    const status = await one.ask('workspace.status', {});
    const folder = status.state === 'open' ? status.workspace.folder : '';
    await one.ask('workspace.lock', {});
    await one.ask('workspace.unlock', { folder, opening: { kind: 'passphrase', passphrase } });
    expect(await one.refusal('framework.import', { previewId: id, chosen: [0] })).toBe('import.forgotten');
  });

  it.each(['lars-434-nursing-associate-nmc-2018.json', 'lars-495-probation-officer.json'])(
    'exports %s as CASE that comes back equal',
    async name => {
      const saved = path.join(temporaryFolder(), 'case.json');
      const one = await bench([path.join(fixtures, 'standards', name)], saved);
      const { added } = await take(one, await preview(one));
      const id = added[0]?.id ?? '';
      expect(await one.ask('framework.exportCase', { id })).toEqual({ file: saved });
      const other = await bench([saved]);
      await take(other, await preview(other));
      expect(await other.ask('framework.get', { id })).toEqual(await one.ask('framework.get', { id }));
    },
  );
});

describe('epa import --into', () => {
  async function run(...words: string[]) {
    let [out, err] = ['', ''];
    const status = await runCommand(['import', ...words], {
      out: written => {
        out += written;
      },
      err: written => {
        err += written;
      },
    });
    return { status, out, err };
  }

  async function closedWorkspace(): Promise<string> {
    const one = await bench();
    const status = await one.ask('workspace.status', {});
    await one.ask('workspace.lock', {});
    return status.state === 'open' ? status.workspace.folder : '';
  }

  it('imports with the passphrase from the environment, and says when nothing is new', async () => {
    const folder = await closedWorkspace();
    const [file = ''] = standards;
    process.env['EPA_PASSPHRASE'] = passphrase;
    try {
      expect((await run(file, '--into', folder)).out).toContain('1 framework imported');
      expect((await run(file, '--into', folder)).out).toContain('Nothing was changed');
      process.env['EPA_PASSPHRASE'] = 'something else';
      expect(await run(file, '--into', folder)).toMatchObject({ status: 2 });
    } finally {
      delete process.env['EPA_PASSPHRASE'];
    }
  });

  it('opens a demonstration without a passphrase, and refuses a clash without writing', async () => {
    const one = testBench();
    const status = await one.ask('workspace.startDemonstration', {});
    const folder = status.state === 'open' ? status.workspace.folder : '';
    await one.ask('workspace.lock', {});
    const clash = await run(fromPdf, '--into', folder, '--version', '1.0');
    expect(clash.status).toBe(2);
    expect(clash.err).toContain('a version label of its own');
    expect((await run(fromPdf, '--into', folder, '--version', '1.0 (text)')).out).toContain('(st1030-1.0-text)');
  });

  it('refuses a folder without a workspace', async () => {
    const { status, err } = await run(fromPdf, '--into', temporaryFolder());
    expect(status).toBe(2);
    expect(err).toContain('There is no workspace');
  });
});
