import { z } from 'zod';
import type { DocumentStyle } from '../../shared/contract/documents.ts';
import { houseAccent, type ReportStyle } from '../../shared/organisation-style.ts';
import type { Handler } from '../core/contexts.ts';
import type { Reader } from '../db/statements.ts';
import { checkLogo } from '../reports/logo.ts';
import { changeSetting, setting } from './settings.ts';

const storedStyle = z.strictObject({
  organisation: z.string(),
  accentColour: z.string(),
  logo: z
    .strictObject({ base64: z.base64(), mediaType: z.enum(['image/png', 'image/jpeg']), alt: z.string() })
    .nullable(),
});
const usual: z.output<typeof storedStyle> = { organisation: '', accentColour: houseAccent, logo: null };

function shownStyle(reader: Reader): DocumentStyle {
  const { organisation, accentColour, logo } = setting(reader, 'style', storedStyle, usual);
  if (!logo) return { organisation, accentColour, logo: null };
  const bytes = new Uint8Array(Buffer.from(logo.base64, 'base64'));
  return { organisation, accentColour, logo: { bytes, mediaType: logo.mediaType, alt: logo.alt } };
}

/** How the workspace's documents look, or null while nobody set it: the house's style then. */
export function styleOf(reader: Reader): ReportStyle | null {
  const { organisation, accentColour, logo } = shownStyle(reader);
  if (organisation === '' && accentColour === houseAccent && !logo) return null;
  return { organisation, accentColour, ...(logo && { logo }) };
}

export const getStyle: Handler<'style.get'> = ({ reader }) => {
  const { logo, ...style } = shownStyle(reader);
  return { ...style, logo: logo ? { ...logo, bytes: new Uint8Array(logo.bytes) } : null };
};

/** Throws AppError `style.logo` or `style.logoTooLarge` for a picture that documents cannot show as it is. */
export const setStyle: Handler<'style.set'> = (context, { logo, ...style }) => {
  if (logo) checkLogo(logo);
  const kept = logo && { base64: Buffer.from(logo.bytes).toString('base64'), mediaType: logo.mediaType, alt: logo.alt };
  changeSetting(context, 'style', { ...style, logo: kept });
  return {};
};
