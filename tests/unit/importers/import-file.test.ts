import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importFile } from '../../../electron/importers/import-file.ts';
import { importPreview } from '../../../shared/domain/framework-import.ts';
import { AppError } from '../../../shared/errors.ts';
import { fixtureBytes, fixtureNames } from './fixtures.ts';

const files = ['standards', 'case', 'text']
  .flatMap(folder => fixtureNames(folder).map(name => `${folder}/${name}`))
  .filter(name => !name.includes('schema'));
const formatOf = (name: string) => {
  if (name.endsWith('.csv')) return 'csv';
  return name.split('/')[0];
};

describe('a file to import', () => {
  it.each(files)('%s is known by its content, and its preview has the shape of the contract', name => {
    const preview = importFile({ name: 'renamed.bin', bytes: fixtureBytes(name) });
    expect(importPreview.parse(preview)).toEqual(preview);
    expect(preview.source.format).toBe(formatOf(name));
    expect(preview.source.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(preview.totals).toMatchObject({
      frameworks: 1,
      links: preview.frameworks[0]?.links,
      counts: preview.frameworks[0]?.counts,
    });
  });

  it('in another encoding gives the same framework', () => {
    const bytes = fixtureBytes('text/st1030-from-page.txt');
    const text = new TextDecoder().decode(bytes);
    const utf16 = importFile({ name: 'x', bytes: Buffer.from(`\uFEFF${text}`, 'utf16le') });
    expect(utf16.frameworks).toEqual(importFile({ name: 'x', bytes }).frameworks);
  });

  it('that is no UTF-8 says so in its preview', () => {
    const preview = importFile({ name: 'x', bytes: Buffer.from('Duty 1 Serve caf\xe9s\nDuty 2 Sell\n', 'latin1') });
    expect(preview.frameworks[0]?.framework.items[0]?.text).toBe('Serve cafés');
    expect(preview.problems[0]?.message).toContain('Windows-1252');
    expect(preview.totals.problems).toBe((preview.frameworks[0]?.problems.length ?? 0) + 1);
  });

  it('adds up over all its standards', () => {
    const records = fixtureNames('standards').map(name =>
      JSON.parse(new TextDecoder().decode(fixtureBytes(`standards/${name}`))),
    );
    const { totals } = importFile({ name: 'all.json', bytes: Buffer.from(JSON.stringify(records)) });
    expect(totals).toMatchObject({
      frameworks: 9,
      duties: 116,
      counts: { duty: 116, knowledge: 213, skill: 219, behaviour: 62 },
      links: { found: 1509, resolved: 1509, outside: 0 },
      uncertainRepairs: 0,
    });
  });

  it('is read as a table whatever line Excel put above it, and as JSON whatever kind of text was said', () => {
    const table = importFile({ name: 'excel.csv', bytes: Buffer.from('\uFEFFsep=;\r\ncode;text\r\nK1;One, two\r\n') });
    expect(table.source.format).toBe('csv');
    expect(table.frameworks[0]?.framework.items).toMatchObject([{ code: 'K1', text: 'One, two' }]);
    const record = { title: 'Example', larsCode: 900, knowledges: [{ knowledgeId: 'a', detail: 'One' }] };
    const json = importFile({ name: 'one.json', bytes: Buffer.from(JSON.stringify(record)) }, { kind: 'nos' });
    expect(json.source.format).toBe('standards');
  });

  it('takes the name of a table for its title', () => {
    const preview = importFile({ name: 'Workshop standards.csv', bytes: Buffer.from('code,text\nK1,One\n') });
    expect(preview.frameworks[0]?.title).toBe('Workshop standards');
  });
});

describe('any bytes', () => {
  const begun = fc.constantFrom(
    '',
    '{"CFItems":',
    '[{"skills":',
    'Duty 1 a\nDuty 2 b\n',
    'code,text\n',
    '<html><body>',
    'Group A: b\n',
    'You must be able to\n1. ',
  );
  const fragment = fc.constantFrom(
    'Duty 3 ',
    'K1: ',
    '\n',
    '1. ',
    '\uFFFD',
    '{',
    '}',
    '[',
    ']',
    '"',
    ',',
    ';',
    '<li>',
    '&amp;',
    'Group B',
    'a) Skills',
    'as set out in groups A to Z',
    '\f',
    '\0',
    'K1 K2',
    'Knowledge\n',
    '9'.repeat(30),
    '\uD800',
  );

  const attempt = (bytes: Uint8Array) => {
    try {
      importPreview.parse(importFile({ name: 'x', bytes }));
    } catch (error) {
      expect(error).toBeInstanceOf(AppError);
      expect((error as AppError).code).toMatch(/^import\./);
    }
  };

  it('give a preview or a clear refusal, never another error', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), attempt), { numRuns: 500 });
    const text = fc.tuple(begun, fc.array(fc.oneof(fragment, fc.string()), { maxLength: 20 }));
    fc.assert(
      fc.property(text, ([head, rest]) => attempt(Buffer.from(head + rest.join('')))),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.json(), json =>
        attempt(Buffer.from(`{"CFDocument":{},"CFItems":[${json}],"CFAssociations":[${json}]}`)),
      ),
      { numRuns: 300 },
    );
  });

  it('cut out of real files give a preview or a clear refusal', () => {
    const real = files.map(fixtureBytes);
    const part = fc.record({
      file: fc.constantFrom(...real),
      from: fc.nat(2_000),
      length: fc.nat(4_000),
      change: fc.nat(4_000),
    });
    fc.assert(
      fc.property(part, ({ file, from, length, change }) => {
        const bytes = Uint8Array.from(file.subarray(from, from + length));
        if (change < bytes.length) bytes[change] = 0x7b;
        attempt(bytes);
      }),
      { numRuns: 300 },
    );
  });
});
