import { capitalised } from '../british.ts';
import type { Plan } from './plan.ts';
import { vocabularyOf } from './plan-vocabulary.ts';

/** What each parameter of a plan is called, by the way to it with `*` for the elements of a list. A test compares them with the shape of a plan: none is left out. */
export const planFieldNames: Readonly<Record<string, string>> = {
  version: 'plan version',
  title: 'title',
  origin: 'kind of plan',
  planModel: 'model',
  'standard.reference': 'standard',
  'standard.version': 'version of the standard',
  'standard.title': 'title of the standard',
  'standard.level': 'level',
  'standard.larsCode': 'LARS code',
  effectiveFrom: 'first day',
  effectiveTo: 'last day',
  source: 'source document',
  sourceVersion: 'version of the source document',
  'programme.typicalMonthsToGateway': 'typical months to gateway',
  'programme.minimumMonths': 'least months on programme',
  'programme.epaPeriodMonths': 'months of the assessment period',
  'pathways.*.title': 'pathway',
  'pathways.*.ksbs': 'KSBs of this pathway only',
  'gateway.*.kind': 'kind',
  'gateway.*.title': 'what is asked for',
  'gateway.*.mandatory': 'mandatory',
  'gateway.*.appliesIf': 'applies if',
  'gateway.*.evidence': 'evidence',
  'gateway.*.confirmedBy': 'confirmed by',
  'completion.*.kind': 'kind',
  'completion.*.title': 'what is asked for',
  'completion.*.mandatory': 'mandatory',
  'completion.*.ksbs': 'KSBs',
  'completion.*.evidence': 'evidence',
  'sampling.allowed': 'statements may be sampled over time',
  'sampling.coveredWithinMonths': 'months to cover every statement',
  'shares.synopticPercent': 'least share of synoptic assessment',
  'shares.organisationMarkedPercent': 'least share marked by the organisation',
  'order.kind': 'order',
  'order.methods': 'methods in order',
  'order.pairs.*.earlier': 'passed first',
  'order.pairs.*.later': 'taken afterwards',
  'methods.*.kind': 'kind of method',
  'methods.*.name': 'name',
  'methods.*.pathway': 'pathway',
  'methods.*.mandated': 'asked for by the plan itself',
  'methods.*.grades': 'grades',
  'methods.*.weight': 'weight in per cent',
  'methods.*.markedBy': 'marked by',
  'methods.*.ksbs': 'KSBs',
  'methods.*.parts.*.name': 'part',
  'methods.*.parts.*.minutes': 'minutes',
  'methods.*.parts.*.minimumMinutes': 'least minutes',
  'methods.*.parts.*.maximumMinutes': 'most minutes',
  'methods.*.tolerance.minusPercent': 'per cent less',
  'methods.*.tolerance.plusPercent': 'per cent more',
  'methods.*.tolerance.scope': 'taken of',
  'methods.*.tolerance.allocation': 'spent in',
  'methods.*.tolerance.purpose': 'purpose',
  'methods.*.toleranceOn': 'tolerance with extra time',
  'methods.*.split.allowed': 'may be split',
  'methods.*.split.withinWorkingDays': 'within working days',
  'methods.*.split.reasons': 'reasons for a split',
  'methods.*.notice.value': 'notice',
  'methods.*.notice.unit': 'unit of the notice',
  'methods.*.questions.minimum': 'least number of questions',
  'methods.*.questions.when': 'when questions are asked',
  'methods.*.questions.followUpsAllowed': 'follow-up questions',
  'methods.*.questions.forKsbsNotObserved': 'for KSBs not observed',
  'methods.*.questions.source': 'source of the questions',
  'methods.*.questions.differentOnResit': 'different questions on a re-sit',
  'methods.*.conditions.oneApprenticeAtATime': 'one apprentice at a time',
  'methods.*.conditions.simulationAllowed': 'simulation',
  'methods.*.conditions.remoteAllowed': 'remote session',
  'methods.*.conditions.remoteIdentityCheck': 'identity check of a remote session',
  'methods.*.conditions.portfolioMayBeReferredTo': 'the portfolio may be referred to',
  'methods.*.conditions.mandatoryActivities': 'activities that must occur',
  'methods.*.conditions.mayBePresent': 'who may be present',
  'methods.*.recording.audio': 'audio recording',
  'methods.*.recording.video': 'video recording',
  'methods.*.recording.consentRequired': 'consent to recording',
  'methods.*.recording.retentionMonths': 'months that recordings are kept',
  'methods.*.themes.*.title': 'title',
  'methods.*.themes.*.pathway': 'pathway',
  'methods.*.themes.*.ksbs': 'KSBs',
  'methods.*.themes.*.mandatoryKsbs': 'statements in every version',
  'methods.*.themes.*.minimumQuestions': 'least number of questions',
  'methods.*.themes.*.descriptors.*.grade': 'grade',
  'methods.*.themes.*.descriptors.*.text': 'text',
  'methods.*.themes.*.descriptors.*.ksbs': 'KSBs',
  'methods.*.gradeRule.kind': 'how the grade is made',
  'methods.*.gradeRule.passAtLeast': 'pass descriptors for a pass',
  'methods.*.gradeRule.distinctionAtLeast': 'distinction descriptors for a distinction',
  'methods.*.gradeRule.outOf': 'most marks',
  'methods.*.gradeRule.boundaries.*.grade': 'grade of the boundary',
  'methods.*.gradeRule.boundaries.*.atLeast': 'least marks',
  'methods.*.criticalKsbs': 'critical KSBs',
  overallGrades: 'overall grades',
  'gradeTable.origin': 'how the table was made',
  'gradeTable.rows.*.methods': 'grades of the methods',
  'gradeTable.rows.*.overall': 'overall grade',
  'resits.resitWithinMonths': 'months for a re-sit',
  'resits.retakeWithinMonths': 'months for a re-take',
  'resits.cap': 'best grade of a re-sit or re-take',
  'resits.capLiftedForExceptionalCircumstances': 'cap lifted for exceptional circumstances',
  'resits.onlyFailedMethods': 'only failed methods again',
  'resits.allPassedWithinMonths': 'months within which all methods must be passed',
  'resits.actionPlanRequired': 'action plan required',
  'resits.mayImproveGrade': 'taken again to improve a grade',
  'results.releaseWithinWorkingDays': 'working days to release',
  'results.afterQualityAssurance': 'only after quality assurance',
  'results.feedback': 'feedback',
  'appeals.*.stage': 'stage',
  'appeals.*.within.value': 'time for an appeal',
  'appeals.*.within.unit': 'unit of the time',
  'appeals.*.decidedBy': 'decided by',
  'assessor.independence': 'independence',
  'assessor.occupationalExperienceYears': 'years of experience in the occupation',
  'assessor.cpd': 'continuing development',
  'assessor.standardisation': 'standardisation',
  'dispensations.*.from': 'first day',
  'dispensations.*.to': 'last day',
  'dispensations.*.reason': 'reason',
  'dispensations.*.path': 'parameter',
  'dispensations.*.value': 'its value',
};

/** What the groups of parameters are called where they are named before a parameter. */
const groupNames: Readonly<Record<string, string>> = {
  programme: 'Programme',
  gateway: 'Gateway',
  completion: 'Completion',
  sampling: 'Sampling',
  shares: 'Shares',
  order: 'Order',
  overallGrades: 'Overall grade',
  gradeTable: 'Grade table',
  resits: 'Re-sits and re-takes',
  results: 'Results',
  appeals: 'Appeals',
  assessor: 'Assessor',
  dispensations: 'Dispensations',
  pathways: 'Pathways',
  tolerance: 'tolerance',
  split: 'splitting',
  notice: 'notice',
  questions: 'questions',
  conditions: 'conditions',
  recording: 'recording',
  gradeRule: 'grading',
};

type Place = readonly (string | number)[];

/** The way to a place with `*` for the elements of lists, as the catalogue of names has it. */
export const patternOfPlace = (place: Place): string =>
  place.map(step => (typeof step === 'number' ? '*' : step)).join('.');

/** The name of the parameter at a place; the name of what holds it where it has none of its own. */
export function nameOfPlace(place: Place): string {
  const last = place.at(-1);
  const group = typeof last === 'string' ? groupNames[last] : undefined;
  return planFieldNames[patternOfPlace(place)] ?? group?.toLowerCase() ?? String(last ?? 'plan');
}

/** A place in words, from the large to the small: `Observation with questions, part Questions: minutes`. */
export function placeInWords(plan: Plan, place: Place): string {
  const holders = holdersOf(plan, place);
  const name = nameOfPlace(place);
  return capitalised(holders.length === 0 ? name : `${holders.join(', ')}: ${name}`);
}

const singular: Readonly<Record<string, string>> = {
  parts: 'part',
  pathways: 'pathway',
  gateway: 'gateway requirement',
  completion: 'completion requirement',
  appeals: 'appeal',
  dispensations: 'dispensation',
  boundaries: 'boundary',
  pairs: 'pair',
  rows: 'row',
};

/** What holds the parameter at a place, each in a word or two. */
function holdersOf(plan: Plan, place: Place): readonly string[] {
  const { theme } = vocabularyOf(plan);
  let inner: unknown = plan;
  return place.slice(0, -1).flatMap((step, position) => {
    inner = (inner as Record<string | number, unknown> | null | undefined)?.[step];
    const list = place[position - 1];
    if (typeof step === 'string') {
      if (typeof place[position + 1] === 'number' || step === 'standard') return [];
      return groupNames[step] ?? [];
    }
    const name = nameOf(inner);
    if (list === 'methods') return [name || `method ${step + 1}`];
    if (list === 'themes') return [`${theme} ${name || step + 1}`];
    if (list === 'descriptors') return [`descriptor ${step + 1}`];
    return [`${singular[String(list)] ?? list} ${name || step + 1}`];
  });
}

function nameOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  for (const property of ['name', 'title', 'stage'] as const) {
    if (property in value) return String((value as Record<string, unknown>)[property]);
  }
  return '';
}
