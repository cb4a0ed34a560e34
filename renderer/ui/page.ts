import { useEffect, useSyncExternalStore } from 'react';
import type { Route } from '../routes.ts';

/** A step on the way to the page that is shown. */
export interface Crumb {
  readonly title: string;
  readonly route: Route;
}

/** What the frame shows of a page: its title and the way to it from the top. */
export interface PageNames {
  readonly title: string;
  readonly crumbs: readonly Crumb[];
}

const product = 'EPA Workbench';
let current: PageNames = { title: '', crumbs: [] };
const listeners = new Set<() => void>();
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** What the page in view is called, and the way to it. */
export function currentPage(): PageNames {
  return current;
}

/** The window's title for a page of this name; the product's alone where it has none. */
export const titleOfPage = (title: string): string => (title ? `${title} – ${product}` : product);

/** Names the page for the window's title, the breadcrumbs and Escape, which goes to the last crumb. PageHeader does it; a screen with a head of its own calls it itself. */
export function usePage(title: string, crumbs: readonly Crumb[] = []): void {
  const names = JSON.stringify({ title, crumbs });
  useEffect(() => {
    current = JSON.parse(names) as PageNames;
    document.title = titleOfPage(current.title);
    for (const listener of listeners) listener();
  }, [names]);
}

/** Follows the name of the page in view. */
export function usePageNames(): PageNames {
  return useSyncExternalStore(subscribe, currentPage);
}
