/** Work that can be done in steps; each tells how far it has come, and the last gives the result. */
export type Steps<T> = Generator<{ readonly done: number; readonly total: number }, T>;

/** Does all the steps at once. */
export function finished<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The longest that steps are done without a pause, in milliseconds: less than one would notice. */
const longestTurn = 25;

/** Does the steps in turns and lets everything else have its turn between them; tells how far it has come at each. */
export async function inTurns<T>(steps: Steps<T>, tell: (done: number, total: number) => void): Promise<T> {
  for (let begun = performance.now(); ; ) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - begun < longestTurn) continue;
    tell(step.value.done, step.value.total);
    await new Promise<void>(next => setImmediate(next));
    begun = performance.now();
  }
}
