import { capitalised } from '../../../shared/british.ts';
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
      {sectionsOf(plan).map(({ id, title }) => {
        const own = lines.filter(({ place }) => sectionOfPlace(plan, place) === id || isInMap(id, place));
        if (own.length === 0) return null;
        return (
          <Section key={id} title={title} note={String(own.length)}>
            <FactList layout="rows" facts={factsOf(own)} />
          </Section>
        );
      })}
    </div>
  );
}

/** The methods' KSBs stand in the section of the matrix. */
const isInMap = (id: string, place: SheetLine['place']): boolean => id === 'map' && place[2] === 'ksbs';

/** The lines as facts. What all of them begin with, a method's name or the section's own, is not said again; the rows of the grade table, which have one name, are counted. */
function factsOf(lines: readonly SheetLine[]) {
  const shared = sharedBeginning(lines.map(({ name }) => name));
  const seen = new Map<string, number>();
  return lines.map(({ name, value }) => {
    const words = capitalised(name.slice(shared.length));
    const before = seen.get(words) ?? 0;
    seen.set(words, before + 1);
    return { name: before === 0 ? words : `${words} (${before + 1})`, value };
  });
}

/** The words up to a colon or comma with which all names begin. */
function sharedBeginning(names: readonly string[]): string {
  const [first = ''] = names;
  if (names.length < 2) return '';
  const ends = [...first.matchAll(/[:,] /g)].map(match => first.slice(0, match.index + 2));
  return (
    ends.findLast(beginning => names.every(name => name.slice(0, beginning.length - 2) === beginning.slice(0, -2))) ??
    ''
  );
}
