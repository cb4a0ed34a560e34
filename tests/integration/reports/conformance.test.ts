import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildReport } from '../../../electron/reports/build-report.ts';
import { type ReportModel, reportModel } from '../../../shared/domain/report-model.ts';
import type { ReportStyle } from '../../../shared/organisation-style.ts';
import {
  auditModel,
  feedbackModel,
  letterModel,
  outcomeModel,
  qualityAssuranceModel,
} from '../../fixtures/document-models.ts';
import { pngOf } from '../../fixtures/pictures.ts';
import { recordedReport } from '../../fixtures/recorded-report.ts';
import { methodReportModel, overallReportModel } from '../../fixtures/report-models.ts';
import { nameOf, type PdfObjects, type PdfValue, readPdf, textOf } from './pdf-objects.ts';
import {
  allElements,
  catalogOf,
  type Element,
  operatorsOf,
  pagesOf,
  paintingOperators,
  rolesOutline,
  structureOf,
} from './pdf-reading.ts';

const require = createRequire(createRequire(import.meta.url).resolve('pdfmake'));
const { XmlDocument } = require('xmldoc') as { XmlDocument: new (xml: string) => unknown };

const awkwardNames: ReportModel = {
  ...methodReportModel(),
  apprentice: {
    ...methodReportModel().apprentice,
    givenNames: 'محمد 😀 👩‍🏫 "Żółć" \u0007',
    familyName: 'Nguyễn & Sons <Ltd> 中文 \u202eevil',
  },
};

const style: ReportStyle = {
  organisation: 'Humber Assessment & Partners',
  accentColour: '#e8b000',
  logo: { bytes: pngOf({ width: 60, height: 20 }), mediaType: 'image/png', alt: 'A bridge over water' },
};

const signed = ['AssessorSignature', 'QualityAssurerSignature'];
const released = ['OrganisationSignature'];
const reviewed = ['QualityAssurerSignature', 'AssessorSignature'];

/** Each document with its style and the fields that can be seen in it, in their order. */
const models: readonly (readonly [string, ReportModel, ReportStyle | null, readonly string[]])[] = [
  ['a method report', methodReportModel({ notMet: ['d2'], undecided: ['b4'] }), null, signed],
  ['a practice report', methodReportModel({ methodKey: 'observation', practice: true }), null, signed],
  ['an overall report', overallReportModel(), null, signed],
  ['a report with awkward names', awkwardNames, null, signed],
  ['a report in an organisation’s style', methodReportModel(), style, signed],
  ['a report on a recorded session', recordedReport(), null, signed],
  ['an outcome statement', outcomeModel(), null, released],
  [
    'a practice outcome statement in an organisation’s style',
    outcomeModel({ failed: true, practice: true }),
    style,
    released,
  ],
  ['a feedback report', feedbackModel(), style, released],
  ['a letter after a fail', letterModel(), null, released],
  ['a practice letter in an organisation’s style', letterModel(true), style, released],
  ['a quality assurance report', qualityAssuranceModel(), null, reviewed],
  ['a practice quality assurance report', qualityAssuranceModel('agreed', true), style, reviewed],
  ['an audit extract', auditModel(60), null, released],
  ['an audit extract of a broken log', auditModel(12, 7, true), style, released],
];

/** Documents whose text alone carries what they say. */
const withoutFigures: ReadonlySet<ReportModel['kind']> = new Set(['outcome', 'qualityAssurance', 'audit']);

describe.each(models)('%s', (_, model, look, visibleFields) => {
  let bytes: Uint8Array;
  let pdf: PdfObjects;
  let elements: readonly Element[];
  let xmp: string;

  beforeAll(async () => {
    bytes = await buildReport(model, look);
    pdf = readPdf(bytes);
    elements = allElements(structureOf(pdf));
    xmp = pdf.stream(catalogOf(pdf)['Metadata']).toString('utf8');
  });

  it('is made of a model that passes its own check', () => {
    expect(reportModel.safeParse(model).error).toBeUndefined();
  });

  it('paints nothing outside marked content', () => {
    for (const page of pagesOf(pdf)) {
      const outside = operatorsOf(pdf, page).filter(one => paintingOperators.has(one.operator) && one.tag === null);
      expect(outside).toEqual([]);
    }
  });

  it('has an element for every piece of marked content that is no artifact, each exactly once', () => {
    const owned = elements.flatMap(({ contents }) => contents.map(({ page, mcid }) => `${page}/${mcid}`));
    const painted = pagesOf(pdf).flatMap((page, index) => {
      const ids = operatorsOf(pdf, page).filter(one => one.operator === 'BDC' && one.mcid !== null);
      return ids.map(({ mcid }) => `${index}/${mcid}`);
    });
    expect([...owned].sort()).toEqual([...painted].sort());
  });

  it('leads from each piece of marked content back to its element', () => {
    const tree = pdf.list(pdf.dictionary(pdf.dictionary(catalogOf(pdf)['StructTreeRoot'])['ParentTree'])['Nums']);
    const byKey = new Map(tree.flatMap((key, index) => (index % 2 === 0 ? [[key, tree[index + 1]] as const] : [])));
    for (const page of pagesOf(pdf)) {
      const parents = pdf.list(byKey.get(pdf.dictionary(page)['StructParents'] ?? null));
      expect(parents.length).toBeGreaterThan(0);
      expect(parents.filter(parent => pdf.resolve(parent) === null)).toEqual([]);
      expect(nameOf(pdf.dictionary(page)['Tabs'])).toBe('S');
    }
  });

  it('gives every heading cell a scope and every table rows of one length', () => {
    const headings = elements.filter(({ role }) => role === 'TH');
    expect(headings.length).toBeGreaterThan(0);
    for (const heading of headings) expect(['Row', 'Column']).toContain(nameOf(heading.attributes['Scope']));
    for (const table of elements.filter(({ role }) => role === 'Table')) {
      const rows = allElements(table).filter(({ role }) => role === 'TR');
      expect(new Set(rows.map(row => row.children.length)).size).toBe(1);
      expect(table.children.every(({ role }) => role === 'THead' || role === 'TBody')).toBe(true);
    }
  });

  it('describes every figure and says where it is', () => {
    const figures = elements.filter(({ role }) => role === 'Figure');
    expect(figures.length > 0).toBe(look?.logo !== undefined || !withoutFigures.has(model.kind));
    for (const figure of figures) {
      expect(figure.alt).not.toBe('');
      const [left = 0, bottom = 0, right = 0, top = 0] = pdf.list(figure.attributes['BBox']).map(Number);
      expect(right - left).toBeGreaterThan(10);
      expect(top - bottom).toBeGreaterThan(10);
    }
  });

  it('puts labels and bodies into its list items and headings in order', () => {
    for (const item of elements.filter(({ role }) => role === 'LI')) {
      expect(item.children.map(({ role }) => role)).toEqual(['Lbl', 'LBody']);
    }
    const levels = elements.filter(({ role }) => /^H\d$/.test(role)).map(({ role }) => Number(role[1]));
    expect(levels[0]).toBe(1);
    expect(levels.filter(level => level === 1)).toHaveLength(1);
    expect(levels.every((level, index) => index === 0 || level <= (levels[index - 1] ?? 0) + 1)).toBe(true);
  });

  it('describes its links and ties them to their elements', () => {
    const links = elements.filter(({ role }) => role === 'Link');
    if (model.kind === 'method') expect(links.length).toBeGreaterThan(0);
    for (const link of links) {
      expect(link.annotations).toHaveLength(1);
      expect(textOf(link.annotations[0]?.['Contents'])).not.toBe('');
      expect(link.contents.length).toBeGreaterThan(0);
    }
  });

  it('has its empty signature fields and one for a time stamp, those that are seen with a name for screen readers', () => {
    const fields = pdf.list(pdf.dictionary(catalogOf(pdf)['AcroForm'])['Fields']).map(field => pdf.dictionary(field));
    expect(fields.map(field => textOf(field['T']))).toEqual([...visibleFields, 'DocumentTimestamp']);
    for (const field of fields) {
      expect(nameOf(field['FT'])).toBe('Sig');
      expect(field['V']).toBeUndefined();
      expect(field['F']).toBe(132);
      expect(textOf(field['TU'])).toMatch(/^(Signature of the|Time stamp) /);
    }
    const forms = elements.filter(({ role }) => role === 'Form');
    expect(forms.flatMap(({ annotations }) => annotations.map(one => textOf(one['T'])))).toEqual(visibleFields);
  });

  it('is marked as practice on every page if it is one, and nowhere else', () => {
    for (const page of pagesOf(pdf)) {
      const background = operatorsOf(pdf, page).some(
        one => one.operator === 'BDC' && nameOf(pdf.dictionary(one.operands[1])['Type']) === 'Background',
      );
      expect(background).toBe(model.practice);
    }
  });

  it('claims PDF/A-3a and PDF/UA-1 in metadata that is well-formed XML', () => {
    expect(() => new XmlDocument(xmp)).not.toThrow();
    expect(xmp).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(xmp).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
    const catalog = catalogOf(pdf);
    expect(textOf(catalog['Lang'])).toBe('en-GB');
    expect(pdf.dictionary(catalog['ViewerPreferences'])['DisplayDocTitle']).toBe(true);
    expect(pdf.dictionary(catalog['MarkInfo'])['Marked']).toBe(true);
    expect(pdf.list(catalog['OutputIntents'])).toHaveLength(1);
    expect(Buffer.from(bytes.subarray(0, 8)).toString('latin1')).toBe('%PDF-1.7');
  });

  it('shows no missing glyph and embeds every font that it uses', () => {
    const shown = pagesOf(pdf)
      .flatMap(page => operatorsOf(pdf, page))
      .filter(one => one.operator === 'TJ');
    expect(shown.length).toBeGreaterThan(25);
    const glyphs = shown.flatMap(one => pdf.list(one.operands[0])).flatMap(part => glyphsOf(part));
    expect(glyphs).not.toContain(0);
    const fonts = pagesOf(pdf).flatMap(page =>
      Object.values(pdf.dictionary(pdf.dictionary(pdf.dictionary(page)['Resources'])['Font'])),
    );
    for (const font of fonts) {
      const [descendant] = pdf.list(pdf.dictionary(font)['DescendantFonts']);
      const descriptor = pdf.dictionary(pdf.dictionary(descendant)['FontDescriptor']);
      expect(pdf.stream(descriptor['FontFile2']).length).toBeGreaterThan(0);
    }
  });

  it('carries the model as JSON, unchanged, as its data', () => {
    const [file] = pdf.list(catalogOf(pdf)['AF']);
    const specification = pdf.dictionary(file);
    expect(nameOf(specification['AFRelationship'])).toBe('Data');
    expect(textOf(specification['UF'])).toBe('report.json');
    const json = pdf.stream(pdf.dictionary(specification['EF'])['F']).toString('utf8');
    expect(JSON.parse(json)).toEqual(model);
  });

  it('has an outline whose entries lead to pages', () => {
    const outline = pdf.dictionary(catalogOf(pdf)['Outlines']);
    const first = pdf.dictionary(outline['First']);
    expect(textOf(first['Title'])).not.toBe('');
    expect(pdf.dictionary(pdf.list(first['Dest'])[0])['MediaBox']).toBeDefined();
  });

  it('gives the same bytes for the same model, whatever was printed before', async () => {
    await buildReport(awkwardNames);
    const again = await buildReport(structuredClone(model), structuredClone(look));
    expect(sha256(again)).toBe(sha256(bytes));
  });
});

const short = methodReportModel({ noteCount: 3 });
const structures: readonly ReportModel[] = [
  { ...short, themes: short.themes.slice(0, 1), ksbs: short.ksbs.slice(0, 2) },
  outcomeModel(),
  { ...feedbackModel(), methods: feedbackModel().methods.slice(1) },
  letterModel(),
  qualityAssuranceModel(),
  auditModel(4),
];

it.each(structures.map(model => [model.kind, model] as const))(
  'keeps the structure of kind %s as it was agreed',
  async (kind, model) => {
    const outline = rolesOutline(structureOf(readPdf(await buildReport(model))));
    await expect(`${outline}\n`).toMatchFileSnapshot(`structure/${kind}.golden.txt`);
  },
);

it('says the content of the printed text only once, although table headings are repeated', async () => {
  const pdf = readPdf(await buildReport(overallReportModel()));
  const tables = allElements(structureOf(pdf)).filter(({ role }) => role === 'Table');
  const longest = tables.toSorted((a, b) => allElements(b).length - allElements(a).length)[0];
  const heads = longest ? allElements(longest).filter(({ role }) => role === 'THead') : [];
  expect(heads).toHaveLength(1);
  expect(heads.flatMap(allElements).flatMap(({ contents }) => contents.map(({ page }) => page))).toSatisfy(
    (pages: readonly number[]) => new Set(pages).size === 1,
  );
});

it('refuses a judgement that rests on a note which the report does not hold', async () => {
  const model = methodReportModel();
  await expect(buildReport({ ...model, notes: [] })).rejects.toThrow(/rests on note note-\d+/);
});

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function glyphsOf(part: PdfValue): number[] {
  if (typeof part !== 'object' || part === null || !('text' in part)) return [];
  return Array.from({ length: part.text.length / 2 }, (_, index) =>
    Buffer.from(part.text, 'latin1').readUInt16BE(index * 2),
  );
}
