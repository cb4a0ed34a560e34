import type { Action, ActionContext, Finding, Provider } from '../actions.ts';
import { fuzzyFit } from '../fuzzy.ts';

/** A line of the palette. */
export interface PaletteEntry {
  readonly id: string;
  readonly section: string;
  readonly title: string;
  readonly detail?: string | undefined;
  readonly keys?: string | undefined;
  /** Which letters of the title were typed. */
  readonly at: readonly number[];
  readonly run: () => void;
}

const most = 40;
/** What fits less than half as well as the best is letters found by chance. */
const leastShare = 0.5;
const byScore = (a: { readonly score: number }, b: { readonly score: number }): number => b.score - a.score;

function fitted(query: string, entry: Omit<PaletteEntry, 'at'>) {
  const inTitle = fuzzyFit(query, entry.title);
  if (inTitle) return [{ score: inTitle.score + 2, entry: { ...entry, at: inTitle.at } }];
  const anywhere = fuzzyFit(query, `${entry.title} ${entry.detail ?? ''} ${entry.section}`);
  return anywhere ? [{ score: anywhere.score - 4, entry: { ...entry, at: [] } }] : [];
}

/** A finding that was looked up, under the heading of its provider. */
export interface LookedUp extends Finding {
  readonly section: string;
}

/** What was looked up fits by its words, which may stand in another order than their letters were typed in. */
function fittedByWords(query: string, { at, ...entry }: LookedUp) {
  const fit = fuzzyFit(query, entry.title);
  return { score: (fit?.score ?? query.trim().length * 4) + 2, entry: { ...entry, at: at ?? fit?.at ?? [] } };
}

/** What the palette shows for what was typed: all actions in their order at first, then the forty best of actions and findings. */
export function paletteEntries(
  query: string,
  actions: readonly Action[],
  providers: readonly Provider[],
  context: ActionContext,
  lookedUp: readonly LookedUp[] = [],
): readonly PaletteEntry[] {
  const doable = actions.map(action => ({
    id: action.id,
    section: action.section,
    title: action.title,
    keys: action.keys,
    run: () => action.run(context),
  }));
  if (query.trim() === '') return doable.map(entry => ({ ...entry, at: [] }));
  const found = providers.flatMap(({ id, section, findings }) =>
    findings().map(finding => ({ ...finding, id: `${id}/${finding.id}`, section })),
  );
  const fits = [
    ...[...doable, ...found].flatMap(entry => fitted(query, entry)),
    ...lookedUp.map(finding => fittedByWords(query, finding)),
  ].sort(byScore);
  const least = (fits[0]?.score ?? 0) * leastShare;
  return fits
    .filter(fit => fit.score >= least)
    .slice(0, most)
    .map(({ entry }) => entry);
}
