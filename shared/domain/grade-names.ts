import { type Grade, grades } from './plan.ts';

/** A grade with its article, for sentences: `a fail`, `a distinction`. */
export function aGrade(grade: Grade): string {
  return `a ${grade}`;
}

/** Compares two grades: negative when the first is the worse one. */
export function compareGrades(a: Grade, b: Grade): number {
  return grades.indexOf(a) - grades.indexOf(b);
}

/** The best of the available grades that is not above the one reached; null when every available grade is above it. */
export function bestNotAbove(reached: Grade, available: readonly Grade[]): Grade | null {
  const candidates = available.filter(grade => compareGrades(grade, reached) <= 0);
  return candidates.reduce<Grade | null>(
    (best, grade) => (best === null || compareGrades(grade, best) > 0 ? grade : best),
    null,
  );
}
