import { ksbsOfNote } from '../../../shared/domain/coverage.ts';
import type { LabelledDescriptor } from '../../../shared/domain/descriptor-labels.ts';
import type { Decision } from '../../../shared/domain/judgement.ts';
import { descriptorsToJudge } from '../../../shared/domain/method-grade-rules.ts';
import { type PortfolioEvidence, type PortfolioPiece, portfolioEvidence } from '../../../shared/domain/portfolio.ts';
import { needsRationale } from '../../../shared/domain/readiness-to-sign.ts';
import { evidenceNotes, type Note } from '../../../shared/domain/session.ts';
import type { SessionView } from '../session/session-view.ts';

/** A descriptor with its judgement as it stands. */
export interface Judged extends LabelledDescriptor {
  readonly key: string;
  readonly decision: Decision | null;
  readonly rationale: string;
  readonly evidenceNoteIds: readonly string[];
  readonly portfolioEvidenceIds: readonly string[];
  /** A rationale is required for the decision and missing. */
  readonly lacksRationale: boolean;
  /** It is met and nothing is linked that it rests on; of a method held elsewhere its record is what it rests on. */
  readonly lacksEvidence: boolean;
}

/** The method's descriptors in the plan's order, each with its judgement. */
export function judgedDescriptors(
  view: Pick<SessionView, 'method' | 'judgements'> & { readonly outcome?: SessionView['outcome'] },
): readonly Judged[] {
  const byKey = new Map(view.judgements.map(judgement => [judgement.descriptorKey, judgement]));
  return descriptorsToJudge(view.method).map(labelled => {
    const judgement = byKey.get(labelled.descriptor.key);
    const decision = judgement?.decision ?? null;
    const rationale = judgement?.rationale ?? '';
    const linked = {
      evidenceNoteIds: judgement?.evidenceNoteIds ?? [],
      portfolioEvidenceIds: judgement?.portfolioEvidenceIds ?? [],
    };
    return {
      ...labelled,
      key: labelled.descriptor.key,
      decision,
      rationale,
      ...linked,
      lacksEvidence: decision === 'met' && linkedCount(linked) === 0 && !view.outcome,
      lacksRationale: needsRationale(labelled.descriptor, decision) && rationale.trim() === '',
    };
  });
}

/** The next descriptor after `key` that is undecided or lacks its rationale, going round; undefined when there is none. */
export function nextToDo(judged: readonly Judged[], key: string): Judged | undefined {
  const at = judged.findIndex(one => one.key === key);
  const round = [...judged.slice(at + 1), ...judged.slice(0, at + 1)];
  return round.find(one => one.decision === null) ?? round.find(one => one.lacksRationale);
}

/** A note that may be linked, with the question that it belongs to. */
export interface Evidence {
  readonly id: string;
  readonly note: Note;
  readonly question: Note | null;
  /** The descriptor's KSBs that the note speaks of. */
  readonly ksbs: readonly string[];
}

/**
 * The notes that a judgement of the descriptor may rest on: those linked first, then those that show one of its KSBs, then the rest; each in the order
 * of the session. A question shows nothing by itself and stands with its answer, unless it was linked.
 */
export function evidenceFor(
  { descriptor, evidenceNoteIds }: Pick<Judged, 'descriptor' | 'evidenceNoteIds'>,
  notes: readonly Note[],
): {
  readonly linked: readonly Evidence[];
  readonly fitting: readonly Evidence[];
  readonly others: readonly Evidence[];
} {
  const byId = new Map(notes.map(note => [note.id, note]));
  const isLinked = (note: Note): boolean => evidenceNoteIds.includes(note.id);
  const toEvidence = (note: Note): Evidence => ({
    id: note.id,
    note,
    question: questionOf(note, byId),
    ksbs: ksbsOfNote(note, notes).filter(code => descriptor.ksbs.includes(code)),
  });
  const shows = (note: Note): boolean => note.kind !== 'question' && note.kind !== 'followUp';
  const free = evidenceNotes(notes)
    .filter(note => shows(note) && !isLinked(note))
    .map(toEvidence);
  return {
    linked: notes.filter(isLinked).map(toEvidence),
    fitting: free.filter(({ ksbs }) => ksbs.length > 0),
    others: free.filter(({ ksbs }) => ksbs.length === 0),
  };
}

/** How many notes and portfolio places the judgement rests on. */
export const linkedCount = ({
  evidenceNoteIds,
  portfolioEvidenceIds,
}: Pick<Judged, 'evidenceNoteIds' | 'portfolioEvidenceIds'>): number =>
  evidenceNoteIds.length + portfolioEvidenceIds.length;

/** What of the portfolio a judgement of the descriptor may rest on: what was linked first, then what shows one of its KSBs; and what was linked and is gone. */
export function portfolioFor(
  { descriptor, portfolioEvidenceIds }: Pick<Judged, 'descriptor' | 'portfolioEvidenceIds'>,
  pieces: readonly PortfolioPiece[],
): {
  readonly shown: readonly PortfolioEvidence[];
  readonly others: readonly PortfolioEvidence[];
  readonly gone: readonly string[];
} {
  const all = portfolioEvidence(pieces);
  const isLinked = ({ id }: PortfolioEvidence): boolean => portfolioEvidenceIds.includes(id);
  const isFitting = ({ ksbs }: PortfolioEvidence): boolean => ksbs.some(code => descriptor.ksbs.includes(code));
  return {
    shown: [...all.filter(isLinked), ...all.filter(one => !isLinked(one) && isFitting(one))],
    others: all.filter(one => !isLinked(one) && !isFitting(one)),
    gone: portfolioEvidenceIds.filter(id => !all.some(one => one.id === id)),
  };
}

/** The question or follow-up at the head of what the note follows; null where it follows none. */
function questionOf(note: Note, byId: ReadonlyMap<string, Note>): Note | null {
  const visited = new Set([note.id]);
  let before = note.followsId === null ? undefined : byId.get(note.followsId);
  while (before && before.kind !== 'question' && before.kind !== 'followUp' && !visited.has(before.id)) {
    visited.add(before.id);
    before = before.followsId === null ? undefined : byId.get(before.followsId);
  }
  return before && !visited.has(before.id) ? before : null;
}
