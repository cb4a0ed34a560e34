import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { AppError } from '../../shared/errors.ts';
import { verifyReport } from '../features/verification.ts';
import { derBlocks } from '../signing/pem.ts';
import type { Command } from './command.ts';

/** Says whether reports are intact, unchanged since each signature, and by whom they were signed. Exit status 0 only if all is well with every file. */
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
    const checks = positionals.map(file => verifyReport(path.basename(file), readOrRefuse(file), options));
    if (values.json) io.out(`${JSON.stringify(checks, null, 2)}\n`);
    else
      for (const { fileName, sentences } of checks)
        io.out(`${fileName}\n${sentences.map(line => `  ${line}`).join('\n')}\n\n`);
    return checks.every(({ ok }) => ok) ? 0 : 1;
  },
};

function certificatesIn(file: string): readonly Uint8Array[] {
  const certificates = derBlocks(readOrRefuse(file), 'CERTIFICATE');
  if (certificates.length > 0) return certificates;
  throw new AppError('cli.noCertificate', `${file} holds no certificate.`);
}

function readOrRefuse(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new AppError('cli.unreadable', `${file} cannot be read. Check the name and that it is a file.`, {
      cause: error,
    });
  }
}
