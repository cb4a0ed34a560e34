import { useEffect, useRef } from 'react';
import { isTypingKey, type KeyPress, matchesKeys, takesLetters } from './keys.ts';
import type { Route } from './routes.ts';

/** What an action may look at when it is offered or run. */
export interface ActionContext {
  /** The page in view; undefined while no workspace is open or the address leads nowhere. */
  readonly route: Route | undefined;
  readonly isOpen: boolean;
}

/** Something that can be done: one object, read by the keys, the application menu, the palette and the key card. */
export interface Action {
  /** `noun.verb`, as in the application menu's commands where it is there too. */
  readonly id: string;
  /** What it does, as a button would say it. */
  readonly title: string;
  /** The heading it stands under in the palette and on the key card. */
  readonly section: string;
  /** `Mod+K`, `F6`, `?`, `m`; single keys work only while no text is being typed. */
  readonly keys?: string;
  /** Another combination that does the same, not shown. */
  readonly otherKeys?: string;
  /** Offered always unless this says no. */
  readonly isAvailable?: (context: ActionContext) => boolean;
  readonly run: (context: ActionContext) => void;
}

/** Something found in the palette that is not an action: an apprentice, an assessment, a KSB. */
export interface Finding {
  readonly id: string;
  readonly title: string;
  readonly detail?: string;
  /** Which letters of the title were typed, where the provider knows. */
  readonly at?: readonly number[];
  readonly run: () => void;
}

/** Where the palette finds more: everything there is of one kind, which the palette filters, or what is looked up for each query. */
export interface Provider {
  readonly id: string;
  /** The heading of its findings: "Apprentices". */
  readonly section: string;
  readonly findings: () => readonly Finding[];
  /** Looks up what fits a query, for what is too much to be held in the window. */
  readonly look?: (query: string) => Promise<readonly Finding[]>;
}

interface Source<T> {
  current: readonly T[];
}
const actionSources = new Set<Source<Action>>();
const providerSources = new Set<Source<Provider>>();

function useSource<T>(sources: Set<Source<T>>, entries: readonly T[]): void {
  const source = useRef<readonly T[]>(entries);
  useEffect(() => {
    source.current = entries;
  });
  useEffect(() => {
    sources.add(source);
    return () => {
      sources.delete(source);
    };
  }, [sources]);
}

const exclusiveSources = new Set<Source<Action>>();

/** Offers these actions and no others, and lets nothing be found, while the component is shown: for a window that somebody else looks at. */
export function useOnlyActions(actions: readonly Action[]): void {
  useSource(exclusiveSources, actions);
}

/** Whether the window is restricted to a few actions now. */
export const isRestricted = (): boolean => exclusiveSources.size > 0;

/** Offers actions while the component is shown. They may be made anew at every render: the latest are run. */
export function useActions(actions: readonly Action[]): void {
  useSource(actionSources, actions);
}

/** Lets the palette find things while the component is shown. */
export function useProvider(provider: Provider): void {
  useSource(providerSources, [provider]);
}

/** What can be done now, the frame's actions first, the screen's after; of two with one id the later counts. */
export function availableActions(context: ActionContext): readonly Action[] {
  const byId = new Map<string, Action>();
  for (const source of isRestricted() ? exclusiveSources : actionSources) {
    for (const action of source.current) {
      if (action.isAvailable?.(context) ?? true) byId.set(action.id, action);
    }
  }
  return [...byId.values()];
}

/** Everything that the palette can search. */
export function providers(): readonly Provider[] {
  return isRestricted() ? [] : [...providerSources].flatMap(source => source.current);
}

/** The action that a key press means. Later ones win, so a screen may take a key from the frame; plain letters are left to whatever is being typed in. */
export function actionOfPress(
  actions: readonly Action[],
  press: KeyPress,
  target: EventTarget | null,
): Action | undefined {
  const isTyping = takesLetters(target);
  const means = (keys: string | undefined): boolean =>
    keys !== undefined && matchesKeys(keys, press) && !(isTyping && isTypingKey(keys));
  return actions.findLast(action => means(action.keys) || means(action.otherKeys));
}
