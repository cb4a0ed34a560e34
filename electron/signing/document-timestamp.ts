import { AppError } from '../../shared/errors.ts';
import { openPdf } from './pdf-file.ts';
import { latestState, signatureFields } from './pdf-state.ts';
import { addObject, putObject, startUpdate, writeUpdate } from './pdf-update.ts';
import { pdfName, withEntries } from './pdf-values.ts';
import { REPORT_FIELDS } from './report-fields.ts';
import { dictionaryWithGap, digestAround, fillGap, openGap } from './signature-gap.ts';
import { markFormAsSigned } from './signed-form.ts';
import { type Timestamp, timestampOver, timestampTooLarge } from './timestamp.ts';

/** Who gives the time stamp: see `httpTimestamp`. */
export interface DocumentTimestampRequest {
  readonly timestamp: Timestamp;
}

/**
 * Adds a time stamp over the whole signed report, as an incremental update into the field that was made for it (ETSI EN
 * 319 142-1 §5.4.3); all signatures stay valid. Throws AppError when the report is not signed, has a time stamp already or
 * no place for one, or when no right time stamp comes.
 */
export async function addDocumentTimestamp(pdf: Uint8Array, request: DocumentTimestampRequest): Promise<Uint8Array> {
  const file = openPdf(pdf);
  const state = latestState(file);
  const fields = signatureFields(state);
  const field = fields.find(candidate => candidate.name === REPORT_FIELDS.timestamp);
  if (!field) throw new AppError('timestamp.noField', 'The report has no place for a time stamp.');
  if (field.signature) throw new AppError('timestamp.present', 'The report has a time stamp already.');
  if (fields.every(candidate => !candidate.signature)) {
    throw new AppError('timestamp.unsigned', 'The report is not signed yet. Sign it first, then add the time stamp.');
  }
  const update = startUpdate(file);
  const kind = { Type: pdfName('DocTimeStamp'), Filter: pdfName('Adobe.PPKLite'), SubFilter: pdfName('ETSI.RFC3161') };
  const stamp = addObject(update, dictionaryWithGap(kind));
  putObject(update, field.number, withEntries(field.dict, { V: stamp }));
  markFormAsSigned(update, state);
  const gap = openGap(writeUpdate(update), stamp);
  return fillGap(gap, await timestampOver(digestAround(gap), request.timestamp), timestampTooLarge());
}
