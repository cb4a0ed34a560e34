import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Framework, FrameworkItem } from '../../../shared/domain/framework.ts';
import { differences } from '../../../shared/domain/framework-differences.ts';
import { smallFramework } from './plans.ts';

const knowledge = (code: string, text: string, identity?: string): FrameworkItem => ({
  code,
  kind: 'knowledge',
  text,
  ...(identity === undefined ? {} : { identity }),
});
const having = (items: readonly FrameworkItem[], links: Framework['links'] = []): Framework => ({
  ...smallFramework,
  items: [...items],
  links,
});

describe('two versions of a framework', () => {
  it('that are equal differ in nothing', () => {
    const { statements, linksAdded, linksRemoved } = differences(smallFramework, smallFramework);
    expect(statements.map(({ kind }) => kind)).toEqual(smallFramework.items.map(() => 'same'));
    expect([...linksAdded, ...linksRemoved]).toEqual([]);
  });

  it.each<[string, readonly FrameworkItem[], readonly FrameworkItem[], readonly unknown[]]>([
    [
      'an addition',
      [knowledge('K1', 'a')],
      [knowledge('K1', 'a'), knowledge('K2', 'b')],
      [
        { kind: 'same', code: 'K1', text: 'a' },
        { kind: 'added', code: 'K2', text: 'b' },
      ],
    ],
    [
      'a removal, told where it stood',
      [knowledge('K1', 'a'), knowledge('K2', 'b'), knowledge('K3', 'c')],
      [knowledge('K1', 'a'), knowledge('K2', 'c')],
      [
        { kind: 'same', code: 'K1', text: 'a' },
        { kind: 'removed', code: 'K2', text: 'b' },
        { kind: 'moved', from: 'K3', to: 'K2', text: 'c' },
      ],
    ],
    [
      'a removal at the head',
      [knowledge('K1', 'a'), knowledge('K2', 'b')],
      [knowledge('K1', 'b')],
      [
        { kind: 'removed', code: 'K1', text: 'a' },
        { kind: 'moved', from: 'K2', to: 'K1', text: 'b' },
      ],
    ],
    [
      'new wording under the same code',
      [knowledge('K1', 'a')],
      [knowledge('K1', 'A')],
      [{ kind: 'changed', from: 'K1', to: 'K1', before: 'a', after: 'A' }],
    ],
    [
      'new wording and a new code, known by identity',
      [knowledge('K1', 'a', 'x'), knowledge('K2', 'b', 'y')],
      [knowledge('K1', 'b', 'Y'), knowledge('K2', 'A', 'X')],
      [
        { kind: 'moved', from: 'K2', to: 'K1', text: 'b' },
        { kind: 'changed', from: 'K1', to: 'K2', before: 'a', after: 'A' },
      ],
    ],
    [
      'new identities for the same words',
      [knowledge('K1', 'a', 'x')],
      [knowledge('K1', 'a', 'z')],
      [{ kind: 'same', code: 'K1', text: 'a' }],
    ],
    [
      'two statements with the same words',
      [knowledge('K1', 'a'), knowledge('K2', 'a')],
      [knowledge('K1', 'a'), knowledge('K2', 'a'), knowledge('K3', 'a')],
      [
        { kind: 'same', code: 'K1', text: 'a' },
        { kind: 'same', code: 'K2', text: 'a' },
        { kind: 'added', code: 'K3', text: 'a' },
      ],
    ],
    [
      'a statement of another kind',
      [knowledge('K1', 'a')],
      [{ code: 'S1', kind: 'skill', text: 'a' }],
      [
        { kind: 'removed', code: 'K1', text: 'a' },
        { kind: 'added', code: 'S1', text: 'a' },
      ],
    ],
  ])('show %s', (_, before, after, expected) => {
    expect(differences(having(before), having(after)).statements).toEqual(expected);
  });

  it('show links that came and went, and follow codes that moved', () => {
    const duty: FrameworkItem = { code: 'D1', kind: 'duty', text: 'd' };
    const map = (to: string) => ({ kind: 'maps' as const, from: 'D1', to });
    const before = having([duty, knowledge('K1', 'a'), knowledge('K2', 'b')], [map('K1'), map('K2')]);
    const after = having(
      [duty, knowledge('K1', 'n'.repeat(3)), knowledge('K2', 'a'), knowledge('K3', 'b')],
      [map('K1'), map('K2')],
    );
    const found = differences(before, after);
    expect(found.linksAdded).toEqual([map('K1')]);
    expect(found.linksRemoved).toEqual([map('K2')]);
  });

  const items = fc
    .uniqueArray(fc.record({ number: fc.integer({ min: 1, max: 9 }), text: fc.constantFrom('a', 'b', 'c', 'd') }), {
      selector: one => one.number,
    })
    .map(list => list.map(({ number, text }) => knowledge(`K${number}`, text)));

  it('account for every statement of both exactly once', () => {
    fc.assert(
      fc.property(items, items, (before, after) => {
        const { statements } = differences(having(before), having(after));
        const later = statements.flatMap(one => (one.kind === 'removed' ? [] : ['to' in one ? one.to : one.code]));
        const earlier = statements.flatMap(one => (one.kind === 'added' ? [] : ['from' in one ? one.from : one.code]));
        expect(later).toEqual(after.map(item => item.code));
        expect(earlier.toSorted()).toEqual(before.map(item => item.code).toSorted());
      }),
    );
  });
});
