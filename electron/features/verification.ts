import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Verification } from '../../shared/contract/reports.ts';
import type { Handler } from '../core/contexts.ts';
import { describeVerification } from '../signing/describe-verification.ts';
import { verifyPdf } from '../signing/verify-pdf.ts';
import { sha256 } from './stored.ts';

/** Checks a PDF and says in words whether it is intact, unchanged since each signature, and by whom it was signed. */
export function verifyReport(fileName: string, bytes: Uint8Array): Verification {
  const result = verifyPdf(bytes);
  return {
    fileName,
    ok: result.verdict === 'intact',
    sha256: sha256(bytes),
    sentences: [...describeVerification(result)],
    signatures: result.signatures.map(signature => ({
      role: signature.role,
      signerName: signature.signerName,
      signedAt: signature.signedAt ?? null,
      intact: signature.intact,
      unchangedSince: signature.unchangedSince,
      trust: signature.trust,
      certificateFingerprint: signature.certificate?.sha256 ?? '',
      problems: [...signature.problems, ...signature.changes],
    })),
  };
}

export const verifyChosenFile: Handler<'report.verifyFile'> = async ({ dialogs }) => {
  const file = await dialogs.chooseFile('Choose a report to check', { name: 'PDF document', extensions: ['pdf'] });
  return file === null ? null : verifyReport(path.basename(file), readFileSync(file));
};
