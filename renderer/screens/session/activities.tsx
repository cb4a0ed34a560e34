import { formatElapsed } from '../../../shared/british.ts';
import { useAction } from '../../api.ts';
import { Checkbox } from '../../ui/choices.tsx';
import type { FaultWords } from '../../ui/error-panel.tsx';
import type { SessionDesk } from './use-session-desk.ts';

/** Ticks and unticks an activity, or says and takes back that enough was seen of a KSB; trouble is told in the session's notices. */
export function useMarks({ view, setFault }: Pick<SessionDesk, 'view' | 'setFault'>) {
  const mark = useAction('mark.set');
  return (kind: 'activity' | 'enough', about: string): void => {
    const marks = kind === 'activity' ? view.marks.activities : view.marks.enough;
    const isSet = !marks.some(one => one.about === about);
    mark.run({ sessionId: view.id, kind, about, isSet }).then(
      () => setFault(null),
      fault => setFault(fault as FaultWords),
    );
  };
}

/** The activities that the plan wants to happen, ticked as they are seen. */
export function Activities({ desk }: { readonly desk: SessionDesk }) {
  const toggle = useMarks(desk);
  const { mandatoryActivities } = desk.view.method.conditions;
  if (mandatoryActivities.length === 0) return null;
  const seen = new Map(desk.view.marks.activities.map(mark => [mark.about, mark]));
  return (
    <section className="plan-theme" aria-label="Must happen">
      <div className="plan-head">
        <h3 className="plan-title">Must happen</h3>
        <span className="count-mark" data-reached={seen.size === mandatoryActivities.length || undefined}>
          <span className="figures">
            {seen.size} of {mandatoryActivities.length} seen
          </span>
        </span>
      </div>
      <ul className="plan-activities">
        {mandatoryActivities.map(activity => {
          const mark = seen.get(activity);
          return (
            <li key={activity}>
              <Checkbox
                isSelected={mark !== undefined}
                isDisabled={!desk.isOpen}
                onChange={() => toggle('activity', activity)}
                detail={mark ? `Seen at ${formatElapsed(mark.offsetSeconds)}` : undefined}
              >
                {activity}
              </Checkbox>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
