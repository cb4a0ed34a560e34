import { readdirSync, readFileSync } from 'node:fs';
import { framework } from '../../../shared/domain/framework.ts';

const folder = new URL('../../fixtures/frameworks/', import.meta.url);

/** The bytes of a file in tests/fixtures/frameworks. */
export const fixtureBytes = (path: string): Uint8Array => readFileSync(new URL(path, folder));

/** The text of a file in tests/fixtures/frameworks. */
export const fixtureText = (path: string): string => readFileSync(new URL(path, folder), 'utf8');

/** The names of the files in a folder of tests/fixtures/frameworks. */
export const fixtureNames = (path: string): readonly string[] => readdirSync(new URL(path, folder)).toSorted();

/** The standard that ships with the workbench. */
export const st1030 = framework.parse(
  JSON.parse(readFileSync(new URL('../../../resources/frameworks/st1030.json', import.meta.url), 'utf8')),
);

/** The codes K1 to K5 for "K" and 5. */
export const run = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`);
