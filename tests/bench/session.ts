import type { Input } from '../../shared/contract.ts';
import { descriptorsOf } from '../../shared/domain/plan.ts';
import type { Core } from './core.ts';

/** The passphrase of the workspace that is measured. */
export const passphrase = 'correct horse battery';

/** A workspace with one apprentice, whose two methods are both under way. */
export interface MeasuredWorkspace {
  readonly folder: string;
  /** A session as most are. */
  readonly usual: RunningSession;
  /** A session with as many notes as the workbench promises to stay quick with. */
  readonly long: RunningSession;
}

/** A session under way, and what is needed to write in it. */
export interface RunningSession {
  readonly id: string;
  readonly notes: number;
  readonly descriptorKeys: readonly string[];
  readonly ksbs: readonly string[];
  /** Two notes of the session, to link as evidence. */
  readonly evidence: readonly string[];
}

/** Makes a workspace with one apprentice's assessment and leaves it open. */
export async function makeAssessment({
  ask,
}: Core): Promise<{ readonly folder: string; readonly assessmentId: string }> {
  await ask('workspace.create', {
    label: 'Benchmark',
    passphrase,
    assessor: 'Robin Fictional',
    organisation: 'Example',
  });
  const status = await ask('workspace.status', {});
  if (status.state !== 'open') throw new Error('The workspace is not open.');
  const { id: apprenticeId } = await ask('apprentice.add', {
    givenNames: 'Ada',
    familyName: 'Example',
    uln: '1000000019',
    employer: 'Example Care (fictional)',
    trainingProvider: 'Example Training (fictional)',
  });
  const planId = 'st1030-demonstration';
  const { id: assessmentId } = await ask('assessment.add', { apprenticeId, planId, practice: true });
  return { folder: status.workspace.folder, assessmentId };
}

/** Makes the workspace and leaves it open. */
export async function makeWorkspace(core: Core): Promise<MeasuredWorkspace> {
  const { folder, assessmentId } = await makeAssessment(core);
  const usual = await beginSession(core, assessmentId, 'professionalDiscussion', 60);
  const long = await beginSession(core, assessmentId, 'observation', 2000);
  return { folder, usual, long };
}

/** An opening checklist that is done. */
export const checklist = {
  place: 'Example Care, meeting room',
  identityDocument: 'Passport',
  present: '',
  adjustmentPercent: 0,
  adjustments: '',
  independenceDeclared: true,
  briefingGiven: true,
} as const;

async function beginSession(
  { ask }: Core,
  assessmentId: string,
  methodKey: string,
  notes: number,
): Promise<RunningSession> {
  const { id } = await ask('session.begin', { assessmentId, methodKey, checklist });
  const { method } = await ask('session.get', { id });
  await ask('clock.run', { sessionId: id, partKey: method.parts[0]?.key ?? '' });
  const descriptorKeys = descriptorsOf(method).map(({ descriptor }) => descriptor.key);
  const empty = { id, notes, descriptorKeys, ksbs: method.ksbs, evidence: [] };
  const first = await ask('note.add', noteOf(empty, 0));
  const second = await ask('note.add', noteOf(empty, 1));
  for (let number = 2; number < notes; number++) await ask('note.add', noteOf(empty, number));
  return { ...empty, evidence: [first.id, second.id] };
}

/** The note of one turn, of a length that assessors write, with a tag. */
export function noteOf({ id, ksbs }: RunningSession, turn: number): Input<'note.add'> {
  const tag = ksbs[Math.abs(turn) % ksbs.length];
  const kind = turn % 2 === 0 ? 'question' : 'answer';
  const body = `Told the lead within the hour and wrote down times and own words, fact apart from opinion. Number ${turn}. #${tag}`;
  return { sessionId: id, kind, body, ksbs: [], followsId: null };
}

/** The judgement of one turn; the descriptors take their turns, so each is judged again and again. */
export function judgementOf({ id, descriptorKeys, evidence }: RunningSession, turn: number): Input<'judgement.record'> {
  return {
    sessionId: id,
    descriptorKey: descriptorKeys[Math.abs(turn) % descriptorKeys.length] ?? '',
    decision: turn % 3 === 0 ? 'notMet' : 'met',
    rationale: `Explains the route from first notice to referral in own words; the portfolio confirms the order of steps. Number ${turn}.`,
    evidenceNoteIds: evidence,
  };
}
