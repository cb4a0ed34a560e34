import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Framework, framework } from '../../../shared/domain/framework.ts';
import { itemsOfSection } from '../../../shared/domain/framework-sections.ts';
import { parentCycles } from '../../../shared/domain/parent-cycles.ts';
import { smallFramework } from './plans.ts';

describe('the shape of a framework', () => {
  const section = (key: string, parent?: string) => ({
    key,
    title: key,
    inherits: [],
    ...(parent === undefined ? {} : { parent }),
  });

  it.each<[string, Partial<Framework>, string]>([
    [
      'a code twice',
      { items: [...smallFramework.items, { code: 'K1', kind: 'skill', text: 'x' }] },
      'two sections or items are called K1',
    ],
    ['a section called as an item', { sections: [section('K1')] }, 'two sections or items are called K1'],
    [
      'an identity twice',
      {
        items: [
          { code: 'K1', kind: 'skill', text: 'x', identity: 'A' },
          { code: 'K2', kind: 'skill', text: 'y', identity: 'a' },
        ],
        links: [],
      },
      'two sections or items are identified as a',
    ],
    ['a link to nothing', { links: [{ kind: 'maps', from: 'D1', to: 'K9' }] }, 'K9 is referred to and not there'],
    [
      'a link twice',
      { links: [...smallFramework.links, ...smallFramework.links] },
      '["maps","D1","K1"] is linked twice',
    ],
    [
      'an item in no section',
      { items: [{ code: 'K1', kind: 'skill', text: 'x', section: 'A' }], links: [] },
      'A is referred to and not there',
    ],
    [
      'an inheritance from nowhere',
      { sections: [{ ...section('A'), inherits: ['B'] }] },
      'B is referred to and not there',
    ],
    [
      'sections that are part of each other',
      { sections: [section('A', 'B'), section('B', 'A')] },
      'the section B is a part of itself',
    ],
    [
      'an option with a KSB for a duty',
      { options: [{ key: 'O1', title: 'x', duties: ['K1'] }] },
      'K1 is referred to and not there',
    ],
    [
      'a crosswalk from nowhere',
      { crosswalk: [{ kind: 'equivalent', from: 'K9', to: { identity: 'x' } }] },
      'K9 is referred to and not there',
    ],
  ])('refuses %s', (_, change, message) => {
    expect(framework.safeParse({ ...smallFramework, ...change }).error?.issues.map(issue => issue.message)).toEqual([
      message,
    ]);
  });

  it('lets a framework of groups without statements through', () => {
    expect(
      framework.safeParse({ ...smallFramework, sections: [section('1'), section('2', '1')], items: [], links: [] })
        .success,
    ).toBe(true);
  });
});

describe('what holds in a section', () => {
  const groups: Framework = {
    ...smallFramework,
    sections: [
      { key: 'A', title: 'A', inherits: [] },
      { key: 'A.a', title: 'Competencies', inherits: [], parent: 'A', kind: 'competency' },
      { key: 'A.b', title: 'Values', inherits: [], parent: 'A', kind: 'behaviour' },
      { key: 'B', title: 'B', inherits: ['A'] },
      { key: 'B.b', title: 'Values', inherits: ['A', 'B'], parent: 'B', kind: 'behaviour' },
    ],
    items: [
      { code: 'C1', kind: 'competency', text: 'one', section: 'A.a' },
      { code: 'B1', kind: 'behaviour', text: 'two', section: 'A.b' },
      { code: 'B2', kind: 'behaviour', text: 'three', section: 'B.b' },
      { code: 'I1', kind: 'indicator', text: 'four', section: 'B' },
    ],
    links: [],
  };
  it.each([
    ['A', ['C1', 'B1']],
    ['A.b', ['B1']],
    ['B', ['C1', 'B1', 'B2', 'I1']],
    ['B.b', ['B1', 'B2']],
    ['Z', []],
  ])('%s has its own, its parts’ and what it inherits of its kind', (key, codes) => {
    expect(itemsOfSection(groups, key).map(item => item.code)).toEqual(codes);
  });
});

describe('cycles of parents', () => {
  it('are cut exactly where needed: afterwards there are none, and without one nothing is cut', () => {
    const parts = fc.uniqueArray(
      fc.record({
        key: fc.constantFrom(...'abcdef'),
        parent: fc.option(fc.constantFrom(...'abcdefz'), { nil: undefined }),
      }),
      { selector: one => one.key },
    );
    fc.assert(
      fc.property(parts, all => {
        const cuts = new Set(parentCycles(all));
        const kept = all.map(part => (cuts.has(part.key) ? { key: part.key } : part));
        expect(parentCycles(kept)).toEqual([]);
        const top = new Map(kept.map(part => [part.key, 'parent' in part ? part.parent : undefined]));
        for (const { key } of all) {
          let at: string | undefined = key;
          for (let steps = 0; at !== undefined; steps += 1) {
            expect(steps).toBeLessThan(10);
            at = top.get(at);
          }
        }
      }),
    );
  });
});
