import { useSyncExternalStore } from 'react';
import type { Preferences } from '../shared/contract/workspace.ts';
import { call } from './api.ts';

export type Theme = Preferences['theme'];

let shown: Theme = 'system';
const listeners = new Set<() => void>();

/** Shows a theme in this window. */
export function showTheme(theme: Theme): void {
  shown = theme;
  if (theme === 'system') document.documentElement.removeAttribute('data-theme');
  else document.documentElement.setAttribute('data-theme', theme);
  for (const listener of listeners) listener();
}

/** Shows the theme chosen on this computer; called once before the first page is drawn. */
export async function showChosenTheme(): Promise<void> {
  const { theme } = await call('preferences.get', {});
  showTheme(theme);
}

/** Chooses a theme, for this and later starts. */
export function chooseTheme(theme: Theme): void {
  showTheme(theme);
  void call('preferences.set', { theme });
}

/** Follows the theme that is shown. */
export function useTheme(): Theme {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
  );
}
