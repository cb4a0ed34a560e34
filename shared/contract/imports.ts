import { z } from 'zod';
import {
  importFormats,
  importStandings,
  importTotals,
  kindCounts,
  linkCounts,
  problem,
  repair,
  textKinds,
} from '../domain/framework-import.ts';
import { command, query, task } from './channel.ts';
import { line } from './shapes.ts';

const count = z.number().int().nonnegative();
const previewId = z.string().min(1).max(100);
const index = z.number().int().nonnegative();
const named = z.strictObject({ id: z.string(), reference: z.string(), title: z.string(), version: z.string() });

const code = z.string();
const text = z.string();
const statementDifference = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('same'), code, text }),
  z.strictObject({ kind: z.literal('moved'), from: code, to: code, text }),
  z.strictObject({ kind: z.literal('changed'), from: code, to: code, before: text, after: text }),
  z.strictObject({ kind: z.literal('added'), code, text }),
  z.strictObject({ kind: z.literal('removed'), code, text }),
]);
const link = z.strictObject({ kind: z.string(), from: z.string(), to: z.string() });
const comparison = z.strictObject({
  statements: z.array(statementDifference),
  linksAdded: z.array(link),
  linksRemoved: z.array(link),
});
export type Comparison = Readonly<z.infer<typeof comparison>>;

/** One framework that a file would bring, in figures; its words are asked for one by one. */
const found = z.strictObject({
  index,
  reference: z.string(),
  title: z.string(),
  version: z.string(),
  level: z.number().nullable(),
  counts: kindCounts,
  links: linkCounts,
  repairs: count,
  /** How many repairs wait for a person to look at them. */
  toReview: count,
  problems: count,
  standing: z.enum(importStandings),
  /** What is held and nearest to it; null where nothing is. */
  comparedWith: named.nullable(),
  /** Statements by how they differ from what is held; null where nothing is to be compared. */
  changes: z
    .strictObject({ same: count, moved: count, changed: count, added: count, removed: count, links: count })
    .nullable(),
  /** A version label that is free, where its own is taken. */
  suggestedVersion: z.string().nullable(),
});
export type FoundFramework = Readonly<z.infer<typeof found>>;

const preview = z.strictObject({
  id: previewId,
  source: z.strictObject({ name: z.string(), sha256: z.string(), format: z.enum(importFormats) }),
  frameworks: z.array(found),
  problems: z.array(problem),
  totals: importTotals,
});
export type FrameworksPreview = Readonly<z.infer<typeof preview>>;

/** The longest text that can be pasted, in characters: longer ones come as a file. */
const longestPaste = 5_000_000;

/** What a text is, where a person says it; left out, its content tells. */
const textKind = z.enum(textKinds);

export const importChannels = {
  /** Asks for a file, or takes a text, and says what it would bring; nothing is written. Null when the person changed their mind. */
  'framework.previewImport': task(
    z.discriminatedUnion('from', [
      z.strictObject({ from: z.literal('file'), kind: textKind.exactOptional() }),
      z.strictObject({
        from: z.literal('text'),
        kind: textKind.exactOptional(),
        text: z
          .string()
          .max(longestPaste, 'This text is too long to be pasted. Save it as a file, and choose the file.')
          .refine(pasted => pasted.trim() !== '', 'Paste the text first.'),
      }),
    ]),
    preview.nullable(),
  ),
  /** What was found of one framework, word for word: repairs, problems, and the statements against what is held. */
  'framework.importDetail': query(
    z.strictObject({ previewId, index }),
    z.strictObject({
      repairs: z.array(repair),
      problems: z.array(problem),
      unused: z.array(z.string()),
      /** Against `comparedWith`; where nothing is held, every statement as added. */
      comparison,
    }),
  ),
  /** Names a framework of a preview, or settles repaired words: the same word confirms one, another corrects it. */
  'framework.amendImport': task(
    z.strictObject({
      previewId,
      index,
      names: z
        .strictObject({ reference: line.exactOptional(), title: line.exactOptional(), version: line.exactOptional() })
        .exactOptional(),
      words: z
        .array(z.strictObject({ repair: index, word: z.string().trim().min(1, 'Type the word.').max(200) }))
        .exactOptional(),
    }),
    preview,
  ),
  /** Takes over the chosen frameworks of a preview, all of them or none. */
  'framework.import': command(
    z.strictObject({ previewId, chosen: z.array(index).min(1, 'Choose what to import.') }),
    z.strictObject({ added: z.array(named), unchanged: count }),
  ),
  /** In what a held framework differs from another one. */
  'framework.differences': query(z.strictObject({ id: z.string(), from: z.string() }), comparison),
  /** Asks where, and writes the framework there as a CASE 1.0 package. Null when the person changed their mind. */
  'framework.exportCase': task(z.strictObject({ id: z.string() }), z.strictObject({ file: z.string() }).nullable()),
} as const;
