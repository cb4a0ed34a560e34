import type { Comparison, FoundFramework, FrameworksPreview } from '../../shared/contract/imports.ts';
import type { Framework } from '../../shared/domain/framework.ts';
import { differences } from '../../shared/domain/framework-differences.ts';
import type { FrameworkPreview, ImportPreview } from '../../shared/domain/framework-import.ts';
import type { Reader } from '../db/statements.ts';
import { totalsOf } from '../importers/findings.ts';
import { versionsOf } from './frameworks.ts';
import { type StandingAmong, standingAmong } from './import-standing.ts';

/** A preview as the window shows it: every framework in figures, with how it stands to what is held and to those before it in the file. */
export function foundIn(reader: Reader, id: string, preview: ImportPreview): FrameworksPreview {
  const standings = standingsOf(reader, preview.frameworks);
  const { source, problems } = preview;
  return {
    id,
    source,
    frameworks: preview.frameworks.flatMap((one, index) => {
      const standing = standings[index];
      return standing ? inFigures(one, index, standing) : [];
    }),
    problems,
    totals: totalsOf({ frameworks: preview.frameworks, problems }),
  };
}

/** How each framework of a file stands to what is held and to those before it in the file. */
export function standingsOf(reader: Reader, found: readonly FrameworkPreview[]): readonly StandingAmong[] {
  const byReference = new Map<string, Framework[]>();
  return found.map(({ framework }) => {
    const { reference } = framework;
    const held = byReference.get(reference) ?? [...versionsOf(reader, reference)];
    const standing = standingAmong(framework, held);
    byReference.set(reference, held);
    if (standing.standing === 'new' || standing.standing === 'version') held.push(framework);
    return standing;
  });
}

/** How one framework of a file stands, as in `standingsOf`. */
export function standingAt(
  reader: Reader,
  found: readonly FrameworkPreview[],
  index: number,
): StandingAmong | undefined {
  const reference = found[index]?.framework.reference;
  const alike = found.slice(0, index + 1).filter(({ framework }) => framework.reference === reference);
  return standingsOf(reader, alike).at(-1);
}

function inFigures(one: FrameworkPreview, index: number, among: StandingAmong): FoundFramework {
  const { reference, title, version, counts, links, repairs, problems, framework } = one;
  const { standing, comparedWith, suggestedVersion } = among;
  return {
    index,
    reference,
    title,
    version,
    level: framework.level ?? null,
    counts,
    links,
    repairs: repairs.length,
    toReview: repairs.filter(({ certain }) => !certain).length,
    problems: problems.length,
    standing,
    comparedWith: comparedWith ? namedFramework(comparedWith) : null,
    changes: comparedWith && standing !== 'same' ? changesOf(comparison(comparedWith, framework)) : null,
    suggestedVersion,
  };
}

function changesOf({ statements, linksAdded, linksRemoved }: Comparison): FoundFramework['changes'] {
  const changes = { same: 0, moved: 0, changed: 0, added: 0, removed: 0 };
  for (const { kind } of statements) changes[kind] += 1;
  return { ...changes, links: linksAdded.length + linksRemoved.length };
}

/** What tells one framework from another. */
export const namedFramework = ({ id, reference, title, version }: Framework) => ({ id, reference, title, version });

/** Two frameworks compared; without an earlier one every statement is added. */
export function comparison(before: Framework | null, after: Framework): Comparison {
  const { statements, linksAdded, linksRemoved } = differences(
    before ?? { ...after, items: [], links: [], sections: [] },
    after,
  );
  return { statements: [...statements], linksAdded: [...linksAdded], linksRemoved: [...linksRemoved] };
}
