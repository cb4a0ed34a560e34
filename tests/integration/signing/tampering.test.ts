import { beforeAll, describe, expect, test } from 'vitest';
import type { Identity } from '../../../electron/signing/identity.ts';
import { openPdf } from '../../../electron/signing/pdf-file.ts';
import {
  catalogOf,
  lastRevision,
  latestState,
  objectOf,
  signatureFields,
} from '../../../electron/signing/pdf-state.ts';
import { addObject, putObject } from '../../../electron/signing/pdf-update.ts';
import {
  asDict,
  asItems,
  type PdfDict,
  pdfArray,
  pdfDict,
  pdfName,
  pdfRef,
  pdfText,
  withEntries,
  writeValue,
} from '../../../electron/signing/pdf-values.ts';
import { REPORT_FIELDS } from '../../../electron/signing/report-fields.ts';
import { verifyPdf } from '../../../electron/signing/verify-pdf.ts';
import {
  authority,
  issuedBy,
  sampleReport,
  selfSigned,
  signAsAssessor,
  signAsQualityAssurer,
} from './sample-report.ts';
import { editDict, flipBit, numberOf, pageNumber, seededNumbers, tamper } from './tampering.ts';

let assessor: Identity;
let qualityAssurer: Identity;
let report: Uint8Array;
let once: Uint8Array;
let twice: Uint8Array;

beforeAll(async () => {
  assessor = await selfSigned();
  qualityAssurer = await issuedBy(await authority());
  report = await sampleReport();
  once = await signAsAssessor(report, assessor);
  twice = await signAsQualityAssurer(once, qualityAssurer);
});

type Tampering = Parameters<typeof tamper>[1];

const fieldNamed = (state: Parameters<typeof signatureFields>[0], name: string) => {
  const field = signatureFields(state).find(candidate => candidate.name === name);
  if (!field) throw new Error(`no field ${name}`);
  return field;
};

const stamp = (text: string): PdfDict =>
  pdfDict({ Type: pdfName('XObject'), Subtype: pdfName('Form'), BBox: pdfArray([0, 0, 9, 9]), Tag: pdfText(text) });

const without = (dict: PdfDict, ...keys: readonly string[]): PdfDict => ({
  kind: 'dict',
  entries: new Map([...dict.entries].filter(([key]) => !keys.includes(key))),
});

const TAMPERINGS: readonly (readonly [name: string, words: RegExp, tampering: Tampering])[] = [
  [
    'the content of a page is replaced',
    /^the content of page 2 was replaced$/,
    (update, state) => {
      editDict(update, state, pageNumber(state, 2), dict => {
        const content = numberOf(dict.entries.get('Contents'));
        putObject(update, content, pdfDict({}), Buffer.from('0 0 100 100 re f'));
        return dict;
      });
      update.objects.delete(pageNumber(state, 2));
    },
  ],
  [
    'a page is given other content',
    /^the content of page 1 was replaced$/,
    (update, state) => {
      const content = addObject(update, pdfDict({}), Buffer.from('q Q'));
      editDict(update, state, pageNumber(state, 1), dict => withEntries(dict, { Contents: content }));
    },
  ],
  [
    'a stamp is put on a page',
    /^a note, stamp or field was added to or removed from page 1$/,
    (update, state) => {
      const annotation = addObject(update, pdfDict({ Type: pdfName('Annot'), Subtype: pdfName('Stamp') }));
      editDict(update, state, pageNumber(state, 1), dict => withEntries(dict, { Annots: pdfArray([annotation]) }));
    },
  ],
  [
    'a page is turned round',
    /^page 3 was changed$/,
    (update, state) => editDict(update, state, pageNumber(state, 3), dict => withEntries(dict, { Rotate: 180 })),
  ],
  [
    'a page is taken out',
    /^the order of the pages was replaced$/,
    (update, state) => {
      const pages = numberOf(catalogOf(state).dict.entries.get('Pages'));
      editDict(update, state, pages, dict =>
        withEntries(dict, { Kids: pdfArray((asItems(dict.entries.get('Kids')) ?? []).slice(1)), Count: 2 }),
      );
    },
  ],
  [
    'the appearance of a signature is exchanged in place',
    /^the appearance of the signature in “AssessorSignature” was replaced$/,
    (update, state) => {
      const { dict } = fieldNamed(state, REPORT_FIELDS.assessor);
      const normal = asDict(dict.entries.get('AP'))?.entries.get('N');
      putObject(update, numberOf(normal), stamp('forged'), Buffer.from('q Q'));
    },
  ],
  [
    'a signed field is given another appearance',
    /^the signature field “AssessorSignature” was replaced$/,
    (update, state) => {
      const { number } = fieldNamed(state, REPORT_FIELDS.assessor);
      const appearance = addObject(update, stamp('forged'), Buffer.from('q Q'));
      editDict(update, state, number, dict => withEntries(dict, { AP: pdfDict({ N: appearance }) }));
    },
  ],
  [
    'an empty field is made to look signed',
    /^the signature field “DocumentTimestamp” was replaced$/,
    (update, state) => {
      const { number } = fieldNamed(state, REPORT_FIELDS.timestamp);
      const appearance = addObject(update, stamp('Signed by the minister'), Buffer.from('q Q'));
      editDict(update, state, number, dict => withEntries(dict, { AP: pdfDict({ N: appearance }) }));
    },
  ],
  [
    'a field is moved to another place',
    /^the signature field “DocumentTimestamp” was replaced$/,
    (update, state) =>
      editDict(update, state, fieldNamed(state, REPORT_FIELDS.timestamp).number, dict =>
        withEntries(dict, { Rect: pdfArray([0, 0, 600, 800]) }),
      ),
  ],
  [
    'the rule against changes is lifted',
    /^the rule that no changes are allowed was lifted or altered$/,
    (update, state) => editDict(update, state, catalogOf(state).number, dict => without(dict, 'Perms')),
  ],
  [
    'an action is added that runs on opening',
    /^an action that runs when the document is opened/,
    (update, state) =>
      editDict(update, state, catalogOf(state).number, dict =>
        withEntries(dict, { OpenAction: pdfDict({ S: pdfName('JavaScript'), JS: pdfText('app.alert(1)') }) }),
      ),
  ],
  [
    'the pages are exchanged for others',
    /^the pages were exchanged$/,
    (update, state) => {
      const pages = addObject(update, pdfDict({ Type: pdfName('Pages'), Kids: pdfArray([]), Count: 0 }));
      editDict(update, state, catalogOf(state).number, dict => withEntries(dict, { Pages: pages }));
    },
  ],
  [
    'the reading order is changed',
    /^the reading order for screen readers was replaced$/,
    (update, state) =>
      editDict(update, state, numberOf(catalogOf(state).dict.entries.get('StructTreeRoot')), dict =>
        without(dict, 'K'),
      ),
  ],
  [
    'objects are added that nothing refers to',
    /^material that belongs to no signature was added$/,
    update => addObject(update, pdfText('for a reader that repairs files')),
  ],
  [
    'a field is added to the form',
    /^signature fields were added, removed or changed$/,
    (update, state) => {
      const field = addObject(update, pdfDict({ FT: pdfName('Sig'), T: pdfText('Another') }));
      editDict(update, state, numberOf(catalogOf(state).dict.entries.get('AcroForm')), dict =>
        withEntries(dict, { Fields: pdfArray([...(asItems(dict.entries.get('Fields')) ?? []), field]) }),
      );
    },
  ],
];

describe('a change after signing is caught and named', () => {
  test.each(TAMPERINGS)('when %s', (_, words, tampering) => {
    for (const signed of [once, twice]) {
      const { verdict, signatures } = verifyPdf(tamper(signed, tampering));
      expect(verdict).toBe('changed');
      for (const signature of signatures) {
        expect(signature).toMatchObject({ intact: true, unchangedSince: false, coversWholeFile: false });
        expect(signature.changes).toEqual(expect.arrayContaining([expect.stringMatching(words)]));
      }
    }
  });

  test('even when somebody signs on top of it', async () => {
    const [, , replaceContent] = TAMPERINGS[0] ?? [];
    if (!replaceContent) throw new Error('no tampering');
    const { verdict, signatures } = verifyPdf(await signAsQualityAssurer(tamper(once, replaceContent), qualityAssurer));
    expect(verdict).toBe('changed');
    expect(signatures).toMatchObject([
      { intact: true, unchangedSince: false, changes: ['the content of page 2 was replaced'] },
      { intact: true, unchangedSince: true, coversWholeFile: true },
    ]);
  });

  test('when a part that the signed document left empty is filled in', async () => {
    const hollow = tamper(report, (update, state) =>
      editDict(update, state, pageNumber(state, 1), dict => withEntries(dict, { Annots: pdfArray([pdfRef(5000)]) })),
    );
    const signed = await signAsAssessor(hollow, assessor);
    expect(verifyPdf(signed).verdict).toBe('intact');
    const filled = tamper(signed, update => putObject(update, 5000, pdfDict({ Subtype: pdfName('Stamp') })));
    expect(verifyPdf(filled)).toMatchObject({
      verdict: 'changed',
      signatures: [{ changes: expect.arrayContaining(['a part that was left empty was filled in afterwards']) }],
    });
  });
});

describe('a signature that was taken away is missed', () => {
  const empty: Tampering = (update, state) =>
    editDict(update, state, fieldNamed(state, REPORT_FIELDS.assessor).number, dict => without(dict, 'V', 'AP'));
  const drop: Tampering = (update, state) =>
    editDict(update, state, numberOf(catalogOf(state).dict.entries.get('AcroForm')), dict =>
      withEntries(dict, { Fields: pdfArray((asItems(dict.entries.get('Fields')) ?? []).slice(1)) }),
    );

  test.each([
    ['emptied', empty],
    ['dropped', drop],
  ])('when its field is %s', (_, tampering) => {
    expect(verifyPdf(tamper(once, tampering))).toMatchObject({ verdict: 'changed', signatures: [] });
    expect(verifyPdf(tamper(twice, tampering))).toMatchObject({
      verdict: 'changed',
      problem: 'The signature in the field “AssessorSignature” was removed or exchanged afterwards.',
    });
  });

  test('when it is exchanged for one of somebody else', async () => {
    const exchanged = await signAsAssessor(tamper(once, empty), await selfSigned('Mallory'));
    expect(verifyPdf(exchanged)).toMatchObject({
      verdict: 'changed',
      problem: expect.stringContaining('was removed or exchanged'),
      signatures: [{ signerName: 'Mallory' }],
    });
  });
});

describe('what stands after the signed part', () => {
  test.each([
    ['a line end', '\n'],
    ['a comment', '% harmless\n'],
    ['an object that no table lists', '999 0 obj\n(hidden)\nendobj\n'],
    ['a web page', '<html><script>alert(1)</script></html>'],
    ['another end', '%%EOF\n'],
  ])('%s counts as a change', (_, addition) => {
    const result = verifyPdf(Buffer.concat([once, Buffer.from(addition)]));
    expect(result).toMatchObject({ verdict: 'changed', signatures: [{ intact: true, unchangedSince: false }] });
  });

  test('an update that deletes a part of the document is named', () => {
    const state = latestState(openPdf(once));
    const content = numberOf(asDict(objectOf(state, pageNumber(state, 1))?.value)?.entries.get('Contents'));
    const { table, trailer } = lastRevision(state);
    const update = withEntries(trailer, { Prev: table });
    const result = verifyPdf(
      Buffer.concat([
        once,
        Buffer.from(
          `xref\n${content} 1\n0000000000 00001 f \ntrailer\n${writeValue(update)}\nstartxref\n${once.length}\n%%EOF\n`,
        ),
      ]),
    );
    expect(result).toMatchObject({
      verdict: 'changed',
      signatures: [{ changes: ['the content of page 1 was removed'] }],
    });
  });

  test.each([
    ['another catalogue', 2, 'the document was exchanged for another one in the same file'],
    ['nothing in it', 0, 'an update was added that nobody signed'],
  ])('an update with %s is caught', (_, further, words) => {
    const state = latestState(openPdf(once));
    const { table, trailer } = lastRevision(state);
    const { number, dict } = catalogOf(state);
    const copy = number + further;
    const object = further === 0 ? '' : `${copy} 0 obj\n${writeValue(dict)}\nendobj\n`;
    const entries = further === 0 ? '0 0' : `${copy} 1\n${String(once.length).padStart(10, '0')} 00000 n `;
    const exchanged = writeValue(withEntries(trailer, { Prev: table, Root: pdfRef(copy) }));
    const end = `xref\n${entries}\ntrailer\n${exchanged}\nstartxref\n${once.length + object.length}\n%%EOF\n`;
    expect(verifyPdf(Buffer.concat([once, Buffer.from(object + end, 'latin1')]))).toMatchObject({
      verdict: 'changed',
      signatures: [{ intact: true, changes: expect.arrayContaining([words]) }],
    });
  });

  test('material for validating the signatures later does not count', () => {
    const updated = tamper(twice, (update, state) => {
      const evidence = addObject(update, pdfDict({ Certs: pdfArray([]) }));
      editDict(update, state, catalogOf(state).number, dict => withEntries(dict, { DSS: evidence }));
    });
    expect(verifyPdf(updated)).toMatchObject({
      verdict: 'intact',
      signatures: [
        { coversWholeFile: false, unchangedSince: true },
        { coversWholeFile: false, unchangedSince: true },
      ],
    });
  });

  test('an update whose table is right but that hides something between its objects is caught', () => {
    const hiding = Buffer.from(tamper(once, update => addObject(update, null)));
    const table = hiding.lastIndexOf('xref\n0 1');
    const hidden = Buffer.from('% 12 0 obj (another content) endobj\n');
    const text = hiding.toString('latin1', table).replace(`startxref\n${table}`, `startxref\n${table + hidden.length}`);
    const result = verifyPdf(Buffer.concat([hiding.subarray(0, table), hidden, Buffer.from(text, 'latin1')]));
    expect(result).toMatchObject({
      verdict: 'changed',
      signatures: [{ changes: ['an update was added in a form that cannot be checked'] }],
    });
  });
});

describe('a single bit', () => {
  test('turned over anywhere in the file is noticed, 400 times out of 400', () => {
    expect(verifyPdf(twice).verdict).toBe('intact');
    const random = seededNumbers(20261121);
    const unnoticed = Array.from({ length: 400 }, () => random(twice.length * 8)).filter(
      bit => verifyPdf(flipBit(twice, bit)).verdict === 'intact',
    );
    expect(unnoticed).toEqual([]);
  });

  test('turned over in the last signature itself, which nothing else covers, is noticed too', () => {
    const start = Buffer.from(twice).lastIndexOf('/Contents <');
    const random = seededNumbers(19840101);
    const unnoticed = Array.from({ length: 400 }, () => start * 8 + random(2700 * 8)).filter(
      bit => verifyPdf(flipBit(twice, bit)).verdict === 'intact',
    );
    expect(unnoticed).toEqual([]);
  });
});
