import { FileAudio, File as FileIcon, FileImage, FileText, FileVideo, type LucideIcon } from 'lucide-react';
import { formatCount, formatNumber } from '../../../shared/british.ts';
import type { PortfolioPiece, TakenFiles } from '../../../shared/contract/portfolio.ts';
import type { FileKind } from '../../../shared/domain/file-kinds.ts';

/** The kinds of files as lists name them. */
export const kindWords: Readonly<Record<FileKind, string>> = {
  pdf: 'PDF',
  image: 'Picture',
  audio: 'Sound',
  video: 'Film',
  document: 'Document',
};

export const kindIcons: Readonly<Record<FileKind, LucideIcon>> = {
  pdf: FileText,
  image: FileImage,
  audio: FileAudio,
  video: FileVideo,
  document: FileIcon,
};

/** A size as people say it: `12 kB`, `3.4 MB`, `1.2 GB`. */
export function sizeWords(bytes: number): string {
  const [value, unit] =
    bytes < 1_000_000 ? [bytes / 1000, 'kB'] : bytes < 1_000_000_000 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB'];
  return `${formatNumber(Math.max(value, 0.1), value < 10 ? 1 : 0)} ${unit}`;
}

/** How a piece stands, in a line. */
export function pieceFacts({ kind, sizeBytes, places }: PortfolioPiece): string {
  const mapped = places.length > 0 ? ` · ${formatCount(places.length, 'place')}` : '';
  return `${kindWords[kind]}, ${sizeWords(sizeBytes)}${mapped}`;
}

/** What became of files that were added, in sentences. */
export function takenWords({ added, known, refused, left }: TakenFiles): string {
  return [
    ...(added.length > 0 ? [`${formatCount(added.length, 'file')} added.`] : []),
    ...known.map(({ name, title }) => `${name} is in the portfolio already, as “${title}”.`),
    ...refused.map(({ name, why }) => `${name} was not added. ${why}`),
    ...(left > 0 ? [`Ended; ${formatCount(left, 'file')} left.`] : []),
  ].join(' ');
}
