/** Something that may be a part of another of its kind. */
export interface Part {
  readonly key: string;
  readonly parent?: string | undefined;
}

/** The keys whose parent must be cut so that nothing is a part of itself, however far up: one for each cycle. Takes time in proportion to the parts. */
export function parentCycles(parts: readonly Part[]): readonly string[] {
  const parents = new Map(parts.map(({ key, parent }) => [key, parent]));
  const finished = new Set<string>();
  const cuts: string[] = [];
  for (const { key } of parts) {
    const path = new Set<string>();
    let at: string | undefined = key;
    let last = key;
    while (at !== undefined && !finished.has(at) && !path.has(at)) {
      path.add(at);
      last = at;
      at = parents.get(at);
    }
    if (at !== undefined && path.has(at)) cuts.push(last);
    for (const one of path) finished.add(one);
  }
  return cuts;
}
