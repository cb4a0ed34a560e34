import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileOfAddress } from '../../../electron/app-address.ts';

const folder = path.resolve('out/renderer');

describe('an address of the app', () => {
  it.each([
    ['app://workbench/', 'index.html'],
    ['app://workbench/#/assessment/1', 'index.html'],
    ['app://workbench/index.html?x=1', 'index.html'],
    ['app://workbench/assets/index-Bfc3P629.js', 'assets/index-Bfc3P629.js'],
    ['app://workbench/assets/SourceSans3-Regular.ttf', 'assets/SourceSans3-Regular.ttf'],
  ])('%s stands for the file %s', (address, file) => {
    expect(fileOfAddress(address, folder)).toBe(path.join(folder, file));
  });

  it.each([
    'app://workbench',
    'app://other/index.html',
    'app://workbench.other/index.html',
    'app://workbench:80/index.html',
    'app://somebody@workbench/index.html',
    'app://workbench/../main/main.js',
    'app://workbench/assets/../../main/main.js',
    'app://workbench/%2e%2e/main/main.js',
    'app://workbench/..%2fmain%2fmain.js',
    'app://workbench/..%5cmain.js',
    'app://workbench/..\\main.js',
    'app://workbench//etc/passwd',
    'app://workbench/index.html%00.js',
    'app://workbench/index.html\0.js',
    'app://workbench/.hidden',
    'app://workbench/assets/',
    'file:///etc/passwd',
    'https://workbench/index.html',
    '',
  ])('%j stands for nothing', address => {
    expect(fileOfAddress(address, folder)).toBeUndefined();
  });

  it('never leads out of the folder, whatever follows the host', () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '/',
      '\\',
      '%2e',
      '%2f',
      '%5c',
      '\0',
      'a',
      'index.html',
      '?',
      '#',
      ':',
      '@',
      '~',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
        const file = fileOfAddress(`app://workbench/${pieces.join('')}`, folder);
        return file === undefined || file.startsWith(folder + path.sep);
      }),
      { numRuns: 2000 },
    );
  });
});
