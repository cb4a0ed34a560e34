import { expect, test } from 'vitest';
import { builtIn } from '../../../electron/core/resources.ts';
import { outsideTheme, sameQuestion, themeAt } from '../../../shared/domain/question-bank.ts';

const { bank, plans } = builtIn();
const plan = plans.find(({ id }) => id === bank.planId);
if (!plan) throw new Error('The bank is for no built-in plan');

test('the bank says that it is fictional', () => {
  expect(bank.source).toMatch(/^Fictional\./);
  expect(bank.author).toContain('fictional');
});

test.each(bank.questions.map(question => [question.text, question] as const))(
  'is asked for its theme: %s',
  (_, question) => {
    const found = themeAt(plan, question);
    expect(found && outsideTheme(question.ksbs, found.theme)).toEqual([]);
    expect(question.passPointers.length).toBeGreaterThanOrEqual(2);
    const hasDistinction = found?.theme.descriptors.some(({ grade }) => grade === 'distinction');
    if (!hasDistinction) expect(question.distinctionPointers).toEqual([]);
  },
);

test('every theme has three questions or more, one of them a scenario, and none is there twice', () => {
  for (const method of plan.methods) {
    for (const theme of method.themes) {
      const own = bank.questions.filter(one => one.methodKey === method.key && one.themeKey === theme.key);
      expect(own.length).toBeGreaterThanOrEqual(3);
      expect(own.filter(({ kind }) => kind === 'scenario')).toHaveLength(1);
    }
  }
  expect(new Set(bank.questions.map(one => sameQuestion(one, one.text))).size).toBe(bank.questions.length);
});
