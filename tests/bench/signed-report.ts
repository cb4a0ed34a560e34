import { fontsFolder } from '../../electron/core/resources.ts';
import { buildReport } from '../../electron/reports/build-report.ts';
import { signatureBox } from '../../electron/reports/parts/signature-block.ts';
import { type AppearanceRequest, drawAppearance } from '../../electron/signing/appearance.ts';
import type { SigningIdentity } from '../../electron/signing/cms.ts';
import { REPORT_FIELDS } from '../../electron/signing/report-fields.ts';
import { signPdf } from '../../electron/signing/sign-pdf.ts';
import { formatDateTime } from '../../shared/british.ts';
import { assessorDeclaration, type MethodReport } from '../../shared/domain/report-model.ts';

/** What lays a report out and draws its signature, here or in a thread. */
interface Maker {
  readonly build: (model: MethodReport) => Promise<Uint8Array>;
  readonly draw: (request: AppearanceRequest) => Promise<Uint8Array>;
}
const here: Maker = { build: model => buildReport(model), draw: drawAppearance };

/** Builds a report and signs it as its assessor, as `report.sign` does before anything is stored. */
export async function signedReport(
  model: MethodReport,
  identity: SigningIdentity,
  maker: Maker = here,
): Promise<Uint8Array> {
  const { name } = model.assessor;
  const appearance = await maker.draw({
    ...signatureBox,
    mark: { kind: 'typed', name },
    lines: [name, 'Independent assessor', `Signed ${formatDateTime(model.preparedAt)}`],
    fontsFolder,
  });
  return signPdf(await maker.build(model), {
    field: REPORT_FIELDS.assessor,
    identity,
    signerName: name,
    reason: assessorDeclaration,
    signedAt: new Date(model.preparedAt),
    appearance,
    certify: true,
  });
}
