import { useEffect, useMemo, useRef, useState } from 'react';
import type { Decision } from '../../../shared/domain/judgement.ts';
import { type Listening, useListening } from '../../recording/use-listening.ts';
import type { ShownPiece } from '../portfolio/piece-dialog.tsx';
import type { SessionView } from '../session/session-view.ts';
import { type Judged, judgedDescriptors, nextToDo } from './judged.ts';
import { markDescriptor, markedDescriptor } from './last-descriptor.ts';

/** Where evidence comes from: the session's notes, or the portfolio. */
export type EvidenceSide = 'notes' | 'portfolio';

/** The line of the evidence that has the focus. */
export interface EvidenceInView {
  readonly id: string;
  readonly side: EvidenceSide;
}

/** What the panel of one descriptor lets others do. */
export interface DescriptorHandle {
  readonly decide: (decision: Decision | null) => void;
  readonly link: (id: string, side: EvidenceSide) => void;
  readonly saveRationale: () => void;
  readonly focusRationale: () => void;
}

/** What the panes of the judge screen share: the session, its descriptors, and the one that is being judged. */
export interface JudgeDesk {
  readonly view: SessionView;
  readonly isLocked: boolean;
  readonly judged: readonly Judged[];
  readonly current: Judged;
  readonly panel: { current: DescriptorHandle | null };
  readonly evidenceInView: { current: EvidenceInView | null };
  /** The piece of the portfolio that lies open over the screen, with the place to begin at. */
  readonly shownPiece: ShownPiece | null;
  readonly showPiece: (shown: ShownPiece | null) => void;
  readonly goTo: (descriptorKey: string) => void;
  /** Goes so many descriptors on. */
  readonly step: (by: 1 | -1) => void;
  readonly goToNextToDo: () => void;
  readonly isDerivationShown: boolean;
  readonly showDerivation: (isShown: boolean) => void;
  readonly listening: Listening;
}

/** The id of a descriptor's line in the list. */
export const descriptorLineId = (key: string): string => `descriptor-${key}`;

/** The state that the panes of the judge screen share; undefined where the method has no descriptors. */
export function useJudgeDesk(view: SessionView): JudgeDesk | undefined {
  const judged = useMemo(() => judgedDescriptors(view), [view]);
  const [key, setKey] = useState(() => firstKey(view, judged));
  const [isDerivationShown, showDerivation] = useState(false);
  const listening = useListening(view.recording);
  const panel = useRef<DescriptorHandle>(null);
  const evidenceInView = useRef<EvidenceInView | null>(null);
  const [shownPiece, showPiece] = useState<ShownPiece | null>(null);
  useEffect(() => {
    if (key) markDescriptor(view.id, key);
  }, [view.id, key]);

  const at = Math.max(
    0,
    judged.findIndex(one => one.key === key),
  );
  const current = judged[at];
  if (!current) return undefined;
  const goTo = (next: string): void => {
    evidenceInView.current = null;
    setKey(next);
    focusIfInList(next);
  };
  const goToOne = (one: Judged | undefined): void => {
    if (one) goTo(one.key);
  };
  return {
    view,
    isLocked: view.state === 'signed',
    judged,
    current,
    panel,
    evidenceInView,
    shownPiece,
    showPiece,
    goTo,
    step: by => goToOne(judged[at + by]),
    goToNextToDo: () => goToOne(nextToDo(judged, current.key)),
    isDerivationShown,
    showDerivation,
    listening,
  };
}

/** Where judging was left: the descriptor looked at last, after a restart the one whose rationale was being typed, else the first one open. */
function firstKey(view: SessionView, judged: readonly Judged[]): string | undefined {
  const typed = view.drafts.find(({ field }) => field.startsWith('rationale:'))?.field.slice('rationale:'.length);
  return markedDescriptor(view.id) ?? typed ?? judged.find(one => one.decision === null)?.key ?? judged[0]?.key;
}

/** The focus goes along where it is in the list already; elsewhere it stays. */
function focusIfInList(key: string): void {
  const isInList = document.activeElement?.id.startsWith(descriptorLineId('')) ?? false;
  requestAnimationFrame(() => {
    const line = document.getElementById(descriptorLineId(key));
    line?.scrollIntoView({ block: 'nearest' });
    if (isInList) line?.focus();
  });
}
