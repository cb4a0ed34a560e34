import type { z } from 'zod';
import { type AttemptList, attemptList, type OverallResult } from '../../shared/domain/dfe/attempt-list.ts';
import { overallGradeFor } from '../../shared/domain/dfe/grades.ts';
import { type DfeRecord, noContact } from '../../shared/domain/dfe/record.ts';
import type { Framework } from '../../shared/domain/framework.ts';
import type { Plan } from '../../shared/domain/plan.ts';
import { AppError } from '../../shared/errors.ts';
import type { Reader } from '../db/statements.ts';
import { countedMethods, releasedLearners } from './dfe-rows.ts';
import { dfeSettingOf } from './dfe-settings.ts';
import { frameworkById } from './frameworks.ts';
import { planById } from './plan-rows.ts';

/** A learner's record for the service, with what screens tell of them besides. */
export interface ReleasedLearner {
  readonly record: DfeRecord;
  readonly apprenticeId: string;
  readonly planId: string;
  readonly employer: string;
  /** The title of the apprentice's pathway; null where the plan has none. */
  readonly pathway: string | null;
}

type LearnerRow = z.output<(typeof releasedLearners)['row']>;

/** Everybody whose result was ever released, by family name. */
export function everyReleasedLearner(reader: Reader): readonly ReleasedLearner[] {
  return learnersOf(reader, null);
}

/** One learner, released or not. Throws AppError `assessment.unknown`. */
export function learnerOf(reader: Reader, assessmentId: string): ReleasedLearner {
  const [found] = learnersOf(reader, assessmentId);
  if (!found) throw new AppError('assessment.unknown', 'This assessment is not in the workspace.');
  return found;
}

function learnersOf(reader: Reader, assessmentId: string | null): readonly ReleasedLearner[] {
  const lists = attemptLists(reader, assessmentId);
  const setting = dfeSettingOf(reader);
  const none: AttemptList = { attempts: [], grade: null, hasLater: false };
  const plans = new Map<string, AssessedBy>();
  return reader.all(releasedLearners, { assessmentId }).map(row => {
    const by = plans.get(row.planId) ?? assessedBy(reader, row, setting);
    plans.set(row.planId, by);
    return learnerFrom(row, lists.get(row.assessmentId) ?? none, by);
  });
}

type Setting = ReturnType<typeof dfeSettingOf>;
/** A plan with its standard and what was set for it: read once for all who were assessed by it. */
interface AssessedBy {
  readonly plan: Plan;
  readonly framework: Framework;
  readonly own: Setting['plans'][number] | undefined;
}

const assessedBy = (reader: Reader, { planId, frameworkId }: LearnerRow, setting: Setting): AssessedBy => ({
  plan: planById(reader, planId).document,
  framework: frameworkById(reader, frameworkId),
  own: setting.plans.find(one => one.planId === planId),
});

/** The attempts of each assessment, by its id. */
function attemptLists(reader: Reader, assessmentId: string | null): ReadonlyMap<string, AttemptList> {
  type Result = OverallResult & { readonly assessmentId: string };
  const results = new Map<string, Result>();
  for (const { reportId, sessionId, kind, isVoid, heldAt, ...row } of reader.all(countedMethods, { assessmentId })) {
    const session = { id: sessionId, kind, isVoid, heldAt };
    const before = results.get(reportId);
    const isOverturned = row.isOverturned || (before?.isOverturned ?? false);
    results.set(reportId, { ...row, isOverturned, sessions: [...(before?.sessions ?? []), session] });
  }
  const byAssessment = new Map<string, Result[]>();
  for (const result of results.values()) {
    const own = byAssessment.get(result.assessmentId);
    if (own) own.push(result);
    else byAssessment.set(result.assessmentId, [result]);
  }
  return new Map([...byAssessment].map(([id, own]) => [id, attemptList(own)]));
}

function learnerFrom(
  row: LearnerRow,
  { attempts, grade, hasLater }: AttemptList,
  { plan, framework, own }: AssessedBy,
): ReleasedLearner {
  const { standard, pathways = [] } = plan;
  const pathway = pathways.find(({ key }) => key === row.pathway)?.title ?? null;
  const options = (framework.options ?? []).length > 0 ? (framework.options ?? []) : pathways;
  const record: DfeRecord = {
    assessmentId: row.assessmentId,
    practice: row.practice,
    planConfirmed: row.planStatus === 'confirmed' || row.planStatus === 'superseded',
    withdrawnOn: row.withdrawnOn,
    givenNames: row.givenNames,
    familyName: row.familyName,
    uln: row.uln,
    standard: {
      code: standard.larsCode ?? framework.larsCode ?? null,
      reference: standard.reference,
      version: standard.version,
      name: standard.title,
      level: standard.level,
      publishedOn: own?.publishedOn ?? null,
    },
    held: { code: framework.larsCode ?? null, version: framework.version, options: options.map(({ title }) => title) },
    courseOption: row.courseOption ?? pathway ?? '',
    attempts,
    hasLater,
    grade,
    overallGrade: grade && overallGradeFor(grade, own?.words ?? {}),
    learningStartedOn: row.learningStartedOn,
    contact: row.contact ?? noContact,
    epaReference: row.epaReference,
    certificateReference: row.certificateReference,
  };
  return { record, apprenticeId: row.apprenticeId, planId: row.planId, employer: row.employer, pathway };
}
