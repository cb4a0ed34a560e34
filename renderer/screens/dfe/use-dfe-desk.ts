import { useDeferredValue, useMemo, useState } from 'react';
import type { DfeLearner } from '../../../shared/contract/dfe.ts';
import type { DfeForm, DfeKind } from '../../../shared/domain/dfe/kinds.ts';
import { useAsk } from '../../api.ts';
import { fits } from '../common/fits.ts';

/** Whom the list shows: those whom no file of this kind held yet, everybody, or those about whom something is to be put right. */
export type DfeScope = 'unwritten' | 'everybody' | 'refused';

/** What is asked for while a dialog is open. */
export type DfeDialog = 'details' | 'withdraw' | 'undoWithdrawal' | 'settings' | null;

const inScope: Readonly<Record<DfeScope, (learner: DfeLearner) => boolean>> = {
  unwritten: ({ writtenAt }) => writtenAt === null,
  everybody: () => true,
  refused: ({ level }) => level === 'failure',
};

/** The state of the page: which file, whom the list shows, who was left out of it, and who is looked at. */
export function useDfeDesk() {
  const [kind, setKind] = useState<DfeKind>('createEpa');
  const [form, setForm] = useState<DfeForm>('csv');
  const [scope, setScope] = useState<DfeScope>('unwritten');
  const [query, setQuery] = useState('');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [lookedAt, setLookedAt] = useState<string | null>(null);
  const [dialog, setDialog] = useState<DfeDialog>(null);
  const { data, error } = useAsk('dfe.list', { kind, form }, { keepsPrevious: true });
  const searched = useDeferredValue(query);
  const scoped = useMemo(() => (data?.learners ?? []).filter(inScope[scope]), [data, scope]);
  const shown = useMemo(
    () =>
      scoped
        .filter(({ name, uln, employer, standard }) => fits(searched, [name, uln, employer, standard]))
        .map(learner => ({ ...learner, id: learner.assessmentId })),
    [scoped, searched],
  );
  const chosen = scoped.filter(({ assessmentId }) => !left.has(assessmentId));
  const leaveOut = (ids: readonly string[], isOut: boolean): void =>
    setLeft(before => {
      const next = new Set(before);
      for (const id of ids) isOut ? next.add(id) : next.delete(id);
      return next;
    });
  return {
    ...{ kind, setKind, form, setForm, scope, setScope, query, setQuery, left, leaveOut, dialog, setDialog },
    ...{ data, error, shown, chosen, setLookedAt },
    /** The learner beside the list. */
    selected: shown.find(({ assessmentId }) => assessmentId === lookedAt) ?? shown[0] ?? null,
    /** Those of the chosen whom the service would refuse. */
    refused: chosen.filter(({ level }) => level === 'failure'),
  };
}
export type DfeDesk = ReturnType<typeof useDfeDesk>;
