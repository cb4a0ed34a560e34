import type { DocumentKind } from '../../../shared/contract/documents.ts';
import type { Output } from '../../../shared/contract.ts';

/** For whom each document is and what stands in it. */
export const purposes: Readonly<Record<DocumentKind, string>> = {
  outcome: 'One page for the apprentice: the result and what it means.',
  feedback: 'Strengths, what was not met and why, and next steps. No remarks that are for examiners alone.',
  resitLetter: 'After a fail: what has to be taken again, until when, and how.',
  qualityAssurance: 'What was sampled and why, what was decided, and the reasons.',
  audit: 'Everything that the audit log holds about this assessment.',
};

/** Who signs a document when it is made. */
export const signerWords: Readonly<Record<Output<'document.list'>['possible'][number]['signer'], string>> = {
  organisation: 'Signed with the organisation’s seal.',
  reviewer: 'Signed by the reviewer.',
  nobody: 'Not signed.',
};
