/** Where another screen leads in a session: to one of its notes, or to the check list of names. */
export type WantedPlace = { readonly noteId: string } | 'names';

const wanted = new Map<string, WantedPlace>();

/** Has the session open at a place the next time that it is shown. */
export function wantPlace(sessionId: string, place: WantedPlace): void {
  wanted.set(sessionId, place);
}

/** The place at which the session is to open; asked for once, it is forgotten. */
export function takeWantedPlace(sessionId: string): WantedPlace | undefined {
  const place = wanted.get(sessionId);
  wanted.delete(sessionId);
  return place;
}
