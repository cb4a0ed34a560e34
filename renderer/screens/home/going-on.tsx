import { useEffect, useState } from 'react';
import { formatElapsed } from '../../../shared/british.ts';
import type { Output } from '../../../shared/contract.ts';
import { pauseNames } from '../../../shared/domain/time-ledger.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { RouteLink } from '../../ui/route-link.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';

type GoingOn = Output<'home.get'>['goingOn'][number];

interface GoingOnProps {
  readonly sessions: readonly GoingOn[];
  /** Nothing stands before it, so the way back to the first has the page's key. */
  readonly isFirst: boolean;
}

/** The sessions that go on, at the top of the page: with their clocks where they run, else why they are paused. */
export function GoingOnSessions({ sessions, isFirst }: GoingOnProps) {
  if (sessions.length === 0) return null;
  return (
    <section aria-label="Going on now">
      <ul className="going-on">
        {sessions.map((session, index) => (
          <li key={session.sessionId} data-running={session.isRunning || undefined}>
            <StatusTag
              tone={session.isRunning ? 'info' : 'waiting'}
              word={session.isRunning ? 'Clock running' : session.pause ? pauseNames[session.pause.kind] : 'Stopped'}
            />
            <span className="going-on-time figures">
              <Elapsed session={session} />
              {session.allowedSeconds === null ? null : (
                <span className="muted"> of {formatElapsed(session.allowedSeconds)}</span>
              )}
            </span>
            <span className="going-on-what">
              {session.methodName} with {session.apprenticeName}
              {session.pause?.reason ? <span className="muted"> · {session.pause.reason}</span> : null}
            </span>
            <RouteLink
              to={{ page: 'session', id: session.sessionId }}
              look={isFirst && index === 0 ? 'primary' : 'button'}
            >
              Go back to it
              {isFirst && index === 0 ? <KeyHint keys="c" /> : null}
            </RouteLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Assessment time, counted on each second while the clock runs. */
function Elapsed({ session }: { readonly session: GoingOn }) {
  const { isRunning, asOf, seconds } = session;
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [isRunning]);
  const since = isRunning ? Math.max(0, Math.floor((now - Date.parse(asOf)) / 1000)) : 0;
  return <>{formatElapsed(seconds + since)}</>;
}
