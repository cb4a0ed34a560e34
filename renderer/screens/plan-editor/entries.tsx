import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { capitalised } from '../../../shared/british.ts';
import { valueAt, withAt, withMoved } from '../../../shared/domain/plan-edits.ts';
import type { PlanPlace } from '../../../shared/domain/plan-finding.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { focusPlace, Place } from './place.tsx';
import { usePlanDesk } from './plan-desk.ts';

interface EntriesProps {
  /** The list in the plan; it may be left out of it as long as it is empty. */
  readonly place: PlanPlace;
  /** What one is called: "part", "requirement". */
  readonly noun: string;
  /** What is said while there is none. */
  readonly empty: string;
  readonly make: () => unknown;
  /** The fields of one. */
  readonly children: (place: PlanPlace, index: number) => ReactNode;
  /** The heading of one; "Part 1" unless told. */
  readonly titleOf?: (index: number) => string;
  readonly isOrdered?: boolean;
  /** Where the list goes from the plan when its last entry goes. */
  readonly isOptional?: boolean;
}

/** A list of the plan: each entry with its fields, and the ways to add, move and remove one. */
export function Entries(props: EntriesProps) {
  const { place, noun, empty, make, children, titleOf, isOrdered = true } = props;
  const { plan, set, change } = usePlanDesk();
  const holder = useRef<HTMLDivElement>(null);
  const entries = (valueAt(plan, place) as readonly unknown[] | undefined) ?? [];
  const title = titleOf ?? ((index: number) => `${capitalised(noun)} ${index + 1}`);
  const add = (): void => {
    set(place, [...entries, make()]);
    requestAnimationFrame(() => holder.current && focusPlace(holder.current, [...place, entries.length]));
  };
  const remove = (index: number): void =>
    change([...place, index], before => {
      const without = withAt(before, [...place, index], undefined);
      return props.isOptional && entries.length === 1 ? withAt(before, place, undefined) : without;
    });
  return (
    <div className="entries" ref={holder}>
      <Place place={place}>
        {entries.length === 0 ? <p className="muted">{empty}</p> : null}
        {entries.map((_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an entry is known by its place in the plan
          <fieldset className="entry" key={index} data-place={[...place, index].join('.')}>
            <legend className="entry-title">{title(index)}</legend>
            {children([...place, index], index)}
            <div className="entry-tools">
              {isOrdered && entries.length > 1 ? (
                <>
                  <IconButton
                    label={`Move up: ${title(index)}`}
                    icon={ArrowUp}
                    size="dense"
                    isDisabled={index === 0}
                    onPress={() => change(place, before => withMoved(before, place, index, -1))}
                  />
                  <IconButton
                    label={`Move down: ${title(index)}`}
                    icon={ArrowDown}
                    size="dense"
                    isDisabled={index === entries.length - 1}
                    onPress={() => change(place, before => withMoved(before, place, index, 1))}
                  />
                </>
              ) : null}
              <IconButton label={`Remove: ${title(index)}`} icon={X} size="dense" onPress={() => remove(index)} />
            </div>
          </fieldset>
        ))}
        <div>
          <Button size="dense" icon={Plus} onPress={add}>
            Add a {noun}
          </Button>
        </div>
      </Place>
    </div>
  );
}
