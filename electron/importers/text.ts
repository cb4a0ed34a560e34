import type { TextKind } from '../../shared/domain/framework-import.ts';
import { AppError } from '../../shared/errors.ts';
import { type Imported, noFindings } from './findings.ts';
import { groupsIn } from './group-names.ts';
import { headOfStatement } from './statement-codes.ts';
import { readGroupsText } from './text-groups.ts';
import { readLines, type TextLines } from './text-lines.ts';
import type { TextNames } from './text-names.ts';
import { readNosText } from './text-nos.ts';
import { readStandardText } from './text-standard.ts';

const readers = { standard: readStandardText, nos: readNosText, groups: readGroupsText } as const;

/**
 * Reads a framework from text: a pasted or saved page, or what was copied from a PDF. The kind is told by the text, unless it is given.
 * Throws AppError `import.unknownText` where no kind fits, and what `readLines` throws.
 */
export function importText(text: string, said: TextNames & { readonly kind?: TextKind } = {}): Imported {
  const findings = noFindings();
  const source = readLines(text, findings);
  const kind = said.kind ?? kindOf(source);
  if (!kind) {
    throw new AppError(
      'import.unknownText',
      'No framework was found in this text. It was searched for duties and KSBs (“Duty 1…”, “K1: …”), for “You must be able to” and “You need to know and understand”, and for groups (“Group A: …”). Copy the whole page, or say which kind it is.',
    );
  }
  return { frameworks: [readers[kind](source, findings, said)], problems: [] };
}

/** The kind of framework that a text is, or undefined. */
export function kindOf({ lines }: TextLines): TextKind | undefined {
  const texts = lines.map(line => line.text.slice(0, 2_000));
  if (texts.filter(text => headOfStatement(text, false) !== null).length >= 2) return 'standard';
  if (texts.some(text => /^you (?:must be able to|need to know and understand)\s*:?$/i.test(text))) return 'nos';
  if (texts.some(text => /^group\s+(?:[a-z]|\d{1,2})\s*(?:[:–-]|$)/i.test(text))) return 'groups';
  return texts.some(text => /\bgroups\b/i.test(text) && groupsIn(text).length > 2) ? 'groups' : undefined;
}
