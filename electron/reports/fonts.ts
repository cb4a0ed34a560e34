import { readFileSync } from 'node:fs';

/** A family's four styles as file names; a family without italics shows upright letters in their place. */
export interface FontFamily {
  readonly normal: string;
  readonly bold: string;
  readonly italics: string;
  readonly bolditalics: string;
}

/** The family of the reports. Its figures are all of one width, so that columns of numbers stand in line. */
export const mainFamily = 'SourceSans3';
/** The family for letters that the main one lacks: Hebrew, Arabic, Georgian and many symbols. */
export const fallbackFamily = 'DejaVuSans';

export const fontFamilies: Readonly<Record<string, FontFamily>> = {
  [mainFamily]: {
    normal: 'SourceSans3-Regular.ttf',
    bold: 'SourceSans3-Semibold.ttf',
    italics: 'SourceSans3-It.ttf',
    bolditalics: 'SourceSans3-SemiboldIt.ttf',
  },
  [fallbackFamily]: {
    normal: 'DejaVuSans.ttf',
    bold: 'DejaVuSans-Bold.ttf',
    italics: 'DejaVuSans.ttf',
    bolditalics: 'DejaVuSans-Bold.ttf',
  },
};

/** Two levels up both from the sources (electron/reports) and from the bundle (out/main). */
const folder = new URL('../../resources/fonts/', import.meta.url);

/** The bytes of a font file of the application. Throws the file system's error when the installation is damaged. */
export function readFont(file: string): Uint8Array {
  return readFileSync(new URL(file, folder));
}
