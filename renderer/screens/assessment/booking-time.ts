/** Reads a time of day typed as 9:30, 09.30 or 0930; null where it is none. */
export function timeTyped(text: string): string | null {
  const found = /^(\d{1,2})[:. ]?(\d{2})$/.exec(text.trim());
  if (!found) return null;
  const [hour, minute] = [Number(found[1]), Number(found[2])];
  return hour < 24 && minute < 60 ? `${String(hour).padStart(2, '0')}:${found[2]}` : null;
}
