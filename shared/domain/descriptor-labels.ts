import { type Descriptor, descriptorsOf, type Method, type Theme } from './plan.ts';

/** A descriptor with the names that people use for it: `Theme A`, `A1`. */
export interface LabelledDescriptor {
  readonly theme: Theme;
  readonly descriptor: Descriptor;
  readonly themeLabel: string;
  readonly label: string;
}

/** The letter of a theme by its place in the method: A to Z, then AA, AB… */
export function themeLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : themeLetter(Math.floor(index / 26) - 1) + last;
}

/** The method's descriptors with their labels, in the plan's order: the theme's letter, and the descriptor's number within the theme, pass and distinction counted together. */
export function labelledDescriptors(method: Method): readonly LabelledDescriptor[] {
  return descriptorsOf(method).map(({ theme, descriptor }) => {
    const letter = themeLetter(method.themes.indexOf(theme));
    return {
      theme,
      descriptor,
      themeLabel: `Theme ${letter}`,
      label: `${letter}${theme.descriptors.indexOf(descriptor) + 1}`,
    };
  });
}
