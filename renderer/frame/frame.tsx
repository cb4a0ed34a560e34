import type { OpenWorkspace } from '../../shared/contract/workspace.ts';
import { type Route, screenKey } from '../routes.ts';
import { usePane } from '../ui/use-pane.ts';
import { FaultBoundary } from './fault-boundary.tsx';
import type { FrameDeeds } from './frame-actions.ts';
import { Providers } from './providers.tsx';
import { ScreenOf } from './screen-of.tsx';
import { SideNav } from './side-nav.tsx';
import { StatusLine } from './status-line.tsx';
import { TopBar } from './top-bar.tsx';

interface FrameProps {
  readonly workspace: OpenWorkspace;
  readonly route: Route | undefined;
  readonly deeds: FrameDeeds;
}

/** Pages that are worked on in panes: they get the room that the navigation can spare. */
const working: ReadonlySet<Route['page']> = new Set(['session', 'judge', 'report', 'planEditor']);

/** The window around a page of an open workspace. */
export function Frame({ workspace, route, deeds }: FrameProps) {
  const main = usePane<HTMLElement>();
  return (
    <div className="frame" data-working={(route && working.has(route.page)) || undefined}>
      <Providers />
      <TopBar
        workspace={workspace}
        onSkip={() => main.current?.focus()}
        onPalette={deeds.openPalette}
        onLock={deeds.lock}
      />
      <SideNav route={route} role={workspace.role} />
      <main className="frame-main" ref={main} tabIndex={-1}>
        <FaultBoundary key={screenKey(route)}>
          <ScreenOf route={route} />
        </FaultBoundary>
      </main>
      <StatusLine workspace={workspace} onKeys={deeds.openKeyCard} />
    </div>
  );
}
