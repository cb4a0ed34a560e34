import { z } from 'zod';
import { auditExtract } from './reports/audit-extract.ts';
import { feedbackReport } from './reports/feedback-report.ts';
import { methodReport, type quotation } from './reports/method-report.ts';
import { outcomeStatement } from './reports/outcome-statement.ts';
import { overallReport } from './reports/overall-report.ts';
import { qualityAssuranceReport } from './reports/quality-assurance-report.ts';
import { resitLetter } from './reports/resit-letter.ts';

/** The two reports that an assessor signs: on one method, and on the whole assessment. */
export const assessmentReport = z.discriminatedUnion('kind', [methodReport, overallReport]);

/** Everything that a document says, checked before a page is laid out and attached to the PDF as JSON. */
export const reportModel = z.discriminatedUnion('kind', [
  methodReport,
  overallReport,
  outcomeStatement,
  feedbackReport,
  resitLetter,
  qualityAssuranceReport,
  auditExtract,
]);
export type ReportModel = Readonly<z.infer<typeof reportModel>>;
export type ReportKind = ReportModel['kind'];
export type AssessmentReport = Readonly<z.infer<typeof assessmentReport>>;
export type MethodReport = Readonly<z.infer<typeof methodReport>>;
export type OverallReport = Readonly<z.infer<typeof overallReport>>;
export type OutcomeStatement = Readonly<z.infer<typeof outcomeStatement>>;
export type FeedbackReport = Readonly<z.infer<typeof feedbackReport>>;
export type ResitLetter = Readonly<z.infer<typeof resitLetter>>;
export type QualityAssuranceReport = Readonly<z.infer<typeof qualityAssuranceReport>>;
export type AuditExtract = Readonly<z.infer<typeof auditExtract>>;
export type Quotation = Readonly<z.infer<typeof quotation>>;

/** The declaration that an assessor's signature stands for. */
export const assessorDeclaration =
  'I am independent of the apprentice, their employer and their training provider. I carried out this assessment as described, and the judgements in this report are mine.';

/** The declaration under a report on a method that was held elsewhere. */
export const recordedDeclaration =
  'I am independent of the apprentice, their employer and their training provider. This method was held and marked as described; I took its outcome from the record named here, and the judgements in this report are mine.';
