import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');

const folders = ['electron', 'renderer', 'scripts', 'shared', 'tests'];
const sources = folders.flatMap(folder =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.(?:tsx?|m?js|css)$/.test(name))
    .map(name => path.join(folder, name).replaceAll('\\', '/')),
);

type Import = readonly [folder: string, imported: string];

const forbidden: readonly Import[] = [
  ['shared', 'node:fs'],
  ['shared', 'electron'],
  ['shared', 'react'],
  ['shared', 'better-sqlite3'],
  ['shared', '../electron/core/dispatch.ts'],
  ['shared/domain', '../../renderer/api.ts'],
  ['shared/contract', 'node:crypto'],
  ['electron', '../renderer/api.ts'],
  ['electron', 'react'],
  ['electron/core', 'electron'],
  ['electron/db/parts', 'electron'],
  ['electron/features', '../../renderer/api.ts'],
  ['electron/reports', 'react-dom'],
  ['electron/signing', 'electron'],
  ['electron/packs', 'electron'],
  ['electron/packs', '../features/reports.ts'],
  ['electron/packs', '../core/dispatch.ts'],
  ['electron/cli', 'electron'],
  ['renderer', 'electron'],
  ['renderer', 'better-sqlite3'],
  ['renderer/screens', 'node:path'],
  ['renderer/screens', '../../electron/core/dispatch.ts'],
  ['renderer/ui', '../../electron/window.ts'],
];
const permitted: readonly Import[] = [
  ['shared/domain', 'zod'],
  ['shared/contract', '../domain/plan.ts'],
  ['electron', 'electron'],
  ['electron', '../shared/bridge.ts'],
  ['electron/core', 'node:fs'],
  ['electron/db', 'better-sqlite3'],
  ['electron/features', '../../shared/errors.ts'],
  ['electron/features', '../packs/open-pack.ts'],
  ['electron/packs', '../signing/cms.ts'],
  ['electron/packs', '../db/files.ts'],
  ['renderer/screens', 'react'],
  ['renderer/screens', '../../shared/errors.ts'],
];

describe('the import rules', () => {
  /** The restrictions that Biome, with this project's settings, finds broken in each of the small files below. */
  const broken = new Map<string, readonly string[]>();

  beforeAll(() => {
    const house = mkdtempSync(path.join(os.tmpdir(), 'epa-house-'));
    copyFileSync(path.join(root, 'biome.json'), path.join(house, 'biome.json'));
    for (const [folder, imported] of [...forbidden, ...permitted]) {
      mkdirSync(path.join(house, folder), { recursive: true });
      writeFileSync(path.join(house, fileOf(folder, imported)), `import { thing } from '${imported}';\n\nthing();\n`);
    }
    const args = ['lint', '--reporter=json', '--max-diagnostics=none', '--only=style/noRestrictedImports'];
    const { stdout } = spawnSync(process.execPath, [biome, ...args], { cwd: house, encoding: 'utf8' });
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { category: string; location: { path: string } }[] };
    for (const { category, location } of diagnostics) {
      broken.set(location.path, [...(broken.get(location.path) ?? []), category]);
    }
    rmSync(house, { recursive: true, force: true });
  });

  it.each(forbidden)('refuse a file in %s that imports %s', (folder, imported) => {
    expect(broken.get(fileOf(folder, imported))).toEqual(['lint/style/noRestrictedImports']);
  });

  it.each(permitted)('allow a file in %s that imports %s', (folder, imported) => {
    expect(broken.get(fileOf(folder, imported))).toBeUndefined();
  });
});

describe('the sources', () => {
  it('import Electron in the shell alone', () => {
    const product = sources.filter(file => /^(?:electron|renderer|shared)\//.test(file));
    const importing = product.filter(file => /\bfrom 'electron'/.test(text(file)));
    expect(importing.length).toBeGreaterThan(5);
    expect(importing.filter(file => !/^electron\/[a-z-]+\.ts$/.test(file))).toEqual([]);
  });

  it('touch window.api in renderer/api.ts alone', () => {
    const touching = sources.filter(file => file.startsWith('renderer/') && /\bwindow\.api\b/.test(text(file)));
    expect(touching).toEqual(['renderer/api.ts']);
  });

  it('have no file over 400 lines', () => {
    const long = sources.filter(file => text(file).split('\n').length > 401);
    expect(long).toEqual([]);
  });
});

function fileOf(folder: string, imported: string): string {
  return `${folder}/imports-${imported.replace(/[^a-z0-9]+/g, '-')}.ts`;
}

function text(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}
