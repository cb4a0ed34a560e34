import path from 'node:path';
import type { Input } from '../../../shared/contract.ts';
import { holdSession, judgeAll, mark } from '../features/job.ts';
import { checklist, passphrase, type TestBench, temporaryFolder, testBench } from '../workbench.ts';

/** A bench with its own folder, whose dialogs answer with the file or files that were named last. */
export interface Desk extends TestBench {
  /** Names the file that the next dialog answers with, and gives its path. */
  file(name: string): string;
}

/** Opens a desk; `folder` is where packs lie, and shared between desks it is the memory stick. */
export function desk(folder: string): Desk {
  let chosen = '';
  const answer = async (): Promise<string> => chosen;
  const bench = testBench({ dialogs: { saveFile: answer, chooseFile: answer, chooseFiles: async () => [chosen] } });
  return { ...bench, file: name => (chosen = path.join(folder, name)) };
}

/** An organisation with its authority and a quality assurer. */
export async function organisationDesk(folder: string) {
  const organisation = desk(folder);
  await organisation.ask('workspace.create', {
    label: 'Organisation',
    passphrase,
    assessor: 'Olive Office',
    organisation: 'Example Organisation',
  });
  await organisation.ask('workspace.setRole', { role: 'organisation' });
  await organisation.ask('authority.create', { name: 'Example Authority', validYears: 10 });
  const { id: reviewerId } = await organisation.ask('person.add', { name: 'Quinn Fictional', role: 'qualityAssurer' });
  return { organisation, reviewerId };
}

/** An assessor's workspace, its certificate issued by the organisation. */
export async function assessorDesk(folder: string, organisation: Desk, assessorName = 'Robin Fictional') {
  const assessor = desk(folder);
  await assessor.ask('workspace.create', {
    label: 'Assessor',
    passphrase,
    assessor: assessorName,
    organisation: 'Example Organisation',
  });
  const [owner] = await assessor.ask('person.list', {});
  const personId = owner?.id ?? '';
  const certificateId = await certify(assessor, organisation, personId);
  return { assessor, personId, certificateId };
}

/** Has the organisation issue a certificate to somebody of an assessor's workspace, and gives the id under which it is kept. */
export async function certify(assessor: Desk, organisation: Desk, personId: string): Promise<string> {
  const request = assessor.file('request.csr');
  await assessor.ask('identity.saveRequest', { personId });
  organisation.file(path.basename(request));
  const read = await organisation.ask('authority.readRequest', {});
  organisation.file('certificate.pem');
  const bytes = read?.bytes ?? new Uint8Array();
  const issued = await organisation.ask('authority.issueForRequest', { bytes, role: 'assessor', validYears: 2 });
  assessor.file('certificate.pem');
  await assessor.ask('identity.installIssued', { personId });
  return issued?.id ?? '';
}

/** Adds apprentices with a practice assessment each, and gives the assessments' ids. */
export async function enrol(bench: TestBench, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index++) {
    const { id: apprenticeId } = await bench.ask('apprentice.add', {
      givenNames: 'Zoë',
      familyName: `Example-${index + 1}`,
      uln: `10000000${10 + index}`,
      employer: 'Example Care (fictional)',
      trainingProvider: 'Example Training (fictional)',
    });
    const assessment = { apprenticeId, planId: 'st1030-demonstration', practice: true };
    ids.push((await bench.ask('assessment.add', assessment)).id);
  }
  return ids;
}

/** Holds, judges and signs a whole assessment under this signature; every pass descriptor is met, and no other. */
export async function assess(
  bench: TestBench,
  assessmentId: string,
  signature: Input<'report.sign'>['mark'] = mark,
): Promise<void> {
  for (const methodKey of ['observation', 'professionalDiscussion']) {
    const { id: sessionId } = await bench.ask('session.begin', { assessmentId, methodKey, checklist });
    await holdSession(bench, sessionId);
    await judgeAll(bench, sessionId, (_, grade) => (grade === 'pass' ? 'met' : 'notMet'));
    await bench.ask('report.sign', { subject: { kind: 'method', sessionId }, mark: signature });
  }
  await bench.ask('report.sign', { subject: { kind: 'overall', assessmentId }, mark: signature });
}

/** Opens a pack and takes it in. */
export async function takeIn(receiver: TestBench, file: string) {
  const preview = await receiver.ask('pack.preview', { file });
  const outcome = await receiver.ask('pack.takeIn', { file, tagManifestSha256: preview.tagManifestSha256 });
  return { preview, outcome };
}

/** Both workspaces, with an assessment that was assigned, taken in and signed. */
export async function signedAtAssessor(count = 1) {
  const folder = temporaryFolder();
  const { organisation, reviewerId } = await organisationDesk(folder);
  const { assessor, certificateId } = await assessorDesk(folder, organisation);
  const assessmentIds = await enrol(organisation, count);
  const assignment = organisation.file('assignment.epapack');
  await organisation.ask('pack.assign', {
    assessmentIds,
    assessor: 'Robin Fictional',
    workspaceId: null,
    encrypt: false,
  });
  await takeIn(assessor, assignment);
  for (const id of assessmentIds) await assess(assessor, id);
  return { folder, organisation, assessor, reviewerId, certificateId, assessmentIds, assignment };
}

/** The assessor's correspondent, which is the organisation. */
export async function organisationOf(assessor: TestBench): Promise<string> {
  const { correspondents } = await assessor.ask('pack.list', {});
  return correspondents[0]?.workspaceId ?? '';
}

/** Sends results, and gives the pack's file. */
export async function sendResults(assessor: Desk, assessmentIds: readonly string[], name = 'results.epapack') {
  const file = assessor.file(name);
  const workspaceId = await organisationOf(assessor);
  await assessor.ask('pack.sendResults', { assessmentIds, choices: [], workspaceId, encrypt: false });
  return file;
}
