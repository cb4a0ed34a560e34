import { z } from 'zod';
import { type Person, personRole } from '../../shared/contract/quality-assurance.ts';
import { isSamePerson } from '../../shared/domain/plan-standing.ts';
import { AppError } from '../../shared/errors.ts';
import type { CommandContext, Handler } from '../core/contexts.ts';
import { type Reader, read, write } from '../db/statements.ts';

const personRow = z.strictObject({ id: z.string(), name: z.string(), role: personRole, addedAt: z.string() });
const everyPerson = read()(
  'SELECT id, name, role, added_at FROM person WHERE kept_by IS NULL ORDER BY added_at, id',
  personRow,
);
const onePerson = read<{ id: string }>()('SELECT id, name, role, added_at FROM person WHERE id = @id', personRow);
const insertPerson = write<Person>(
  'INSERT INTO person (id, name, role, added_at) VALUES (@id, @name, @role, @addedAt)',
);
const updateName = write<{ id: string; name: string }>('UPDATE person SET name = @name WHERE id = @id');

/** Everybody who works on assessments in this workspace, the owner first. */
export const everyone = (reader: Reader): readonly Person[] => reader.all(everyPerson, {});

/** The person with this id. Throws AppError `person.unknown`. */
export function personById(reader: Reader, id: string): Person {
  const row = reader.one(onePerson, { id });
  if (!row) throw new AppError('person.unknown', 'This person is not in the workspace.');
  return row;
}

export const listPeople: Handler<'person.list'> = ({ reader }) => [...everyone(reader)];

/** Throws AppError `person.known` where somebody else bears the name. */
function refuseKnown(others: readonly Person[], name: string): void {
  if (!others.some(person => isSamePerson(person.name, name))) return;
  throw new AppError(
    'person.known',
    'There is somebody of this name already. Add what tells them apart, such as a middle name.',
  );
}

/** Gives the workspace's owner another name; what was signed keeps the one before. Throws AppError `person.known`. */
export function renameOwner({ reader, writer, workspace }: CommandContext, name: string): void {
  const others = everyone(reader).filter(({ id }) => id !== workspace.ownerId);
  refuseKnown(others, name);
  writer.run(updateName, { id: workspace.ownerId, name });
}

export const addPerson: Handler<'person.add'> = ({ reader, writer, record, newId, now }, { name, role }) => {
  refuseKnown(everyone(reader), name);
  const id = newId();
  writer.run(insertPerson, { id, name, role, addedAt: now.toISOString() });
  record({ type: 'person.added', subjectId: id, detail: { role } });
  return { id };
};
