import { formatDuration } from '../../../shared/british.ts';
import type { Method } from '../../../shared/domain/plan.ts';
import { blankPart, methodKindNames } from '../../../shared/domain/plan-blank.ts';
import type { PlanPlace } from '../../../shared/domain/plan-finding.ts';
import { timeAllowed } from '../../../shared/domain/time-allowed.ts';
import { markers, periodUnits } from './choices.ts';
import { Entries } from './entries.tsx';
import { ChoiceAt, FlagAt, LinesAt, NumberAt, TextAt } from './fields.tsx';
import { MethodRules } from './method-rules.tsx';
import { Group, OpenGroup } from './open-group.tsx';
import { PathwayAt } from './pathway-field.tsx';
import { usePlanDesk } from './plan-desk.ts';

/** One method: what it is, its times with what follows from them, and its rules. */
export function MethodForm({ index }: { readonly index: number }) {
  const { plan } = usePlanDesk();
  const method = plan.methods[index];
  if (!method) return null;
  const place: PlanPlace = ['methods', index];
  return (
    <>
      <Group title="Method">
        <div className="editor-grid">
          <TextAt place={[...place, 'name']} />
          <ChoiceAt place={[...place, 'kind']} choices={methodKindNames} isList />
        </div>
        <div className="editor-grid">
          <NumberAt place={[...place, 'weight']} unit="%" most={100} isDecimal isOptional />
          <ChoiceAt place={[...place, 'markedBy']} choices={markers} isList none="The plan does not say" />
          <PathwayAt place={[...place, 'pathway']} />
          {plan.planModel === 'aap' ? <FlagAt place={[...place, 'mandated']} /> : null}
        </div>
      </Group>
      <Parts method={method} place={[...place, 'parts']} />
      <Tolerance method={method} place={place} />
      <Split place={[...place, 'split']} />
      <OpenGroup place={[...place, 'notice']} title="Notice" begin={() => ({ value: null, unit: 'workingDays' })}>
        <div className="editor-grid">
          <NumberAt place={[...place, 'notice', 'value']} least={1} most={365} mayBeOpen />
          <ChoiceAt place={[...place, 'notice', 'unit']} label="Counted in" choices={periodUnits} isList />
        </div>
      </OpenGroup>
      <MethodRules method={method} place={place} />
    </>
  );
}

interface PartOfMethodProps {
  readonly method: Method;
  readonly place: PlanPlace;
}

function Parts({ method, place }: PartOfMethodProps) {
  const minutes = { unit: 'min', least: 1, most: 2000 } as const;
  return (
    <Group title="Parts and times">
      <Entries
        place={place}
        noun="part"
        empty="The method has no part yet."
        make={() => blankPart(method.parts)}
        titleOf={index => method.parts[index]?.name || `Part ${index + 1}`}
      >
        {part => (
          <div className="part-fields">
            <TextAt place={[...part, 'name']} label="Name" />
            <NumberAt place={[...part, 'minutes']} {...minutes} mayBeOpen />
            <NumberAt place={[...part, 'minimumMinutes']} label="Least" {...minutes} isOptional />
            <NumberAt place={[...part, 'maximumMinutes']} label="Most" {...minutes} isOptional />
          </div>
        )}
      </Entries>
      <TimesThatFollow method={method} />
    </Group>
  );
}

/** What the minutes and the tolerance come to, in the same reckoning that the session's clock uses. */
function TimesThatFollow({ method }: { readonly method: Method }) {
  const { total, parts } = timeAllowed(method, 0);
  if (total.base === null || total.lowest === null || total.highest === null) {
    return <p className="muted editor-outcome">The times that follow are shown when every part has its minutes.</p>;
  }
  const adjusted = timeAllowed(method, 25).total.highest ?? 0;
  return (
    <div className="editor-outcome" role="status">
      <p>
        <strong>{formatDuration(total.base)} in all</strong>: from {formatDuration(total.lowest)} to{' '}
        {formatDuration(total.highest)} keep to the plan. With 25 % extra time up to {formatDuration(adjusted)}.
      </p>
      {parts.length > 1 ? (
        <ul className="plain-lines">
          {parts.map(part => (
            <li key={part.partKey}>
              {part.name || 'Part'}: {formatDuration(part.base ?? 0)}, from {formatDuration(part.lowest ?? 0)} to{' '}
              {formatDuration(part.highest ?? 0)}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function Tolerance({ method, place }: PartOfMethodProps) {
  const own: PlanPlace = [...place, 'tolerance'];
  return (
    <OpenGroup
      place={own}
      title="Tolerance"
      begin={() => ({ minusPercent: null, plusPercent: null, scope: 'whole', allocation: 'free' })}
    >
      <div className="editor-grid">
        <NumberAt place={[...own, 'plusPercent']} unit="%" most={100} isDecimal mayBeOpen description="0 for none." />
        <NumberAt place={[...own, 'minusPercent']} unit="%" most={100} isDecimal mayBeOpen description="0 for none." />
      </div>
      <div className="editor-grid">
        <ChoiceAt place={[...own, 'scope']} choices={{ whole: 'The whole method', part: 'Each part' }} />
        <ChoiceAt
          place={[...own, 'allocation']}
          choices={{ free: 'Any part', perPart: 'Its own part', lastPart: 'The last part' }}
        />
      </div>
      <TextAt place={[...own, 'purpose']} isOptional placeholder="To finish a task or an answer" />
      <ChoiceAt
        place={[...place, 'toleranceOn']}
        label="With extra time for an adjustment, the percentage is taken of"
        choices={{ adjustedTime: 'The time with the extra in it', planTime: 'The plan’s time alone' }}
      />
      <TimesThatFollow method={method} />
    </OpenGroup>
  );
}

function Split({ place }: { readonly place: PlanPlace }) {
  return (
    <OpenGroup place={place} title="Splitting and breaks" begin={() => ({ allowed: false, reasons: [] })}>
      <div className="editor-grid">
        <FlagAt place={[...place, 'allowed']} description="Breaks never count as assessment time." />
        <NumberAt
          place={[...place, 'withinWorkingDays']}
          unit="working days"
          least={1}
          most={60}
          isOptional
          description="1 for the same working day."
        />
      </div>
      <LinesAt place={[...place, 'reasons']} />
    </OpenGroup>
  );
}
