import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  followedNote,
  kindJustTyped,
  nextKind,
  printDraft,
  readDraft,
} from '../../../renderer/screens/session/note-kinds.ts';
import { type NoteKind, noteKinds } from '../../../shared/domain/session.ts';
import { aMethod, aNote } from '../domain/plans.ts';

const observation = aMethod({
  kind: 'observation',
  parts: [
    { key: 'watch', name: 'Observation', minutes: 60 },
    { key: 'ask', name: 'Questions', minutes: 15 },
  ],
});
const discussion = aMethod();
const notes = (...kinds: readonly NoteKind[]) =>
  kinds.map((kind, index) => aNote(`n${index}`, { kind, partKey: 'talk' }));

describe('the kind that the next note most likely has', () => {
  test.each([
    [[], 'question'],
    [['question'], 'answer'],
    [['question', 'answer'], 'answer'],
    [['question', 'answer', 'followUp'], 'answer'],
    [['question', 'answer', 'remark'], 'answer'],
    [['question', 'portfolio'], 'answer'],
  ] as const)('after %j of a discussion is %s', (before, expected) => {
    expect(nextKind(discussion, 'talk', notes(...before))).toBe(expected);
  });

  test('is what is seen in the first part of an observation, and a question in the part after it', () => {
    expect(nextKind(observation, null, [])).toBe('seen');
    expect(nextKind(observation, 'watch', [])).toBe('seen');
    expect(nextKind(observation, 'ask', [aNote('n0', { kind: 'seen', partKey: 'watch' })])).toBe('question');
  });

  test('takes no account of a note that was struck', () => {
    const struck = aNote('n0', { kind: 'question', partKey: 'talk', struckReason: 'Wrong apprentice' });
    expect(nextKind(discussion, 'talk', [struck])).toBe('question');
  });
});

describe('the note that a new one follows', () => {
  const before = notes('question', 'answer', 'followUp', 'answer', 'remark');

  test.each([
    ['answer', 'n2'],
    ['followUp', 'n3'],
    ['portfolio', 'n3'],
    ['question', null],
    ['seen', null],
    ['remark', null],
  ] as const)('for %s is %s', (kind, expected) => {
    expect(followedNote(kind, before)).toBe(expected);
  });

  test('is none while nothing was asked', () => {
    expect(followedNote('answer', [])).toBeNull();
  });
});

describe('a kind typed in front', () => {
  test.each([
    ['q', 'question'],
    ['f', 'followUp'],
    ['s', 'seen'],
    ['p', 'portfolio'],
    ['r', 'remark'],
  ] as const)('is the small letter %s and the space that was just typed after it', (letter, kind) => {
    expect(kindJustTyped(letter, `${letter} `)).toBe(kind);
  });

  test.each([
    ['a', 'a '],
    ['I', 'I '],
    ['Q', 'Q '],
    ['', 'q '],
    ['', 'q pasted'],
    ['x', 'x '],
    ['q so', 'q so '],
    ['qand so', 'q and so'],
  ])('is not read into %j becoming %j', (before, after) => {
    expect(kindJustTyped(before, after)).toBeUndefined();
  });
});

test('a draft comes back with its kind and text, whatever they were', () => {
  const anyText = fc
    .oneof(fc.string(), fc.constantFrom('a good example', 'q ', 'r r r', 's\nt'))
    .filter(text => text.trim() !== '');
  fc.assert(
    fc.property(fc.constantFrom(...noteKinds), anyText, (kind, text) => {
      expect(readDraft(printDraft(kind, text))).toEqual({ kind, text });
    }),
  );
});

test('a draft without a kind comes back as its text', () => {
  expect(readDraft('What would you do?')).toEqual({ kind: null, text: 'What would you do?' });
});

test('an empty draft is kept as nothing', () => {
  expect(printDraft('question', ' ')).toBe('');
});
