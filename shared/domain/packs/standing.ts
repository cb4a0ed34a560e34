/** How something in a pack stands to this workspace. `older`: a later state of it is here already. Only what is new or changed is taken in. */
export const itemStandings = ['new', 'same', 'changed', 'older', 'conflicting'] as const;
export type ItemStanding = (typeof itemStandings)[number];

/** A standing with the reason in words, which an older or conflicting thing always has. */
export interface JudgedItem {
  readonly standing: ItemStanding;
  readonly why: string | null;
}

/** What is known of an assessment in a result pack when its standing is judged. */
export interface ResultFacts {
  /** Whether this workspace has a record of it. */
  readonly isHere: boolean;
  readonly differs: boolean;
  /** How many rows are here that the pack lacks. */
  readonly missing: number;
  /** To whom it is given: to nobody (it is kept here), to the sender, or to somebody else, whose name it is. */
  readonly keptBy: 'here' | 'sender' | { readonly name: string };
  /** Whether what is here was sent when the sender's audit log was as long or longer. */
  readonly isOlder: boolean;
  /** What speaks against the record itself, such as a grade that its judgements do not give; null where nothing does. */
  readonly fault: string | null;
}

const conflicting = (why: string): JudgedItem => ({ standing: 'conflicting', why });

/** How an assessment in a result pack stands. Rule: ours; the sender's word counts for what was given to the sender, and nothing here is overwritten otherwise. */
export function standingOfResult(facts: ResultFacts): JudgedItem {
  if (facts.fault !== null) return conflicting(facts.fault);
  if (!facts.isHere) return { standing: 'new', why: null };
  if (!facts.differs && facts.missing === 0) return { standing: 'same', why: null };
  if (facts.keptBy === 'here') {
    return conflicting('This workspace keeps its own record of this assessment, and it differs. The one here stays.');
  }
  if (facts.keptBy !== 'sender') {
    return conflicting(`This assessment was assigned to ${facts.keptBy.name}, and this pack is from somebody else.`);
  }
  if (facts.isOlder) return { standing: 'older', why: 'A later record of this assessment is here already.' };
  if (facts.missing > 0) {
    return conflicting('Parts of the record that arrived earlier are missing from this pack.');
  }
  return { standing: 'changed', why: null };
}

/** How an assessment in an assignment stands: what was done with it here stays. */
export function standingOfAssigned(facts: {
  readonly isHere: boolean;
  readonly differs: boolean;
  /** How many rows are here that the pack lacks: what was prepared or begun here. */
  readonly missing: number;
  /** Whether it is the same apprentice and plan. */
  readonly isSame: boolean;
}): JudgedItem {
  if (!facts.isHere) return { standing: 'new', why: null };
  if (!facts.isSame) return conflicting('The assessment here follows another plan or is of another apprentice.');
  if (!facts.differs && facts.missing === 0) return { standing: 'same', why: null };
  if (facts.missing > 0) return { standing: 'older', why: 'Work on this assessment went on here. What is here stays.' };
  return { standing: 'changed', why: null };
}
