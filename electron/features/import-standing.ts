import { type Framework, frameworkShape } from '../../shared/domain/framework.ts';
import type { ImportStanding } from '../../shared/domain/framework-import.ts';
import { notStated } from '../importers/framework-naming.ts';
import { sha256 } from './stored.ts';

/** The standing, what the framework is best compared with, and for a clash a version label that is free. */
export interface StandingAmong {
  readonly standing: ImportStanding;
  readonly comparedWith: Framework | null;
  readonly suggestedVersion: string | null;
}

/** How a framework stands to those held with its reference, which come in the order in which they were added. */
export function standingAmong(one: Framework, held: readonly Framework[]): StandingAmong {
  const alone = (standing: ImportStanding): StandingAmong => ({ standing, comparedWith: null, suggestedVersion: null });
  if (one.items.length === 0) return alone('empty');
  if (one.reference === notStated) return alone('unnamed');
  const rival = held.find(({ version }) => version === one.version);
  if (!rival) {
    const latest = held.at(-1);
    return latest ? { standing: 'version', comparedWith: latest, suggestedVersion: null } : alone('new');
  }
  // A file that once clashed was taken over under another label: it is the same when it comes again.
  const content = contentHash(one);
  const twin = [rival, ...held].find(other => contentHash(other) === content);
  if (twin) return { standing: 'same', comparedWith: twin, suggestedVersion: null };
  return { standing: 'clash', comparedWith: rival, suggestedVersion: freeVersion(one.version, held) };
}

/** The SHA-256 of all that a framework says, its id and version label aside. */
const contentHash = (one: Framework): string =>
  sha256(JSON.stringify(frameworkShape.parse({ ...one, id: '-', version: '-' })));

function freeVersion(version: string, held: readonly Framework[]): string {
  const taken = new Set(held.map(framework => framework.version));
  for (let number = 2; ; number += 1) {
    const label = `${version} (${number})`;
    if (!taken.has(label)) return label;
  }
}
