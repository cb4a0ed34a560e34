import type { Framework } from '../../../shared/domain/framework.ts';
import { useAsk } from '../../api.ts';
import { navigate } from '../../routes.ts';
import { FactList } from '../../ui/fact-list.tsx';
import { List, ListRow } from '../../ui/list.tsx';
import { Section } from '../../ui/section.tsx';
import { PlanTag } from './plan-tag.tsx';
import { ThinKsbs } from './thin-ksbs.tsx';
import { OtherVersions } from './versions.tsx';

/** What the standard is, the plans over it, where its text comes from and under which licence it is held. */
export function AboutStandard({ framework }: { readonly framework: Framework }) {
  return (
    <div className="stack item-detail">
      <p className="muted">
        Choose a duty to see its KSBs, or a KSB to see its duties. Arrow keys move in the list, Enter leads across.
      </p>
      <OtherVersions framework={framework} />
      <Section title="Plans over this standard">
        <OwnPlans frameworkId={framework.id} />
      </Section>
      <ThinKsbs framework={framework} />
      {framework.summary ? (
        <Section title="Summary">
          <p className="prose">{framework.summary}</p>
        </Section>
      ) : null}
      <Section title="Facts">
        <FactList
          layout="rows"
          facts={[
            { name: 'Issued by', value: framework.issuer },
            ...framework.facts.map(({ label, value }) => ({ name: label, value })),
          ]}
        />
      </Section>
      <Section title="Source and licence">
        <Licence framework={framework} />
      </Section>
    </div>
  );
}

function OwnPlans({ frameworkId }: { readonly frameworkId: string }) {
  const { data: plans = [] } = useAsk('plan.list', {});
  return (
    <List
      label="Plans over this standard"
      rows={plans.filter(plan => plan.frameworkId === frameworkId)}
      onOpen={id => navigate({ page: 'plan', id })}
      empty="There is no assessment plan over this standard yet."
    >
      {plan => (
        <ListRow id={plan.id} title={plan.title} detail={`Version ${plan.version}`} trail={<PlanTag plan={plan} />} />
      )}
    </List>
  );
}

function Licence({ framework: { source, licence } }: { readonly framework: Framework }) {
  return (
    <div className="prose">
      <p>{source}</p>
      <p>{licence.attribution}</p>
      {licence.url ? (
        <p className="muted">
          {licence.name}: <code>{licence.url}</code>
        </p>
      ) : null}
    </div>
  );
}
