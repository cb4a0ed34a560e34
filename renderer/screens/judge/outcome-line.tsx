import { formatDate, formatDateTime } from '../../../shared/british.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import type { SessionView } from '../session/session-view.ts';

/** Where the outcome of a method held elsewhere comes from, with what was recorded before; nothing for one that was held with the workbench. */
export function OutcomeLine({ outcome }: Pick<SessionView, 'outcome'>) {
  if (!outcome) return null;
  const { heldOn, heldBy, source, earlier } = outcome;
  return (
    <div className="score-source">
      <p>
        Held {formatDate(heldOn)} by {heldBy}. Taken from: {source}.
      </p>
      {earlier.length > 0 ? (
        <Disclosure title="Recorded of it before" note={String(earlier.length)}>
          <ul className="plain-lines">
            {earlier.map(before => (
              <li key={before.until}>
                Held {formatDate(before.heldOn)} by {before.heldBy}, from: {before.source}; until{' '}
                {formatDateTime(before.until)}
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </div>
  );
}
