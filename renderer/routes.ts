import { useMemo, useSyncExternalStore } from 'react';
import type { ReportSubject } from '../shared/contract/shapes.ts';

/** Every page of the workbench. Welcome and unlocking are no pages: the frame shows them while no workspace is open. */
export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'apprentices'; readonly id?: string }
  | { readonly page: 'newApprentice' }
  | { readonly page: 'assessment'; readonly id: string }
  | { readonly page: 'planning'; readonly assessmentId: string; readonly methodKey: string }
  | { readonly page: 'portfolio'; readonly assessmentId: string; readonly pieceId?: string }
  | { readonly page: 'session'; readonly id: string }
  | { readonly page: 'judge'; readonly sessionId: string }
  | { readonly page: 'report'; readonly subject: ReportSubject }
  | { readonly page: 'standards' }
  | { readonly page: 'importStandard' }
  | { readonly page: 'standard'; readonly id: string; readonly item?: string }
  | { readonly page: 'plan'; readonly id: string }
  | { readonly page: 'planEditor'; readonly id: string; readonly section?: string }
  | { readonly page: 'verify' }
  | { readonly page: 'packs' }
  | { readonly page: 'board' }
  | { readonly page: 'dfe' }
  | { readonly page: 'dfeWritten' }
  | { readonly page: 'settings'; readonly section?: SettingsSection };

/** The parts of the settings beside the workbench's own, which are shown first. */
export const settingsSections = ['people', 'organisation', 'trust'] as const;
export type SettingsSection = (typeof settingsSections)[number];

function pathOf(route: Route): readonly string[] {
  switch (route.page) {
    case 'home':
      return [];
    case 'apprentices':
      return route.id ? ['apprentices', route.id] : ['apprentices'];
    case 'newApprentice':
      return ['apprentices', 'new'];
    case 'importStandard':
      return ['standards', 'import'];
    case 'dfeWritten':
      return ['dfe', 'written'];
    case 'standard':
      return route.item ? ['standard', route.id, route.item] : ['standard', route.id];
    case 'settings':
      return route.section ? ['settings', route.section] : ['settings'];
    case 'assessment':
    case 'session':
    case 'plan':
      return [route.page, route.id];
    case 'planEditor':
      return route.section ? ['plan', route.id, 'edit', route.section] : ['plan', route.id, 'edit'];
    case 'planning':
      return ['planning', route.assessmentId, route.methodKey];
    case 'portfolio':
      return route.pieceId ? ['portfolio', route.assessmentId, route.pieceId] : ['portfolio', route.assessmentId];
    case 'judge':
      return ['judge', route.sessionId];
    case 'report':
      return route.subject.kind === 'method'
        ? ['report', 'method', route.subject.sessionId]
        : ['report', 'overall', route.subject.assessmentId];
    default:
      return [route.page];
  }
}

/** A route as the link to it: `#/assessment/0190…`. */
export function printRoute(route: Route): string {
  return `#/${pathOf(route).map(encodeURIComponent).join('/')}`;
}

function steps(hash: string): readonly string[] | undefined {
  try {
    return hash
      .replace(/^#?\/?/, '')
      .split('/')
      .map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

/** The route of a link, or undefined where it leads to no page. */
export function parseRoute(hash: string): Route | undefined {
  const [page, ...rest] = steps(hash) ?? ['?'];
  const [id, second, third] = rest;
  if (rest.length === 0) return plainRoute(page ?? '');
  if (rest.length === 1 && page === 'apprentices' && id === 'new') return { page: 'newApprentice' };
  if (rest.length === 1 && page === 'standards' && id === 'import') return { page: 'importStandard' };
  if (rest.length === 1 && page === 'dfe' && id === 'written') return { page: 'dfeWritten' };
  if (rest.length === 1 && id) return routeOfOne(page ?? '', id);
  if (rest.length === 2 && page === 'report' && second) return reportRoute(id, second);
  if (rest.length === 2 && page === 'planning' && id && second) return { page, assessmentId: id, methodKey: second };
  if (rest.length === 2 && page === 'portfolio' && id && second) return { page, assessmentId: id, pieceId: second };
  if (rest.length === 2 && page === 'standard' && id && second) return { page, id, item: second };
  if (page === 'plan' && id && second === 'edit') return editorRoute(id, rest.length, third);
  return undefined;
}

function editorRoute(id: string, steps: number, section: string | undefined): Route | undefined {
  if (steps === 2) return { page: 'planEditor', id };
  return steps === 3 && section ? { page: 'planEditor', id, section } : undefined;
}

function plainRoute(page: string): Route | undefined {
  switch (page) {
    case '':
      return { page: 'home' };
    case 'apprentices':
    case 'standards':
    case 'verify':
    case 'packs':
    case 'board':
    case 'dfe':
    case 'settings':
      return { page };
    default:
      return undefined;
  }
}

function routeOfOne(page: string, id: string): Route | undefined {
  switch (page) {
    case 'apprentices':
    case 'assessment':
    case 'session':
    case 'standard':
    case 'plan':
      return { page, id };
    case 'judge':
      return { page, sessionId: id };
    case 'portfolio':
      return { page, assessmentId: id };
    case 'settings': {
      const section = settingsSections.find(known => known === id);
      return section && { page, section };
    }
    default:
      return undefined;
  }
}

function reportRoute(kind: string | undefined, id: string): Route | undefined {
  if (kind === 'method') return { page: 'report', subject: { kind, sessionId: id } };
  if (kind === 'overall') return { page: 'report', subject: { kind, assessmentId: id } };
  return undefined;
}

/** Goes to a page; the way back is the browser's history. */
export function navigate(route: Route): void {
  location.hash = printRoute(route);
}

/** Selects something else on the page in view: the address follows, the way back stays as it was. */
export function selectRoute(route: Route): void {
  location.replace(printRoute(route));
}

/** What tells one screen from another: the address without what is selected on it. */
export function screenKey(route: Route | undefined): string {
  if (route === undefined) return 'nowhere';
  if (route.page === 'apprentices') return printRoute({ page: 'apprentices' });
  if (route.page === 'settings') return printRoute({ page: 'settings' });
  if (route.page === 'standard') return printRoute({ page: 'standard', id: route.id });
  if (route.page === 'portfolio') return printRoute({ page: 'portfolio', assessmentId: route.assessmentId });
  if (route.page === 'planEditor') return printRoute({ page: 'planEditor', id: route.id });
  return printRoute(route);
}

const subscribe = (listener: () => void): (() => void) => {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
};

/** Follows the page that the window is at; undefined where the address leads nowhere. */
export function useRoute(): Route | undefined {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  return useMemo(() => parseRoute(hash), [hash]);
}
