import { type LabelledDescriptor, labelledDescriptors } from './descriptor-labels.ts';
import type { Decision, Judgement } from './judgement.ts';
import { gradeMethod } from './method-grade.ts';
import { judgedMethod, undecidedOf } from './method-grade-rules.ts';
import type { Obstacle } from './obstacle.ts';
import type { Descriptor, Method } from './plan.ts';
import type { PortfolioEvidence } from './portfolio.ts';
import type { Note } from './session.ts';

/** Whether a decision needs its rationale: every descriptor not met, and every distinction descriptor however it was decided. Rule: usual practice of internal quality assurance. */
export function needsRationale(descriptor: Descriptor, decision: Decision | null): boolean {
  return decision === 'notMet' || (decision === 'met' && descriptor.grade === 'distinction');
}

/**
 * What stands in the way of signing a method's report. `notes` are all notes that a judgement may rest on, those of the apprentice's other sessions
 * included; `portfolio` what it may rest on beside them. Rules: everything decided, rationales given, no judgement on a struck note or a remark; a descriptor met without linked evidence is a hint.
 */
export function obstaclesToSigning(
  method: Method,
  judgements: readonly Judgement[],
  notes: readonly Note[],
  score: number | null = null,
  portfolio: readonly PortfolioEvidence[] = [],
): readonly Obstacle[] {
  const places = new Set(portfolio.map(({ id }) => id));
  const byKey = new Map(judgements.map(judgement => [judgement.descriptorKey, judgement]));
  const notesById = new Map(notes.map(note => [note.id, note]));
  return [
    ...gradeObstacles(method, judgements, score),
    ...labelledDescriptors(method).flatMap(labelled => {
      const judgement = byKey.get(labelled.descriptor.key);
      if (!judgement || judgement.decision === null) return [];
      return [
        ...rationaleObstacles(labelled, judgement),
        ...evidenceObstacles(labelled, judgement, notesById),
        ...portfolioObstacles(labelled, judgement, places),
      ];
    }),
  ];
}

function gradeObstacles(method: Method, judgements: readonly Judgement[], score: number | null): readonly Obstacle[] {
  const { grade, outstanding, lines } = gradeMethod(method, judgements, score);
  if (grade !== null) return [];
  if (!method.gradeRule || outstanding === 0) {
    return [{ rule: 'noGrade', severity: 'blocks', message: lines.map(line => line.text).join(' ') }];
  }
  const judged = judgedMethod(method, method.gradeRule, judgements, score);
  const undecided = undecidedOf(judged).map(labelled =>
    obstacle('undecided', 'blocks', labelled, 'is not decided yet. Decide whether it is met.'),
  );
  const scoreMissing: Obstacle = { rule: 'scoreMissing', severity: 'blocks', message: 'Enter the score of the test.' };
  return outstanding > undecided.length ? [...undecided, scoreMissing] : undecided;
}

function rationaleObstacles(labelled: LabelledDescriptor, judgement: Judgement): readonly Obstacle[] {
  if (!needsRationale(labelled.descriptor, judgement.decision) || judgement.rationale.trim() !== '') return [];
  const decided = judgement.decision === 'met' ? 'met' : 'not met';
  return [obstacle('rationaleMissing', 'blocks', labelled, `is judged ${decided} without a rationale. Say why.`)];
}

function evidenceObstacles(
  labelled: LabelledDescriptor,
  judgement: Judgement,
  notesById: ReadonlyMap<string, Note>,
): readonly Obstacle[] {
  if (judgement.evidenceNoteIds.length + judgement.portfolioEvidenceIds.length === 0) {
    if (judgement.decision !== 'met') return [];
    return [obstacle('noEvidence', 'hint', labelled, 'is judged met without linked evidence.')];
  }
  return judgement.evidenceNoteIds.flatMap(id => {
    const note = notesById.get(id);
    if (!note) {
      return [obstacle('linkedNoteMissing', 'blocks', labelled, 'rests on a note that is not there. Unlink it.')];
    }
    if (note.struckReason !== null) {
      return [obstacle('linkedNoteStruck', 'blocks', labelled, 'rests on a note that was struck. Unlink it.')];
    }
    if (note.kind === 'remark') {
      return [obstacle('linkedRemark', 'blocks', labelled, 'rests on a remark, which is no evidence. Unlink it.')];
    }
    return [];
  });
}

function portfolioObstacles(
  labelled: LabelledDescriptor,
  judgement: Judgement,
  places: ReadonlySet<string>,
): readonly Obstacle[] {
  return judgement.portfolioEvidenceIds.some(id => !places.has(id))
    ? [
        obstacle(
          'linkedPlaceMissing',
          'blocks',
          labelled,
          'rests on a place that is not, or no longer, in the portfolio. Unlink it.',
        ),
      ]
    : [];
}

function obstacle(
  rule: string,
  severity: Obstacle['severity'],
  { themeLabel, label, theme, descriptor }: LabelledDescriptor,
  words: string,
): Obstacle {
  const message = `${themeLabel}, ${descriptor.grade} descriptor ${label} ${words}`;
  return { rule, severity, message, descriptorKey: descriptor.key, themeKey: theme.key };
}
