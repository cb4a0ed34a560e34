/** Something that stands in the way of a step. What blocks must be put right first; a hint may be left. */
export interface Obstacle {
  /** The rule's name in camelCase, for tests and for the place that the screen leads to. */
  readonly rule: string;
  readonly severity: 'blocks' | 'hint';
  /** What is wrong and what to do, in plain words. */
  readonly message: string;
  /** What is wrong without what to do, for where it was explained; missing where nothing explains it. */
  readonly fact?: string;
  readonly descriptorKey?: string;
  readonly noteId?: string;
  readonly themeKey?: string;
}
