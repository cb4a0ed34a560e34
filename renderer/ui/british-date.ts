import { formatDate } from '../../shared/british.ts';

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const day = 86_400_000;
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });

const toIso = (time: number): string => new Date(time).toISOString().slice(0, 10);
const toTime = (iso: string): number => Date.parse(`${iso}T00:00:00Z`);

function isoOf(year: number, month: number, dayOfMonth: number): string | undefined {
  const fullYear = year < 100 ? 2000 + year : year;
  const date = new Date(Date.UTC(fullYear, month - 1, dayOfMonth));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth && fullYear >= 1900;
  return isReal && fullYear <= 2199 ? date.toISOString().slice(0, 10) : undefined;
}

function monthNumber(word: string): number {
  const lower = word.toLowerCase();
  return lower.length < 3 ? 0 : months.findIndex(name => name.startsWith(lower)) + 1;
}

function relative(text: string, today: string): string | undefined {
  const words: Readonly<Record<string, number>> = { today: 0, tomorrow: 1, yesterday: -1 };
  const steps = words[text.toLowerCase()] ?? (/^[+-]\d{1,4}$/.test(text) ? Number(text) : undefined);
  return steps === undefined ? undefined : addDays(today, steps);
}

/** Reads a date as a Briton types it (21/11/2026, 21.11.26, 21 Nov, 21 November 2026, today, +7; also 2026-11-21). Returns `yyyy-mm-dd`, or undefined where no real day between 1900 and 2199 was meant. Without a year it is the year of `today`. */
export function parseBritishDate(typed: string, today: string): string | undefined {
  const text = typed.trim();
  const thisYear = Number(today.slice(0, 4));
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return isoOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const figures = /^(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{4}|\d{2}))?$/.exec(text);
  if (figures) return isoOf(figures[3] ? Number(figures[3]) : thisYear, Number(figures[2]), Number(figures[1]));
  const words = /^(?:[a-z]+,? )?(\d{1,2})(?:st|nd|rd|th)? ?([a-z]+)\.?,?(?: ?(\d{4}|\d{2}))?$/i.exec(text);
  if (words) return isoOf(words[3] ? Number(words[3]) : thisYear, monthNumber(words[2] ?? ''), Number(words[1]));
  return relative(text, today);
}

/** `2026-11-21` as `Saturday 21 November 2026`. */
export function britishDay(iso: string): string {
  return `${weekday.format(toTime(iso))} ${formatDate(iso)}`;
}

/** The date some days later (or earlier). */
export function addDays(iso: string, days: number): string {
  return toIso(toTime(iso) + days * day);
}

/** Today in the time zone of this computer, as `yyyy-mm-dd`. */
export function localToday(now: Date = new Date()): string {
  const part = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${part(now.getMonth() + 1)}-${part(now.getDate())}`;
}
