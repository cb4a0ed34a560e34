import { z } from 'zod';
import { type Framework, framework } from '../../shared/domain/framework.ts';
import { AppError } from '../../shared/errors.ts';
import type { CommandContext, Handler } from '../core/contexts.ts';
import { type Reader, read, write } from '../db/statements.ts';
import { sha256, storedDocument } from './stored.ts';

const frameworkRow = z.strictObject({ id: z.string(), document: storedDocument(framework) });
/** What lists tell of each framework: its statements are counted where they are searched, so that no document is read for it. */
const everyFramework = read()(
  `SELECT framework.id, framework.reference, version, json_extract(document, '$.title') AS title, json_extract(document, '$.level') AS level,
     count(statement.id) FILTER (WHERE kind = 'duty') AS duties, count(statement.id) FILTER (WHERE kind <> 'duty') AS ksbs
   FROM framework LEFT JOIN statement ON framework_id = framework.id GROUP BY framework.id ORDER BY framework.reference, version`,
  z.strictObject({
    id: z.string(),
    reference: z.string(),
    version: z.string(),
    title: z.string(),
    level: z.number().nullable(),
    duties: z.number(),
    ksbs: z.number(),
  }),
);
const oneFramework = read<{ id: string }>()('SELECT id, document FROM framework WHERE id = @id', frameworkRow);
const frameworkOfVersion = read<{ reference: string; version: string }>()(
  'SELECT id, document FROM framework WHERE reference = @reference AND version = @version',
  frameworkRow,
);
const frameworksOfReference = read<{ reference: string }>()(
  'SELECT id, document FROM framework WHERE reference = @reference ORDER BY added_at, id',
  frameworkRow,
);
const insertFramework = write<{
  id: string;
  reference: string;
  version: string;
  document: string;
  sha256: string;
  addedAt: string;
}>(
  'INSERT INTO framework (id, reference, version, document, sha256, added_at) VALUES (@id, @reference, @version, @document, @sha256, @addedAt)',
);

/** The framework with this id. Throws AppError `framework.unknown`. */
export function frameworkById(reader: Reader, id: string): Framework {
  const row = reader.one(oneFramework, { id });
  if (!row) throw new AppError('framework.unknown', 'This standard is not in the workspace.');
  return row.document;
}

/** The framework with this reference and version, or undefined. */
export const findFramework = (reader: Reader, reference: string, version: string): Framework | undefined =>
  reader.one(frameworkOfVersion, { reference, version })?.document;

/** Every version of a reference that is held, in the order in which they were added. */
export const versionsOf = (reader: Reader, reference: string): readonly Framework[] =>
  reader.all(frameworksOfReference, { reference }).map(({ document }) => document);

/** Whether a framework has this id. */
export const hasFramework = (reader: Reader, id: string): boolean => reader.one(oneFramework, { id }) !== undefined;

/** Adds a framework as it is: it is never changed afterwards, a new version stands beside it. */
export function addFramework(context: CommandContext, document: Framework): void {
  const text = JSON.stringify(framework.parse(document));
  const { id, reference, version } = document;
  context.writer.run(insertFramework, {
    id,
    reference,
    version,
    document: text,
    sha256: sha256(text),
    addedAt: context.now.toISOString(),
  });
  context.record({ type: 'framework.added', subjectId: id, detail: { reference, version, sha256: sha256(text) } });
}

export const listFrameworks: Handler<'framework.list'> = ({ reader }) => reader.all(everyFramework, {});

export const getFramework: Handler<'framework.get'> = ({ reader }, { id }) => frameworkById(reader, id);
