import type { Edition } from '../edition.ts';
import { textWidth, type } from '../styles.ts';
import type { Content } from '../tagged/nodes.ts';

/** The name that the printer knows the organisation's logo by. */
export const logoName = 'logo';

/** The room for a logo in points. */
const logoBox = { width: 150, height: 46 } as const;

/** The organisation's name and logo at a document's head. Without a style there is none, unless a name is given. */
export function letterhead({ organisation, logo, accent }: Edition, fallbackName = ''): Content[] {
  const name = organisation ?? fallbackName;
  if (name === '' && logo === null) return [];
  const words: Content = {
    ...type.label,
    text: name,
    color: accent,
    width: textWidth - logoBox.width - 20,
    margin: [0, 0, 0, 0],
  };
  if (logo === null) return [{ ...words, width: textWidth, margin: [0, 0, 0, 22] }];
  const picture: Content = { image: logoName, fit: [logoBox.width, logoBox.height], alt: logo.alt, alignment: 'right' };
  return [{ columns: [words, { width: logoBox.width, stack: [picture] }], columnGap: 20, margin: [0, 0, 0, 22] }];
}
