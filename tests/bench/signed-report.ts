import { fontsFolder } from '../../electron/core/resources.ts';
import { buildReport } from '../../electron/reports/build-report.ts';
import { signatureBox } from '../../electron/reports/parts/signature-block.ts';
import { drawAppearance } from '../../electron/signing/appearance.ts';
import type { SigningIdentity } from '../../electron/signing/cms.ts';
import { REPORT_FIELDS } from '../../electron/signing/report-fields.ts';
import { signPdf } from '../../electron/signing/sign-pdf.ts';
import { formatDateTime } from '../../shared/british.ts';
import { assessorDeclaration, type MethodReport } from '../../shared/domain/report-model.ts';

/** Builds a report and signs it as its assessor, as `report.sign` does before anything is stored. */
export async function signedReport(model: MethodReport, identity: SigningIdentity): Promise<Uint8Array> {
  const { name } = model.assessor;
  const appearance = await drawAppearance({
    ...signatureBox,
    mark: { kind: 'typed', name },
    lines: [name, 'Independent assessor', `Signed ${formatDateTime(model.preparedAt)}`],
    fontsFolder,
  });
  return signPdf(await buildReport(model), {
    field: REPORT_FIELDS.assessor,
    identity,
    signerName: name,
    reason: assessorDeclaration,
    signedAt: new Date(model.preparedAt),
    appearance,
    certify: true,
  });
}
