import { formatList } from '../../../shared/british.ts';
import type { PlanPlace } from '../../../shared/domain/plan-finding.ts';
import { periodUnits } from './choices.ts';
import { Entries } from './entries.tsx';
import { ChoiceAt, FlagAt, NumberAt, TextAt } from './fields.tsx';
import { gradeChoices } from './grade-table-form.tsx';
import { OpenGroup } from './open-group.tsx';
import { usePlanDesk } from './plan-desk.ts';

const months = { unit: 'months', least: 1, most: 120, mayBeOpen: true } as const;

/** What holds when a method was not passed. */
export function ResitsForm() {
  const { plan } = usePlanDesk();
  const above = plan.overallGrades.filter(grade => grade !== 'fail');
  return (
    <OpenGroup
      place={['resits']}
      title="When a method was not passed"
      begin={() => ({
        resitWithinMonths: null,
        retakeWithinMonths: null,
        cap: above[0] ?? 'pass',
        capLiftedForExceptionalCircumstances: true,
        onlyFailedMethods: true,
        allPassedWithinMonths: null,
        actionPlanRequired: true,
      })}
    >
      <div className="editor-grid">
        <NumberAt place={['resits', 'resitWithinMonths']} {...months} description="Again, without further learning." />
        <NumberAt place={['resits', 'retakeWithinMonths']} {...months} description="Again, after further learning." />
        <NumberAt place={['resits', 'allPassedWithinMonths']} {...months} description="Else all are taken again." />
      </div>
      <div className="editor-grid">
        <ChoiceAt place={['resits', 'cap']} choices={gradeChoices(above.length > 0 ? above : ['pass'])} isList />
        <FlagAt place={['resits', 'capLiftedForExceptionalCircumstances']} />
        <FlagAt place={['resits', 'onlyFailedMethods']} />
        <FlagAt place={['resits', 'actionPlanRequired']} />
        <FlagAt place={['resits', 'mayImproveGrade']} />
      </div>
    </OpenGroup>
  );
}

/** When results are released and what is fed back. */
export function ResultsForm() {
  return (
    <OpenGroup
      place={['results']}
      title="Release and feedback"
      begin={() => ({ releaseWithinWorkingDays: null, afterQualityAssurance: true, feedback: 'always' })}
    >
      <div className="editor-grid">
        <NumberAt place={['results', 'releaseWithinWorkingDays']} unit="days" least={1} most={365} mayBeOpen />
        <FlagAt place={['results', 'afterQualityAssurance']} />
        <ChoiceAt
          place={['results', 'feedback']}
          choices={{ none: 'None', failOnly: 'After a fail', always: 'Always' }}
        />
      </div>
    </OpenGroup>
  );
}

/** The stages of an appeal. */
export function AppealsForm() {
  const { plan } = usePlanDesk();
  return (
    <Entries
      place={['appeals']}
      noun="stage"
      empty="No stage of an appeal yet. They differ for each organisation."
      make={() => ({ stage: '', within: { value: null, unit: 'workingDays' }, decidedBy: '' })}
      titleOf={index => plan.appeals[index]?.stage || `Stage ${index + 1}`}
    >
      {place => (
        <>
          <TextAt place={[...place, 'stage']} />
          <div className="editor-grid">
            <NumberAt place={[...place, 'within', 'value']} label="Within" least={1} most={365} mayBeOpen />
            <ChoiceAt place={[...place, 'within', 'unit']} label="Counted in" choices={periodUnits} isList />
            <TextAt place={[...place, 'decidedBy']} />
          </div>
        </>
      )}
    </Entries>
  );
}

/** What is asked of whoever assesses. */
export function AssessorForm() {
  const { words } = usePlanDesk();
  const place: PlanPlace = ['assessor'];
  return (
    <OpenGroup place={place} title="Independent assessor" begin={() => ({ independence: '' })}>
      <TextAt
        place={[...place, 'independence']}
        rows={2}
        description={`Of whom the assessor is independent, in the words of the plan of this ${words.assessment}.`}
      />
      <div className="editor-grid">
        <NumberAt place={[...place, 'occupationalExperienceYears']} unit="years" most={50} isOptional />
      </div>
      <TextAt place={[...place, 'cpd']} rows={2} isOptional />
      <TextAt
        place={[...place, 'standardisation']}
        rows={2}
        isOptional
        description={formatList(['Usually before the plan is first used', 'at least once a year'])}
      />
    </OpenGroup>
  );
}
