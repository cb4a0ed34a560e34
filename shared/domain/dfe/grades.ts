import { z } from 'zod';
import { type Grade, grades, type Plan } from '../plan.ts';

/** The overall grades that the service knows for a certificate. It has no fail: a fail is the outcome of an EPA record and nothing else. */
export const overallGradeWords = [
  'Pass',
  'Credit',
  'Merit',
  'Distinction',
  'Pass with excellence',
  'Outstanding',
  'No grade awarded',
] as const;
export const overallGradeWord = z.enum(overallGradeWords);
export type OverallGradeWord = z.infer<typeof overallGradeWord>;

/** A grade that earns a certificate. */
export type PassingGrade = Exclude<Grade, 'fail'>;
export const passingGrades = grades.filter((grade): grade is PassingGrade => grade !== 'fail');

/** The service's words for grades of one plan, where they differ from the usual ones. */
export const gradeWords = z.partialRecord(z.enum(passingGrades), overallGradeWord);
export type GradeWords = Readonly<z.infer<typeof gradeWords>>;

const usual: Readonly<Record<PassingGrade, OverallGradeWord>> = {
  pass: 'Pass',
  credit: 'Credit',
  merit: 'Merit',
  distinction: 'Distinction',
};

/** The service's word for an overall grade: the plan's own where one was set, else the grade's own name. Null for a fail. */
export function overallGradeFor(grade: Grade, own: GradeWords): OverallGradeWord | null {
  return grade === 'fail' ? null : (own[grade] ?? usual[grade]);
}

/** The grades of a plan that earn a certificate, from worst to best. */
export const certifiedGrades = (plan: Pick<Plan, 'overallGrades'>): readonly PassingGrade[] =>
  passingGrades.filter(grade => plan.overallGrades.includes(grade));
