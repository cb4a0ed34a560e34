import type { MissingField } from '../../shared/domain/framework.ts';
import { isRecord } from './read-json.ts';

/** A field of a record from outside: what it holds, or why it was not read. */
export type Field<T> = { readonly state: 'given'; readonly value: T } | { readonly state: MissingField['state'] };

/** A record whose keys are found whatever their capitals. The first of several that differ only in capitals counts. */
export type LooseRecord = ReadonlyMap<string, unknown>;

/** The fields of a value; what is no record has none. */
export function looseRecord(value: unknown): LooseRecord {
  const record = new Map<string, unknown>();
  if (!isRecord(value)) return record;
  for (const [key, held] of Object.entries(value)) {
    const name = key.toLowerCase();
    if (!record.has(name)) record.set(name, held);
  }
  return record;
}

/** Reads a field as the reader says; a reader answers undefined for what it cannot take. */
export function field<T>(record: LooseRecord, name: string, reader: (value: unknown) => T | undefined): Field<T> {
  const key = name.toLowerCase();
  if (!record.has(key)) return { state: 'absent' };
  const held = record.get(key);
  if (held === null || held === undefined) return { state: 'null' };
  const value = reader(held);
  return value === undefined ? { state: 'invalid' } : { state: 'given', value };
}

/** What a field holds, or undefined. */
export const given = <T>(one: Field<T>): T | undefined => (one.state === 'given' ? one.value : undefined);

/** Text, or a number written as text. */
export function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined;
}

/** A whole number, also where it is written as text, such as "3" or "Level 3". */
export function asWhole(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : undefined;
  const [, digits] = typeof value === 'string' ? (/^\s*(?:level\s+)?(\d{1,9})\s*$/i.exec(value) ?? []) : [];
  return digits === undefined ? undefined : Number(digits);
}

/** Yes or no, also as 1 or 0 and as text. */
export function asYesNo(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const word = typeof value === 'string' ? value.trim().toLowerCase() : value;
  if (word === 1 || word === '1' || word === 'true' || word === 'yes') return true;
  return word === 0 || word === '0' || word === 'false' || word === 'no' ? false : undefined;
}

/** A list, whatever it holds. */
export const asList = (value: unknown): readonly unknown[] | undefined => (Array.isArray(value) ? value : undefined);

const guid = /^\{?([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})\}?$/i;

/** An identifier: a GUID in small letters and without braces, or any other short text as it is. */
export function asIdentity(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (text === '' || text.length > 400) return undefined;
  return guid.exec(text)?.[1]?.toLowerCase() ?? text;
}
