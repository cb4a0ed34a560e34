import { useId } from 'react';
import { capitalised } from '../../../shared/british.ts';
import { type Grade, grades } from '../../../shared/domain/plan.ts';
import type { PlanPlace } from '../../../shared/domain/plan-finding.ts';
import { Checkbox } from '../../ui/choices.tsx';
import { Place, usePlace } from './place.tsx';

interface GradesAtProps {
  readonly place: PlanPlace;
  readonly label: string;
  readonly description?: string;
  readonly onChange: (grades: readonly Grade[]) => void;
}

/** A scale of grades, from the worst to the best: which of them there are. */
export function GradesAt({ place, label, description, onChange }: GradesAtProps) {
  const { value, error, isOpen } = usePlace(place);
  const chosen = Array.isArray(value) ? (value as readonly Grade[]) : [];
  const id = useId();
  return (
    <Place place={place} isOpen={isOpen}>
      <fieldset className="field" aria-describedby={`${id}-words`}>
        <legend className="field-label">{label}</legend>
        <span id={`${id}-words`}>
          {description ? <span className="field-description">{description}</span> : null}
          {error ? <span className="field-error">{error}</span> : null}
        </span>
        <div className="row grades-row">
          {grades.map(grade => (
            <Checkbox
              key={grade}
              isSelected={chosen.includes(grade)}
              onChange={isThere => onChange(grades.filter(each => (each === grade ? isThere : chosen.includes(each))))}
            >
              {capitalised(grade)}
            </Checkbox>
          ))}
        </div>
      </fieldset>
    </Place>
  );
}
