import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type AppearanceRequest, drawAppearance } from '../../../electron/signing/appearance.ts';
import { openPdf } from '../../../electron/signing/pdf-file.ts';
import { catalogOf, entryOf, latestState, objectOf, type PdfState } from '../../../electron/signing/pdf-state.ts';
import { asDict, asItems, asName, asRef } from '../../../electron/signing/pdf-values.ts';

const request: AppearanceRequest = {
  width: 230,
  height: 76,
  lines: ['Dr A. Patel', 'Independent assessor', 'Signed 21 November 2026, 14:05 GMT'],
  mark: { kind: 'typed', name: 'Dr A. Patel' },
  fontsFolder: new URL('../../../resources/fonts', import.meta.url).pathname,
};

const drawn = (strokes: readonly { x: number; y: number }[][]): AppearanceRequest => ({
  ...request,
  mark: { kind: 'drawn', strokes: [...strokes], aspect: 3 },
});

const open = async (wanted: AppearanceRequest): Promise<PdfState> => latestState(openPdf(await drawAppearance(wanted)));

/** The drawing operators of the page. */
function operators(state: PdfState): string {
  const pages = asDict(entryOf(state, catalogOf(state).dict, 'Pages'));
  const page = asDict(objectOf(state, asRef(asItems(pages?.entries.get('Kids'))?.[0])?.number ?? -1)?.value);
  const content = objectOf(state, asRef(page?.entries.get('Contents'))?.number ?? -1);
  return inflateSync(content?.stream ?? Buffer.alloc(0)).toString('latin1');
}

/** The PostScript names of the fonts without their subset's tag. */
function fontNames(state: PdfState): readonly string[] {
  const offsets = state.file.revisions[0].offsets.keys();
  const dicts = [...offsets].map(number => asDict(objectOf(state, number)?.value));
  const names = dicts.filter(dict => asName(dict?.entries.get('Type')) === 'FontDescriptor');
  return names.map(dict => asName(dict?.entries.get('FontName'))?.slice(7) ?? '').sort();
}

describe('the appearance of a signature', () => {
  test('is the same, byte for byte, for the same request', async () => {
    expect(await drawAppearance(request)).toEqual(await drawAppearance(request));
  });

  test('sets a typed name in italics, and the first line in semibold', async () => {
    expect(fontNames(await open(request))).toEqual(['SourceSans3-It', 'SourceSans3-Regular', 'SourceSans3-Semibold']);
  });

  test('draws strokes as lines, without any picture', async () => {
    const stroke = [
      { x: 0, y: 0.5 },
      { x: 0.5, y: 0 },
      { x: 1, y: 1 },
    ];
    const state = await open(drawn([stroke, [{ x: 0.2, y: 0.2 }]]));
    expect(fontNames(state)).not.toContain('SourceSans3-It');
    expect(operators(state)).toMatch(/5 38 m\n.* v\n.* l\nS\n/);
    expect(operators(state)).not.toContain(' Do');
  });

  test.each([
    ['no strokes', []],
    ['a point beside the pad', [[{ x: 1.1, y: 0 }]]],
    ['a point that is nowhere', [[{ x: Number.NaN, y: 0 }]]],
    ['more points than a hand can draw', [Array.from({ length: 20_001 }, () => ({ x: 0.5, y: 0.5 }))]],
  ])('refuses %s', async (_, strokes) => {
    await expect(drawAppearance(drawn(strokes))).rejects.toMatchObject({ code: 'signature.drawing' });
  });

  test('takes another font for letters that the first one lacks', async () => {
    const state = await open({ ...request, lines: ['დავით'], mark: { kind: 'typed', name: 'A' } });
    expect(fontNames(state)).toEqual(['DejaVuSans-Bold', 'SourceSans3-It']);
  });

  test('never uses a missing glyph, whatever the name', async () => {
    const state = await open({ ...request, lines: ['李小龙 🙂'], mark: { kind: 'typed', name: '李' } });
    const [hexadecimal = ''] = /\[<([0-9a-f]+)>/.exec(operators(state)) ?? [];
    expect(hexadecimal).not.toBe('');
    expect(operators(state)).not.toContain('<0000');
  });

  test.each(['A name that is very much longer than any box that it could be put into, and then some more', '', '   '])(
    'copes with the name “%s”',
    async name => {
      const state = await open({ ...request, lines: [name], mark: { kind: 'typed', name } });
      expect(operators(state)).toContain('BT');
    },
  );
});
