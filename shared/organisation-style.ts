import { z } from 'zod';

/** The languages that documents can be written in. */
export const reportLanguages = ['en'] as const;
export type ReportLanguage = (typeof reportLanguages)[number];

const logo = z.strictObject({
  bytes: z.custom<Uint8Array>(value => value instanceof Uint8Array, 'A logo is bytes'),
  mediaType: z.enum(['image/png', 'image/jpeg']),
  /** What the logo shows, for readers who do not see it. */
  alt: z.string().trim().min(1),
});
export type Logo = Readonly<z.infer<typeof logo>>;

/** How an organisation's documents look; the workspace's settings keep it. */
export const reportStyle = z.strictObject({
  organisation: z.string(),
  accentColour: z.string().regex(/^#[0-9a-f]{6}$/i, 'A colour is # and six hexadecimal digits'),
  logo: logo.optional(),
  language: z.enum(reportLanguages).optional(),
});
export type ReportStyle = Readonly<z.infer<typeof reportStyle>>;

/** The house's own accent: deep teal, 8.6:1 on white. */
export const houseAccent = '#0f5063';

/** Text must stand out so much from its ground (WCAG 2.2, 1.4.3). */
const leastContrast = 4.5;

/** Red, green and blue, each from 0 to 255. */
const rgbOf = (colour: string): readonly number[] => [1, 3, 5].map(at => Number.parseInt(colour.slice(at, at + 2), 16));
const hexOf = (rgb: readonly number[]): string =>
  `#${rgb.map(part => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/** Contrast of a colour on white, from 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrastOnWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = rgbOf(colour).map(part => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

/** The accent as it can be read on white: itself, or darkened in its own hue until it can. Settings tell the user when it was. */
export function readableAccent(colour: string): { readonly colour: string; readonly darkened: boolean } {
  const rgb = rgbOf(colour);
  for (let percent = 100; percent > 0; percent -= 1) {
    const darker = hexOf(rgb.map(part => (part * percent) / 100));
    if (contrastOnWhite(darker) >= leastContrast) return { colour: darker, darkened: percent < 100 };
  }
  return { colour: '#000000', darkened: true };
}

/** A tint: so much of the colour, from 0 to 1, in white. */
export function tintOf(colour: string, share: number): string {
  return hexOf(rgbOf(colour).map(part => 255 - (255 - part) * share));
}

/** What a logo may weigh in bytes and measure in pixels on a side: more slows every document down. */
export const logoLimits = { bytes: 300_000, side: 1600 } as const;
