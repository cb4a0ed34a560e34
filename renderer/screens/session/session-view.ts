import type { Output } from '../../../shared/contract.ts';

/** A session as the main process tells it: what the session, judge and report screens show. */
export type SessionView = Output<'session.get'>;
export type SessionNote = SessionView['notes'][number];

/** Whether notes and clock can still be changed. */
export function isOpen({ state }: Pick<SessionView, 'state'>): boolean {
  return state === 'planned' || state === 'running' || state === 'paused';
}

/** The text that was kept for a field and not saved; undefined where there is none. */
export function keptDraft(view: SessionView, field: string) {
  return view.drafts.find(draft => draft.field === field);
}
