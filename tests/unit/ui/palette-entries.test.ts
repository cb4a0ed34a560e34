import { describe, expect, test } from 'vitest';
import type { Action, ActionContext, Provider } from '../../../renderer/actions.ts';
import { paletteEntries } from '../../../renderer/frame/palette-entries.ts';

const context: ActionContext = { route: { page: 'home' }, isOpen: true };
const action = (id: string, title: string, section: string): Action => ({ id, title, section, run: () => undefined });
const actions = [
  action('goTo.home', 'Go to Home', 'Go to'),
  action('workspace.lock', 'Lock the workspace', 'Workspace'),
];
const people: Provider = {
  id: 'apprentice',
  section: 'Apprentices',
  findings: () => [
    { id: '1', title: 'Amara Okafor', detail: 'ST1030 · Northgate Primary School', run: () => undefined },
    { id: '2', title: 'Ben Whitfield', detail: 'ST1030 · Heron House', run: () => undefined },
  ],
};
const titles = (query: string): readonly string[] =>
  paletteEntries(query, actions, [people], context).map(entry => entry.title);

describe('the palette', () => {
  test('shows every action in its order before anything is typed, and nothing that is found', () => {
    expect(titles(' ')).toEqual(['Go to Home', 'Lock the workspace']);
  });

  test('finds a person by name', () => {
    expect(titles('amara')).toEqual(['Amara Okafor']);
  });

  test('finds a person by what stands beside the name', () => {
    expect(titles('heron')).toEqual(['Ben Whitfield']);
  });

  test('leaves out what fits by chance when something fits well', () => {
    expect(titles('lock')).toEqual(['Lock the workspace']);
  });

  test('runs the action with the context of the page', () => {
    const seen: ActionContext[] = [];
    const watched: Action = { ...action('x', 'Exact', 'Test'), run: given => seen.push(given) };
    paletteEntries('exact', [watched], [], context)[0]?.run();
    expect(seen).toEqual([context]);
  });

  test('shows no more than forty lines', () => {
    const many = Array.from({ length: 90 }, (_, n) => action(`a${n}`, `Action ${n}`, 'Many'));
    expect(paletteEntries('action', many, [], context)).toHaveLength(40);
  });
});
