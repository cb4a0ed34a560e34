import {
  houseAccent,
  type Logo,
  type ReportStyle,
  readableAccent,
  reportStyle,
  tintOf,
} from '../../shared/organisation-style.ts';
import { checkLogo } from './logo.ts';
import { type Texts, textsOf } from './texts.ts';

/** What a document's parts need beside its model: the texts of its language, and the organisation's colours and logo. */
export interface Edition {
  readonly texts: Texts;
  /** At least 4.5:1 on white. */
  readonly accent: string;
  readonly tint: string;
  readonly midTint: string;
  /** The organisation's name in the letterhead, where its style gives one. */
  readonly organisation: string | null;
  readonly logo: Logo | null;
}

/** The edition that a style asks for; without one, English in the house's style. Throws AppError for a logo that cannot be used. */
export function editionOf(style: ReportStyle | null): Edition {
  const checked = style && reportStyle.parse(style);
  if (checked?.logo) checkLogo(checked.logo);
  const { colour } = readableAccent(checked?.accentColour ?? houseAccent);
  return {
    texts: textsOf(checked?.language ?? 'en'),
    accent: colour,
    tint: tintOf(colour, 0.075),
    midTint: tintOf(colour, 0.27),
    organisation: checked?.organisation.trim() || null,
    logo: checked?.logo ?? null,
  };
}
