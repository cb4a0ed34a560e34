import path from 'node:path';
import { ulnCheckDigit } from '../../../shared/domain/uln.ts';
import type { TaskContext } from '../../core/contexts.ts';
import { filesOf, openWorkspace } from '../../core/open-workspace.ts';
import { demonstrationFile } from '../../core/resources.ts';
import { openVault, readVault } from '../../db/vault.ts';
import { addApprentice } from '../apprentices.ts';
import { assessmentById } from '../assessment-rows.ts';
import { addAssessment } from '../assessments.ts';
import { issueForRequest, makeAuthority, readRequest } from '../authority.ts';
import { playSession, signAll } from '../demonstration.ts';
import { passDemonstrationGateway } from '../demonstration-preparation.ts';
import { reviewAndRelease } from '../demonstration-review.ts';
import { demonstrationScript } from '../demonstration-scripts.ts';
import { installIssued, saveRequest } from '../identities.ts';
import { addPerson, everyone } from '../people.ts';
import { planById } from '../plan-rows.ts';
import { reviewCaseOf } from '../review-cases.ts';
import { recordReview } from '../reviews.ts';
import { setRole } from '../roles.ts';
import { makeWorkspace } from '../workspace-making.ts';
import { sendReceipt, sendReviews } from './answering.ts';
import { assign } from './assigning.ts';
import { everyCorrespondentRow } from './correspondents.ts';
import { withPack } from './opening.ts';
import { takeInOpened } from './receiving.ts';
import { sendResults } from './sending-results.ts';

const organisation = 'Example Assessment Organisation (fictional)';
const assessor = 'Robin Fictional';
const reviewer = 'Quinn Fictional';
const planId = 'st1030-demonstration';
const hour = 60 * 60_000;
const day = 24 * hour;

/** Who is assessed, and by which scripts; the first is agreed and released, the second returned. */
const stories = [
  { givenNames: 'Eve', familyName: 'Instance', scripts: ['placeholder-observation', 'placeholder-discussion'] },
  { givenNames: 'Finn', familyName: 'Mockup', scripts: ['specimen-observation', 'specimen-discussion'] },
] as const;

/** The packs that the demonstration writes, in the order in which they travel. */
export const demonstrationPacks = ['assignment', 'result', 'review', 'receipt'] as const;

/**
 * Plays both sides of an exchange between two new workspaces in the folder: the organisation assigns, the assessor assesses and sends, the organisation
 * reviews, releases and answers. The packs lie beside the workspaces; the workspace that is open afterwards is the assessor's.
 */
export async function playExchange(context: TaskContext, folder: string): Promise<readonly string[]> {
  const start = context.now.getTime() - 3 * day;
  const at = (since: number): TaskContext => context.at(new Date(start + since));
  const file = (name: string): string => path.join(folder, `${name}.epapack`);
  const { organisation: office, assessor: desk } = exchangeFolders(folder);
  const assessmentIds = await foundBoth(at(0), folder);
  await enter(at(2 * hour), office);
  const given = { assessmentIds, assessor, workspaceId: null, encrypt: false };
  await assign(saving(at(2 * hour), file('assignment')), given);
  await enter(at(3 * hour), desk);
  await takeIn(at(3 * hour), file('assignment'));
  await assessAll(at(day), assessmentIds);
  const workspaceId = at(0).query(({ reader }) => everyCorrespondentRow(reader)[0]?.workspaceId ?? '');
  const sent = { assessmentIds, choices: [], workspaceId, encrypt: false } as const;
  await sendResults(saving(at(2 * day), file('result')), sent);

  await enter(at(2 * day), office);
  await takeIn(at(2 * day), file('result'));
  await answer(at(2 * day + hour), assessmentIds, file);
  await enter(at(3 * day), desk);
  for (const name of ['review', 'receipt']) await takeIn(at(3 * day), file(name));
  return demonstrationPacks.map(file);
}

/** The folders of the two workspaces. */
const exchangeFolders = (folder: string) => ({
  organisation: path.join(folder, 'organisation'),
  assessor: path.join(folder, 'assessor'),
});

/** Makes the organisation's workspace with its authority, its quality assurer and its apprentices, and the assessor's with a certificate; gives the assessments. */
async function foundBoth(context: TaskContext, folder: string): Promise<readonly string[]> {
  const later = context.at(new Date(context.now.getTime() + hour));
  const { organisation: office, assessor: desk } = exchangeFolders(folder);
  await found(context, office, 'Olive Fictional');
  await makeAuthority(context, { name: 'Example Assessment Authority (fictional)', validYears: 10 });
  context.command(command => setRole(command, { role: 'organisation' }));
  context.command(command => addPerson(command, { name: reviewer, role: 'qualityAssurer' }));
  const assessmentIds = later.command(command => stories.map((story, index) => enrol(command, story, index)));
  await found(context, desk, assessor);
  await certify(later, folder, path.join(folder, 'certificate'));
  return assessmentIds;
}

/** Holds, judges and signs the assessments in the open workspace, the assessor's. */
async function assessAll(context: TaskContext, assessmentIds: readonly string[]): Promise<void> {
  for (const [index, { scripts }] of stories.entries()) {
    const start = new Date(context.now.getTime() + index * 9 * hour);
    await assess(context.at(start), assessmentIds[index] ?? '', scripts);
  }
}

async function found(context: TaskContext, folder: string, owner: string): Promise<void> {
  const label = `${owner} (fictional)`;
  const wanted = { folder, label, assessor: owner, organisation, secret: { kind: 'demonstration' } } as const;
  const { workspace } = await makeWorkspace(wanted, context.now, context.nativeBinding);
  context.replaceWorkspace(workspace);
}

/** Opens one of the two workspaces in place of the one that is open. */
async function enter(context: TaskContext, folder: string): Promise<void> {
  const dataKey = await openVault(readVault(filesOf(folder).vault), { kind: 'demonstration' });
  context.replaceWorkspace(null);
  context.replaceWorkspace(openWorkspace(folder, dataKey, context.nativeBinding));
}

/** The same context with dialogs that answer with this file. */
function saving(context: TaskContext, file: string): TaskContext {
  const answerWith = async (): Promise<string> => file;
  const { now, workspace } = context;
  return { ...context, now, workspace, dialogs: { ...context.dialogs, saveFile: answerWith, chooseFile: answerWith } };
}

/** Has the organisation issue the assessor's certificate, by request and answer. */
async function certify(context: TaskContext, folder: string, file: string): Promise<void> {
  const personId = context.query(({ workspace }) => workspace.ownerId);
  await saveRequest(saving(context, `${file}.csr`), { personId });
  await enter(context, exchangeFolders(folder).organisation);
  const request = await readRequest(saving(context, `${file}.csr`), {});
  const bytes = request?.bytes ?? new Uint8Array();
  await issueForRequest(saving(context, `${file}.pem`), { bytes, role: 'assessor', validYears: 3 });
  await enter(context, exchangeFolders(folder).assessor);
  await installIssued(saving(context, `${file}.pem`), { personId });
}

function enrol(
  context: Parameters<typeof addApprentice>[0],
  { givenNames, familyName }: (typeof stories)[number],
  index: number,
): string {
  const nine = `10000001${index + 1}`;
  const { id: apprenticeId } = addApprentice(context, {
    givenNames,
    familyName,
    uln: `${nine}${ulnCheckDigit(nine)}`,
    employer: 'Example Care (fictional)',
    trainingProvider: 'Example Training (fictional)',
  });
  const { id } = addAssessment(context, { apprenticeId, planId, practice: true });
  passDemonstrationGateway(context, id, planById(context.reader, planId).document);
  return id;
}

async function takeIn(context: TaskContext, file: string): Promise<void> {
  await withPack(context, file, (pack, contents) => takeInOpened(context, pack, contents));
}

async function assess(context: TaskContext, assessmentId: string, scripts: readonly string[]): Promise<void> {
  const start = context.now.getTime();
  const sessions = scripts.map((name, index) => {
    const script = demonstrationScript.parse(demonstrationFile(name));
    const sessionId = playSession(context, assessmentId, script, new Date(start + index * 4 * hour), true);
    return { kind: 'method', sessionId } as const;
  });
  await signAll(context.at(new Date(start + 8 * hour)), [...sessions, { kind: 'overall', assessmentId }]);
}

/** The quality assurer agrees to the first assessment and returns the second; the assessor is told, with a receipt. */
async function answer(
  context: TaskContext,
  assessmentIds: readonly string[],
  file: (name: string) => string,
): Promise<void> {
  const [agreed = '', returned = ''] = assessmentIds;
  await reviewAndRelease(context, agreed);
  context.command(command => {
    const { reports, because } = reviewCaseOf(command.reader, assessmentById(command.reader, returned));
    const [first] = reports;
    const reviewerId = everyone(command.reader).find(({ name }) => name === reviewer)?.id ?? '';
    recordReview(command, {
      assessmentId: returned,
      reportIds: first ? [first.id] : [],
      reviewerId,
      sampledBecause: because.map(({ reason }) => reason),
      decision: 'returned',
      reasons: 'The rationale does not say what was seen. Name the moment, and link the note that shows it.',
    });
  });
  const workspaceId = context.query(({ reader }) => everyCorrespondentRow(reader)[0]?.workspaceId ?? '');
  const later = context.at(new Date(context.now.getTime() + hour));
  await sendReviews(saving(later, file('review')), { workspaceId, assessmentIds, encrypt: false });
  await sendReceipt(saving(later, file('receipt')), { workspaceId });
}
