import { formatCount, formatDateTime } from '../../shared/british.ts';
import { coverageOf } from '../../shared/domain/coverage.ts';
import { labelledDescriptors } from '../../shared/domain/descriptor-labels.ts';
import { type Framework, ksbsOf } from '../../shared/domain/framework.ts';
import type { Judgement } from '../../shared/domain/judgement.ts';
import { descriptorsToJudge } from '../../shared/domain/method-grade-rules.ts';
import type { Method } from '../../shared/domain/plan.ts';
import { frameworkOn } from '../../shared/domain/plan-pathways.ts';
import { momentOfDay, type RecordedOutcome } from '../../shared/domain/recorded-outcome.ts';
import type { MethodReport, OverallReport } from '../../shared/domain/report-model.ts';
import type { Note } from '../../shared/domain/session.ts';
import { timeAllowed } from '../../shared/domain/time-allowed.ts';
import { ledgerTimes, pauseNames, secondsOfEntry } from '../../shared/domain/time-ledger.ts';
import { AppError } from '../../shared/errors.ts';
import { auditHead } from '../core/audit.ts';
import type { QueryContext } from '../core/contexts.ts';
import type { Reader } from '../db/statements.ts';
import { considerationsInWords } from './adjustments.ts';
import { apprenticeById } from './apprentices.ts';
import { type AssessmentRow, assessmentById } from './assessment-rows.ts';
import { versionById } from './assessment-version-rows.ts';
import { ledgerOf } from './clock.ts';
import { completionOf } from './completion.ts';
import { frameworkById } from './frameworks.ts';
import { heldConditions } from './held-conditions.ts';
import { judgementsOf } from './judgements.ts';
import { notesOf } from './notes.ts';
import { planById } from './plan-rows.ts';
import { portfolioListed } from './portfolio-listing.ts';
import { standingOf } from './progress.ts';
import { outcomeOf } from './recorded-outcome-rows.ts';
import { recordingReported } from './recording-listing.ts';
import { scoreOf } from './scores.ts';
import { resultOf } from './session-results.ts';
import { methodOfSession, reopeningsOf, type SessionRow, sessionById } from './session-rows.ts';
import { methodVersions, overallVersions, signedReportOn } from './signed-reports.ts';

/** The content of a method's report as the record stands now. Throws AppError `report.notReady` while the method has no grade. */
export function methodReportModel(context: QueryContext, sessionId: string): MethodReport {
  const { reader, workspace, now } = context;
  const session = sessionById(reader, sessionId);
  const { method, frameworkId } = methodOfSession(reader, session);
  const result = resultOf(reader, session);
  const outcome = outcomeOf(reader, sessionId);
  const time = timeOf(session, method, ledgerOf(reader, sessionId));
  const held = heldAt(session, time.startedAt, outcome);
  if (result.grade === null || held === null) throw notReady();
  const notes = notesOf(reader, sessionId).filter(({ kind }) => kind !== 'remark');
  const framework = frameworkById(reader, frameworkId);
  const coverage = coverageOf(method, notes);
  const version = methodVersions(reader, sessionId) + 1;
  return {
    ...commonOf(context, assessmentById(reader, session.assessmentId), framework, now),
    kind: 'method',
    assessor: { name: workspace.ownerName },
    version,
    documentId: versioned(documentId(framework, sessionId), version),
    attempt: session.attempt,
    method: { key: method.key, kind: method.kind, name: method.name },
    session: {
      ...held,
      place: session.checklist.place,
      conditions: conditionsOf(reader, session, outcome),
      adjustmentPercent: session.checklist.adjustmentPercent,
      explanations: [
        ...session.explanations.map(({ matter, reason }) => ({ matter, reason })),
        ...reopeningsOf(reader, sessionId).map(({ at, reason }) => ({
          matter: `The session was opened again on ${formatDateTime(at)}.`,
          reason,
        })),
      ],
    },
    ...(outcome ? { recorded: outcome } : {}),
    ...scoreIn(reader, session, method),
    time: time.summary,
    questions: { asked: coverage.questions, minimum: coverage.minimumQuestions },
    notes: notes.map(quotation),
    ...(outcome ? {} : recordingReported(reader, session, method)),
    ...portfolioListed(reader, session, method),
    themes: themesOf(method, judgementsOf(reader, sessionId)),
    ksbs: coverage.ksbs.map(({ code, evidence }) => ({
      code,
      text: statementOf(framework, code),
      evidenceCount: evidence,
      themes: method.themes.filter(theme => theme.ksbs.includes(code)).map(theme => theme.key),
    })),
    grade: result.grade,
    derivation: result.lines.map(({ text, effect }) => ({ text, effect })),
    wouldChange: result.wouldChange,
  };
}

/** The content of the overall report. Throws AppError `report.notReady` until every method's report is signed. */
export function overallReportModel(context: QueryContext, assessmentId: string): OverallReport {
  const { reader, workspace, now } = context;
  const assessment = assessmentById(reader, assessmentId);
  const { plan, sessions, overall } = standingOf(reader, assessment);
  const whole = frameworkById(reader, planById(reader, plan.id).frameworkId);
  const framework = assessment.pathway === null ? whole : frameworkOn(whole, plan, assessment.pathway);
  const reports = plan.methods.map(method => {
    const session = sessions.get(method.key);
    const report = session && signedReportOn(reader, { kind: 'method', sessionId: session.id });
    if (report?.model.kind !== 'method') throw notReady();
    return { method, report, model: report.model };
  });
  if (overall.grade === null) throw notReady();
  const version = overallVersions(reader, assessmentId) + 1;
  return {
    ...commonOf(context, assessment, framework, now),
    kind: 'overall',
    assessor: { name: workspace.ownerName },
    version,
    documentId: versioned(documentId(framework, assessmentId), version),
    attempt: Math.max(...reports.map(({ model }) => model.attempt)),
    methods: reports.map(({ method, report, model }) => ({
      key: method.key,
      name: method.name,
      grade: model.grade,
      assessedOn: model.session.startedAt,
      attempt: model.attempt,
      reportDocumentId: report.documentId,
      reportSha256: report.sha256,
      derivation: model.derivation,
    })),
    ksbs: ksbsOf(framework).map(({ code, text }) => ({
      code,
      text,
      evidence: reports.flatMap(({ method, model }) => {
        const found = model.ksbs.find(ksb => ksb.code === code);
        return found ? [{ methodKey: method.key, count: found.evidenceCount }] : [];
      }),
    })),
    completion: completionOf(reader, assessmentId, plan).map(({ title, ksbs, verified }) => ({
      title,
      ksbs,
      verified,
    })),
    grade: overall.grade,
    derivation: overall.lines.map(({ text, effect }) => ({ text, effect })),
  };
}

/** The reference printed on each page: the standard's, and eight characters of the id of what is reported on. */
export const documentId = (framework: Framework, subjectId: string): string =>
  `${framework.reference}-${subjectId.slice(-8).toUpperCase()}`;

/** The reference of a version: from the second on it ends in its number. */
export const versioned = (reference: string, version: number): string =>
  version > 1 ? `${reference}-${version}` : reference;

const notReady = (): AppError =>
  new AppError('report.notReady', 'There is no report yet: what still has to be done is listed beside it.');

/** What every document of an assessment has. */
export function commonOf(
  { reader, workspace }: QueryContext,
  assessment: AssessmentRow,
  framework: Framework,
  now: Date,
) {
  const { document: plan, sha256 } = planById(reader, assessment.planId);
  const { id: _, addedAt: __, ...apprentice } = apprenticeById(reader, assessment.apprenticeId);
  const { reference, title, version, level, larsCode } = plan.standard;
  const pathway = plan.pathways?.find(({ key }) => key === assessment.pathway);
  return {
    schema: 'epa-report/1' as const,
    version: 1,
    preparedAt: now.toISOString(),
    practice: assessment.practice,
    organisation: { name: workspace.organisation },
    apprentice,
    standard: {
      reference,
      title: pathway ? `${title}: ${pathway.title}` : title,
      version,
      level,
      larsCode: larsCode ?? null,
      licence: framework.licence.attribution,
    },
    plan: { id: plan.id, title: plan.title, version: plan.version, origin: plan.origin, sha256 },
    audit: auditHead(reader),
  };
}

const statementOf = (framework: Framework, code: string): string =>
  framework.items.find(item => item.code === code)?.text ?? '';

/** When the session began and ended: of one held elsewhere the day is known alone. Null while it is not over. */
function heldAt({ closedAt }: SessionRow, startedAt: string | null, outcome: RecordedOutcome | undefined) {
  if (closedAt === null) return null;
  if (outcome) return { startedAt: momentOfDay(outcome.heldOn), endedAt: momentOfDay(outcome.heldOn) };
  return startedAt === null ? null : { startedAt, endedAt: closedAt };
}

/** The assessment version that was used, where the plan samples. */
function versionIn(reader: Reader, { versionId }: SessionRow): { label: string; value: string }[] {
  if (versionId === null) return [];
  const { label, statements } = versionById(reader, versionId);
  return [{ label: 'Assessment version', value: `${label}, of ${formatCount(statements.length, 'statement')}` }];
}

function scoreIn(reader: Reader, { id }: SessionRow, { gradeRule }: Method) {
  const value = scoreOf(reader, id);
  return gradeRule?.kind === 'score' && value !== null ? { score: { value, outOf: gradeRule.outOf } } : {};
}

function conditionsOf(
  reader: Reader,
  session: SessionRow,
  outcome: RecordedOutcome | undefined,
): { label: string; value: string }[] {
  const { checklist, assessmentId, methodKey } = session;
  const considerations = considerationsInWords(reader, assessmentId, methodKey);
  const adjustment = checklist.adjustmentPercent > 0 ? 'Extra time' : 'None';
  return [
    { label: 'Place', value: checklist.place },
    { label: 'Identity seen', value: checklist.identityDocument },
    { label: 'Also present', value: checklist.present || 'Nobody' },
    { label: 'Reasonable adjustments', value: checklist.adjustments.trim() || adjustment },
    ...(considerations === '' ? [] : [{ label: 'Special considerations', value: considerations }]),
    ...(outcome
      ? [{ label: 'Independence', value: 'Declared before the outcome was recorded' }]
      : [
          ...(checklist.remote
            ? [{ label: 'Held remotely', value: 'The remote checks were done before the clock started' }]
            : []),
          { label: 'Independence', value: 'Declared before the session' },
          { label: 'Briefing', value: 'Given before the clock started' },
        ]),
    ...versionIn(reader, session),
    ...(outcome ? [] : heldConditions(reader, session)),
  ];
}

function timeOf(session: SessionRow, method: Method, ledger: ReturnType<typeof ledgerOf>) {
  const end = session.closedAt ?? session.changedAt;
  const times = ledgerTimes(ledger, end);
  const { total } = timeAllowed(method, session.checklist.adjustmentPercent);
  return {
    startedAt: ledger[0]?.startedAt ?? null,
    summary: {
      assessmentSeconds: times.assessmentSeconds,
      breakSeconds: times.breakSeconds,
      plannedSeconds: total.adjusted,
      highestSeconds: total.highest,
      ledger: ledger.map(entry => ({
        kind: entry.kind,
        name:
          entry.kind === 'break'
            ? pauseNames[entry.pause]
            : (method.parts.find(({ key }) => key === entry.partKey)?.name ?? entry.partKey),
        startedAt: entry.startedAt,
        endedAt: entry.endedAt ?? end,
        seconds: secondsOfEntry(entry, end),
        reason: entry.reason,
      })),
    },
  };
}

/** A note as the report has it. Of a struck note the words are left out; that it was struck, and why, is not. */
function quotation({ id, kind, body, ksbs, at, offsetSeconds, struckReason }: Note) {
  return {
    noteId: id,
    kind,
    body: struckReason === null ? body : '',
    ksbs: [...ksbs],
    at,
    offsetSeconds,
    struckReason,
  };
}

const notJudged = { decision: null, rationale: '', evidenceNoteIds: [], portfolioEvidenceIds: [] } as const;

function themesOf(method: Method, judgements: readonly Judgement[]) {
  const labels = new Map(labelledDescriptors(method).map(({ descriptor, label }) => [descriptor.key, label]));
  const counting = new Set(descriptorsToJudge(method).map(({ descriptor }) => descriptor.key));
  const judged = new Map(judgements.map(judgement => [judgement.descriptorKey, judgement]));
  return method.themes.map(theme => ({
    key: theme.key,
    title: theme.title,
    ksbs: theme.ksbs,
    descriptors: theme.descriptors
      .filter(({ key }) => counting.has(key))
      .map(({ key, grade, text, ksbs }) => {
        const { decision, rationale, evidenceNoteIds, portfolioEvidenceIds } = judged.get(key) ?? notJudged;
        const label = labels.get(key) ?? key;
        return {
          ...{ key, label, grade, text, ksbs, decision, rationale },
          evidenceNoteIds: [...evidenceNoteIds],
          ...(portfolioEvidenceIds.length > 0 ? { portfolioEvidenceIds: [...portfolioEvidenceIds] } : {}),
        };
      }),
  }));
}
