/** Levels in decibels below full scale. */
const silence = -60;
const quiet = -42;
const loud = -3;
/** How long nothing may be heard before it is said, in milliseconds. */
export const silentAfter = 8000;

/** What the level meter says, for those who do not see it. */
export type LevelWord = 'nothing heard' | 'quiet' | 'good' | 'too loud';

/** The level of a stretch of samples (−1 to 1) in decibels below full scale: their root mean square, at the least −100. */
export function decibelsOf(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, samples.length);
  return Math.max(-100, 10 * Math.log10(power));
}

/** A level as a share of the meter, 0 to 1. */
export function shareOf(decibels: number): number {
  return Math.min(1, Math.max(0, (decibels - silence) / -silence));
}

export function isHeard(decibels: number): boolean {
  return decibels > silence;
}

/** The loudest level of the last seconds in a word. */
export function levelWord(decibels: number): LevelWord {
  if (!isHeard(decibels)) return 'nothing heard';
  if (decibels > loud) return 'too loud';
  return decibels > quiet ? 'good' : 'quiet';
}
