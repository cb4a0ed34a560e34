import { calendarDate, formatCount, formatDate } from '../../british.ts';
import type { DfeForm } from './kinds.ts';
import type { DfeRecord } from './record.ts';
import { achievedAt } from './record.ts';
import { failure, pass, type Verdict, warning } from './rules-learner.ts';
import { firstServiceDay } from './service-dates.ts';

/** Rule: a row of CSV holds one attempt, and an update replaces the whole list, so a history of re-sits goes as JSON. */
export function attemptsVerdict({ attempts }: Pick<DfeRecord, 'attempts'>, form: DfeForm): Verdict {
  if (attempts.length === 0) return failure('There is no released attempt to tell of.', 'assessment');
  const outcome = attempts.at(-1)?.outcome;
  if (attempts.length === 1) return pass(`One attempt: ${outcome}.`);
  const count = formatCount(attempts.length, 'attempt');
  if (form === 'json') return pass(`${count}, the latest: ${outcome}.`);
  return failure(
    `There are ${count}. A row of CSV holds one, and the others would be lost. Write this learner as JSON.`,
    null,
  );
}

/** Rule: dates from 1 January 2017 and not in the future, each attempt after the one before. */
export function attemptDatesVerdict({ attempts }: Pick<DfeRecord, 'attempts'>, now: string): Verdict {
  for (const { at } of attempts) {
    const wrong = wrongDate(at, now);
    if (wrong !== null) return failure(`An attempt is dated ${formatDate(at)}: ${wrong}`, 'assessment');
  }
  const isInOrder = attempts.every(({ at }, place) => place === 0 || at > (attempts[place - 1]?.at ?? ''));
  if (!isInOrder) return failure('A later attempt is not dated after the one before it.', 'assessment');
  return pass(attempts.map(({ at }) => formatDate(at)).join(', ') || 'No attempt, so no date.');
}

function wrongDate(at: string, now: string): string | null {
  if (calendarDate(at) < firstServiceDay) return 'the service takes dates from 1 January 2017 on.';
  return at > now ? 'that is in the future. Check this computer’s clock.' : null;
}

/** Rule: a fail is never an overall grade; the service makes the entry for it from the EPA record. */
export function overallGradeVerdict({ grade, overallGrade }: Pick<DfeRecord, 'grade' | 'overallGrade'>): Verdict {
  if (overallGrade !== null) return pass(overallGrade);
  if (grade === 'fail') {
    return failure('A fail earns no certificate. Tell of it in an EPA record; the service does the rest.', null);
  }
  return failure('There is no released grade.', 'assessment');
}

/** Rule: from 1 January 2017 and not in the future. */
export function achievementVerdict(record: Pick<DfeRecord, 'attempts'>, now: string): Verdict {
  const at = achievedAt(record);
  if (at === null) return failure('There is no released result to date.', 'assessment');
  const wrong = wrongDate(at, now);
  return wrong === null ? pass(formatDate(at)) : failure(`${formatDate(at)}: ${wrong}`, 'assessment');
}

/** The start of learning may be left out; one after the achievement is wrong. */
export function learningStartVerdict(record: Pick<DfeRecord, 'attempts' | 'learningStartedOn'>): Verdict {
  const { learningStartedOn } = record;
  if (learningStartedOn === null) return warning('Not recorded. The column stays empty.', 'details');
  const at = achievedAt(record);
  if (at !== null && learningStartedOn > calendarDate(at)) {
    return failure(`Learning cannot start on ${formatDate(learningStartedOn)}, after the achievement.`, 'details');
  }
  return pass(formatDate(learningStartedOn));
}

const what = { epa: 'an EPA record', certificate: 'a certificate' } as const;

/** A record that the service has is changed by its reference, and cannot be created a second time. */
export function referenceVerdict(reference: string | null, kind: keyof typeof what, isNeeded: boolean): Verdict {
  if (!isNeeded) {
    if (reference === null) return pass('The service has given none yet.');
    return failure(`The service has ${what[kind]} of this learner already, ${reference}. Update that one.`, null);
  }
  if (reference === null) {
    return failure('The service’s reference is not known. Import its answer, or type the reference in.', 'details');
  }
  return /^\d{8}$/.test(reference)
    ? pass(reference)
    : failure(`“${reference}” is not eight digits. A spreadsheet may have taken its leading zeros.`, 'details');
}
