import { AppError } from '../../shared/errors.ts';
import { type Logo, logoLimits } from '../../shared/organisation-style.ts';
import { pictureFacts } from '../../shared/picture-facts.ts';

/**
 * Refuses a logo that cannot be painted as it is: too large, see-through, in a printing press's colours, unreadable.
 * The window scales a picture down and flattens it before it is handed over. Throws AppError `style.logo` or `style.logoTooLarge`.
 */
export function checkLogo({ bytes, mediaType }: Logo): void {
  if (bytes.length > logoLimits.bytes) throw tooLarge();
  const facts = pictureFacts(bytes, mediaType);
  const problem = facts === null ? notReadable : facts.isSeeThrough ? seeThrough : facts.isForPress ? forPrint : null;
  if (facts === null || problem !== null) throw new AppError('style.logo', problem ?? notReadable);
  if (Math.max(facts.width, facts.height) > logoLimits.side) throw tooLarge();
}

function tooLarge(): AppError {
  const { bytes, side } = logoLimits;
  const most = `${bytes / 1000} kB and ${side} pixels on each side`;
  return new AppError('style.logoTooLarge', `The logo is too large: it may have ${most}. Choose a smaller picture.`);
}

const notReadable = 'The logo cannot be read. Save the picture again as PNG or JPEG and choose it anew.';
const seeThrough = 'The logo has see-through parts. Save it on a white ground and choose it anew.';
const forPrint = 'The logo’s colours are those of a printing press (CMYK). Save it in RGB and choose it anew.';
