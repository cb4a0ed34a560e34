import { formatCount } from '../../../shared/british.ts';
import type { Framework } from '../../../shared/domain/framework.ts';
import { thinlyCovered } from '../../../shared/domain/thin-coverage.ts';
import { useAsk } from '../../api.ts';
import { selectRoute } from '../../routes.ts';
import { KsbChip } from '../../ui/ksb-chip.tsx';
import { List, ListRow } from '../../ui/list.tsx';
import { Section } from '../../ui/section.tsx';

/** The KSBs that few duties lead to or that the plan over the standard does not assess: what an assessment is likeliest to miss. */
export function ThinKsbs({ framework }: { readonly framework: Framework }) {
  const plans = useAsk('plan.list', {}).data?.filter(plan => plan.frameworkId === framework.id) ?? [];
  const chosen = plans.findLast(({ status }) => status === 'confirmed') ?? plans.find(({ complete }) => complete);
  const plan = useAsk('plan.get', { id: chosen?.id ?? '' }, { isEnabled: chosen !== undefined }).data?.plan ?? null;
  const thin = thinlyCovered(framework, plan);
  if (thin.length === 0) return null;
  return (
    <Section title="Thinly covered KSBs" note={String(thin.length)}>
      <p className="muted small">
        Two duties at most lead to them{plan ? `, or no method of “${plan.title}” assesses them` : ''}.
      </p>
      <div className="dense">
        <List
          label="Thinly covered KSBs"
          rows={thin.map(footing => ({ ...footing, id: footing.ksb.code }))}
          onOpen={item => selectRoute({ page: 'standard', id: framework.id, item })}
        >
          {({ ksb, duties, methods }) => (
            <ListRow
              id={ksb.code}
              text={`${ksb.code} ${ksb.text}`}
              weight="plain"
              lead={
                <span className="item-code">
                  <KsbChip code={ksb.code} />
                </span>
              }
              title={<span className="item-text">{ksb.text}</span>}
              detail={[
                formatCount(duties, 'duty', 'duties'),
                ...(methods === null ? [] : [formatCount(methods, 'method')]),
              ].join(', ')}
            />
          )}
        </List>
      </div>
    </Section>
  );
}
