import { assessorDeclaration, type ReportKind, type ReportModel, recordedDeclaration } from './report-model.ts';

/** As what somebody signs a document. */
export type SignerRole = 'assessor' | 'qualityAssurer' | 'organisation';

/** What signatures stand for, by the occasion; each is also the reason that is kept in the signature. */
export const declarations = {
  assessment: assessorDeclaration,
  recorded: recordedDeclaration,
  countersigned: 'I have reviewed this report as internal quality assurer and agree with it.',
  reviewed: 'I took no part in this assessment. I looked at the reports named here, and the decision on them is mine.',
  read: 'I have read this report.',
  released: 'This document agrees with the record of the assessment, and the assessment organisation releases it.',
  extracted: 'This extract was taken from the audit log as it is shown here.',
} as const;
export type Declaration = keyof typeof declarations;

/** A place for a signature in a document. */
export interface SignaturePlace {
  readonly role: SignerRole;
  readonly declaration: Declaration;
}

const byAssessor: readonly SignaturePlace[] = [
  { role: 'assessor', declaration: 'assessment' },
  { role: 'qualityAssurer', declaration: 'countersigned' },
];
const byOrganisation: readonly SignaturePlace[] = [{ role: 'organisation', declaration: 'released' }];

/** The signatures that each kind of document has room for; the first of them certifies it. */
export const signaturesOf: Readonly<Record<ReportKind, readonly SignaturePlace[]>> = {
  method: byAssessor,
  overall: byAssessor,
  outcome: byOrganisation,
  feedback: byOrganisation,
  resitLetter: byOrganisation,
  qualityAssurance: [
    { role: 'qualityAssurer', declaration: 'reviewed' },
    { role: 'assessor', declaration: 'read' },
  ],
  audit: [{ role: 'organisation', declaration: 'extracted' }],
};

/** The places for signatures in this document: under a method that was held elsewhere the assessor declares another thing. */
export function signaturePlaces(model: ReportModel): readonly SignaturePlace[] {
  if (model.kind !== 'method' || !model.recorded) return signaturesOf[model.kind];
  return signaturesOf.method.map(place =>
    place.declaration === 'assessment' ? { ...place, declaration: 'recorded' } : place,
  );
}
