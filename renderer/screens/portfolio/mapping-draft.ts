import { formatList } from '../../../shared/british.ts';
import type { PortfolioMapping } from '../../../shared/contract/portfolio.ts';
import type { FileKind } from '../../../shared/domain/file-kinds.ts';
import { typedKsbCodes } from '../../../shared/domain/ksb-codes-typed.ts';
import { type Stretch, stretchTyped, typedStretch, unitOfPlaces } from '../../../shared/domain/portfolio.ts';

/** A place as it is being typed. */
export interface PlaceDraft {
  readonly id: string;
  readonly where: string;
  readonly codes: string;
  readonly remark: string;
}

/** What is said of a piece, as it is being typed. */
export interface MappingDraft {
  readonly title: string;
  readonly codes: string;
  readonly places: readonly PlaceDraft[];
  readonly remark: string;
}

/** What is wrong with one field; the keys are `title`, `codes`, and `where:` or `codes:` with a place's id. */
export type Problems = Readonly<Record<string, string>>;

/** A mapping as its fields show it. */
export const draftOf = ({ title, ksbs, places, remark }: PortfolioMapping): MappingDraft => ({
  title,
  codes: ksbs.join(' '),
  places: places.map(place => ({
    id: place.id,
    where: stretchTyped(place.stretch),
    codes: place.ksbs.join(' '),
    remark: place.remark,
  })),
  remark,
});

/** A new place, where the viewer is; empty where nobody knows. */
export const newPlace = (id: string, here: Stretch | null): PlaceDraft => ({
  id,
  where: here ? stretchTyped(here) : '',
  codes: '',
  remark: '',
});

/** What is wrong with codes as they were typed; null when nothing is. */
export function codesProblem(text: string, known: ReadonlySet<string>): string | null {
  const { codes, notUnderstood } = typedKsbCodes(text);
  if (notUnderstood.length > 0) return `Not understood as a code: ${formatList(notUnderstood)}.`;
  const unknown = codes.filter(code => !known.has(code));
  return unknown.length > 0 ? `The standard has no ${formatList(unknown)}.` : null;
}

/** The mapping that the fields mean, or what is wrong with them: a mapping is kept whole or not at all, so that no place is lost to a slip. */
export function mappingOf(
  draft: MappingDraft,
  kind: FileKind,
  known: ReadonlySet<string>,
): { readonly mapping: PortfolioMapping } | { readonly problems: Problems } {
  const unit = unitOfPlaces(kind);
  const problems: Record<string, string> = {};
  const codesAt = (field: string, text: string): string[] => {
    const problem = codesProblem(text, known);
    if (problem !== null) problems[field] = problem;
    return [...typedKsbCodes(text).codes];
  };
  if (draft.title.trim() === '') problems['title'] = 'Give it a title.';
  const ksbs = codesAt('codes', draft.codes);
  const places = draft.places.flatMap(place => {
    const read = unit === null ? { problem: 'A picture has no places.' } : typedStretch(place.where, unit);
    const codes = codesAt(`codes:${place.id}`, place.codes);
    if ('stretch' in read) return [{ id: place.id, stretch: read.stretch, ksbs: codes, remark: place.remark.trim() }];
    problems[`where:${place.id}`] = read.problem;
    return [];
  });
  if (Object.keys(problems).length > 0) return { problems };
  return { mapping: { title: draft.title.trim(), ksbs, places, remark: draft.remark.trim() } };
}
