import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Verification } from '../../shared/contract/reports.ts';
import { AppError } from '../../shared/errors.ts';
import { verifyReport } from '../features/verification.ts';
import type { Command } from './command.ts';

/** Says whether reports are intact, unchanged since each signature, and by whom they were signed. Exit status 0 only if all is well with every file. */
export const verify: Command = {
  usage: 'verify FILE.pdf… [--json]',
  summary: 'Check signed reports: intact? unchanged since each signature? signed by whom?',
  async run(words, io) {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { json: { type: 'boolean' } },
      allowPositionals: true,
    });
    if (positionals.length === 0) throw new AppError('cli.noFile', 'Name at least one PDF file.');
    const checks = positionals.map(checkFile);
    if (values.json) io.out(`${JSON.stringify(checks, null, 2)}\n`);
    else
      for (const { fileName, sentences } of checks)
        io.out(`${fileName}\n${sentences.map(line => `  ${line}`).join('\n')}\n\n`);
    return checks.every(({ ok }) => ok) ? 0 : 1;
  },
};

function checkFile(file: string): Verification {
  try {
    return verifyReport(path.basename(file), readFileSync(file));
  } catch (error) {
    throw new AppError('cli.unreadable', `${file} cannot be read. Check the name and that it is a file.`, {
      cause: error,
    });
  }
}
