import path from 'node:path';
import { parseArgs } from 'node:util';
import { capitalised, formatCount, formatDateTime, formatNumber } from '../../shared/british.ts';
import { AppError } from '../../shared/errors.ts';
import { openPack } from '../packs/open-pack.ts';
import type { VerifyOptions } from '../signing/verify-pdf.ts';
import type { Command, Output } from './command.ts';
import { certificatesIn, readOrRefuse } from './given-files.ts';
import { importPacks } from './pack-import.ts';
import { tableText } from './table.ts';

/** Says whether packs are whole, unchanged and signed, and by whom. Exit status 0 only if all is well with every one of them. */
export const packs: Command = {
  usage:
    'packs check FILE.epapack… [--trust CERTIFICATE]… [--withdrawn LIST]… [--json]\n  packs import FOLDER --into WORKSPACE [--receipts FOLDER]',
  summary:
    'Check packs without a workspace: whole? unchanged? signed by whom? Or take a folder of them into a workspace.',
  async run([verb, ...words], io) {
    if (verb === 'import') return importPacks(words, io);
    const { values, positionals } = parseArgs({
      args: [...words],
      options: {
        json: { type: 'boolean' },
        trust: { type: 'string', multiple: true },
        withdrawn: { type: 'string', multiple: true },
      },
      allowPositionals: true,
    });
    if (verb !== 'check' || positionals.length === 0) {
      throw new AppError('cli.noFile', 'Say what to do with packs, and name at least one: packs check FILE.');
    }
    const authorities = {
      trustedRoots: (values.trust ?? []).flatMap(certificatesIn),
      revocationLists: (values.withdrawn ?? []).map(readOrRefuse),
    };
    const checks: PackCheck[] = [];
    for (const file of positionals) checks.push(await checkPack(file, authorities));
    if (values.json) io.out(`${JSON.stringify(checks, null, 2)}\n`);
    else print(checks, io);
    return checks.every(({ ok }) => ok) ? 0 : 1;
  },
};

type PackCheck = Awaited<ReturnType<typeof checkPack>>;

/** What is to be said of one pack; it is well only if its signer is trusted, where somebody is named to be. */
async function checkPack(file: string, authorities: VerifyOptions) {
  const name = path.basename(file);
  try {
    const pack = await openPack(file, { authorities, signers: 'anybody' });
    await pack.close();
    const { info, signer, files, tagManifestSha256 } = pack;
    const isTrusted = signer.trust === 'trusted' || (authorities.trustedRoots ?? []).length === 0;
    return {
      file: name,
      ok: isTrusted && signer.trust !== 'revoked' && signer.trust !== 'expired at signing',
      code: null,
      problem: null,
      info,
      signer: {
        name: signer.name,
        organisation: signer.organisation ?? null,
        trust: signer.trust,
        remarks: signer.remarks,
        certificate: signer.certificate,
      },
      tagManifestSha256,
      files: files.length,
      bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { file: name, ok: false as const, code: error.code, problem: error.message, info: null };
  }
}

function print(checks: readonly PackCheck[], io: Output): void {
  const rows = checks.map(check => {
    if (check.info === null) return [check.file, 'REFUSED', '', '', '', ''];
    const { info, signer, files, bytes } = check;
    return [
      check.file,
      check.ok ? 'Whole, unchanged' : 'NOT TRUSTED',
      `${capitalised(info.kind)}${info.practice ? ' (practice)' : ''}`,
      formatDateTime(info.madeAt),
      `${signer.name}, ${signer.trust}`,
      `${formatNumber(files)}, ${formatNumber(bytes / 1e6, 1)} MB`,
    ];
  });
  io.out(`${tableText([['Pack', 'Check', 'Kind', 'Made', 'Signed by', 'Files'], ...rows])}\n`);
  for (const check of checks) {
    const notes = check.info === null ? [check.problem] : check.signer.remarks;
    if (notes.length > 0) io.out(`\n${check.file}\n${notes.map(note => `  ${note}`).join('\n')}\n`);
  }
  const bad = checks.filter(({ ok }) => !ok).length;
  io.out(`\n${formatCount(checks.length, 'pack')} checked, ${bad === 0 ? 'all are well' : `${bad} not well`}.\n`);
}
