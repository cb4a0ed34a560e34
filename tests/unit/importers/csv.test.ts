import { describe, expect, it } from 'vitest';
import { importCsv } from '../../../electron/importers/csv.ts';
import type { FrameworkPreview } from '../../../shared/domain/framework-import.ts';
import { fixtureText } from './fixtures.ts';

const only = (text: string): FrameworkPreview => importCsv(text).frameworks[0] as FrameworkPreview;
const itemsOf = (text: string) =>
  only(text).framework.items.map(({ code, kind, text: words, section }) => [code, kind, words, section]);

describe('a table of statements', () => {
  it.each([
    ['commas', 'Code,Kind,Text,Section\nK1,Knowledge,"One, and more",A\nS1,skill,Two,B\n'],
    ['semicolons and a mark of UTF-8', '\uFEFFRef;Type;Statement;Group\r\nK1;K;One, and more;A\r\nS1;S;Two;B\r\n'],
    [
      'tabs and names in other words',
      'KSB code\tCategory\tFull statement\tHeading\nK1\tKNOWLEDGE\tOne, and more\tA\nS1\tSkills\t Two \tB\n',
    ],
    ['bars and columns in another order', 'section|text|code\nA|One, and more|K1\nB|Two|S1\n'],
    ['no names of columns', 'K1,Knowledge,"One, and more",A\nS1,Skill,Two,B\n'],
  ])('with %s gives its statements', (_, text) => {
    expect(itemsOf(text)).toEqual([
      ['K1', 'knowledge', 'One, and more', 'A'],
      ['S1', 'skill', 'Two', 'B'],
    ]);
  });

  it('takes what looks like a formula as text, and says so', () => {
    const preview = only('code,text\nK1,"=SUM(A1:A9)"\nK2,"+44 lines"\nK3,@home\nK4,- a point\n');
    expect(preview.framework.items.map(item => item.text)).toEqual(['=SUM(A1:A9)', '+44 lines', '@home', '• a point']);
    expect(preview.problems.map(problem => problem.place)).toEqual(['row 2, text', 'row 3, text', 'row 4, text']);
  });

  it('gives free codes to rows without one, and to those whose code was there before', () => {
    const preview = only('code,kind,text\nK1,,One\n,knowledge,Two\nK1,,Three\nK2,,Four\n,zzz,Five\n');
    expect(preview.framework.items.map(item => item.code)).toEqual(['K1', 'K3', 'K4', 'K2', 'C1']);
    expect(preview.problems.map(problem => problem.place)).toEqual(['row 4', 'row 6']);
  });

  it('makes links of the codes that a duty’s row names', () => {
    const preview = only('code,text,KSBs\nD1,Do,"K1, K2; K9"\nK1,One,\nK2,Two,\n');
    expect(preview.framework.links.map(({ from, to }) => `${from} ${to}`)).toEqual(['D1 K1', 'D1 K2']);
    expect(preview.links).toEqual({ found: 3, resolved: 2, outside: 0 });
    expect(preview.problems).toHaveLength(1);
  });

  it('makes sections of rows that others are part of', () => {
    const { framework, sections } = only(fixtureText('case/opensalt-sample_case.csv'));
    expect(sections).toBe(5);
    expect(framework.sections.map(({ key, parent }) => [key, parent])).toEqual([
      ['M', undefined],
      ['M.F', 'M'],
      ['M.F.1-2', 'M.F'],
      ['M.F.1-2.S1', 'M.F.1-2'],
      ['M.F.C2', 'M.F'],
    ]);
    expect(framework.items.map(item => item.code)).toEqual([
      'M.F.1-2.S1a',
      'M.F.1-2.S1b',
      'M.F.C2.S1',
      'M.E',
      'M.E.C1',
    ]);
  });

  it('cuts sections that are part of each other, and rows that are part of themselves', () => {
    const { framework, problems } = only('code,text,section\nA,First,B\nB,Second,A\nC,Third,C\nD9,Fourth,A\n');
    expect(framework.sections.map(({ key, parent }) => [key, parent])).toEqual([
      ['A', 'B'],
      ['B', undefined],
    ]);
    expect(framework.items.map(({ code, section }) => [code, section])).toEqual([
      ['C', undefined],
      ['D9', 'A'],
    ]);
    expect(problems).toHaveLength(1);
  });

  it('leaves rows without text out, and says which', () => {
    const preview = only('code,text\nK1,\n\nK2,Two\n');
    expect(preview.framework.items.map(item => item.code)).toEqual(['K2']);
    expect(preview.problems).toEqual([{ place: 'row 2', message: 'It has no text, and was left out.' }]);
  });

  it.each([
    ['no column of statements', 'name,age\nx,1\n', 'import.noColumns'],
    ['too many rows', `code,text\n${'K1,a\n'.repeat(100_001)}`, 'import.tooMany'],
    ['a cell without end', `code,text\nK1,"${'a'.repeat(1_100_000)}`, 'import.badCsv'],
  ])('with %s is refused in words', (_, text, code) => {
    expect(() => importCsv(text)).toThrow(expect.objectContaining({ name: 'AppError', code }));
  });
});
