import { z } from 'zod';
import type { CommandContext } from '../core/contexts.ts';
import { type Reader, read, write } from '../db/statements.ts';
import { sha256 } from './stored.ts';

const settingOf = read<{ key: string }>()(
  'SELECT value FROM setting WHERE key = @key',
  z.strictObject({ value: z.string() }),
);
const putSetting = write<{ key: string; value: string; at: string }>(
  'INSERT INTO setting (key, value, changed_at) VALUES (@key, @value, @at) ON CONFLICT (key) DO UPDATE SET value = excluded.value, changed_at = excluded.changed_at',
);

/** What can be set for a whole workspace. */
export type SettingKey = 'dfe' | 'receiver' | 'role' | 'sampling' | 'style' | 'timestamp';

/** The setting as it was last made, or `usual` while nobody set it. */
export function setting<T extends z.ZodType>(
  reader: Reader,
  key: SettingKey,
  shape: T,
  usual: z.output<T>,
): z.output<T> {
  const row = reader.one(settingOf, { key });
  return row ? shape.parse(JSON.parse(row.value)) : usual;
}

/** Keeps the setting, which has to be JSON, and records that it was changed. */
export function changeSetting(
  { writer, now, record, workspace }: CommandContext,
  key: SettingKey,
  value: unknown,
): void {
  const text = JSON.stringify(value);
  writer.run(putSetting, { key, value: text, at: now.toISOString() });
  record({ type: 'setting.changed', subjectId: workspace.id, detail: { key, sha256: sha256(text) } });
}
