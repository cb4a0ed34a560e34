import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportCase } from '../../../electron/importers/case-export.ts';
import { importCase } from '../../../electron/importers/case-import.ts';
import { type Framework, framework as frameworkShape } from '../../../shared/domain/framework.ts';
import type { FrameworkPreview } from '../../../shared/domain/framework-import.ts';
import { fixtureNames, fixtureText, st1030 } from './fixtures.ts';
import { anyFramework } from './framework-arbitrary.ts';

const only = (value: unknown): FrameworkPreview =>
  importCase(typeof value === 'string' ? value : JSON.stringify(value)).frameworks[0] as FrameworkPreview;
const packages = fixtureNames('case').filter(name => name.endsWith('.case.json'));
const now = new Date('2026-11-21T21:05:00Z');

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv, { formats: ['uri', 'date', 'date-time', 'int32', 'float'] });
const isPackage = ajv.compile(JSON.parse(fixtureText('case/case-v1p0-cfpackage-schema.json')));
const faultsOf = (value: unknown) => (isPackage(value) ? [] : (isPackage.errors ?? []));

describe('CASE packages of others', () => {
  it.each([
    [
      'opensalt-framework-20c5134f.case.json',
      'What Standards Could Be',
      12,
      4,
      { found: 23, resolved: 2, outside: 21 },
    ],
    ['opensalt-test-AdoptedTestFramework.case.json', 'Adopted Test', 1, 0, { found: 0, resolved: 0, outside: 0 }],
    [
      'opensalt-test-EmptyExternalFramework.case.json',
      'Test Framework External Empty',
      0,
      0,
      { found: 0, resolved: 0, outside: 0 },
    ],
    ['opensalt-test-ItemTypeTestFramework.case.json', 'Item Type Test', 1, 0, { found: 0, resolved: 0, outside: 0 }],
    [
      'opensalt-test-MarkdownFramework.case.json',
      'Test Markdown Framework',
      2,
      0,
      { found: 0, resolved: 0, outside: 0 },
    ],
    ['opensalt-test-Ordering.case.json', 'ACT Holistic Framework, Math', 24, 4, { found: 0, resolved: 0, outside: 0 }],
    [
      'opensalt-test-SequenceNumberFramework.case.json',
      'Sequence Number Test',
      2,
      0,
      { found: 0, resolved: 0, outside: 0 },
    ],
    ['opensalt-test-SmartLevelFramework.case.json', 'SmartLevel Test', 12, 2, { found: 0, resolved: 0, outside: 0 }],
    ['opensalt-test-Utf8TestFramework.case.json', 'UTF8 𝑑 Test', 1, 0, { found: 0, resolved: 0, outside: 0 }],
  ])('%s comes whole', (name, title, statements, sections, links) => {
    const preview = only(fixtureText(`case/${name}`));
    expect(preview).toMatchObject({ title, sections, links });
    expect(preview.framework.items).toHaveLength(statements);
  });

  it('are all in the table', () => {
    expect(packages).toHaveLength(9);
  });

  it('are ordered by sequence number, else by code with 2 before 10, else by place', () => {
    const codes = (name: string) =>
      only(fixtureText(`case/opensalt-test-${name}.case.json`)).framework.items.map(item => item.code);
    expect(codes('SequenceNumberFramework')).toEqual(['SNT.2', 'SNT.1']);
    expect(codes('Ordering')).toEqual(Array.from({ length: 24 }, (_, index) => `H.A.MATH.GM.PF.2DFP.L1.${index + 1}`));
    expect(codes('SmartLevelFramework')).toEqual(Array.from({ length: 12 }, (_, index) => `C${index + 1}`));
  });

  it('have their parents as sections with a title and a text, nested as they were', () => {
    const { sections } = only(fixtureText('case/opensalt-test-Ordering.case.json')).framework;
    expect(sections.map(({ title, parent }) => [title, parent])).toEqual([
      ['Geometry and Measurement', undefined],
      ['Plane Figures', 'H.A.MATH.GM'],
      ['2-D Figures and Their Properties', 'H.A.MATH.GM.PF'],
      ['Level 1', 'H.A.MATH.GM.PF.2DFP'],
    ]);
    expect(sections[1]?.text).toBe(
      'Understanding properties of and relationships among shapes that are contained in a plane',
    );
  });

  it('keep links that leave them as a crosswalk', () => {
    const { links, crosswalk = [] } = only(fixtureText('case/opensalt-framework-20c5134f.case.json')).framework;
    expect(links.map(({ kind }) => kind)).toEqual(['precedes', 'precedes']);
    expect(crosswalk.filter(({ kind }) => kind === 'equivalent')).toHaveLength(16);
    expect(crosswalk).toHaveLength(21);
  });
});

describe('the two dialects', () => {
  const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  const item = (number: number, text: string) => ({
    identifier: id(number),
    uri: `https://example.org/${id(number)}`,
    fullStatement: text,
    humanCodingScheme: `X${number}`,
  });
  const document = {
    identifier: id(100),
    uri: `https://example.org/${id(100)}`,
    creator: 'Maker',
    title: 'Both',
    version: '1',
  };
  const items = [item(1, 'Heading'), item(2, 'Second'), item(3, 'First'), item(4, 'Newer')];
  const ends = [
    ['isChildOf', 1, 100, undefined],
    ['isChildOf', 2, 1, 2],
    ['isChildOf', 3, 1, '1'],
    ['isChildOf', 4, 100, undefined],
    ['replacedBy', 2, 4, undefined],
    ['exactMatchOf', 999, 3, undefined],
  ] as const;
  const written = (end: (number: number) => unknown, names: readonly [string, string]) => ({
    CFDocument: document,
    CFItems: items,
    CFAssociations: ends.map(([associationType, from, to, sequenceNumber]) => ({
      associationType,
      [names[0]]: end(from),
      [names[1]]: end(to),
      sequenceNumber,
    })),
  });
  const uris = ['originNodeURI', 'destinationNodeURI'] as const;
  const dialects: readonly (readonly [string, unknown])[] = [
    [
      'objects with a GUID',
      written(number => ({ title: 'x', identifier: id(number), uri: `urn:uuid:${id(number)}` }), uris),
    ],
    [
      'objects with a URL as identifier',
      written(number => ({ title: 'x', identifier: `https://example.org/ims/case/v1p0/CFItems/${id(number)}` }), uris),
    ],
    ['URLs', written(number => `https://example.org/uri/${id(number).toUpperCase()}?x=1`, uris)],
    ['identifiers', written(id, ['originNodeIdentifier', 'destinationNodeIdentifier'])],
    ['a package inside an object', { CFPackage: written(id, ['originNodeIdentifier', 'destinationNodeIdentifier']) }],
  ];

  it.each(dialects)('with %s give the same framework', (_, value) => {
    const { framework, links, problems } = only(value);
    expect(framework.items.map(({ code, section }) => [code, section])).toEqual([
      ['X3', 'X1'],
      ['X2', 'X1'],
      ['X4', undefined],
    ]);
    expect(framework.links).toEqual([{ kind: 'replaces', from: 'X4', to: 'X2' }]);
    expect(framework.crosswalk).toMatchObject([{ kind: 'equivalent', from: 'X3', to: { identity: id(999) } }]);
    expect(links).toEqual({ found: 2, resolved: 1, outside: 1 });
    expect(problems).toEqual([]);
  });

  it('survive statements that are part of themselves, second parents, unknown ends and types', () => {
    const { framework, problems, links } = only({
      CFDocument: document,
      CFItems: [item(1, 'One'), item(2, 'Two'), item(2, 'Two again'), { fullStatement: null }, 'nonsense'],
      CFAssociations: [
        { associationType: 'isChildOf', originNodeIdentifier: id(1), destinationNodeIdentifier: id(2) },
        { associationType: 'isChildOf', originNodeIdentifier: id(2), destinationNodeIdentifier: id(1) },
        { associationType: 'isChildOf', originNodeIdentifier: id(1), destinationNodeIdentifier: id(100) },
        { associationType: 'isChildOf', originNodeIdentifier: id(7), destinationNodeIdentifier: id(100) },
        { associationType: 'precedes', originNodeIdentifier: id(8), destinationNodeIdentifier: id(1) },
        { associationType: 'isTranslationOf', originNodeIdentifier: id(1), destinationNodeIdentifier: id(2) },
        { associationType: 'precedes' },
        null,
      ],
    });
    expect(frameworkShape.safeParse(framework).success).toBe(true);
    expect(framework.sections.length + framework.items.length).toBe(5);
    expect(links).toEqual({ found: 2, resolved: 1, outside: 0 });
    expect(problems.length).toBeGreaterThanOrEqual(8);
  });

  it('take a time in proportion to a chain of 20,000 headings', () => {
    const count = 20_000;
    const start = performance.now();
    const { sections } = only({
      CFDocument: document,
      CFItems: Array.from({ length: count }, (_, index) => item(index + 1000, 'x')),
      CFAssociations: Array.from({ length: count - 1 }, (_, index) => ({
        associationType: 'isChildOf',
        originNodeIdentifier: id(index + 1001),
        destinationNodeIdentifier: id(index + 1000),
      })),
    });
    expect(sections).toBe(count - 1);
    expect(performance.now() - start).toBeLessThan(15_000);
  });

  it.each([
    ['no package', '{"skills": []}', 'import.noPackage'],
    ['too many statements', JSON.stringify({ CFItems: Array.from({ length: 200_001 }, () => 0) }), 'import.tooMany'],
    ['broken JSON', '{"CFDocument": ', 'import.badJson'],
  ])('refuse %s in words', (_, text, code) => {
    expect(() => importCase(text)).toThrow(expect.objectContaining({ name: 'AppError', code }));
  });
});

describe('the export as CASE', () => {
  const backAndForth = (framework: Framework) => only(exportCase(framework, now)).framework;

  it('of the built-in standard validates against the published schema and comes back equal', () => {
    const made = exportCase(st1030, now);
    expect(faultsOf(made)).toEqual([]);
    expect(backAndForth(st1030)).toEqual(st1030);
    expect(made.CFDocument).toMatchObject({
      title: 'Safeguarding support officer',
      creator: 'Skills England',
      lastChangeDateTime: now.toISOString(),
    });
    expect(made.CFItems).toHaveLength(81);
    expect(made.CFAssociations).toHaveLength(81 + 326);
  });

  it.each(packages)('of what came from %s does so too', name => {
    const { framework } = only(fixtureText(`case/${name}`));
    expect(faultsOf(exportCase(framework, now))).toEqual([]);
    expect(backAndForth(framework)).toEqual(framework);
  });

  it('of any framework does so too', () => {
    fc.assert(
      fc.property(anyFramework, framework => {
        expect(frameworkShape.parse(framework)).toEqual(framework);
        expect(faultsOf(exportCase(framework, now))).toEqual([]);
        expect(backAndForth(framework)).toEqual(framework);
      }),
      { numRuns: 100 },
    );
  });

  it('is found faulty by the schema when a required field is taken out, so the check can fail', () => {
    const { CFDocument, ...rest } = exportCase(st1030, now);
    const { title: _, ...untitled } = CFDocument;
    expect(faultsOf({ ...rest, CFDocument: untitled })).not.toEqual([]);
    expect(faultsOf({ ...rest, CFDocument, further: 1 })).not.toEqual([]);
  });

  it('read without the extensions still has every statement, code, kind, section and link’s ends', () => {
    const bare = JSON.parse(
      JSON.stringify(exportCase(st1030, now), (key, value) => (key === 'extensions' ? undefined : value)),
    );
    const { framework, links } = only(bare);
    expect(framework.items.map(({ code, kind, text }) => ({ code, kind, text }))).toEqual(st1030.items);
    expect(links).toEqual({ found: 326, resolved: 326, outside: 0 });
  });
});
