import type { Plan } from '../../../shared/domain/plan.ts';
import { behavioursToVerify, freshKey, pathwaysOf } from '../../../shared/domain/plan-blank.ts';
import type { PlanPlace } from '../../../shared/domain/plan-finding.ts';
import { Button } from '../../ui/button.tsx';
import { completionKinds, gatewayKinds } from './choices.ts';
import { Entries } from './entries.tsx';
import { ChoiceAt, FlagAt, NumberAt, TextAt } from './fields.tsx';
import { KsbsAt } from './ksbs-field.tsx';
import { OpenGroup } from './open-group.tsx';
import { usePlanDesk } from './plan-desk.ts';

/** How long the apprenticeship and its assessment take. */
export function ProgrammeForm() {
  const { words } = usePlanDesk();
  const month = { unit: 'months', least: 1, most: 120, mayBeOpen: true } as const;
  return (
    <div className="editor-grid">
      <NumberAt place={['programme', 'typicalMonthsToGateway']} {...month} />
      <NumberAt place={['programme', 'minimumMonths']} {...month} />
      <NumberAt
        place={['programme', 'epaPeriodMonths']}
        {...month}
        label={`Months of the ${words.assessment}`}
        description="From the gateway to its end."
      />
    </div>
  );
}

/** The pathways of a standard with a core and options. */
export function PathwaysForm() {
  const { plan, framework, set } = usePlanDesk();
  const pathways = plan.pathways ?? [];
  const ofStandard = pathwaysOf(framework).pathways;
  return (
    <>
      <p className="muted prose">
        Only where the plan assesses apprentices of different pathways differently. KSBs that no pathway names belong to
        the core, which everybody is assessed by.
      </p>
      {ofStandard && pathways.length === 0 ? (
        <div>
          <Button size="dense" onPress={() => set(['pathways'], ofStandard)}>
            Take over the options of the standard
          </Button>
        </div>
      ) : null}
      <Entries
        place={['pathways']}
        noun="pathway"
        empty="The plan has no pathways."
        isOptional
        make={() => ({ key: freshKey('pathway', pathways), title: '', ksbs: [] })}
        titleOf={index => pathways[index]?.title || `Pathway ${index + 1}`}
      >
        {place => (
          <>
            <TextAt place={[...place, 'title']} label="Title" />
            <KsbsAt place={[...place, 'ksbs']} />
          </>
        )}
      </Entries>
    </>
  );
}

/** What must be there before the assessment may begin. */
export function GatewayForm() {
  const { plan } = usePlanDesk();
  return (
    <Entries
      place={['gateway']}
      noun="requirement"
      empty="Nothing is asked for yet."
      make={(): Plan['gateway'][number] => ({
        key: freshKey('requirement', plan.gateway),
        kind: 'other',
        title: '',
        mandatory: true,
      })}
      titleOf={index => plan.gateway[index]?.title || `Requirement ${index + 1}`}
    >
      {place => (
        <>
          <TextAt place={[...place, 'title']} />
          <div className="editor-grid">
            <ChoiceAt place={[...place, 'kind']} choices={gatewayKinds} isList />
            <FlagAt place={[...place, 'mandatory']} />
          </div>
          <TextAt
            place={[...place, 'appliesIf']}
            rows={1}
            isOptional
            description="For whom it holds, where not for all."
          />
          <div className="editor-grid">
            <TextAt place={[...place, 'evidence']} rows={1} isOptional />
            <TextAt place={[...place, 'confirmedBy']} isOptional description="Who says that it is there." />
          </div>
        </>
      )}
    </Entries>
  );
}

/** What must be there before the apprenticeship is complete, beside the grades. */
export function CompletionForm() {
  const { plan, framework } = usePlanDesk();
  const completion = plan.completion ?? [];
  return (
    <>
      <p className="muted prose">
        What is recorded for each apprentice before the overall report can be signed. In the reformed model the employer
        verifies every behaviour once.
      </p>
      <Entries
        place={['completion']}
        noun="requirement"
        empty="Nothing is asked for beside the grades."
        isOptional
        make={() =>
          completion.length === 0 && plan.planModel === 'aap'
            ? behavioursToVerify(framework)
            : { key: freshKey('requirement', completion), kind: 'other', title: '', mandatory: true }
        }
        titleOf={index => completion[index]?.title || `Requirement ${index + 1}`}
      >
        {place => (
          <>
            <TextAt place={[...place, 'title']} />
            <div className="editor-grid">
              <ChoiceAt place={[...place, 'kind']} choices={completionKinds} isList />
              <FlagAt place={[...place, 'mandatory']} />
            </div>
            <KsbsAt place={[...place, 'ksbs']} isOptional />
            <TextAt place={[...place, 'evidence']} rows={1} isOptional />
          </>
        )}
      </Entries>
      {plan.planModel === 'aap' || plan.sampling ? <Sampling /> : null}
    </>
  );
}

function Sampling() {
  const place: PlanPlace = ['sampling'];
  return (
    <OpenGroup
      place={place}
      title="Sampling"
      isOptional
      begin={() => ({ allowed: true })}
      without="Every statement is in every assessment version."
    >
      <div className="editor-grid">
        <FlagAt
          place={[...place, 'allowed']}
          label="Statements may be sampled"
          description="Those that an outcome does not name for every version."
        />
        <NumberAt
          place={[...place, 'coveredWithinMonths']}
          isOptional
          unit="months"
          least={1}
          most={120}
          description="Within which the versions together cover all."
        />
      </div>
    </OpenGroup>
  );
}
