const firstLetter = '[A-PR-UWYZ]';
const secondLetter = '[A-HK-Y]';
/** A9, A99, A9A, AA9, AA99, AA9A, each with the letters that occur at that place. */
const outward = `(?:${firstLetter}\\d{1,2}|${firstLetter}\\d[A-HJKSTUW]|${firstLetter}${secondLetter}\\d{1,2}|${firstLetter}${secondLetter}\\d[ABEHMNPRV-Y])`;
const inward = '\\d[ABD-HJLNP-UW-Z]{2}';
const pattern = new RegExp(`^(?:GIR *0AA|${outward} *${inward})$`, 'i');

/**
 * Whether a text is a postcode of the United Kingdom, in capitals or not, with any number of spaces between its halves or none. It says nothing
 * of whether the postcode is in use: ZY9 9ZY passes. Source: the pattern of the DfE service (BS 7666).
 */
export const isPostcode = (text: string): boolean => pattern.test(text);
