import { formatDate } from '../../../shared/british.ts';
import type { QualityAssuranceReport } from '../../../shared/domain/report-model.ts';

const decisions: Readonly<Record<QualityAssuranceReport['decision'], string>> = {
  agreed: 'Agreed',
  returned: 'Returned',
  changed: 'Changed',
};
const meanings: Readonly<Record<QualityAssuranceReport['decision'], string>> = {
  agreed: 'The judgements stand as the assessor made them.',
  returned: 'The assessor is asked to look again before anything is released.',
  changed: 'The result was changed. The assessor’s own report stays on record beside it.',
};

/** The texts of the quality assurance report and the audit extract. */
export const reviewTexts = {
  review: {
    decision: 'Decision',
    decisions,
    meanings,
    reviewer: 'Internal quality assurer',
    sampled: 'Sampled',
    decided: 'Decided',
    counts: { report: 'report', remark: 'remark' },
    why: 'Why this assessment was sampled',
    reasons: 'The reasons for the decision',
    lookedAt: 'What was looked at',
    columns: { document: 'Document', title: 'Report', signed: 'Signed, grade', sha256: 'SHA-256' },
    methods: 'Remarks by method',
    noRemarks: 'There are no remarks on single methods.',
    change: (before: string, after: string) => (before === after ? after : `${before}, now ${after}`),
    grade: (grade: string) => `Grade: ${grade}`,
    overallGrade: 'Overall result',
    noRemark: 'No remark on the method as a whole.',
    descriptors: {
      label: 'Descriptor',
      text: 'What it asks for',
      before: 'As judged',
      after: 'After review',
      remark: 'Remark',
    },
    noGrade: 'Open',
    actions: 'What is to be done',
    action: (text: string, by: string, until: string | null) =>
      `${text} (${by}${until === null ? '' : `, by ${formatDate(until)}`})`,
  },

  log: {
    result: 'The whole log',
    intact: 'Unbroken',
    broken: (sequence: number) => `Broken at event ${sequence}`,
    intactStatement: (events: string) =>
      `All ${events} of the log were checked one after the other: each holds the hash of the one before it, and every hash and signature fits.`,
    brokenStatement: (sequence: number) =>
      `Event ${sequence} does not fit the one before it, or its content does not fit its hash or signature. What was recorded from there on cannot be relied on.`,
    event: 'event',
    counts: (events: string, from: number, to: number) => `${events} in this extract, numbers ${from} to ${to}`,
    checked: 'Checked',
    events: 'Events of this assessment',
    introduction:
      'In the order in which they were recorded. Hashes are shown by their first 16 digits; the attached file has them whole.',
    columns: { sequence: 'No.', at: 'Time (UTC)', actor: 'Who', sentence: 'What happened', hash: 'Hash' },
    atUtc: (iso: string) => `${formatDate(iso, 'UTC')}, ${iso.slice(11, 19)}`,
    doesNotFit: (sentence: string) => `✗ Does not fit. ${sentence}`,
    ends: 'Where the log begins and ends',
    firstHash: 'Hash of event 1',
    lastHash: (sequence: number) => `Hash of event ${sequence}`,
    firstShown: (sequence: number) => `First in this extract, ${sequence}`,
    lastShown: (sequence: number) => `Last in this extract, ${sequence}`,
    publicKey: 'Public key of the log',
    recipe: 'How to check this yourself',
    recipeIntroduction: 'With the attached file report.json and any tool that computes SHA-256:',
    steps: [
      'Take an event from “events”. Write its fields sequence, at, actorId, type, subjectId, detail and previousHash, in this order, as one JSON array without spaces between the values; detail is itself a text and is written as one.',
      'Compute the SHA-256 of that text in UTF-8. In hexadecimal it is the event’s hash.',
      'The previousHash is the hash of the event whose number is one lower. Event 1 has 64 zeros in its place.',
      'The event’s signature is Ed25519 over the 32 bytes of the hash, made with the log’s key; its public key is “publicKey”.',
      'The number and hash at the foot of this page, and of every other document of the workspace, tie the log to what was already printed.',
    ],
    example: (sequence: number) => `The text of event ${sequence}, for example, is:`,
    exampleHash: 'Its SHA-256 is:',
  },
};
