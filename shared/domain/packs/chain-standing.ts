/** An end of an audit log: the number and hash of an event. */
export interface ChainPoint {
  readonly sequence: number;
  readonly hash: string;
}

/** How the segment of an audit log in a pack stands to what was received of that log before. */
export type ChainStanding =
  /** It goes on from what was received, or is the first of it. */
  | 'continues'
  /** All of it was received before. */
  | 'known'
  /** Events between the last one received and its first one are missing: a pack in between did not arrive. */
  | 'gap'
  /** The same events have other hashes: the sender's history was rolled back and went on differently. */
  | 'forked';

/** A segment whose own chain was checked. `agrees`: every event that was received before, and the one before the first, has the same hash here. */
export interface CheckedSegment {
  readonly from: number;
  readonly end: ChainPoint;
  readonly agrees: boolean;
}

/** Judges a segment against the end of what was received before; null where nothing was. Rule: ours, so that no result rests on a rewritten history. */
export function chainStanding({ from, end, agrees }: CheckedSegment, received: ChainPoint | null): ChainStanding {
  if (from > (received?.sequence ?? 0) + 1) return 'gap';
  if (!agrees) return 'forked';
  return end.sequence > (received?.sequence ?? 0) ? 'continues' : 'known';
}

/** Why a pack with such a segment is refused, in words; null where it is not. */
export function chainTrouble(standing: ChainStanding, sender: string): string | null {
  switch (standing) {
    case 'continues':
    case 'known':
      return null;
    case 'gap':
      return `A pack from ${sender} that was made before this one did not arrive: events of the audit log are missing in between. Open the earlier pack first, or ask ${sender} to send the results again. Nothing was taken in.`;
    case 'forked':
      return `The audit log in this pack does not go on from the one that ${sender} sent before: events that arrived earlier are different or gone. The workspace was probably put back from an older copy, and worked in since. Nothing was taken in. Ask ${sender} which copy is the right one.`;
  }
}
