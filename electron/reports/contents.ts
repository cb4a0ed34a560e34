import type { ReportModel } from '../../shared/domain/report-model.ts';
import { auditContents } from './documents/audit-extract.ts';
import { feedbackContents } from './documents/feedback-report.ts';
import { methodContents } from './documents/method-report.ts';
import { outcomeContents } from './documents/outcome-statement.ts';
import { overallContents } from './documents/overall-report.ts';
import { qualityAssuranceContents } from './documents/quality-assurance-report.ts';
import { letterContents } from './documents/resit-letter.ts';
import { type Edition, editionOf } from './edition.ts';
import type { Content } from './tagged/nodes.ts';

/** The whole content of a document, from its title to its last line. */
export function contentsOf(model: ReportModel, edition: Edition = editionOf(null)): Content[] {
  switch (model.kind) {
    case 'method':
      return methodContents(edition, model);
    case 'overall':
      return overallContents(edition, model);
    case 'outcome':
      return outcomeContents(edition, model);
    case 'feedback':
      return feedbackContents(edition, model);
    case 'resitLetter':
      return letterContents(edition, model);
    case 'qualityAssurance':
      return qualityAssuranceContents(edition, model);
    case 'audit':
      return auditContents(edition, model);
  }
}
