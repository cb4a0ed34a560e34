import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { WorkspaceStatus } from '../../shared/contract/workspace.ts';
import { AppError } from '../../shared/errors.ts';
import { filesOf } from '../core/open-workspace.ts';
import { writeDurably } from '../db/files.ts';
import { readVault } from '../db/vault.ts';

const folders = z.array(z.string());
const listFile = (userData: string): string => path.join(userData, 'workspaces.json');

type Known = Extract<WorkspaceStatus, { state: 'closed' }>['known'][number];

/** The workspaces opened on this machine before, the latest first, each with its label and what is wrong with it. Folders only are remembered. */
export function knownWorkspaces(userData: string): Known[] {
  return rememberedFolders(userData).map(knownAt);
}

/** What can be told of a workspace without its key. */
export function knownAt(folder: string): Known {
  const { vault, database } = filesOf(folder);
  const nameless = { folder, label: path.basename(folder), practice: false };
  if (!existsSync(folder))
    return {
      ...nameless,
      problem: 'This folder is not there at present. If it is on a memory stick or a network drive, connect it.',
    };
  try {
    const { label, practice } = readVault(vault);
    return {
      folder,
      label,
      practice,
      problem: existsSync(database)
        ? null
        : 'The database is missing from this folder. Put it back from your last copy.',
    };
  } catch (error) {
    if (error instanceof AppError) return { ...nameless, problem: error.message };
    throw error;
  }
}

/** Puts the folder first in the list of workspaces opened on this machine. */
export function remember(userData: string, folder: string): void {
  const others = rememberedFolders(userData).filter(other => other !== folder);
  writeDurably(listFile(userData), Buffer.from(JSON.stringify([folder, ...others], null, 2)));
}

/** A damaged list is an empty one: nothing but convenience is lost. */
function rememberedFolders(userData: string): string[] {
  try {
    return folders.parse(JSON.parse(readFileSync(listFile(userData), 'utf8')));
  } catch {
    return [];
  }
}
