import type { Plan } from '../../../shared/domain/plan.ts';
import { pathOfPlace, valueAtPath } from '../../../shared/domain/plan-dispensations.ts';
import { patternOfPlace, placeInWords, planFieldNames } from '../../../shared/domain/plan-field-names.ts';
import type { PlanPlace } from '../../../shared/domain/plan-finding.ts';
import { localToday } from '../../ui/british-date.ts';
import { SegmentedChoice } from '../../ui/choices.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { Entries } from './entries.tsx';
import { DateAt, TextAt } from './fields.tsx';
import { Place, usePlace } from './place.tsx';
import { usePlanDesk } from './plan-desk.ts';

/** What a dispensation may not change: what the plan is, and the dispensations themselves. */
const notDispensed = ['dispensations', 'origin', 'planModel', 'standard', 'transcription', 'gradeTable'];

/** Every parameter of the plan that has a value, or is open, with the path to it and its name in words. */
function parametersOf(plan: Plan): readonly { readonly id: string; readonly title: string }[] {
  return Object.keys(plan)
    .filter(root => !notDispensed.includes(root))
    .flatMap(root => leavesIn(plan, plan[root as keyof Plan], [root]))
    .map(place => ({ id: pathOfPlace(plan, place), title: placeInWords(plan, place) }));
}

function leavesIn(plan: Plan, value: unknown, place: PlanPlace): readonly PlanPlace[] {
  if (patternOfPlace(place) in planFieldNames) return [place];
  if (Array.isArray(value)) return value.flatMap((inner, index) => leavesIn(plan, inner, [...place, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => leavesIn(plan, inner, [...place, name]));
}

/** Dated dispensations: parameters that the plan's publisher changed for a time. A session keeps to those in force on the day it is begun. */
export function DispensationsForm() {
  const { plan } = usePlanDesk();
  return (
    <>
      <p className="muted prose">
        A parameter that was changed for some time, by whoever published the plan. A session keeps to what is in force
        on the day on which it is begun.
      </p>
      <Entries
        place={['dispensations']}
        noun="dispensation"
        empty="There are no dispensations."
        isOrdered={false}
        make={() => ({ from: localToday(), reason: '', path: '', value: null })}
      >
        {(place, index) => (
          <>
            <div className="editor-grid">
              <DateAt place={[...place, 'from']} />
              <DateAt place={[...place, 'to']} isOptional />
            </div>
            <TextAt place={[...place, 'reason']} placeholder="Who allowed it, and why" />
            <Parameter place={place} path={plan.dispensations[index]?.path ?? ''} />
          </>
        )}
      </Entries>
    </>
  );
}

function Parameter({ place, path }: { readonly place: PlanPlace; readonly path: string }) {
  const { plan, set } = usePlanDesk();
  const { error } = usePlace([...place, 'value']);
  const choose = (id: string | null): void => {
    if (id !== null) set(place, { ...dispensationAt(plan, place), path: id, value: valueAtPath(plan, id) ?? null });
  };
  return (
    <>
      <Place place={[...place, 'path']}>
        <ComboBox label="Parameter" choices={parametersOf(plan)} value={path || null} onChange={choose} />
      </Place>
      <Place place={[...place, 'value']}>
        {path === '' ? null : <ValueField place={[...place, 'value']} current={valueAtPath(plan, path)} />}
        {error && path !== '' ? <p className="field-error">{error}</p> : null}
      </Place>
    </>
  );
}

const dispensationAt = (plan: Plan, place: PlanPlace) => plan.dispensations[Number(place[1])];

/** A field that fits what stands in the plan: a number, yes or no, lines, or a text. */
function ValueField({ place, current }: { readonly place: PlanPlace; readonly current: unknown }) {
  const { value, set } = usePlace(place);
  const label = 'Its value for that time';
  if (typeof current === 'boolean') {
    return (
      <SegmentedChoice
        label={label}
        segments={[
          { id: 'yes', word: 'Yes' },
          { id: 'no', word: 'No' },
        ]}
        value={value === true ? 'yes' : value === false ? 'no' : null}
        onChange={answer => set(answer === 'yes')}
      />
    );
  }
  if (Array.isArray(current)) {
    return (
      <TextArea
        label={label}
        description="One a line."
        value={Array.isArray(value) ? value.join('\n') : ''}
        onChange={text =>
          set(
            text.split('\n').filter(line => line.trim() !== ''),
            true,
          )
        }
      />
    );
  }
  if (typeof current === 'string') {
    return (
      <TextField label={label} value={typeof value === 'string' ? value : ''} onChange={text => set(text, true)} />
    );
  }
  return (
    <NumberField
      label={label}
      isDecimal
      isEmptyAllowed
      value={typeof value === 'number' ? value : null}
      onChange={number => set(number, true)}
    />
  );
}
