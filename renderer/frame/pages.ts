import {
  FileCheck2,
  FileOutput,
  House,
  LibraryBig,
  type LucideIcon,
  Package,
  Settings,
  SquareKanban,
  Users,
} from 'lucide-react';
import type { WorkspaceRole } from '../../shared/domain/packs/pack-kinds.ts';
import type { Route } from '../routes.ts';

/** A place of the navigation: its words, key and the pages that belong under it. */
export interface Place {
  readonly title: string;
  readonly icon: LucideIcon;
  readonly route: Route;
  readonly keys: string;
  readonly holds: readonly Route['page'][];
  /** Only in workspaces of this role; in all of them unless told. */
  readonly role?: WorkspaceRole;
}

/** The navigation, top to bottom. */
export const places: readonly Place[] = [
  { title: 'Home', icon: House, route: { page: 'home' }, keys: 'Mod+1', holds: ['home'] },
  {
    title: 'Apprentices',
    icon: Users,
    route: { page: 'apprentices' },
    keys: 'Mod+2',
    holds: ['apprentices', 'newApprentice', 'assessment', 'planning', 'portfolio', 'session', 'judge', 'report'],
  },
  {
    title: 'Standards and plans',
    icon: LibraryBig,
    route: { page: 'standards' },
    keys: 'Mod+3',
    holds: ['standards', 'importStandard', 'standard', 'plan', 'planEditor'],
  },
  { title: 'Check a report', icon: FileCheck2, route: { page: 'verify' }, keys: 'Mod+4', holds: ['verify'] },
  { title: 'DfE files', icon: FileOutput, route: { page: 'dfe' }, keys: 'Mod+5', holds: ['dfe', 'dfeWritten'] },
  { title: 'Packs', icon: Package, route: { page: 'packs' }, keys: 'Mod+6', holds: ['packs'] },
  {
    title: 'Board',
    icon: SquareKanban,
    route: { page: 'board' },
    keys: 'Mod+7',
    holds: ['board'],
    role: 'organisation',
  },
  { title: 'Settings', icon: Settings, route: { page: 'settings' }, keys: 'Mod+,', holds: ['settings'] },
];
