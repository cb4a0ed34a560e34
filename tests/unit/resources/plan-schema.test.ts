import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Plan, plan } from '../../../shared/domain/plan.ts';
import { planJsonSchema } from '../../../shared/domain/plan-schema.ts';
import { asymmetricMerit } from '../../fixtures/plans/asymmetric-merit.ts';
import { bothTolerances } from '../../fixtures/plans/both-tolerances.ts';
import { criticalKsb } from '../../fixtures/plans/critical-ksb.ts';
import { fixedOrder } from '../../fixtures/plans/fixed-order.ts';
import { reformed } from '../../fixtures/plans/reformed.ts';
import { completedTemplate } from '../../fixtures/plans/st1030-template.ts';
import { twoPathways } from '../../fixtures/plans/two-pathways.ts';
import { validOutcomePlan, validPlan } from '../domain/plans.ts';

const read = (path: string) => JSON.parse(readFileSync(new URL(`../../../resources/${path}`, import.meta.url), 'utf8'));
const schema = read('schemas/epa-plan-1.schema.json');
const ajv = new Ajv2020({ allErrors: true, strict: false });
addFormats(ajv);
const isValid = ajv.compile(schema);

describe('the published JSON Schema of a plan', () => {
  it('is the one that the shape of a plan makes: run `node scripts/run.mjs schemas` after a change', () => {
    expect(schema).toEqual(JSON.parse(JSON.stringify(planJsonSchema())));
  });

  const plans: Readonly<Record<string, Plan>> = {
    'the shipped template': read('plans/st1030-template.json'),
    'the demonstration plan': read('plans/st1030-demonstration.json'),
    'the completed template': completedTemplate(),
    'an asymmetric table': asymmetricMerit,
    'a critical KSB': criticalKsb,
    'both tolerances': bothTolerances,
    'a fixed order': fixedOrder,
    'two pathways': twoPathways,
    'a reformed plan': reformed,
  };
  it.each(Object.entries(plans))('accepts %s', (_, document) => {
    expect(isValid(document), JSON.stringify(isValid.errors)).toBe(true);
  });

  it('accepts what the shape accepts, and refuses what it refuses', () => {
    const spoil: readonly ((document: Record<string, unknown>) => void)[] = [
      () => {},
      document => Object.assign(document, { extra: true }),
      document => Object.assign(document, { planModel: 'other' }),
      document => Object.assign(document, { schema: 'epa-plan/2' }),
      document => Object.assign(document, { effectiveFrom: 'soon' }),
      document => Reflect.deleteProperty(document, 'methods'),
      document => Object.assign(document, { overallGrades: ['excellent'] }),
    ];
    fc.assert(
      fc.property(fc.oneof(validPlan, validOutcomePlan), fc.constantFrom(...spoil), (document, change) => {
        const changed = structuredClone(document) as unknown as Record<string, unknown>;
        change(changed);
        expect(isValid(changed)).toBe(plan.safeParse(changed).success);
      }),
    );
  });
});
