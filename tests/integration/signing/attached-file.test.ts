import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { verifyReport } from '../../../electron/features/verification.ts';
import { buildReport } from '../../../electron/reports/build-report.ts';
import { attachedFile } from '../../../electron/signing/attached-file.ts';
import { methodReportModel } from '../../fixtures/report-models.ts';
import { sampleReport, selfSigned, signAsAssessor } from './sample-report.ts';
import { flipBit } from './tampering.ts';

describe('the file attached to a report', () => {
  it('is read as it was attached', async () => {
    const model = methodReportModel();
    const attached = attachedFile(await buildReport(model)) ?? new Uint8Array();
    expect(JSON.parse(Buffer.from(attached).toString('utf8'))).toEqual(JSON.parse(JSON.stringify(model)));
  });

  it.each([
    ['no PDF', Buffer.from('no PDF')],
    ['an empty file', Buffer.alloc(0)],
  ])('is not there in %s', (_, bytes) => {
    expect(attachedFile(bytes)).toBeUndefined();
  });

  it('does no harm, whatever byte of the report is damaged', async () => {
    const bytes = await buildReport(methodReportModel({ noteCount: 4 }));
    for (let at = 11; at < bytes.length; at += Math.floor(bytes.length / 200)) {
      expect(() => attachedFile(flipBit(bytes, at * 8 + 3))).not.toThrow();
    }
  });

  it('tells what an intact report is, and nothing of a changed one', async () => {
    const signed = await signAsAssessor(await buildReport(methodReportModel({ practice: true })), await selfSigned());
    const { document, ok } = verifyReport('report.pdf', signed);
    expect(ok).toBe(true);
    expect(document).toEqual({
      documentId: methodReportModel().documentId,
      title: methodReportModel().method.name,
      apprentice: 'Ngọc Ánh Trần-Kowalski',
      practice: true,
    });
    const changed = verifyReport('report.pdf', flipBit(signed, 8 * 2000));
    expect(changed.document).toBeNull();
    for (const signature of changed.signatures) {
      expect(signature).toMatchObject({ intact: false, unchangedSince: false });
    }
    expect(changed.sentences.join('\n')).toContain('Whether the document is unchanged since cannot be said.');
    expect(verifyReport('other.pdf', await signAsAssessor(await sampleReport(), await selfSigned())).ok).toBe(true);
  });
});

/** A PDF whose attached file is this stream. */
function pdfAround(stream: Buffer): Buffer {
  const objects = [
    Buffer.from('<</Type/Catalog/AF[2 0 R]>>'),
    Buffer.from('<</Type/Filespec/EF<</F 3 0 R>>>>'),
    Buffer.concat([
      Buffer.from(`<</Length ${stream.length}/Filter/FlateDecode>>\nstream\n`),
      stream,
      Buffer.from('\nendstream'),
    ]),
  ];
  const parts = [Buffer.from('%PDF-1.7\n')];
  const offsets = objects.map((object, index) => {
    const offset = Buffer.concat(parts).length;
    parts.push(Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n'));
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = Buffer.concat(parts).length;
  const end = `xref\n0 4\n0000000000 65535 f \n${offsets.join('')}trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(end)]);
}

it('an attached file that unpacks without end is not unpacked', () => {
  const small = pdfAround(deflateSync(Buffer.from('{"kind":"small"}')));
  expect(Buffer.from(attachedFile(small) ?? []).toString()).toBe('{"kind":"small"}');
  const bomb = pdfAround(deflateSync(Buffer.alloc(256 * 1024 * 1024)));
  expect(bomb.length).toBeLessThan(1024 * 1024);
  expect(attachedFile(bomb)).toBeUndefined();
  expect(verifyReport('bomb.pdf', bomb)).toMatchObject({ ok: false, document: null });
});
