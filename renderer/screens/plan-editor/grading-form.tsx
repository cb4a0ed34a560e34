import { capitalised } from '../../../shared/british.ts';
import { descriptorsOf, type GradeRule, grades, type Method } from '../../../shared/domain/plan.ts';
import { withMethodGrades } from '../../../shared/domain/plan-edits.ts';
import type { PlanPlace } from '../../../shared/domain/plan-finding.ts';
import { RadioList } from '../../ui/choices.tsx';
import { Entries } from './entries.tsx';
import { ChoiceAt, NumberAt } from './fields.tsx';
import { GradesAt } from './grades-field.tsx';
import { KsbsAt } from './ksbs-field.tsx';
import { Group } from './open-group.tsx';
import { Place, usePlace } from './place.tsx';
import { usePlanDesk } from './plan-desk.ts';

interface GradingOfMethodProps {
  readonly method: Method;
  readonly index: number;
}

/** Which grades a method has, and how one follows from what was judged. */
export function GradingOfMethod({ method, index }: GradingOfMethodProps) {
  const { change, words } = usePlanDesk();
  const place: PlanPlace = ['methods', index];
  return (
    <>
      <Group title="Grades of the method">
        <GradesAt
          place={[...place, 'grades']}
          label="Grades available"
          onChange={chosen => change([...place, 'grades'], before => withMethodGrades(before, index, chosen))}
        />
        <Rule method={method} place={[...place, 'gradeRule']} />
      </Group>
      <Group title="Critical KSBs">
        <KsbsAt
          place={[...place, 'criticalKsbs']}
          label="KSBs without which the method is failed"
          description={`Whatever else of its ${words.themes} was met. Most plans have none.`}
        />
      </Group>
    </>
  );
}

const rules = [
  {
    id: 'allDescriptors',
    title: 'Every descriptor',
    detail: 'Any pass descriptor not met: fail. All pass and all distinction descriptors met: distinction.',
  },
  { id: 'count', title: 'So many descriptors', detail: 'A least number of them for each grade.' },
  { id: 'score', title: 'A score', detail: 'A marked test: the least marks for each grade.' },
] as const;

function ruleOf(kind: GradeRule['kind'], method: Method): GradeRule {
  const passes = descriptorsOf(method).filter(({ descriptor }) => descriptor.grade === 'pass').length;
  switch (kind) {
    case 'allDescriptors':
      return { kind };
    case 'count':
      return { kind, passAtLeast: Math.max(1, passes) };
    case 'score':
      return { kind, outOf: 100, boundaries: [] };
  }
}

function Rule({ method, place }: { readonly method: Method; readonly place: PlanPlace }) {
  const { isOpen, error, set } = usePlace(place);
  const rule = method.gradeRule;
  return (
    <Place place={place} isOpen={isOpen}>
      <Place place={[...place, 'kind']}>
        <RadioList
          label="The grade follows from"
          choices={rules}
          value={rule?.kind ?? null}
          onChange={kind => set(ruleOf(kind, method))}
          error={error}
        />
      </Place>
      {rule?.kind === 'count' ? (
        <div className="editor-grid">
          <NumberAt place={[...place, 'passAtLeast']} least={1} most={200} />
          <NumberAt place={[...place, 'distinctionAtLeast']} least={1} most={200} isOptional />
        </div>
      ) : null}
      {rule?.kind === 'score' ? <Boundaries method={method} place={place} /> : null}
    </Place>
  );
}

function Boundaries({ method, place }: { readonly method: Method; readonly place: PlanPlace }) {
  const rule = method.gradeRule;
  if (rule?.kind !== 'score') return null;
  const used = rule.boundaries.map(({ grade }) => grade);
  const choices = Object.fromEntries(grades.map(grade => [grade, capitalised(grade)]));
  return (
    <>
      <NumberAt place={[...place, 'outOf']} least={1} most={1000} unit="marks" />
      <Entries
        place={[...place, 'boundaries']}
        noun="boundary"
        empty="No grade has its marks yet; below the lowest boundary it is a fail."
        isOrdered={false}
        make={() => ({
          grade: method.grades.find(grade => grade !== 'fail' && !used.includes(grade)) ?? 'pass',
          atLeast: 0,
        })}
      >
        {boundary => (
          <div className="editor-grid">
            <ChoiceAt place={[...boundary, 'grade']} label="Grade" choices={choices} isList />
            <NumberAt place={[...boundary, 'atLeast']} most={1000} unit="marks" />
          </div>
        )}
      </Entries>
    </>
  );
}
