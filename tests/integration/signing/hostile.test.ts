import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { describeVerification } from '../../../electron/signing/describe-verification.ts';
import { verifyPdf } from '../../../electron/signing/verify-pdf.ts';
import {
  authority,
  issuedBy,
  sampleReport,
  selfSigned,
  signAsAssessor,
  signAsQualityAssurer,
} from './sample-report.ts';

/** What is said when our own code failed in a way that nobody foresaw. It must never be seen. */
const UNFORESEEN = 'The PDF cannot be read: it is damaged.';

let report: Uint8Array;
let signed: Uint8Array;

beforeAll(async () => {
  report = await sampleReport();
  const once = await signAsAssessor(report, await selfSigned());
  signed = await signAsQualityAssurer(once, await issuedBy(await authority()));
});

/** Verifies and describes, which must neither throw nor meet anything unforeseen. */
function verdictOf(bytes: Uint8Array): string {
  const result = verifyPdf(bytes);
  expect(result.problem).not.toBe(UNFORESEEN);
  expect(describeVerification(result).length).toBeGreaterThan(0);
  return result.verdict;
}

/** A PDF with the given objects, numbered from 1, of which 1 is the catalogue; its table is right. */
function pdfOf(objects: readonly string[], trailer = ''): Buffer {
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  return Buffer.from(
    `${text}${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R ${trailer}>>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  );
}

describe('what is no PDF', () => {
  test.each([
    ['nothing', Buffer.alloc(0)],
    ['one byte', Buffer.from('%')],
    ['a greeting', Buffer.from('Dear assessor')],
    ['only the end of a PDF', Buffer.from('startxref\n0\n%%EOF\n')],
    ['an end that points beyond the file', Buffer.from('startxref\n9999999999\n%%EOF\n')],
    ['a megabyte of zeros', Buffer.alloc(1_000_000)],
    ['many ends', Buffer.from('startxref\n0\n%%EOF\n'.repeat(50_000))],
  ])('is unreadable: %s', (_, bytes) => {
    expect(verdictOf(bytes)).toBe('unreadable');
  });

  test('is unreadable: random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), bytes => {
        expect(verdictOf(bytes)).toBe('unreadable');
      }),
    );
  });
});

describe('a signed report that was cut short', () => {
  test('is never taken for whole, wherever the cut is', () => {
    const ends = new Set<number>([signed.length]);
    const text = Buffer.from(signed).toString('latin1');
    for (let at = text.indexOf('%%EOF'); at >= 0; at = text.indexOf('%%EOF', at + 1)) {
      ends.add(at + 5).add(at + 6); // a cut just here leaves an earlier version, which may be intact
    }
    for (let length = 0; length < signed.length; length += 331) {
      if (!ends.has(length)) expect(verdictOf(signed.subarray(0, length))).not.toMatch(/^(?:intact|unsigned)$/);
    }
  });

  test('to its first signature is the report as the assessor signed it', () => {
    const firstEnd = Buffer.from(signed).indexOf('%%EOF\n', report.length) + 6;
    expect(verifyPdf(signed.subarray(0, firstEnd))).toMatchObject({
      verdict: 'intact',
      signatures: [{ laterSignatures: 0 }],
    });
  });
});

describe('a signed report that was mangled', () => {
  test('never makes verification fail, nor pass', () => {
    const mangled = fc.record({
      at: fc.nat(signed.length - 1),
      removed: fc.nat(400),
      added: fc.oneof(
        fc.uint8Array({ maxLength: 40 }),
        fc.string({ maxLength: 40 }).map(text => Buffer.from(text)),
      ),
    });
    fc.assert(
      fc.property(mangled, ({ at, removed, added }) => {
        const bytes = Buffer.concat([signed.subarray(0, at), added, signed.subarray(at + removed)]);
        fc.pre(!bytes.equals(signed));
        expect(verdictOf(bytes)).not.toBe('intact');
      }),
      { numRuns: 500 },
    );
  });

  test('with parts of it doubled never makes verification fail, nor pass', () => {
    fc.assert(
      fc.property(fc.nat(signed.length - 1), fc.integer({ min: 1, max: 60_000 }), (at, length) => {
        const bytes = Buffer.concat([signed.subarray(0, at), signed.subarray(Math.max(0, at - length))]);
        fc.pre(bytes.length > signed.length);
        expect(verdictOf(bytes)).not.toBe('intact');
      }),
    );
  });
});

describe('a file that is built to do harm', () => {
  const catalogue = '<</Type/Catalog/AcroForm 2 0 R/Pages 3 0 R>>';
  const field = (number: number): string => `<</FT/Sig/T(x)/Kids[${number} 0 R ${number} 0 R]>>`;

  test.each<[name: string, bytes: () => Buffer, verdict: string]>([
    ['fields that contain each other', () => pdfOf([catalogue, '<</Fields[4 0 R]>>', 'null', field(4)]), 'unsigned'],
    [
      'fields that multiply a long name',
      () => {
        const kids = Array.from({ length: 900 }, (_, index) => `${index + 5} 0 R`).join(' ');
        const parent = `<</FT/Sig/T(${'x'.repeat(5_000_000)})/Kids[${kids}]>>`;
        return pdfOf([catalogue, '<</Fields[4 0 R]>>', 'null', parent, ...Array(900).fill('<</T(y)>>')]);
      },
      'unreadable',
    ],
    [
      'a signature of many megabytes',
      () => {
        const value = `<</ByteRange[0 1 2 3]/Contents<${'30820002'.repeat(5_000_000)}>>>`;
        return pdfOf([catalogue, '<</Fields[4 0 R]>>', 'null', `<</FT/Sig/T(x)/V${value}>>`]);
      },
      'changed',
    ],
    ['a string of many megabytes', () => pdfOf([catalogue, `<</Fields(${'x\\\\'.repeat(10_000_000)})>>`]), 'unsigned'],
    ['a reference to itself', () => pdfOf([catalogue, '2 0 R', 'null']), 'unreadable'],
    ['references in a circle', () => pdfOf([catalogue, '3 0 R', '2 0 R']), 'unreadable'],
    ['arrays nested without end', () => pdfOf([catalogue, '['.repeat(2_000_000)]), 'unreadable'],
    ['dictionaries nested without end', () => pdfOf([catalogue, '<</A'.repeat(1_000_000)]), 'unreadable'],
    ['a string without an end', () => pdfOf([catalogue, `(${'('.repeat(5_000_000)}`]), 'unreadable'],
    ['a comment without an end', () => pdfOf([catalogue, `%${' '.repeat(5_000_000)}`]), 'unreadable'],
    [
      'millions of fields',
      () => pdfOf([catalogue, `<</Fields[${'4 0 R '.repeat(900_000)}]>>`, 'null', '<</FT/Sig/T(x)>>']),
      'unsigned',
    ],
    ['more parts than any report', () => pdfOf([catalogue, `<</Fields[${'0 '.repeat(3_000_000)}]>>`]), 'unreadable'],
    [
      'thousands of different fields',
      () =>
        pdfOf([
          catalogue,
          `<</Fields[${Array.from({ length: 5000 }, (_, i) => `${i + 4} 0 R`).join(' ')}]>>`,
          'null',
          ...Array.from({ length: 5000 }, () => '<</FT/Sig/T(x)>>'),
        ]),
      'unreadable',
    ],
    ['a table that links to itself', () => pdfOf([catalogue, 'null'], '/Prev 73'), 'unreadable'],
    [
      'a table with a billion objects',
      () => Buffer.from('xref\n0 8000000\ntrailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n'),
      'unreadable',
    ],
    [
      'a stream longer than the file',
      () => pdfOf([catalogue, '<</Length 99999999>>\nstream\nx\nendstream']),
      'unreadable',
    ],
    ['a stream of negative length', () => pdfOf([catalogue, '<</Length -5>>\nstream\nx\nendstream']), 'unreadable'],
    ['numbers without sense', () => pdfOf([catalogue, `<</Fields[${'9'.repeat(400)}]>>`]), 'unreadable'],
    [
      'signature values of the wrong kinds',
      () =>
        pdfOf([
          catalogue,
          '<</Fields[4 0 R]>>',
          'null',
          '<</FT/Sig/T(x)/V<</ByteRange[(a) -1 1e9 null]/Contents[]/M 5>>>>'.replace('1e9', '5'),
        ]),
      'changed',
    ],
    [
      'a signature over an impossible range',
      () =>
        pdfOf([
          catalogue,
          '<</Fields[4 0 R]>>',
          'null',
          '<</FT/Sig/T(x)/V<</ByteRange[0 999999999999 999999999999 999999999999]/Contents<30>>>>>',
        ]),
      'changed',
    ],
    ['encryption', () => pdfOf([catalogue, 'null'], '/Encrypt 2 0 R'), 'unreadable'],
    ['a second, hidden table', () => pdfOf([catalogue, 'null'], '/XRefStm 15'), 'unreadable'],
  ])('is answered within five seconds: %s', (_, bytes, verdict) => {
    const file = bytes();
    const start = performance.now();
    expect(verdictOf(file)).toBe(verdict);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test.each([100, 20_000])('is answered within five seconds: %i revisions', count => {
    const first = pdfOf([catalogue, 'null']);
    const parts = [first];
    for (let revision = 0, table = first.indexOf('xref\n0'), next = first.length; revision < count; revision++) {
      const part = Buffer.from(`xref\n0 0\ntrailer\n<</Size 3/Root 1 0 R/Prev ${table}>>\nstartxref\n${next}\n%%EOF\n`);
      parts.push(part);
      table = next;
      next += part.length;
    }
    const bytes = Buffer.concat(parts);
    const start = performance.now();
    expect(verdictOf(bytes)).toBe('unreadable');
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
