import { z } from 'zod';
import type { Apprentice } from '../../shared/contract/shapes.ts';
import { AppError } from '../../shared/errors.ts';
import type { Handler } from '../core/contexts.ts';
import { type Reader, read, write } from '../db/statements.ts';

const apprenticeRow = z.strictObject({
  id: z.string(),
  givenNames: z.string(),
  familyName: z.string(),
  uln: z.string(),
  employer: z.string(),
  trainingProvider: z.string(),
  addedAt: z.string(),
});
type Details = Record<'id' | 'givenNames' | 'familyName' | 'uln' | 'employer' | 'trainingProvider', string>;

const everyApprentice = read()(
  'SELECT * FROM apprentice ORDER BY family_name COLLATE NOCASE, given_names COLLATE NOCASE, id',
  apprenticeRow,
);
const oneApprentice = read<{ id: string }>()('SELECT * FROM apprentice WHERE id = @id', apprenticeRow);
const insertApprentice = write<Details & { addedAt: string }>(
  'INSERT INTO apprentice (id, given_names, family_name, uln, employer, training_provider, added_at) VALUES (@id, @givenNames, @familyName, @uln, @employer, @trainingProvider, @addedAt)',
);
const updateApprentice = write<Details>(
  'UPDATE apprentice SET given_names = @givenNames, family_name = @familyName, uln = @uln, employer = @employer, training_provider = @trainingProvider WHERE id = @id',
);

/** All apprentices by family name. */
export const everybody = (reader: Reader): readonly Apprentice[] => reader.all(everyApprentice, {});

/** The apprentice with this id, or undefined. */
export const findApprentice = (reader: Reader, id: string): Apprentice | undefined => reader.one(oneApprentice, { id });

/** The apprentice with this id. Throws AppError `apprentice.unknown`. */
export function apprenticeById(reader: Reader, id: string): Apprentice {
  const row = findApprentice(reader, id);
  if (!row) throw new AppError('apprentice.unknown', 'This apprentice is not in the workspace.');
  return row;
}

export const fullName = (apprentice: Pick<Apprentice, 'givenNames' | 'familyName'>): string =>
  `${apprentice.givenNames} ${apprentice.familyName}`;

export const addApprentice: Handler<'apprentice.add'> = ({ writer, record, newId, now }, details) => {
  const id = newId();
  writer.run(insertApprentice, { ...details, id, addedAt: now.toISOString() });
  record({ type: 'apprentice.added', subjectId: id, detail: {} });
  return { id };
};

export const correctApprentice: Handler<'apprentice.correct'> = ({ reader, writer, record }, details) => {
  const before = apprenticeById(reader, details.id);
  const fields = (Object.keys(details) as (keyof Details)[]).filter(field => details[field] !== before[field]);
  writer.run(updateApprentice, details);
  record({ type: 'apprentice.corrected', subjectId: details.id, detail: { fields } });
  return {};
};
