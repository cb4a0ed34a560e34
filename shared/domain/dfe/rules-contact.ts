import type { DfeForm } from './kinds.ts';
import { isPostcode } from './postcode.ts';
import type { PostalContact } from './record.ts';
import { failure, looksLikeFormula, pass, type Verdict, type Verdicts, warning } from './rules-learner.ts';

const formulaWords =
  'It begins like a formula. The file holds it as it is: do not open the file in a spreadsheet before it is uploaded.';

/** Where the certificate goes. Rule: name, first line, city and postcode are required at once, the organisation when the certificate is submitted: it is asked for from the start. */
export const contactVerdicts = (contact: PostalContact, form: DfeForm): Verdicts => ({
  contactName: required(contact.contactName, 'Say who receives the certificate.'),
  contactOrganisation: organisationVerdict(contact.organisation),
  contactAddress: required(contact.addressLine1, 'Give the first line of the address.'),
  contactCity: required(contact.city, 'Give the city or town.'),
  contactPostcode: postcodeVerdict(contact.postCode),
  contactLines: linesVerdict(contact, form),
});

/** Rule: required when the certificate is submitted, and asked for before. */
export const organisationVerdict = (organisation: string): Verdict =>
  required(organisation, 'Name the organisation: the service asks for it when the certificate is submitted.');

function required(text: string, missing: string): Verdict {
  if (text.trim() === '') return failure(missing, 'details');
  return looksLikeFormula(text) ? warning(formulaWords, 'details') : pass(text);
}

function postcodeVerdict(postCode: string): Verdict {
  if (postCode.trim() === '') return failure('Give the postcode.', 'details');
  return isPostcode(postCode) ? pass(postCode) : failure(`“${postCode}” is no UK postcode.`, 'details');
}

/** Rule: the CSV has no column for the department or further lines of the address. */
function linesVerdict({ department, addressLine2, addressLine3 }: PostalContact, form: DfeForm): Verdict {
  const further = [department, addressLine2, addressLine3].filter(text => text !== '');
  if (further.length === 0) return pass('Nothing is left out.');
  if (form === 'json')
    return further.some(looksLikeFormula) ? warning(formulaWords, 'details') : pass('Nothing is left out.');
  return warning('The CSV has no column for the department or further lines of the address. JSON has.', 'details');
}
