import { shell } from 'electron';

/** The pages outside the app that a link may open in the person's browser. None so far. */
const allowed: ReadonlySet<string> = new Set<string>();

/** Opens an allowed page in the person's browser; does nothing for any other address. The one use of `shell.openExternal`. */
export function openExternal(address: string): void {
  if (allowed.has(address)) void shell.openExternal(address);
}
