import fc from 'fast-check';
import {
  type CrosswalkLink,
  type Framework,
  type FrameworkItem,
  type FrameworkSection,
  frameworkKinds,
  itemKinds,
  linkKinds,
} from '../../../shared/domain/framework.ts';

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });

/** The record without the fields that are undefined: an optional field is either there or not. */
const withoutUndefined = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;

const names = fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), {
  minLength: 1,
  maxLength: 12,
});

/** Any framework that its shape lets through, with every optional field there and not there. */
export const anyFramework: fc.Arbitrary<Framework> = names.chain(all =>
  fc.integer({ min: 0, max: all.length - 1 }).chain(count => frameworkOf(all.slice(0, count), all.slice(count))),
);

function frameworkOf(keys: readonly string[], codes: readonly string[]): fc.Arbitrary<Framework> {
  return fc
    .record({
      kind: fc.constantFrom(...frameworkKinds),
      id: words,
      reference: words,
      title: words,
      version: words,
      identity: maybe(fc.oneof(fc.uuid(), words)),
      level: maybe(fc.integer({ min: 1, max: 8 })),
      larsCode: maybe(fc.integer({ min: 1, max: 9999 })),
      issuer: words,
      source: words,
      licence: fc
        .record({ name: fc.string(), url: maybe(fc.string()), attribution: fc.string() })
        .map(withoutUndefined),
      summary: maybe(fc.string()),
      facts: fc.array(fc.record({ label: fc.string(), value: fc.string() }), { maxLength: 3 }),
      identities: fc.uniqueArray(
        fc.oneof(
          fc.uuid(),
          fc.uuid().map(one => one.toUpperCase()),
          fc.webUrl(),
        ),
        {
          minLength: keys.length + codes.length,
          maxLength: keys.length + codes.length,
          selector: one => one.toLowerCase(),
        },
      ),
      sections: fc.tuple(...keys.map((key, index) => anySection(key, keys.slice(0, index), keys))),
      items: fc.tuple(...codes.map(code => anyItem(code, keys))),
      links: fc.uniqueArray(anyLink([...keys, ...codes]), { maxLength: 6, selector: one => JSON.stringify(one) }),
      crosswalk: maybe(
        fc.uniqueArray(anyCrosswalk([...keys, ...codes]), {
          minLength: 1,
          maxLength: 4,
          selector: ({ kind, from, to }) => JSON.stringify([kind, from, to.identity]),
        }),
      ),
      missing: maybe(
        fc.array(
          fc.record({ field: words, state: fc.constantFrom('absent' as const, 'null' as const, 'invalid' as const) }),
          { maxLength: 2 },
        ),
      ),
      optionTitles: maybe(fc.array(words, { maxLength: 2 })),
      named: fc.array(fc.boolean(), { minLength: keys.length + codes.length, maxLength: keys.length + codes.length }),
    })
    .map(({ identities, named, optionTitles, ...rest }) => {
      const identified = <T extends object>(one: T, index: number): T =>
        named[index] ? { ...one, identity: identities[index] } : one;
      const items = rest.items.map((item, index) => identified(item, keys.length + index));
      const duties = items.filter(item => item.kind === 'duty').map(item => item.code);
      const options = optionTitles?.map((title, index) => ({ key: `O${index}`, title, duties }));
      const sections = rest.sections.map(identified);
      return withoutUndefined({ schema: 'epa-framework/1' as const, ...rest, sections, items, options });
    });
}

function anySection(key: string, earlier: readonly string[], keys: readonly string[]): fc.Arbitrary<FrameworkSection> {
  return fc
    .record({
      key: fc.constant(key),
      title: fc.string(),
      inherits: fc.subarray([...keys]),
      parent: earlier.length > 0 ? maybe(fc.constantFrom(...earlier)) : fc.constant(undefined),
      kind: maybe(fc.constantFrom(...itemKinds)),
      text: maybe(fc.string()),
    })
    .map(withoutUndefined);
}

function anyItem(code: string, keys: readonly string[]): fc.Arbitrary<FrameworkItem> {
  return fc
    .record({
      code: fc.constant(code),
      kind: fc.constantFrom(...itemKinds),
      text: words,
      section: keys.length > 0 ? maybe(fc.constantFrom(...keys)) : fc.constant(undefined),
      mandatory: maybe(fc.boolean()),
      core: maybe(fc.boolean()),
      notes: maybe(fc.string()),
    })
    .map(withoutUndefined);
}

const anyLink = (ends: readonly string[]) =>
  fc.record({ kind: fc.constantFrom(...linkKinds), from: fc.constantFrom(...ends), to: fc.constantFrom(...ends) });

const anyCrosswalk = (ends: readonly string[]): fc.Arbitrary<CrosswalkLink> =>
  fc.record({
    kind: fc.constantFrom(...linkKinds),
    from: fc.constantFrom(...ends),
    to: fc
      .record({ identity: fc.oneof(fc.uuid(), fc.webUrl(), words), uri: maybe(fc.string()), title: maybe(fc.string()) })
      .map(withoutUndefined),
  });
