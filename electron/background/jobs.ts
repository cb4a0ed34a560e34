import type { Verification } from '../../shared/contract/reports.ts';
import type { ReportModel } from '../../shared/domain/report-model.ts';
import type { ReportStyle } from '../../shared/organisation-style.ts';
import { type FileToCheck, verifyReport } from '../features/verification.ts';
import { buildReport } from '../reports/build-report.ts';
import { type AppearanceRequest, drawAppearance } from '../signing/appearance.ts';

/** A document to be laid out, in an organisation’s style. */
export interface ReportToBuild {
  readonly model: ReportModel;
  readonly style: ReportStyle | null;
}

/** What is done in threads of its own: it reads no database, and takes long or reads files that anybody may have made. */
export const jobs = {
  report: ({ model, style }: ReportToBuild): Promise<Uint8Array> => buildReport(model, style),
  appearance: (request: AppearanceRequest): Promise<Uint8Array> => drawAppearance(request),
  check: async ({ fileName, bytes, options }: FileToCheck): Promise<Verification> =>
    verifyReport(fileName, bytes, options),
} as const;

export type Jobs = typeof jobs;
