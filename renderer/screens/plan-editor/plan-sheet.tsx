import type { Plan } from '../../../shared/domain/plan.ts';
import { planSheet, type SheetLine } from '../../../shared/domain/plan-sheet.ts';
import { FactList } from '../../ui/fact-list.tsx';
import { Section } from '../../ui/section.tsx';
import { sectionOfPlace, sectionsOf } from './sections.ts';

/** Every parameter of the plan in words, section by section: what a second person compares with the published plan. */
export function PlanSheet({ plan }: { readonly plan: Plan }) {
  const lines = planSheet(plan);
  return (
    <div className="stack plan-part plan-sheet">
      {sectionsOf(plan).map(({ id, title, method }) => {
        const own = lines.filter(({ place }) => sectionOfPlace(plan, place) === id || isInMap(id, place));
        if (own.length === 0) return null;
        const holder = method === undefined ? undefined : plan.methods[method]?.name;
        return (
          <Section key={id} title={title} note={String(own.length)}>
            <FactList layout="rows" facts={factsOf(own, holder)} />
          </Section>
        );
      })}
    </div>
  );
}

/** The methods' KSBs stand in the section of the matrix. */
const isInMap = (id: string, place: SheetLine['place']): boolean => id === 'map' && place[2] === 'ksbs';

/** The lines as facts; a method's own name is not said again under its heading. Some names are the same: a row of the grade table has two. */
function factsOf(lines: readonly SheetLine[], holder: string | undefined) {
  const seen = new Map<string, number>();
  return lines.map(({ name, value }) => {
    const words = holder && name.startsWith(holder) ? name.slice(holder.length).replace(/^[,:]\s*/, '') : name;
    const before = seen.get(words) ?? 0;
    seen.set(words, before + 1);
    return { name: before === 0 ? words : `${words} (${before + 1})`, value };
  });
}
