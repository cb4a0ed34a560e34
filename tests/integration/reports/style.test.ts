import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { buildReport } from '../../../electron/reports/build-report.ts';
import { AppError } from '../../../shared/errors.ts';
import { type ReportStyle, readableAccent } from '../../../shared/organisation-style.ts';
import { letterModel, outcomeModel } from '../../fixtures/document-models.ts';
import { jpegHead, type PictureFacts, pngOf } from '../../fixtures/pictures.ts';
import { methodReportModel } from '../../fixtures/report-models.ts';
import { readPdf } from './pdf-objects.ts';
import { allElements, operatorsOf, pagesOf, structureOf } from './pdf-reading.ts';
import { runOn } from './poppler.ts';

const plain: ReportStyle = { organisation: 'Humber Assessment Partnership', accentColour: '#7a1f4b' };
const withLogo = (facts: PictureFacts): ReportStyle => ({
  ...plain,
  logo: { bytes: pngOf(facts), mediaType: 'image/png', alt: 'A bridge over water' },
});
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Every colour that a document's pages are filled or stroked with, as `#rrggbb`. */
function coloursIn(bytes: Uint8Array): ReadonlySet<string> {
  const pdf = readPdf(bytes);
  const setting = new Set(['sc', 'scn', 'SC', 'SCN', 'rg', 'RG']);
  const hex = (part: unknown) =>
    Math.round(Number(part) * 255)
      .toString(16)
      .padStart(2, '0');
  const painted = pagesOf(pdf).flatMap(page => operatorsOf(pdf, page));
  return new Set(
    painted
      .filter(({ operator, operands }) => setting.has(operator) && operands.length === 3)
      .map(({ operands }) => `#${operands.map(hex).join('')}`),
  );
}

describe('An organisation’s style', () => {
  it.each([methodReportModel(), outcomeModel(), letterModel()])(
    'puts its name, logo and colour into kind $kind',
    async model => {
      const bytes = await buildReport(model, withLogo({ width: 90, height: 30 }));
      expect(runOn(bytes, 'pdftotext', file => ['-l', '1', file, '-'])).toContain('Humber Assessment Partnership');
      const figures = allElements(structureOf(readPdf(bytes))).filter(({ role }) => role === 'Figure');
      expect(figures[0]?.alt).toBe('A bridge over water');
      expect(coloursIn(bytes)).toContain('#7a1f4b');
      expect(coloursIn(bytes)).not.toContain('#0f5063');
    },
  );

  it('is the house’s own without one', async () => {
    const colours = coloursIn(await buildReport(methodReportModel()));
    expect(colours).toContain('#0f5063');
  });

  it('prints a pale accent darkened, so that it can be read', async () => {
    const { colour, darkened } = readableAccent('#ffd800');
    expect(darkened).toBe(true);
    const colours = coloursIn(await buildReport(outcomeModel(), { ...plain, accentColour: '#ffd800' }));
    expect(colours).toContain(colour);
    expect(colours).not.toContain('#ffd800');
  });

  it('gives the same bytes each time, and others for another style', async () => {
    const style = withLogo({ width: 90, height: 30 });
    const [one, again] = [await buildReport(letterModel(), style), await buildReport(letterModel(), style)];
    expect(sha256(again)).toBe(sha256(one));
    const idOf = (bytes: Uint8Array) => /\/ID \[<([0-9a-f]+)>/i.exec(Buffer.from(bytes).toString('latin1'))?.[1];
    const other = await buildReport(letterModel(), { ...style, accentColour: '#224466' });
    expect(idOf(one)).toMatch(/^[0-9a-f]{32}$/i);
    expect(idOf(other)).not.toBe(idOf(one));
  });
});

describe('A logo is refused', () => {
  const refusal = (style: ReportStyle) =>
    buildReport(outcomeModel(), style).then(
      () => 'not refused',
      error => (error instanceof AppError ? error.code : String(error)),
    );
  const jpeg = (head: Uint8Array): ReportStyle => ({
    ...plain,
    logo: { bytes: head, mediaType: 'image/jpeg', alt: 'x' },
  });

  it.each([
    [
      'with more bytes than it may have',
      {
        ...withLogo({ width: 9, height: 9 }),
        logo: { bytes: new Uint8Array(300_001), mediaType: 'image/png' as const, alt: 'x' },
      },
      'style.logoTooLarge',
    ],
    ['with more pixels than it may have', withLogo({ width: 1601, height: 2 }), 'style.logoTooLarge'],
    ['that is see-through', withLogo({ width: 9, height: 9, colourType: 6 }), 'style.logo'],
    ['with a see-through colour', withLogo({ width: 9, height: 9, transparentColour: true }), 'style.logo'],
    ['that is interlaced', withLogo({ width: 9, height: 9, interlaced: true }), 'style.logo'],
    ['in a printing press’s colours', jpeg(jpegHead({ width: 9, height: 9, channels: 4 })), 'style.logo'],
    [
      'that is a JPEG with too many pixels',
      jpeg(jpegHead({ width: 9, height: 1601, channels: 3 })),
      'style.logoTooLarge',
    ],
    ['that is no JPEG', jpeg(pngOf({ width: 9, height: 9 })), 'style.logo'],
    ['that ends too early', jpeg(jpegHead({ width: 9, height: 9, channels: 3 }).subarray(0, 12)), 'style.logo'],
    ['that is empty', jpeg(new Uint8Array()), 'style.logo'],
  ])('%s', async (_, style, code) => {
    expect(await refusal(style)).toBe(code);
  });

  it('but not when it is a plain picture', async () => {
    expect(await refusal(withLogo({ width: 1600, height: 2, colourType: 0 }))).toBe('not refused');
  });
});
