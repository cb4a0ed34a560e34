/** Where a command writes: standard output and standard error. */
export interface Output {
  out(text: string): void;
  err(text: string): void;
}

/** A command of the command line. */
export interface Command {
  readonly usage: string;
  readonly summary: string;
  /** Does the work and gives the exit status. Throws AppError for what the caller can mend. */
  run(words: readonly string[], io: Output): Promise<number>;
}
