import { readFileSync } from 'node:fs';
import path from 'node:path';
import { preferences } from '../../shared/contract/workspace.ts';
import type { Handler } from '../core/contexts.ts';
import { writeDurably } from '../db/files.ts';

const fileIn = (userData: string): string => path.join(userData, 'preferences.json');

/** How the workbench looks on this computer, whoever uses it; a damaged file counts as none. */
export const getPreferences: Handler<'preferences.get'> = async ({ userData }) => {
  try {
    return preferences.parse(JSON.parse(readFileSync(fileIn(userData), 'utf8')));
  } catch {
    return { theme: 'system' };
  }
};

export const setPreferences: Handler<'preferences.set'> = async ({ userData }, chosen) => {
  writeDurably(fileIn(userData), Buffer.from(JSON.stringify(chosen)));
  return {};
};
