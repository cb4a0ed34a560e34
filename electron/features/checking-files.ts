import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checker } from '../background/threads.ts';
import type { Handler } from '../core/contexts.ts';
import { believed } from './trust-rows.ts';

export const verifyChosenFile: Handler<'report.verifyFile'> = async context => {
  const title = 'Choose a report to check';
  const file = await context.dialogs.chooseFile(title, { name: 'PDF document', extensions: ['pdf'] });
  if (file === null) return null;
  const options = context.workspace ? context.query(({ reader }) => believed(reader)) : {};
  return checker('check', { fileName: path.basename(file), bytes: readFileSync(file), options });
};
