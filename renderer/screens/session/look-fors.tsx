import { formatElapsed } from '../../../shared/british.ts';
import { withoutKsbTags } from '../../../shared/domain/ksb-codes.ts';
import { useAction, useAsk } from '../../api.ts';
import { Checkbox } from '../../ui/choices.tsx';
import type { FaultWords } from '../../ui/error-panel.tsx';
import type { SessionDesk } from './use-session-desk.ts';

/** What is planned for the session's attempt; undefined until it is known. */
export function useSessionPlanning({ view }: Pick<SessionDesk, 'view'>) {
  const { assessmentId, method, attempt } = view;
  return useAsk('planning.get', { assessmentId, methodKey: method.key, attempt }).data;
}

/** How each KSB is expected to be shown: at work, or by a question that must reach it. */
export function expectations(planned: ReturnType<typeof useSessionPlanning>): ReadonlyMap<string, 'see' | 'ask'> {
  if (!planned) return new Map();
  const { expected, toAsk } = planned.planning;
  return new Map([
    ...expected.map(code => [code, 'see'] as const),
    ...toAsk.filter(code => !expected.includes(code)).map(code => [code, 'ask'] as const),
  ]);
}

/** What the assessor planned to look for; a tick makes a note of it at its time. A note that is struck takes the tick back. */
export function LookFors({ desk }: { readonly desk: SessionDesk }) {
  const planned = useSessionPlanning(desk);
  const tick = useAction('planning.tick');
  if (!planned || planned.planning.lookFors.length === 0) return null;
  const seen = new Map(planned.seen.map(one => [one.lookForId, one]));
  const see = (lookForId: string): void => {
    tick.run({ sessionId: desk.view.id, lookForId }).then(
      () => {
        desk.setFault(null);
        desk.setNoteId(null);
        desk.line.current?.focus();
      },
      (fault: FaultWords) => desk.setFault(fault),
    );
  };
  return (
    <section className="plan-theme" aria-label="What to look for">
      <div className="plan-head">
        <h3 className="plan-title">What to look for</h3>
        <span className="count-mark" data-reached={seen.size === planned.planning.lookFors.length || undefined}>
          <span className="figures">
            {seen.size} of {planned.planning.lookFors.length} seen
          </span>
        </span>
      </div>
      <ul className="plan-activities">
        {planned.planning.lookFors.map(({ id, words }) => {
          const at = seen.get(id);
          return (
            <li key={id}>
              <Checkbox
                isSelected={at !== undefined}
                isDisabled={!desk.isOpen || at !== undefined || tick.isPending}
                onChange={() => see(id)}
                detail={at ? `Seen at ${formatElapsed(at.offsetSeconds)}; strike its note to take it back` : undefined}
              >
                {withoutKsbTags(words) || words}
              </Checkbox>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
