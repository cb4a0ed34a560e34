import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Verification } from '../../shared/contract/reports.ts';
import { AppError } from '../../shared/errors.ts';
import { checker } from '../background/threads.ts';
import type { FileToCheck } from '../features/verification.ts';
import type { Command, Output } from './command.ts';
import { certificatesIn, readOrRefuse } from './given-files.ts';

/** Says whether reports are intact, unchanged since each signature, and by whom they were signed. Exit status 0 only if all is well with every file, 2 where one of them could not be checked. */
export const verify: Command = {
  usage: 'verify FILE.pdf… [--trust CERTIFICATE]… [--withdrawn LIST]… [--json]',
  summary: 'Check signed reports: intact? unchanged since each signature? signed by whom?',
  async run(words, io) {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: {
        json: { type: 'boolean' },
        trust: { type: 'string', multiple: true },
        withdrawn: { type: 'string', multiple: true },
      },
      allowPositionals: true,
    });
    if (positionals.length === 0) throw new AppError('cli.noFile', 'Name at least one PDF file.');
    const options = {
      trustedRoots: (values.trust ?? []).flatMap(file => certificatesIn(file)),
      revocationLists: (values.withdrawn ?? []).map(file => readOrRefuse(file)),
    };
    const checks: Verification[] = [];
    for (const file of positionals) {
      const check = await checkOrSay(file, options, io);
      if (!check) continue;
      checks.push(check);
      if (!values.json) io.out(`${check.fileName}\n${check.sentences.map(line => `  ${line}`).join('\n')}\n\n`);
    }
    if (values.json) io.out(`${JSON.stringify(checks, null, 2)}\n`);
    if (checks.length < positionals.length) return 2;
    return checks.every(({ ok }) => ok) ? 0 : 1;
  },
};

/** What is found in one file; a file that cannot be read, or is given up, is told and does not keep the others from being checked. */
async function checkOrSay(file: string, options: FileToCheck['options'], io: Output): Promise<Verification | null> {
  try {
    return await checker('check', { fileName: path.basename(file), bytes: readOrRefuse(file), options });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    io.err(error.code === 'cli.unreadable' ? `${error.message}\n` : `${file}: ${error.message}\n`);
    return null;
  }
}
