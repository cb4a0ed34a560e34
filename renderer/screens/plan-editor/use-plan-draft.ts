import { useCallback, useEffect, useRef, useState } from 'react';
import type { Plan } from '../../../shared/domain/plan.ts';
import { withAt } from '../../../shared/domain/plan-edits.ts';
import type { PlanPlace } from '../../../shared/domain/plan-finding.ts';
import { call } from '../../api.ts';
import { useFlush } from '../../drafts.ts';

/** The longest that a change waits until it is kept, in milliseconds. */
const keepWithin = 250;
/** How many changes can be taken back. */
const longest = 500;

/** A change that can be taken back, or made again: the plan before or after it, and where it was made. */
interface Step {
  readonly plan: Plan;
  readonly place: PlanPlace;
  readonly isTyping: boolean;
}

interface Draft {
  readonly plan: Plan;
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}

const isSamePlace = (one: PlanPlace, other: PlanPlace): boolean => one.join('.') === other.join('.');

/** The draft after a change. What is typed into one field in one go is taken back in one go. */
function changedDraft(draft: Draft, place: PlanPlace, plan: Plan, isTyping: boolean): Draft {
  if (plan === draft.plan) return draft;
  const last = draft.past.at(-1);
  const goesOn = isTyping && last?.isTyping && isSamePlace(last.place, place);
  const step: Step = { plan: draft.plan, place, isTyping };
  return { plan, past: goesOn ? draft.past : [...draft.past.slice(1 - longest), step], future: [] };
}

function undone({ plan, past, future }: Draft): Draft {
  const step = past.at(-1);
  if (!step) return { plan, past, future };
  return { plan: step.plan, past: past.slice(0, -1), future: [...future, { ...step, plan }] };
}

function redone({ plan, past, future }: Draft): Draft {
  const step = future.at(-1);
  if (!step) return { plan, past, future };
  return { plan: step.plan, past: [...past, { ...step, plan }], future: future.slice(0, -1) };
}

/** A plan that is being typed in: every change is on the disk a quarter of a second later, and can be taken back field by field. */
export function usePlanDraft(stored: Plan) {
  const [draft, setDraft] = useState<Draft>({ plan: stored, past: [], future: [] });
  const kept = useRef(stored);
  const latest = useRef(stored);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const plan = latest.current;
    if (plan === kept.current) return;
    kept.current = plan;
    await call('plan.save', { plan });
  }, []);
  useFlush(flush);

  useEffect(() => {
    latest.current = draft.plan;
    if (draft.plan !== kept.current)
      timer.current ??= setTimeout(() => void flush().catch(() => undefined), keepWithin);
  }, [draft.plan, flush]);

  const change = useCallback((place: PlanPlace, make: (plan: Plan) => Plan, isTyping = false) => {
    setDraft(before => changedDraft(before, place, make(before.plan), isTyping));
  }, []);
  const set = useCallback(
    (place: PlanPlace, value: unknown, options: { readonly isTyping?: boolean } = {}) =>
      change(place, plan => withAt(plan, place, value), options.isTyping),
    [change],
  );
  return {
    plan: draft.plan,
    set,
    change,
    flush,
    nextUndo: draft.past.at(-1)?.place,
    nextRedo: draft.future.at(-1)?.place,
    undo: useCallback(() => setDraft(undone), []),
    redo: useCallback(() => setDraft(redone), []),
  };
}
