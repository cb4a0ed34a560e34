import { useEffect, useRef } from 'react';
import type { Decision } from '../../../shared/domain/judgement.ts';
import { useAction } from '../../api.ts';
import { useDraft } from '../../drafts.ts';
import { keptDraft, type SessionView } from '../session/session-view.ts';
import type { Judged } from './judged.ts';
import type { EvidenceSide } from './use-judge-desk.ts';

/** A change of a judgement; what is left out stays. */
interface Change {
  readonly decision?: Decision | null;
  readonly evidenceNoteIds?: readonly string[];
  readonly portfolioEvidenceIds?: readonly string[];
}

/** What is being judged on one descriptor: the rationale as it is typed, kept on the disk at once, and the ways to record decision, evidence and rationale. */
export function useJudging(view: SessionView, judged: Judged) {
  const field = `rationale:${judged.key}`;
  const kept = keptDraft(view, field)?.body;
  const draft = useDraft({ sessionId: view.id, field }, kept ?? judged.rationale);
  const record = useAction('judgement.record');
  const isUnsaved = draft.text.trim() !== judged.rationale.trim();

  const { now, save } = useSaving(view, judged, { draft, record });
  const saveIfChanged = (): void => {
    if (isUnsaved && view.state !== 'signed') save();
  };
  useLeaving(saveIfChanged);
  const link = (id: string, side: EvidenceSide): void => {
    const { evidenceNoteIds, portfolioEvidenceIds } = now.current;
    if (side === 'notes') save({ evidenceNoteIds: withOrWithout(evidenceNoteIds, id) });
    else save({ portfolioEvidenceIds: withOrWithout(portfolioEvidenceIds, id) });
  };
  return {
    rationale: draft.text,
    type: draft.type,
    isUnsaved,
    isPending: record.isPending,
    error: record.error,
    decide: (decision: Decision | null): void => save({ decision }),
    link,
    saveRationale: saveIfChanged,
  };
}

const withOrWithout = (ids: readonly string[], id: string): readonly string[] =>
  ids.includes(id) ? ids.filter(other => other !== id) : [...ids, id];

interface SavingBy {
  readonly draft: ReturnType<typeof useDraft>;
  readonly record: ReturnType<typeof useAction<'judgement.record'>>;
}

/** Records the judgement with a change; where that fails the rationale stays in its field and is kept as it was typed. */
function useSaving(view: SessionView, judged: Judged, { draft, record }: SavingBy) {
  // As sent last, not as told last: what is told while another change is on its way may lack it.
  const now = useRef<Required<Change>>(judged);
  const text = useRef(draft.text);
  text.current = draft.text;
  const save = (change: Change = {}): void => {
    const before = now.current;
    now.current = { ...before, ...change };
    draft.settle(draft.text);
    const { decision, evidenceNoteIds, portfolioEvidenceIds } = now.current;
    record
      .run({
        sessionId: view.id,
        descriptorKey: judged.key,
        decision,
        rationale: draft.text.trim(),
        evidenceNoteIds: [...evidenceNoteIds],
        portfolioEvidenceIds: [...portfolioEvidenceIds],
      })
      .catch(() => {
        now.current = before;
        draft.type(text.current);
      });
  };
  return { now, save };
}

export type Judging = ReturnType<typeof useJudging>;

/** Runs the latest `leave` when the component goes. */
function useLeaving(leave: () => void): void {
  const latest = useRef(leave);
  useEffect(() => {
    latest.current = leave;
  });
  useEffect(() => () => latest.current(), []);
}
