import type { PlanPlace } from '../../../shared/domain/plan-finding.ts';
import { ChoiceAt } from './fields.tsx';
import { usePlanDesk } from './plan-desk.ts';

/** Which pathway a method or theme belongs to; nothing where the plan has no pathways. */
export function PathwayAt({ place }: { readonly place: PlanPlace }) {
  const { plan } = usePlanDesk();
  const { pathways = [] } = plan;
  if (pathways.length === 0) return null;
  const choices = Object.fromEntries(pathways.map(({ key, title }) => [key, title || key]));
  return <ChoiceAt place={place} choices={choices} isList none="The core: every apprentice" />;
}
