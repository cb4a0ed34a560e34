import { formatClock, formatDate } from '../../shared/british.ts';

const day = 86_400_000;

/** An instant as people say it: `today at 14:05`, `yesterday at 09:30`, else `21 November 2026 at 14:05`. `now` is an ISO instant. */
export function instantWords(instant: string, now: string): string {
  const date = formatDate(instant);
  const yesterday = formatDate(new Date(Date.parse(now) - day).toISOString());
  const when = date === formatDate(now) ? 'today' : date === yesterday ? 'yesterday' : date;
  return `${when} at ${formatClock(instant)}`;
}
