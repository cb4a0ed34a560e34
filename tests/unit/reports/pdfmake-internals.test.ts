import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import {
  LayoutBuilder,
  PdfDocument,
  pdfmakeVersion,
  Renderer,
  TextInlines,
} from '../../../electron/reports/tagged/internals.ts';

const require = createRequire(import.meta.url);
const fromPdfmake = createRequire(require.resolve('pdfmake/package.json'));

describe('The inner parts of pdfmake that the tagged printer inherits from', () => {
  it('are of the version that they were written for, and package.json pins it', () => {
    expect(require('pdfmake/package.json').version).toBe(pdfmakeVersion);
    const { dependencies } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
    expect(dependencies.pdfmake).toBe(pdfmakeVersion);
  });

  it('stand on the version of pdfkit whose documents are extended', () => {
    expect(fromPdfmake('pdfkit/package.json').version).toBe('0.19.1');
  });

  it.each([
    [
      'LayoutBuilder',
      LayoutBuilder,
      ['layoutDocument', 'tryLayoutDocument', 'addHeadersAndFooters', 'processNode', 'processTable', 'buildNextLine'],
    ],
    ['Renderer', Renderer, ['renderPages', 'renderLine', 'renderVector', 'renderImage']],
    ['TextInlines', TextInlines, ['measure', 'widthOfText', 'buildInlines']],
    [
      'PDFDocument',
      PdfDocument,
      [
        'provideFont',
        'provideImage',
        'annotate',
        'endMetadata',
        'appendXML',
        'end',
        'font',
        'fontSize',
        'file',
        'struct',
        'markContent',
        'markStructureContent',
        'endMarkedContent',
        'getStructTreeRoot',
        'getStructParentTree',
        'createStructParentTreeNextKey',
        'switchToPage',
      ],
    ],
  ])('%s still has each method that is overridden or called', (_, inner, methods) => {
    for (const method of methods) expect(inner.prototype).toHaveProperty(method, expect.any(Function));
  });

  it('still call the overridden methods on the instance, and give the layout its words by a property', () => {
    const source = readFileSync(require.resolve('pdfmake/js/LayoutBuilder.js'), 'utf8');
    for (const call of [
      'this.tryLayoutDocument(',
      'this.addHeadersAndFooters(',
      'this.processNode(',
      'this.processTable(',
      'this.buildNextLine(',
    ]) {
      expect(source).toContain(call);
    }
    const measuring = readFileSync(require.resolve('pdfmake/js/DocMeasure.js'), 'utf8');
    expect(measuring).toContain('this.textInlines.buildInlines(');
  });
});
