const london = 'Europe/London';

/** The words of an instant in a time zone, by Intl's parts: their order and separators differ between ICU versions, the parts do not. */
const partFormats = new Map<string, Intl.DateTimeFormat>();

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function partsOf(iso: string, timeZone: string): Readonly<Partial<Record<Intl.DateTimeFormatPartTypes, string>>> {
  let format = partFormats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZoneName: 'short',
    });
    partFormats.set(timeZone, format);
  }
  return Object.fromEntries(format.formatToParts(new Date(iso)).map(part => [part.type, part.value]));
}

/**
 * A date as `21 November 2026`. A calendar date (`2026-11-21`) is that day everywhere; an instant is the day it falls on in the time zone.
 * Throws RangeError when the text is no date.
 */
export function formatDate(iso: string, timeZone = london): string {
  const calendarDate = /^\d{4}-\d{2}-\d{2}$/.test(iso);
  const { day, month, year } = partsOf(iso, calendarDate ? 'UTC' : timeZone);
  return `${day} ${month} ${year}`;
}

/** The calendar date (`2026-11-21`) on which an instant falls in the time zone. Throws RangeError when the text is no instant. */
export function calendarDate(iso: string, timeZone = london): string {
  const { day = '', month = '', year } = partsOf(iso, timeZone);
  return `${year}-${String(monthNames.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The time of day as `14:05`. Throws RangeError when the text is no instant. */
export function formatClock(iso: string, timeZone = london): string {
  const { hour, minute } = partsOf(iso, timeZone);
  return `${hour}:${minute}`;
}

/** An instant as `21 November 2026, 14:05 GMT`: the zone is always shown, so that no hour is ambiguous when clocks go back. Throws RangeError when the text is no instant. */
export function formatDateTime(iso: string, timeZone = london): string {
  const { day, month, year, hour, minute, timeZoneName } = partsOf(iso, timeZone);
  return `${day} ${month} ${year}, ${hour}:${minute} ${timeZoneName}`;
}

/** Seconds as a stopwatch shows them, minutes not carried into hours (`41:07`, `66:00`), because plans give times in minutes. */
export function formatElapsed(seconds: number): string {
  const whole = Math.floor(Math.abs(seconds));
  const face = `${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`;
  return seconds <= -1 ? `−${face}` : face;
}

/** Seconds in words: `1 h 15 min`, `41 min 7 s`, `0 min`. Fractions of a second are left off; a negative length counts as none. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const rest = whole % 60;
  const words = [hours > 0 && `${hours} h`, minutes > 0 && `${minutes} min`, rest > 0 && `${rest} s`].filter(Boolean);
  return words.length > 0 ? words.join(' ') : '0 min';
}

/** A number with thousands set off by commas and a fixed number of decimals: `1,200`, `12.5`. */
export function formatNumber(value: number, decimals = 0): string {
  return new Intl.NumberFormat('en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value);
}

/** How many of something: `1 note`, `2 notes`, `0 criteria`. The plural is the noun with an s unless it is given. */
export function formatCount(count: number, noun: string, plural = `${noun}s`): string {
  return `${formatNumber(count)} ${count === 1 ? noun : plural}`;
}

/** A list in words: `A, B and C`. */
export function formatList(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** The text with a capital first letter. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
