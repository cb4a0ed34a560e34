import { capitalised } from '../../../shared/british.ts';
import { type Stretch, stretchWords } from '../../../shared/domain/portfolio.ts';

/** The texts of the method report and the overall report. */
export const assessmentTexts = {
  result: 'Result of this method',
  overallResult: 'Overall result',

  sections: {
    profile: 'The themes at a glance',
    derivation: 'How the result came about',
    session: 'How the assessment was carried out',
    time: 'Time',
    recording: 'Recording',
    judgements: 'Judgements by theme',
    portfolio: 'The portfolio',
    coverage: 'Knowledge, skills and behaviours',
    methods: 'Results of the methods',
    completion: 'Gateway to completion',
    notes: 'Appendix: the notes in full',
  },

  wouldChange: 'What would have changed it',
  noAdjustment: 'None',
  percent: (value: number) => `${value} per cent`,
  questions: (asked: number, minimum: number | null) =>
    minimum === null ? `${asked}` : `${asked}; the plan asks for at least ${minimum}`,
  recorded: { heldOn: 'Held on', heldBy: 'Held and marked by', source: 'Outcome taken from' },
  scoreName: 'Score',
  score: (value: number, outOf: number) => `${value} of ${outOf} marks`,
  explanations: 'Explanations',
  counts: { method: 'method', statement: 'statement', question: 'question' },

  time: {
    assessment: 'Assessment time',
    breaks: 'Breaks',
    planned: 'Time allowed',
    highest: 'Longest time allowed',
    open: 'Left open by the plan',
    breakName: 'Break',
    columns: { part: 'Part', began: 'Began', ended: 'Ended', length: 'Length', reason: 'Reason' },
    barLegend: 'Each stretch at its length. Filled: assessment time. Hatched: breaks, which do not count.',
    barAlt: (stretches: string) => `Time bar of the session: ${stretches}.`,
    none: 'No time was recorded.',
  },

  recording: {
    introduction:
      'What was recorded in one go, and why it ended. The SHA-256 tells the sound of each stretch from every other: it is the same as long as nothing of it was changed.',
    consent: 'Consent of the apprentice',
    consents: { given: 'Given', refused: 'Refused', notAsked: 'Not asked for' },
    length: 'Length of the recording',
    none: 'Nothing was recorded',
    stretchCount: 'Stretches',
    keptUntil: 'Kept until',
    columns: { began: 'Began', length: 'Length', ended: 'Ended', sha256: 'SHA-256 of the sound' },
    ended: (clock: string, ending: string, reason: string | null) =>
      `${clock}, ${ending}${reason === null ? '' : `: ${reason}`}`,
    endings: {
      paused: 'paused',
      break: 'for a break',
      stopped: 'stopped',
      closed: 'with the session',
      locked: 'when the workspace was locked or closed',
      interrupted: 'when the workbench stopped unexpectedly',
      trouble: 'by trouble',
    },
    noHash: 'Could not be read back',
  },

  theme: {
    introduction:
      'Each descriptor with the decision, its rationale and the evidence that it rests on. Notes are quoted with their assessment time in minutes and seconds and the time of day; the appendix has them in full.',
    title: (letter: string, title: string) => `Theme ${letter}: ${title}`,
    ksbs: (codes: string) => `Covers ${codes}.`,
    metCount: (met: number, all: number) => `${met} of ${all} descriptors met`,
    grades: { pass: 'Pass descriptor', distinction: 'Distinction descriptor' },
    noRationale: 'No rationale was recorded.',
    noEvidence: 'No note is linked as evidence.',
    recordedIntroduction:
      'Each descriptor with the decision and its rationale. The method was held elsewhere: the decisions rest on its record.',
    byRecord: 'It rests on the record that the outcome was taken from.',
    byScore: 'It is graded by the score.',
    notJudged: 'Left open: the grade does not depend on it.',
    noDescriptors: 'This theme has no descriptors.',
    continued: 'continues in the appendix',
  },

  profile: {
    legend:
      'Square: pass descriptor. Diamond: distinction descriptor. Filled: met. Crossed: not met. Dashed: not judged.',
    count: (met: number, all: number) => `${met} of ${all} met`,
    alt: (title: string, states: string) => `${title}. ${states}.`,
    states: {
      pass: { met: 'pass descriptors met', notMet: 'pass descriptors not met', open: 'pass descriptors not judged' },
      distinction: {
        met: 'distinction descriptors met',
        notMet: 'distinction descriptors not met',
        open: 'distinction descriptors not judged',
      },
    },
    state: (words: string, labels: string) => `${words}: ${labels}`,
  },

  portfolio: {
    introduction:
      'What the apprentice handed in, with what it shows and where. The SHA-256 tells each file from every other: it is the same as long as not one byte was changed.',
    columns: { piece: 'Piece', shows: 'What it shows', sha256: 'SHA-256 of the file' },
    whole: 'As a whole',
    place: (stretch: Stretch) => capitalised(stretchWords(stretch)),
    shows: (where: string, codes: string, remark: string) =>
      `${where}: ${[codes, remark].filter(words => words !== '').join('; ') || 'no KSBs'}`,
    notMapped: 'Not mapped to KSBs',
    evidence: (title: string, where: string) => `Portfolio  ·  ${title}  ·  ${where}`,
  },

  note: (number: number) => `Note ${number}`,
  struck: (reason: string) => `Struck: ${reason}`,
  struckWord: 'struck',
  noNotes: 'No notes were taken.',
  notesIntroduction:
    'In the order in which they were written. Times are assessment time and the time of day. A note that was struck is shown without its words, with the reason.',

  coverage: {
    kinds: { K: 'Knowledge', S: 'Skills', B: 'Behaviours', other: 'Other statements' },
    introduction:
      'The bars under a code, and its shading, count the notes tagged with it: one, two, three or more. A dashed box has none. Questions do not count; an answer without tags counts under those of its question. Whether a judgement rests on a note is told under the judgement.',
    overallIntroduction:
      'The bars under a code, and its shading, count the notes of all methods tagged with it: one, two, three or more. A dashed box has none. Questions do not count; an answer without tags counts under those of its question.',
    alt: (kind: string, covered: number, all: number, open: string) =>
      `${kind}: ${covered} of ${all} have notes${open === '' ? '' : `; none for ${open}`}.`,
    columns: { code: 'Code', statement: 'Statement', themes: 'Themes', evidence: 'Notes' },
    covered: (covered: number, all: number) => `${covered} of ${all} statements have notes.`,
  },

  completion: {
    introduction: 'What the plan asks for before the apprenticeship is complete, beside the grades.',
    columns: { requirement: 'Requirement', statements: 'Statements', by: 'Verified by', on: 'On' },
    notRecorded: 'Not recorded',
  },

  overall: {
    columns: { method: 'Method', grade: 'Grade', date: 'Date', attempt: 'Attempt', report: 'Report' },
    reportHash: (sha256: string) => `SHA-256 ${sha256}`,
    methodGrade: (name: string, grade: string) => `${name}: ${grade}`,
  },
};
