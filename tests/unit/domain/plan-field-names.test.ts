import { describe, expect, it } from 'vitest';
import { placeInWords, planFieldNames } from '../../../shared/domain/plan-field-names.ts';
import { planJsonSchema } from '../../../shared/domain/plan-schema.ts';
import { aMethod, aPlan } from './plans.ts';

interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/** The way to every parameter that a shape can hold. */
function parametersIn(schema: Schema, path: readonly string[]): readonly string[] {
  const alternatives = (schema.anyOf ?? schema.oneOf)?.filter(({ type }) => type !== 'null');
  if (alternatives) return alternatives.flatMap(each => parametersIn(each, path));
  if (schema.properties) {
    return Object.entries(schema.properties).flatMap(([name, inner]) => parametersIn(inner, [...path, name]));
  }
  const ofObjects = [schema.items, ...(schema.items?.anyOf ?? []), ...(schema.items?.oneOf ?? [])];
  if (schema.items && ofObjects.some(each => each?.properties)) return parametersIn(schema.items, [...path, '*']);
  return [path.join('.')];
}

/** What is no parameter of an assessment but tells plans and their elements from one another, or travels with them. */
const ofIdentity = /(^|\.)(key|id|schema|supersedes)$|^transcription|^questionBank/;

describe('the names of a plan’s parameters', () => {
  it('are there for every parameter that the shape of a plan can hold, and for no other', () => {
    const parameters = new Set(parametersIn(planJsonSchema(), []).filter(path => !ofIdentity.test(path)));
    expect(Object.keys(planFieldNames).toSorted()).toEqual([...parameters].toSorted());
  });

  it('make words of a place, from the large to the small', () => {
    const plan = aPlan([aMethod()], { planModel: 'aap' });
    const words = (...place: (string | number)[]) => placeInWords(plan, place);
    expect(words('version')).toBe('Plan version');
    expect(words('programme', 'epaPeriodMonths')).toBe('Programme: months of the assessment period');
    expect(words('methods', 0, 'parts', 0, 'minutes')).toBe('Professional discussion, part Discussion: minutes');
    expect(words('methods', 0, 'themes', 1, 'descriptors', 0, 'ksbs')).toBe(
      'Professional discussion, assessment outcome Title of b, descriptor 1: KSBs',
    );
    expect(words('methods', 0, 'questions', 'minimum')).toBe(
      'Professional discussion, questions: least number of questions',
    );
    expect(words('gateway', 4, 'title')).toBe('Gateway requirement 5: what is asked for');
  });
});
