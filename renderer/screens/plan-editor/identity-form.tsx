import { formatCount } from '../../../shared/british.ts';
import type { Plan } from '../../../shared/domain/plan.ts';
import { behavioursToVerify } from '../../../shared/domain/plan-blank.ts';
import { FactList } from '../../ui/fact-list.tsx';
import { ChoiceAt, DateAt, NumberAt, TextAt } from './fields.tsx';
import { Group } from './open-group.tsx';
import { usePlanDesk } from './plan-desk.ts';

/** What the plan is called, which standard it is for, which document it is typed in from and when it is in force. */
export function IdentityForm() {
  const { plan, framework, ksbs, change } = usePlanDesk();
  const { standard, origin } = plan;
  const chooseModel = (planModel: Plan['planModel']): void =>
    change(['planModel'], before => ({
      ...before,
      planModel,
      ...(planModel === 'aap' && !before.completion ? { completion: [behavioursToVerify(framework)] } : {}),
    }));
  return (
    <>
      <Group title="Plan">
        <TextAt place={['title']} />
        <div className="editor-grid">
          <TextAt place={['version']} description="As the plan has it, for example AP02." />
          <ChoiceAt
            place={['planModel']}
            choices={{ epa: 'End-point assessment', aap: 'Reformed' }}
            onChoose={chooseModel}
            description={
              plan.planModel === 'epa'
                ? 'An EPA plan: themes, a gateway before the assessment.'
                : 'An apprenticeship assessment plan: outcomes, a gateway to completion.'
            }
          />
        </div>
        <div className="editor-grid">
          <DateAt place={['effectiveFrom']} isOptional />
          <DateAt place={['effectiveTo']} isOptional />
        </div>
      </Group>
      <Group title="Source">
        <TextAt
          place={['source']}
          rows={2}
          description={
            origin === 'published'
              ? 'The published document beside you: its title and where it is published.'
              : 'What this plan is and what it is not.'
          }
        />
        <TextAt place={['sourceVersion']} isOptional description="The document’s version or date." />
      </Group>
      <Group title="Standard">
        <FactList
          facts={[
            { name: 'Standard', value: `${standard.reference} ${standard.title}` },
            { name: 'Version', value: standard.version },
            { name: 'KSBs', value: formatCount(ksbs.length, 'statement') },
          ]}
        />
        <div className="editor-grid">
          <NumberAt place={['standard', 'level']} least={1} most={8} />
          <NumberAt place={['standard', 'larsCode']} least={1} isOptional />
        </div>
      </Group>
    </>
  );
}
