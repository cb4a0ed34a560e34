import type { ReactNode } from 'react';
import { capitalised } from '../../../shared/british.ts';
import { valueAt } from '../../../shared/domain/plan-edits.ts';
import { nameOfPlace } from '../../../shared/domain/plan-field-names.ts';
import type { PlanPlace } from '../../../shared/domain/plan-finding.ts';
import { usePlanDesk } from './plan-desk.ts';

/** How a place is written on the page, so that a finding can lead to it. */
export const printedPlace = (place: PlanPlace): string => place.join('.');

/** Rules that only say that something is still open: told by the look of the field, not in red. */
const openRules = ['openNumber', 'openGrades', 'openThemes', 'wordsFilledIn', 'methodsAndParts', 'ksbsNamed'];

/** What a field at a place shows: its value, its name and what the validator says of it. */
export function usePlace(place: PlanPlace) {
  const { plan, findings, set } = usePlanDesk();
  const own = findings.filter(finding => printedPlace(finding.place) === printedPlace(place));
  const faults = own.filter(({ rule }) => !openRules.includes(rule)).map(({ message }) => message);
  return {
    value: valueAt(plan, place),
    name: capitalised(nameOfPlace(place)),
    isOpen: own.some(({ rule }) => openRules.includes(rule)),
    error: faults.length > 0 ? faults.join(' ') : null,
    set: (value: unknown, isTyping = false): void => set(place, value, { isTyping }),
  };
}

interface PlaceProps {
  readonly place: PlanPlace;
  readonly isOpen?: boolean;
  readonly children: ReactNode;
}

/** Marks a part of a form as the one of a place in the plan. */
export function Place({ place, isOpen = false, children }: PlaceProps) {
  return (
    <div className="place" data-place={printedPlace(place)} data-open={isOpen || undefined}>
      {children}
    </div>
  );
}

const focusable = 'input:not([type="hidden"]), textarea, button:not([tabindex="-1"]), [tabindex="0"]';

/** Gives the focus to the field of a place, or to the smallest part of the form that holds it. Returns whether there is one. */
export function focusPlace(form: HTMLElement, place: PlanPlace): boolean {
  for (let length = place.length; length > 0; length--) {
    const selector = `[data-place="${CSS.escape(printedPlace(place.slice(0, length)))}"]`;
    const holder = form.querySelector<HTMLElement>(selector);
    if (!holder) continue;
    const field = holder.matches(focusable) ? holder : holder.querySelector<HTMLElement>(focusable);
    if (!field) continue;
    field.scrollIntoView({ block: 'center' });
    field.focus();
    return true;
  }
  return false;
}
