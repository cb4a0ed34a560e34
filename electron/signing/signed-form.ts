import { AppError } from '../../shared/errors.ts';
import { catalogOf, objectOf, type PdfState } from './pdf-state.ts';
import { type PdfUpdate, putObject } from './pdf-update.ts';
import { asDict, asRef, withEntries } from './pdf-values.ts';

/** Sets SigFlags 3 in the update: signatures exist, and the file may only be added to (ISO 32000-1 §12.7.2). */
export function markFormAsSigned(update: PdfUpdate, state: PdfState): void {
  const number = asRef(catalogOf(state).dict.entries.get('AcroForm'))?.number;
  const form = number === undefined ? undefined : asDict(objectOf(state, number)?.value);
  if (number === undefined || !form) throw new AppError('signature.noField', 'The report has no form to sign in.');
  if (form.entries.get('SigFlags') !== 3) putObject(update, number, withEntries(form, { SigFlags: 3 }));
}
