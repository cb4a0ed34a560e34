import { useRef, useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import { type CoveragePlan, coveragePlan, type Planning } from '../../../shared/domain/planning.ts';
import { useAction } from '../../api.ts';
import type { FaultWords } from '../../ui/error-panel.tsx';

export type PlanningView = Output<'planning.get'>;
export type BankedQuestion = PlanningView['questions'][number];

/** What the panes of the planning screen share. */
export interface PlanningDesk {
  readonly view: PlanningView;
  readonly planning: Planning;
  readonly isOpen: boolean;
  readonly coverage: CoveragePlan;
  readonly fault: FaultWords | null;
  /** Changes the planning and keeps it at once; where that fails the planning is as it was. */
  readonly change: (part: Partial<Planning>) => void;
}

/** The planning of an attempt as it is edited: every change is kept at once. */
export function usePlanning(assessmentId: string, view: PlanningView): PlanningDesk {
  const [planning, setPlanning] = useState<Planning>(view.planning);
  const [fault, setFault] = useState<FaultWords | null>(null);
  // As changed last, not as drawn last: two changes may come before the next drawing.
  const now = useRef<Planning>(view.planning);
  const { run } = useAction('planning.set');
  const take = (next: Planning): void => {
    now.current = next;
    setPlanning(next);
  };
  const change = (part: Partial<Planning>): void => {
    const before = now.current;
    const next = { ...before, ...part };
    take(next);
    run({ assessmentId, methodKey: view.method.key, planning: mutable(next) }).then(
      () => setFault(null),
      (trouble: FaultWords) => {
        take(before);
        setFault(trouble);
      },
    );
  };
  return { view, planning, isOpen: view.isOpen, coverage: coverageOf(view, planning), fault, change };
}

const mutable = ({ questionIds, lookFors, expected, toAsk }: Planning) => ({
  questionIds: [...questionIds],
  lookFors: lookFors.map(one => ({ ...one })),
  expected: [...expected],
  toAsk: [...toAsk],
});

/** What a planning covers of its method. */
export function coverageOf(view: PlanningView, planning: Planning): CoveragePlan {
  const picked = view.questions.filter(({ id }) => planning.questionIds.includes(id));
  const portfolio = new Map(view.portfolio.map(({ code, count }) => [code, count]));
  return coveragePlan(view.method, planning, { picked, portfolio });
}
