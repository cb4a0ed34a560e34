import type { WorkspaceRole } from '../../shared/domain/packs/pack-kinds.ts';
import { printRoute, type Route } from '../routes.ts';
import { ariaKeys } from '../ui/key-hint.tsx';
import { usePane } from '../ui/use-pane.ts';
import { places } from './pages.ts';

interface SideNavProps {
  readonly route: Route | undefined;
  readonly role: WorkspaceRole;
}

/** The places of the workbench, always with their words. */
export function SideNav({ route, role }: SideNavProps) {
  const ref = usePane<HTMLElement>();
  return (
    <nav className="side-nav" aria-label="Workbench" ref={ref} tabIndex={-1}>
      <ul>
        {places
          .filter(place => place.role === undefined || place.role === role)
          .map(({ title, icon: Icon, route: to, keys, holds }) => {
            const isHere = route !== undefined && holds.includes(route.page);
            return (
              <li key={title}>
                <a
                  className="side-link"
                  href={printRoute(to)}
                  aria-current={isHere ? (route.page === to.page ? 'page' : 'true') : undefined}
                  aria-keyshortcuts={ariaKeys(keys)}
                >
                  <Icon size={18} aria-hidden />
                  <span>{title}</span>
                </a>
              </li>
            );
          })}
      </ul>
    </nav>
  );
}
