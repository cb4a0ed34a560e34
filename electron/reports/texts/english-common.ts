import {
  formatClock,
  formatCount,
  formatDate,
  formatDateTime,
  formatDuration,
  formatElapsed,
  formatList,
} from '../../../shared/british.ts';
import type { Decision } from '../../../shared/domain/judgement.ts';
import type { Grade } from '../../../shared/domain/plan.ts';
import type { MethodReport, ReportKind } from '../../../shared/domain/report-model.ts';
import { type Declaration, declarations, type SignerRole } from '../../../shared/domain/report-signatures.ts';
import type { NoteKind } from '../../../shared/domain/session.ts';

const gradeNames: Readonly<Record<Grade, string>> = {
  fail: 'Fail',
  pass: 'Pass',
  credit: 'Credit',
  merit: 'Merit',
  distinction: 'Distinction',
};

/** A decision by a sign and a word. A distinction descriptor may be left open where a pass descriptor is not met. */
const decisionWords: Readonly<Record<Decision | 'open', string>> = {
  met: '✓ Met',
  notMet: '✗ Not met',
  open: 'Not judged',
};

const noteKindNames: Readonly<Record<NoteKind, string>> = {
  seen: 'Seen',
  question: 'Question',
  answer: 'Answer',
  followUp: 'Follow-up',
  portfolio: 'Portfolio',
  remark: 'Remark',
};

const planOriginNames: Readonly<Record<MethodReport['plan']['origin'], string>> = {
  template: 'Template, not confirmed',
  demonstration: 'Demonstration plan, fictional',
  published: 'Published plan',
};

/** The line above the title: what sort of document this is. */
const kickers: Readonly<Record<ReportKind, string>> = {
  method: 'End-point assessment report',
  overall: 'End-point assessment: overall report',
  outcome: 'End-point assessment',
  feedback: 'End-point assessment: feedback',
  resitLetter: 'End-point assessment: after a fail',
  qualityAssurance: 'Internal quality assurance',
  audit: 'Audit log',
};

const titles: Readonly<Record<Exclude<ReportKind, 'method'>, string>> = {
  overall: 'Overall result of the end-point assessment',
  outcome: 'Statement of outcome',
  feedback: 'Feedback on your assessment',
  resitLetter: 'Taking the assessment again',
  qualityAssurance: 'Quality assurance report',
  audit: 'Audit extract',
};

const roles: Readonly<Record<SignerRole, string>> = {
  assessor: 'Independent assessor',
  qualityAssurer: 'Internal quality assurer',
  organisation: 'Assessment organisation',
};

const fieldNames: Readonly<Record<SignerRole, string>> = {
  assessor: 'Signature of the independent assessor',
  qualityAssurer: 'Signature of the internal quality assurer',
  organisation: 'Signature of the assessment organisation',
};

const declared: Readonly<Record<Declaration, string>> = declarations;

export const commonTexts = {
  /** The language of the document for screen readers (RFC 5646). */
  locale: 'en-GB',
  format: {
    clock: formatClock,
    count: formatCount,
    date: formatDate,
    dateTime: formatDateTime,
    duration: formatDuration,
    elapsed: formatElapsed,
    list: formatList,
  },

  practice: 'PRACTICE',
  practiceNotice: 'Made for practice. This document states no result of an end-point assessment.',
  kickers,
  titles,
  gradeNames,
  decisionWords,
  noteKindNames,
  planOriginNames,
  unknown: 'Not recorded',
  none: 'None',
  theOrganisation: 'the assessment organisation',
  standardLine: (standard: MethodReport['standard']) =>
    `${standard.title}, ${standard.reference} version ${standard.version}, level ${standard.level}`,

  facts: {
    apprentice: 'Apprentice',
    uln: 'Learner number (ULN)',
    employer: 'Employer',
    provider: 'Training provider',
    attempt: 'Attempt',
    standard: 'Standard',
    level: 'Level',
    lars: 'LARS code',
    plan: 'Assessment plan',
    planVersion: 'Plan version',
    planOrigin: 'Kind of plan',
    organisation: 'Assessment organisation',
    assessor: 'Independent assessor',
    place: 'Place',
    began: 'Began',
    ended: 'Ended',
    adjustment: 'Extra time agreed',
    questions: 'Questions asked',
    documentId: 'Document',
    prepared: 'Prepared',
    planHash: 'SHA-256 of the plan',
    audit: 'Audit log',
    attached: 'Attached file',
    licence: 'Licence of the standard',
  },

  signatures: {
    heading: 'Declaration and signatures',
    headingOfOne: 'Declaration and signature',
    roles,
    fieldNames,
    declarations: declared,
    signer: (role: string, name: string) => (name === '' ? role : `${role}: ${name}`),
    explanation:
      'Signatures are electronic (PAdES). A PDF reader shows who signed and whether anything was changed afterwards.',
  },

  about: 'About this document',
  attachment: {
    name: 'report.json',
    description: 'The content of this report for machines',
    fact: 'report.json: everything that this document says, for machines',
  },
  keywords: 'End-point assessment',
  audit: (sequence: number, head: string) => `Event ${sequence}, ${head}`,
  auditAnchor: (sequence: number, head: string) => `Audit ${sequence} · ${head}`,
  documentVersion: (id: string, version: number) => `${id} · version ${version}`,
  documentTitle: (title: string, name: string, id: string, version: number) =>
    `${title}: ${name}, ${id} version ${version}`,
  pageOf: (page: number, pages: number) => `Page ${page} of ${pages}`,
};
