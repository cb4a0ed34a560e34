import { type ReactNode, useId, useRef } from 'react';
import { valueAt } from '../../../shared/domain/plan-edits.ts';
import type { PlanPlace } from '../../../shared/domain/plan-finding.ts';
import { Button } from '../../ui/button.tsx';
import { focusPlace, Place, usePlace } from './place.tsx';
import { usePlanDesk } from './plan-desk.ts';

interface OpenGroupProps {
  readonly place: PlanPlace;
  readonly title: string;
  /** What the group has when it is begun: numbers open, choices as plans usually have them, all to be read through. */
  readonly begin: () => unknown;
  readonly children: ReactNode;
  /** Not part of every plan: left out, nothing is open. */
  readonly isOptional?: boolean;
  /** What is said while it is not there. */
  readonly without?: string;
}

/** A group of parameters that is open as a whole until it is begun. */
export function OpenGroup({ place, title, begin, children, isOptional = false, without }: OpenGroupProps) {
  const { plan } = usePlanDesk();
  const { isOpen, set } = usePlace(place);
  const id = useId();
  const ref = useRef<HTMLElement>(null);
  const value = valueAt(plan, place);
  const isThere = value !== null && value !== undefined;
  const start = (): void => {
    set(begin());
    requestAnimationFrame(() => ref.current && focusPlace(ref.current, place));
  };
  return (
    <section className="editor-group" aria-labelledby={id} ref={ref}>
      <div className="editor-group-head">
        <h3 className="editor-group-title" id={id}>
          {title}
        </h3>
        {isThere ? (
          <Button size="dense" tone="quiet" onPress={() => set(isOptional ? undefined : null)}>
            {isOptional ? 'Leave out' : 'Leave open'}
          </Button>
        ) : null}
      </div>
      <Place place={place} isOpen={isOpen}>
        {isThere ? (
          children
        ) : (
          <div className="row">
            <Button size="dense" onPress={start}>
              Fill in
            </Button>
            <span className="muted">{without ?? (isOptional ? 'The plan does not say.' : 'Still open.')}</span>
          </div>
        )}
      </Place>
    </section>
  );
}

/** A group of parameters that is always there. */
export function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className="editor-group" aria-labelledby={id}>
      <div className="editor-group-head">
        <h3 className="editor-group-title" id={id}>
          {title}
        </h3>
      </div>
      {children}
    </section>
  );
}
