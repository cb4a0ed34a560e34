import { describe, expect, it } from 'vitest';
import { importText } from '../../../electron/importers/text.ts';
import type { FrameworkPreview, TextKind } from '../../../shared/domain/framework-import.ts';
import { itemsOfSection } from '../../../shared/domain/framework-sections.ts';
import { fixtureText, run, st1030 } from './fixtures.ts';

const only = (text: string, kind?: TextKind): FrameworkPreview => {
  const { frameworks } = importText(text, kind === undefined ? {} : { kind });
  expect(frameworks).toHaveLength(1);
  return frameworks[0] as FrameworkPreview;
};
const placesOf = ({ problems }: FrameworkPreview) => problems.map(problem => problem.place);
const itemTexts = ({ framework }: FrameworkPreview) => framework.items.map(({ code, text }) => `${code} ${text}`);

describe('a standard’s text from a PDF that lost 52 ligatures', () => {
  const preview = only(fixtureText('text/st1030-from-pdf.txt'));

  it('gives every statement of the built-in standard; Duty 7 in its older wording', () => {
    expect(preview.counts).toEqual({ duty: 15, knowledge: 31, skill: 28, behaviour: 7 });
    expect(preview.framework.items.map(item => (item.code === 'D7' ? 'D7' : item))).toEqual(
      st1030.items.map(item => (item.code === 'D7' ? 'D7' : item)),
    );
    expect(preview.framework.items[6]?.text).toBe(
      'Maintain accurate and up to date safeguarding logs and registers in accordance with organisational policies reviews and audits.',
    );
    expect(preview.framework.summary).toBe(st1030.summary);
  });

  it('gives all 326 links', () => {
    const named = (links: typeof st1030.links) => new Set(links.map(({ from, to }) => `${from} ${to}`));
    expect(preview.links).toEqual({ found: 326, resolved: 326, outside: 0 });
    expect(named(preview.framework.links)).toEqual(named(st1030.links));
  });

  it('restores each ligature with certainty, and lists it under its line', () => {
    expect(preview.repairs).toHaveLength(52);
    expect(preview.repairs.filter(repair => !repair.certain)).toEqual([]);
    expect(preview.repairs).toContainEqual({ place: 'line 33', before: 'O\uFFFDcer', after: 'Officer', certain: true });
    expect(JSON.stringify(preview.framework)).not.toContain('\uFFFD');
  });

  it('keeps reference, level and facts, and reports title and version as not found', () => {
    expect(preview.framework).toMatchObject({ reference: 'ST1030', level: 3, kind: 'apprenticeshipStandard' });
    expect(preview.framework.facts).toEqual(
      expect.arrayContaining([
        { label: 'Route', value: 'Care services' },
        { label: 'Typical duration', value: '18 months' },
        { label: 'Subject sector area', value: '1.3 Health and social care' },
      ]),
    );
    expect(placesOf(preview)).toEqual(['Title', 'Version']);
  });
});

describe('a standard’s text from a page', () => {
  const preview = only(fixtureText('text/st1030-from-page.txt'));

  it('gives the duties, Duty 7 in its newer wording, and the same summary', () => {
    const straight = (text: string | undefined) => text?.replaceAll('’', "'");
    expect(preview.counts).toEqual({ duty: 15 });
    expect(preview.framework.items.map(item => straight(item.text))).toEqual(
      st1030.items.slice(0, 15).map(item => straight(item.text)),
    );
    expect(preview.framework.summary).toBe(st1030.summary);
  });

  it('reports what it lacks: reference, title, version, KSBs and the job titles', () => {
    expect(placesOf(preview)).toEqual(['Reference', 'Title', 'Version', 'KSBs', 'Typical job titles']);
  });

  it('takes what a person says of it', () => {
    const said = { reference: 'ST1030', title: 'Safeguarding support officer', version: '1.1' };
    const [told] = importText(fixtureText('text/st1030-from-page.txt'), said).frameworks;
    expect(told).toMatchObject({ ...said, framework: { id: 'st1030-1.1' } });
  });
});

describe('standards in other layouts', () => {
  const page = [
    'Widget maker',
    'Reference: ST9002',
    'LARS code: 902',
    'Version: 1.3',
    'Level: 2',
    'Duties',
    'Duty\tKSBs',
    'Duty 1 Make widgets, to S1 quality.\tK1 K2, S1',
    'Duty 2: Mend them. K1; B9',
    'Duty 3 Sell them in units of K9',
    'KSBs',
    'Knowledge',
    'K1: How widgets are made, in-',
    'cluding those of others and inclu-',
    'ding including:',
    '• large ones',
    '• small ones',
    'Back to Duty',
    'K3 Materials',
    'Skills',
    'S1. Use tools',
    'S01. Use other tools',
    'Behaviours',
    'B1 – Be careful',
    'Page 2 of 3',
  ].join('\n');

  it('finds names, codes on the duty’s own line, bullets and words cut by hyphens', () => {
    const preview = only(page);
    expect(preview.framework).toMatchObject({
      reference: 'ST9002',
      title: 'Widget maker',
      version: '1.3',
      level: 2,
      larsCode: 902,
    });
    expect(itemTexts(preview)).toEqual([
      'D1 Make widgets, to S1 quality.',
      'D2 Mend them.',
      'D3 Sell them in units of K9',
      'K1 How widgets are made, including those of others and including including:\n• large ones\n• small ones',
      'K3 Materials',
      'S1 Use tools',
      'B1 Be careful',
    ]);
    expect(preview.framework.links.map(({ from, to }) => `${from} ${to}`)).toEqual(['D1 K1', 'D1 S1', 'D2 K1']);
    expect(preview.links).toEqual({ found: 5, resolved: 3, outside: 0 });
  });

  it('reports a missing code, a code that comes twice, codes that lead nowhere and a duty without KSBs', () => {
    expect(only(page).problems).toEqual(
      expect.arrayContaining([
        { place: 'K2', message: 'It is missing: the text goes on to K3 without it.' },
        { place: 'S1', message: expect.stringContaining('Use other tools') },
        { place: 'D1', message: 'It names K2, and the text has no statement with that code.' },
        { place: 'D3', message: 'It names no KSBs.' },
      ]),
    );
  });

  it('reads a saved page: lists, scripts and menus are told apart', () => {
    const html = `<!DOCTYPE html><html><head><title>x</title></head><body><nav><a>Duty 9 Menu</a></nav><script>var K1 = "Duty 8 no";</script>
      <h1>Widget maker</h1><h2>Occupation duties</h2><ul><li><strong>Duty 1</strong> Make &amp; mend</li><li>Duty 2 Sell</li></ul>
      <h2>Knowledge</h2><p>K1: One</p><p>K2: Two</p><footer>K3: Three</footer></body></html>`;
    expect(itemTexts(only(html))).toEqual(['D1 Make & mend', 'D2 Sell', 'K1 One', 'K2 Two']);
  });

  it('gives codes by order to points that have none', () => {
    const text = 'Duties\nDuty 1 Make\nDuty 2 Sell\nKnowledge\n• One\n• Two\nSkills\n1. Three\n';
    expect(itemTexts(only(text))).toEqual(['D1 Make', 'D2 Sell', 'K1 One', 'K2 Two', 'S1 Three']);
  });

  it('drops heads and feet that come back on each page, and numbers that count the pages', () => {
    const pages = ['Duty 1 Make', 'Duty 2 Sell', 'Knowledge\nK1: One'].map(
      (body, index) => `Widget standard\n${body}\n${index + 1}`,
    );
    expect(itemTexts(only(pages.join('\f')))).toEqual(['D1 Make', 'D2 Sell', 'K1 One']);
  });
});

describe('a National Occupational Standard’s text, numbered 1. throughout', () => {
  const preview = only(fixtureText('text/nos-fictional.txt'));

  it('gives own codes by order, joins broken lines and leaves the glossary out', () => {
    expect(preview.framework.items.map(item => item.code)).toEqual([...run('P', 4), ...run('K', 3)]);
    expect(preview.counts).toEqual({ performanceCriterion: 4, knowledge: 3 });
    expect(preview.framework.items[2]?.text).toBe(
      'work in collaboration with owners and others to identify wear and faults that may be dangerous, and take action to remove them',
    );
    expect(preview.framework.items.at(-1)?.text).toBe(
      'why recording repairs is important, and how to support others to do this',
    );
    expect(preview.framework.summary).toMatch(/^This standard identifies .* Standard\.$/);
    expect(placesOf(preview)).toEqual(['Reference', 'Title', 'Version']);
  });
});

describe('training standards by group', () => {
  const preview = only(fixtureText('text/groups-fictional.txt'));

  it('gives the lists of the group with a code each, and not the notes before it', () => {
    expect(preview.counts).toEqual({ competency: 4, knowledge: 2, skill: 1 });
    expect(preview.framework.items.map(({ code, section }) => `${section} ${code}`)).toEqual([
      'C.a C1',
      'C.a C2',
      'C.a C3',
      'C.b C4',
      'C.c K1',
      'C.c K2',
      'C.d S1',
    ]);
    expect(preview.framework).toMatchObject({
      kind: 'trainingStandard',
      title: 'Fictional workshop training, learning and development standards - group C',
      version: '2 October 2023',
    });
  });

  it('reads «as set out in groups A to B» as inheritance, and reports that those groups are elsewhere', () => {
    const inherits = Object.fromEntries(preview.framework.sections.map(section => [section.key, section.inherits]));
    expect(inherits).toEqual({
      A: [],
      B: [],
      C: ['A', 'B'],
      'C.a': ['A', 'B'],
      'C.b': [],
      'C.c': [],
      'C.d': [],
      'C.e': ['A', 'B'],
    });
    expect(placesOf(preview)).toEqual(['Group A, B', 'Reference']);
  });

  it('resolves the inheritance when the other groups come in the same text', () => {
    const groups = ['A', 'B'].map(
      key =>
        `Group ${key}: Workers\na) Core competencies.\n1. Competency of ${key}.\nb) Attitudes and values.\n1. Value of ${key}.\n`,
    );
    const whole = only(`${groups.join('')}${fixtureText('text/groups-fictional.txt')}`).framework;
    const textsOf = (key: string) => itemsOfSection(whole, key).map(item => item.text);
    expect(textsOf('C.e')).toEqual(['Value of A.', 'Value of B.']);
    expect(textsOf('C.a')).toEqual([
      'Competency of A.',
      'Competency of B.',
      'As set out in groups A to B.',
      'Provide oversight of every repair.',
      'Take a lead in safety.',
    ]);
    expect(itemsOfSection(whole, 'C')).toHaveLength(whole.items.length);
  });
});

describe('a framework’s text that only names its groups', () => {
  const preview = only(fixtureText('text/frame-fictional.txt'));

  it('gives the frame of nine groups, and reports that no statement is there', () => {
    expect(preview.framework.sections.map(section => section.title)).toEqual(run('Group ', 9));
    expect(preview.framework.items).toEqual([]);
    expect(preview.framework).toMatchObject({ kind: 'competencyFramework', version: '2014' });
    expect(preview.problems.at(-1)?.message).toContain('9 groups and none of their statements');
  });

  it('keeps the sentence about its rights as the licence', () => {
    expect(preview.framework.licence.attribution).toContain('must not be reproduced');
  });
});

describe('the kind of a text', () => {
  it('can be forced', () => {
    expect(only('Group A: x\n1. one\nDuty 1 a\nDuty 2 b').framework.kind).toBe('apprenticeshipStandard');
    expect(only('Group A: x\n1. one\nDuty 1 a\nDuty 2 b', 'groups').framework.kind).toBe('trainingStandard');
  });

  it.each([
    ['a letter', 'Dear Sir,\nthank you for your letter about K2.\nYours', 'import.unknownText'],
    ['a text with more lost letters than not', 'a \uFFFD '.repeat(6_000), 'import.tooDamaged'],
    ['a text without end', `Duty 1 x\n${'long '.repeat(1_000_000)}`, 'import.tooLong'],
  ])('of %s is refused in words', (_, text, code) => {
    expect(() => importText(text)).toThrow(expect.objectContaining({ name: 'AppError', code }));
  });

  it('is told, and the text read, in a time in proportion to its length, whatever it holds', () => {
    const start = performance.now();
    const long = [
      'K1: '.repeat(200_000),
      'K1 '.repeat(300_000),
      `${'line of-\n'.repeat(100_000)}`,
      '1. \n'.repeat(200_000),
      'a) b\n'.repeat(100_000),
    ];
    for (const text of long) {
      importText(`Duty 1 x\n${text}`, { kind: 'standard' });
      importText(`You must be able to\n${text}`, { kind: 'nos' });
      importText(`Group A: b\n${text}`, { kind: 'groups' });
    }
    expect(performance.now() - start).toBeLessThan(30_000);
  }, 60_000);
});
