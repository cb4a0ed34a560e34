import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../shared/domain/plan.ts';
import { patternOfPlace, planFieldNames } from '../../../shared/domain/plan-field-names.ts';
import { planSheet } from '../../../shared/domain/plan-sheet.ts';
import { bothTolerances } from '../../fixtures/plans/both-tolerances.ts';
import { criticalKsb } from '../../fixtures/plans/critical-ksb.ts';
import { fixedOrder } from '../../fixtures/plans/fixed-order.ts';
import { reformed } from '../../fixtures/plans/reformed.ts';
import { completedTemplate } from '../../fixtures/plans/st1030-template.ts';
import { twoPathways } from '../../fixtures/plans/two-pathways.ts';

const plans: readonly Plan[] = [completedTemplate(), bothTolerances, criticalKsb, fixedOrder, reformed, twoPathways];

/** The way to everything that a plan holds, elements of lists that are texts left out. */
function patternsIn(value: unknown, place: readonly (string | number)[]): readonly string[] {
  const isOfObjects = Array.isArray(value) && value.some(element => typeof element === 'object');
  if (Array.isArray(value) && isOfObjects) return value.flatMap((inner, index) => patternsIn(inner, [...place, index]));
  const pattern = patternOfPlace(place);
  if (pattern in planFieldNames || typeof value !== 'object' || value === null) return [pattern];
  return Object.entries(value).flatMap(([name, inner]) => patternsIn(inner, [...place, name]));
}

describe('the sheet that a plan is compared by', () => {
  it('has a line for every parameter that the plan holds', () => {
    for (const plan of plans) {
      const told = new Set(planSheet(plan).map(({ place }) => patternOfPlace(place)));
      const held = patternsIn(plan, []).filter(pattern => pattern in planFieldNames);
      expect([...new Set(held)].filter(pattern => !told.has(pattern))).toEqual([]);
    }
  });

  it('says what is still open and what there is none of', () => {
    const lines = planSheet({ ...twoPathways, resits: null, appeals: [] });
    const valueAtPlace = (place: string) => lines.find(line => line.place.join('.') === place)?.value;
    expect(valueAtPlace('resits')).toBe('left open');
    expect(valueAtPlace('appeals')).toBe('none');
    expect(valueAtPlace('methods.0.parts.0.minutes')).toBe('60');
    expect(valueAtPlace('methods.0.kind')).toBe('observation');
    expect(valueAtPlace('methods.1.kind')).toBe('professional discussion');
    expect(valueAtPlace('methods.0.themes.1.ksbs')).toBe('K5 and S4');
  });
});
