import { z } from 'zod';
import { formatElapsed, formatList } from '../british.ts';
import type { FileKind } from './file-kinds.ts';
import { compareKsbCodes } from './ksb-codes.ts';
import type { Method } from './plan.ts';

/** Where in a file something is shown: pages from and to, or seconds from and to; both ends belong to it. */
export const stretch = z
  .strictObject({
    unit: z.enum(['page', 'second']),
    from: z.number().int().min(0).max(1_000_000),
    to: z.number().int().min(0).max(1_000_000),
  })
  .refine(({ from, to }) => from <= to, 'A place ends after it begins.');
export type Stretch = Readonly<z.infer<typeof stretch>>;

/** A place that was understood, or why it was not. */
export type TypedStretch = { readonly stretch: Stretch } | { readonly problem: string };

/** What places in a file of this kind are counted in; null where it has no places: a picture is one. */
export function unitOfPlaces(kind: FileKind): Stretch['unit'] | null {
  switch (kind) {
    case 'audio':
    case 'video':
      return 'second';
    case 'image':
      return null;
    default:
      return 'page';
  }
}

const separator = /\s*(?:[-‐-―]|\bto\b)\s*/i;

/** Reads a place as people type it: pages `3`, `3-5`, `p. 3 to 5`; times `12:30-14:00`, `1:02:03`, `90 s`. */
export function typedStretch(text: string, unit: Stretch['unit']): TypedStretch {
  const words = text.trim().replace(/^(?:pages?|pp?\.?)\s*/i, '');
  const read = unit === 'page' ? pageOf : secondsOf;
  const ends = words.split(separator);
  const values = ends.map(read);
  const [from, to = from] = values;
  if (ends.length > 2 || values.includes(undefined) || from === undefined || to === undefined) {
    const example = unit === 'page' ? 'pages as 3 or 3-5' : 'times as 12:30 or 12:30-14:00';
    return { problem: `Give ${example}.` };
  }
  if (to < from) return { problem: 'The place ends before it begins.' };
  return { stretch: { unit, from, to } };
}

function pageOf(word: string): number | undefined {
  const page = /^\d{1,5}$/.test(word) ? Number(word) : 0;
  return page > 0 ? page : undefined;
}

function secondsOf(word: string): number | undefined {
  const [, plain] = /^(\d{1,5})\s*s$/.exec(word) ?? [];
  if (plain !== undefined) return Number(plain);
  const [, hours = '0', minutes, seconds] = /^(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)$/.exec(word) ?? [];
  if (minutes === undefined || seconds === undefined) return undefined;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/** A place in words, as lists and reports have it: `page 3`, `pages 3 to 5`, `12:30 to 14:00`. */
export function stretchWords({ unit, from, to }: Stretch): string {
  if (unit === 'second') return from === to ? formatElapsed(from) : `${formatElapsed(from)} to ${formatElapsed(to)}`;
  return from === to ? `page ${from}` : `pages ${from} to ${to}`;
}

/** A place as it is typed into its field: `3-5`, `12:30-14:00`. */
export function stretchTyped({ unit, from, to }: Stretch): string {
  const one = (value: number): string => (unit === 'page' ? String(value) : formatElapsed(value));
  return from === to ? one(from) : `${one(from)}-${one(to)}`;
}

/** A place of an item with what it shows. */
export interface MappedPlace {
  readonly id: string;
  readonly stretch: Stretch;
  readonly ksbs: readonly string[];
  readonly remark: string;
}

/** A piece of the portfolio as rules look at it. */
export interface PortfolioPiece {
  readonly id: string;
  readonly title: string;
  readonly ksbs: readonly string[];
  readonly places: readonly MappedPlace[];
  /** Why it was withdrawn; null while it stands. */
  readonly withdrawnReason: string | null;
}

/** Something of the portfolio that a judgement may rest on: a place of a piece, or the piece as a whole. */
export interface PortfolioEvidence {
  /** The place's id, or the piece's. */
  readonly id: string;
  readonly pieceId: string;
  readonly title: string;
  readonly stretch: Stretch | null;
  readonly ksbs: readonly string[];
  readonly remark: string;
}

/** What judgements may rest on, piece by piece: the whole, where it has KSBs of its own or no places, and each place. What was withdrawn is left out. */
export function portfolioEvidence(pieces: readonly PortfolioPiece[]): readonly PortfolioEvidence[] {
  return pieces
    .filter(({ withdrawnReason }) => withdrawnReason === null)
    .flatMap(({ id, title, ksbs, places }) => {
      const whole = { id, pieceId: id, title, stretch: null, ksbs, remark: '' };
      const parts = places.map(place => ({ ...place, pieceId: id, title }));
      return ksbs.length > 0 || places.length === 0 ? [whole, ...parts] : parts;
    });
}

/** Whether a method refers to the whole portfolio: a professional discussion does, and whatever else the plan lets refer to it. */
export const refersToPortfolio = ({ kind, conditions }: Method): boolean =>
  kind === 'professionalDiscussion' || conditions.portfolioMayBeReferredTo;

/** How many things of the portfolio show each KSB: places, and pieces as a whole. */
export function portfolioCounts(pieces: readonly PortfolioPiece[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { ksbs } of portfolioEvidence(pieces)) {
    for (const code of new Set(ksbs)) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}

/** The KSBs that a piece shows anywhere, each once, in natural order. */
export const ksbsOfPiece = ({ ksbs, places }: Pick<PortfolioPiece, 'ksbs' | 'places'>): readonly string[] =>
  [...new Set([...ksbs, ...places.flatMap(place => place.ksbs)])].sort(compareKsbCodes);

/** The places of a piece in a sentence for a report. */
export const placesInWords = (places: readonly { readonly stretch: Stretch }[]): string =>
  formatList(places.map(place => stretchWords(place.stretch)));
