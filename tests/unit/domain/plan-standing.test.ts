import { describe, expect, it } from 'vitest';
import { draftOf, isName, isSamePerson, nextVersion, successorOf } from '../../../shared/domain/plan-standing.ts';
import { aMethod, aPlan } from './plans.ts';

describe('telling people apart by their typed names', () => {
  it.each([
    ['Robin Fictional', ' robin  FICTIONAL ', true],
    ['Zoë O’Neill', 'Zoe ONeill', true],
    ['Robin Fictional', 'Robin-Fictional', true],
    ['Robin Fictional', 'Robin Fiction', false],
    ['Robin', 'Sam', false],
  ])('%s and %s', (one, other, same) => {
    expect(isSamePerson(one, other)).toBe(same);
  });

  it.each([
    ['Ng', true],
    ['李明', true],
    ['X', false],
    ['--', false],
    ['12', false],
  ])('%s as a name', (name, is) => {
    expect(isName(name)).toBe(is);
  });
});

describe('the version that follows', () => {
  it.each([
    ['1', '2'],
    ['1.0', '1.1'],
    ['AP02', 'AP03'],
    ['AP09', 'AP10'],
    ['v9', 'v10'],
    ['2.9 (draft)', '2.10 (draft)'],
    ['final', 'final 2'],
    ['', '2'],
  ])('%j → %j', (version, next) => {
    expect(nextVersion(version)).toBe(next);
  });
});

describe('a plan made from another', () => {
  const at = '2026-11-16T09:00:00.000Z';
  const plan = aPlan([aMethod()], {
    supersedes: 'earlier',
    transcription: {
      typedBy: 'A',
      checkedBy: 'B',
      checkedAt: at,
      confirmedBy: 'C',
      confirmedAt: at,
      sourceDocument: 'd',
      sourceVersion: 'v',
    },
  });

  it('as a draft takes over the content and not who stood by it', () => {
    const draft = draftOf(plan, 'new');
    expect(draft).toMatchObject({ id: 'new', title: 'Example plan (copy)', methods: plan.methods });
    expect(draft.transcription).toBeUndefined();
    expect(draft.supersedes).toBeUndefined();
  });

  it('from a template is a plan to be typed in; from a fictional one it stays fictional', () => {
    expect(draftOf({ ...plan, origin: 'template' }, 'new')).toMatchObject({
      origin: 'published',
      source: '',
      version: '',
    });
    expect(draftOf({ ...plan, origin: 'demonstration' }, 'new').origin).toBe('demonstration');
  });

  it('as its next version says which it is to replace', () => {
    const next = successorOf(plan, 'new');
    expect(next).toMatchObject({ id: 'new', version: '2', supersedes: 'example', title: 'Example plan' });
    expect(next.transcription).toBeUndefined();
  });
});
