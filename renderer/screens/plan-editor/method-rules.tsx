import type { Method } from '../../../shared/domain/plan.ts';
import type { PlanPlace } from '../../../shared/domain/plan-finding.ts';
import { recordings } from './choices.ts';
import { ChoiceAt, FlagAt, LinesAt, NumberAt } from './fields.tsx';
import { Group, OpenGroup } from './open-group.tsx';
import { usePlanDesk } from './plan-desk.ts';

interface MethodRulesProps {
  readonly method: Method;
  readonly place: PlanPlace;
}

/** Questions, conditions and recording of a method. */
export function MethodRules({ method, place }: MethodRulesProps) {
  return (
    <>
      <Questions place={[...place, 'questions']} />
      <Conditions place={[...place, 'conditions']} method={method} />
      <Recording place={[...place, 'recording']} />
    </>
  );
}

function Questions({ place }: { readonly place: PlanPlace }) {
  const { words } = usePlanDesk();
  return (
    <OpenGroup
      place={place}
      title="Questions"
      begin={() => ({
        minimum: null,
        when: 'during',
        followUpsAllowed: true,
        forKsbsNotObserved: false,
        source: 'own',
        differentOnResit: true,
      })}
    >
      <div className="editor-grid">
        <NumberAt
          place={[...place, 'minimum']}
          most={200}
          mayBeOpen
          description={`0 where none is set. The least for each ${words.theme} stands with it.`}
        />
        <ChoiceAt place={[...place, 'when']} choices={{ during: 'During', after: 'Afterwards', both: 'Both' }} />
        <ChoiceAt place={[...place, 'source']} choices={{ own: 'The assessor’s own', bank: 'A question bank' }} />
      </div>
      <div className="editor-grid">
        <FlagAt place={[...place, 'followUpsAllowed']} />
        <FlagAt place={[...place, 'forKsbsNotObserved']} />
        <FlagAt place={[...place, 'differentOnResit']} />
      </div>
    </OpenGroup>
  );
}

function Conditions({ place, method }: MethodRulesProps) {
  return (
    <Group title="Conditions">
      <div className="editor-grid">
        <FlagAt place={[...place, 'oneApprenticeAtATime']} />
        <FlagAt place={[...place, 'portfolioMayBeReferredTo']} label="Portfolio may be referred to" />
        <FlagAt place={[...place, 'simulationAllowed']} label="Simulation allowed" />
        <FlagAt place={[...place, 'remoteAllowed']} label="Remote session allowed" />
        {method.conditions.remoteAllowed ? <FlagAt place={[...place, 'remoteIdentityCheck']} /> : null}
      </div>
      <div className="editor-grid">
        <LinesAt place={[...place, 'mandatoryActivities']} />
        <LinesAt place={[...place, 'mayBePresent']} />
      </div>
    </Group>
  );
}

function Recording({ place }: { readonly place: PlanPlace }) {
  return (
    <OpenGroup place={place} title="Recording" begin={() => ({ audio: 'none', video: 'none', consentRequired: true })}>
      <div className="editor-grid">
        <ChoiceAt place={[...place, 'audio']} label="Audio" choices={recordings} />
        <ChoiceAt place={[...place, 'video']} label="Video" choices={recordings} />
        <FlagAt place={[...place, 'consentRequired']} label="Consent required" />
        <NumberAt
          place={[...place, 'retentionMonths']}
          label="Kept for"
          unit="months"
          least={1}
          most={1200}
          isOptional
        />
      </div>
    </OpenGroup>
  );
}
