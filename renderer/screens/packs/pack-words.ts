import { capitalised, formatCount, formatNumber } from '../../../shared/british.ts';
import type { PackItem, PackPreview, TakenIn } from '../../../shared/contract/packs.ts';
import type { ItemStanding } from '../../../shared/domain/packs/standing.ts';
import type { StatusTone } from '../../ui/status-tag.tsx';

/** A standing in a word and a shape. */
export const standingMarks: Readonly<Record<ItemStanding, { readonly word: string; readonly tone: StatusTone }>> = {
  new: { word: 'New', tone: 'met' },
  changed: { word: 'Changed', tone: 'info' },
  same: { word: 'Here already', tone: 'neutral' },
  older: { word: 'Older', tone: 'waiting' },
  conflicting: { word: 'Conflict', tone: 'not-met' },
};

/** What would be taken in. */
export const newsIn = (items: readonly PackItem[]): readonly PackItem[] =>
  items.filter(({ standing }) => standing === 'new' || standing === 'changed');

const kindWords: Readonly<Record<PackItem['kind'], string>> = {
  standard: 'standard',
  plan: 'plan',
  questions: 'question bank',
  apprentice: 'apprentice',
  assessment: 'assessment',
  review: 'review',
  receipt: 'receipt',
};

/** What kind of thing an item is. */
export const itemKind = ({ kind }: PackItem): string => capitalised(kindWords[kind]);

/** What a pack holds that is news here, in one line. */
export function previewLine({ refusal, items, takenInAt }: PackPreview): string {
  if (refusal !== null) return 'Refused';
  const news = newsIn(items).filter(({ kind }) => kind === 'assessment' || kind === 'review' || kind === 'receipt');
  const conflicts = items.filter(({ standing }) => standing === 'conflicting').length;
  const parts = [
    news.length > 0
      ? `${formatCount(news.length, kindWords[news[0]?.kind ?? 'assessment'])} to take in`
      : 'Nothing new',
    ...(conflicts > 0 ? [formatCount(conflicts, 'conflict')] : []),
    ...(takenInAt !== null ? ['taken in before'] : []),
  ];
  return parts.join(', ');
}

/** What became of a pack. */
export function outcomeWords({ taken, same, left }: TakenIn): string {
  return [
    taken > 0 ? `${formatCount(taken, 'thing')} taken in` : 'Nothing to take in',
    ...(same > 0 ? [`${same} here already`] : []),
    ...(left.length > 0 ? [`${left.length} left out`] : []),
  ].join(', ');
}

/** A size as people read it: `1.2 MB`. */
export const sizeWords = (bytes: number): string =>
  bytes < 100_000 ? `${formatNumber(Math.max(1, Math.round(bytes / 1000)))} kB` : `${formatNumber(bytes / 1e6, 1)} MB`;
