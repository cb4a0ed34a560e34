import { expect, test } from 'vitest';
import { builtIn } from '../../../electron/core/resources.ts';
import { readQuestionRows } from '../../../electron/importers/question-columns.ts';
import { questionOfRow } from '../../../electron/importers/question-csv.ts';

const plan = builtIn().plans.find(({ origin }) => origin === 'demonstration');
if (!plan) throw new Error('There is no demonstration plan');
const read = (text: string) => readQuestionRows(text).map(row => questionOfRow(row, plan));

test.each([
  ['Theme,Question,KSBs\nResponding to concerns,Why?,K1', 'commas'],
  ['KSB codes;QUESTION TEXT;theme\nK1;Why?;Responding to concerns', 'semicolons, another order'],
  ['\uFEFFtheme\tquestion\tmapping\nResponding to concerns\tWhy?\tk1', 'tabs and a byte order mark'],
  ['Notes|Theme|Question|KSB\nx|RESPONDING TO CONCERNS!|Why?|K1', 'bars and a column of no use'],
])('%j is read: %s', text => {
  expect(read(text)).toMatchObject([
    {
      row: 2,
      place: { methodKey: 'observation', themeKey: 'a' },
      wording: { text: 'Why?', ksbs: ['K1'], kind: 'opening' },
      problems: [],
    },
  ]);
});

test('a letter that themes of several methods have is settled by the method or by the KSBs, else asked about', () => {
  const rows = read(
    ['method,theme,question,ksbs', ',A,Why?,K1', ',Theme A,Why?,K3', 'Professional,a,Why?,K3', ',A,Why?,'].join('\n'),
  );
  expect(rows.map(({ place }) => place?.methodKey ?? null)).toEqual([
    'observation',
    'professionalDiscussion',
    'professionalDiscussion',
    null,
  ]);
  expect(rows[3]?.problems[0]).toMatch(/have a theme called “A” each\. Name the method/);
});

test.each([
  ['theme,question,ksbs\n,Why?,K1', 'It names no theme.'],
  ['theme,question,ksbs\nResponding to concerns,,K1', 'It has no question.'],
  ['theme,question,ksbs\nResponding to concerns,Why?,', 'It names no KSB.'],
  ['theme,question,ksbs\nResponding to concerns,Why?,K1 and some', '“SOME” is no KSB code.'],
])('what is wrong with %j is told in words', (text, problem) => {
  expect(read(text)).toMatchObject([{ place: null, wording: null, problems: [problem] }]);
});

test('pointers are set apart by lines, semicolons or bars, without their bullets, and cells like formulas are text', () => {
  const [row] = read(
    'theme,question,ksbs,pass,distinction\nResponding to concerns,"\'=1+1",K1,"• One\n2. Two","a; b | c"',
  );
  expect(row?.wording).toMatchObject({
    text: '=1+1',
    passPointers: ['One', 'Two'],
    distinctionPointers: ['a', 'b', 'c'],
  });
});

test('a quotation mark that is never closed is refused in words', () => {
  expect(() => readQuestionRows('theme,question\nA,"Why')).toThrow(/quotation mark is not closed/);
});
